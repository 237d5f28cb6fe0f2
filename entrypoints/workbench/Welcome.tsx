import { WelcomeView } from '../../components/welcome/WelcomeView';
import type { PageProps } from './page';

export function Welcome({ platforms, go }: PageProps) {
  return <WelcomeView platforms={platforms.switches} onSwitch={platforms.change} onGo={go} />;
}

import { WelcomeView } from '../../components/welcome/WelcomeView';
import { useAnswer } from '../lib/app';
import { openSample } from '../lib/browser';
import type { PageProps } from './page';

export function Welcome({ platforms, go }: PageProps) {
  const { state } = useAnswer('overview', null);
  const posts = state.state === 'ready' ? state.value.accounts.reduce((sum, account) => sum + account.posts, 0) : null;
  return <WelcomeView platforms={platforms.switches} posts={posts} onSwitch={platforms.change} onGo={go} onSample={openSample} />;
}

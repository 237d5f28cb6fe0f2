import { WelcomeView } from '../../components/welcome/WelcomeView';
import { usePlatforms } from '../lib/hooks';

export function Workbench() {
  const platforms = usePlatforms();
  return (
    <main class="workbench-main narrow">
      <WelcomeView platforms={platforms.switches} onSwitch={platforms.change} onGo={() => {}} />
    </main>
  );
}

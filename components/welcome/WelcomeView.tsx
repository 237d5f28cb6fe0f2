import { Check, FileUp, HardDrive, Minus } from 'lucide-preact';
import type { Platform } from '../../core/model/platforms';
import type { PlatformSwitch } from '../data';
import { Button } from '../kit';
import { useWords } from '../words';
import { PlatformSwitches } from './PlatformSwitches';

export interface WelcomeProps {
  platforms: PlatformSwitch[];
  onSwitch: (platform: Platform, on: boolean) => Promise<boolean>;
  onGo: (section: 'import' | 'backup') => void;
}

/** First run: what it does and never does, platforms, a quick start for those with history, where the data lies. */
export function WelcomeView({ platforms, onSwitch, onGo }: WelcomeProps) {
  const { t } = useWords();
  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1>{t.welcome.title}</h1>
        <p class="lead muted">{t.welcome.lead}</p>
      </div>
      <div class="two-columns">
        <section class="card stack-tight" aria-labelledby="does-title">
          <h2 id="does-title">{t.welcome.does}</h2>
          <ul class="stack-tight">
            {t.welcome.doesList.map((line) => (
              <li key={line} class="line">
                <Check size={16} aria-hidden="true" />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="card stack-tight" aria-labelledby="never-title">
          <h2 id="never-title">{t.welcome.never}</h2>
          <ul class="stack-tight">
            {t.welcome.neverList.map((line) => (
              <li key={line} class="line">
                <Minus size={16} aria-hidden="true" />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section class="stack-tight" aria-labelledby="platforms-title">
        <h2 id="platforms-title">{t.welcome.platforms}</h2>
        <p class="muted">{t.welcome.platformsNote}</p>
        <PlatformSwitches platforms={platforms} onSwitch={onSwitch} />
      </section>
      <section class="stack-tight" aria-labelledby="start-title">
        <h2 id="start-title">{t.welcome.start}</h2>
        <ol class="steps">
          {t.welcome.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <div class="two-columns">
        <section class="card stack-tight" aria-labelledby="import-title">
          <h2 id="import-title" class="heading">
            <FileUp size={18} aria-hidden="true" />
            {t.welcome.importTitle}
          </h2>
          <p class="muted">{t.welcome.importText}</p>
          <div>
            <Button onClick={() => onGo('import')}>{t.welcome.importAction}</Button>
          </div>
        </section>
        <section class="card stack-tight" aria-labelledby="where-title">
          <h2 id="where-title" class="heading">
            <HardDrive size={18} aria-hidden="true" />
            {t.welcome.where}
          </h2>
          <p class="muted">{t.welcome.whereText}</p>
          <div>
            <Button onClick={() => onGo('backup')}>{t.welcome.backupAction}</Button>
          </div>
        </section>
      </div>
    </div>
  );
}

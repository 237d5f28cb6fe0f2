import { Check, FileUp, HardDrive, type LucideIcon, Minus, Sprout } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Platform } from '../../core/model/platforms';
import type { PlatformSwitch } from '../data';
import { Button } from '../kit';
import { useWords } from '../words';
import { PlatformSwitches } from './PlatformSwitches';

export interface WelcomeProps {
  platforms: PlatformSwitch[];
  /** Posts stored so far; null while that is not known. */
  posts: number | null;
  onSwitch: (platform: Platform, on: boolean) => Promise<boolean>;
  onGo: (section: 'import' | 'backup' | 'today') => void;
  onSample: () => void;
}

/** First run: what it does and never does, platforms, a quick start for those with history, a sample, where the data lies. */
export function WelcomeView({ platforms, posts, onSwitch, onGo, onSample }: WelcomeProps) {
  const { t } = useWords('workbench');
  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1>{t.welcome.title}</h1>
        <p class="lead muted">{t.welcome.lead}</p>
      </div>
      <Steps on={platforms.flatMap(({ platform, on }) => (on ? [platform] : []))} posts={posts} onRead={() => onGo('today')} />
      <section class="stack-tight" aria-labelledby="platforms-title">
        <h2 id="platforms-title" tabIndex={-1}>
          {t.welcome.platforms}
        </h2>
        <p class="muted">{t.welcome.platformsNote}</p>
        <PlatformSwitches platforms={platforms} onSwitch={onSwitch} />
      </section>
      <div class="two-columns">
        <Way icon={FileUp} title={t.welcome.importTitle} text={t.welcome.importText}>
          <Button onClick={() => onGo('import')}>{t.welcome.importAction}</Button>
        </Way>
        <Way icon={Sprout} title={t.welcome.sampleTitle} text={t.welcome.sampleText}>
          <Button onClick={onSample}>{t.welcome.sampleAction}</Button>
        </Way>
      </div>
      <div class="two-columns">
        <Lines icon={Check} title={t.welcome.does} lines={t.welcome.doesList} />
        <Lines icon={Minus} title={t.welcome.never} lines={t.welcome.neverList} />
      </div>
      <Way icon={HardDrive} title={t.welcome.where} text={t.welcome.whereText}>
        <Button onClick={() => onGo('backup')}>{t.welcome.backupAction}</Button>
      </Way>
    </div>
  );
}

/** The way to the first suggestion, and how far one is on it. */
function Steps({ on, posts, onRead }: { on: readonly Platform[]; posts: number | null; onRead: () => void }) {
  const { t, f } = useWords('workbench');
  const captured = posts !== null && posts > 0;
  const done = { on: on.length > 0 || captured, look: captured, read: false };
  const next = (['on', 'look', 'read'] as const).find((step) => !done[step]);
  return (
    <section class="stack-tight" aria-labelledby="start-title">
      <h2 id="start-title">{t.welcome.stepsTitle}</h2>
      <ol class="steps">
        {(['on', 'look', 'read'] as const).map((step) => {
          const { title, text } = t.welcome.steps[step];
          return (
            <li key={step} class={done[step] ? 'step-done' : undefined} aria-current={step === next ? 'step' : undefined}>
              <div class="grow">
                <p class="strong">{title}</p>
                <p class="small muted">
                  {step === 'look' && captured
                    ? t.welcome.captured(t.common.posts(posts, f.number(posts)))
                    : step === 'on' && on.length > 0
                      ? t.welcome.areOn(f.list(on.map((platform) => t.platforms[platform])))
                      : text}
                </p>
                {step === 'on' && next === 'on' && (
                  <Button kind="primary" small onClick={() => document.getElementById('platforms-title')?.focus()}>
                    {t.welcome.choose}
                  </Button>
                )}
                {step === 'read' && captured && (
                  <Button kind="primary" small onClick={onRead}>
                    {t.welcome.readNow}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface WayProps {
  icon: LucideIcon;
  title: string;
  text: string;
  children: ComponentChildren;
}
function Way({ icon: Icon, title, text, children }: WayProps) {
  const id = useId();
  return (
    <section class="card stack-tight" aria-labelledby={id}>
      <h2 id={id} class="heading">
        <Icon size={18} aria-hidden="true" />
        {title}
      </h2>
      <p class="muted">{text}</p>
      <div>{children}</div>
    </section>
  );
}

function Lines({ icon: Icon, title, lines }: { icon: LucideIcon; title: string; lines: readonly string[] }) {
  const id = useId();
  return (
    <section class="card stack-tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="stack-tight">
        {lines.map((line) => (
          <li key={line} class="line">
            <Icon size={16} aria-hidden="true" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

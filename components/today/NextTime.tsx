import { Bell, BellOff, CalendarClock } from 'lucide-preact';
import type { TimingReport, UnitSummary } from '../../core/model/report';
import type { Formats } from '../format';
import { Button } from '../kit';
import { type TextsOf, useWords } from '../words';
import { type NextWindow, nextWindow } from './next-window';

export interface Reminder {
  on: boolean;
  /** Straight from the click: the browser asks whether it may notify. */
  onChange: (on: boolean) => void;
}

interface NextTimeProps {
  /** Of the unit that speaks for the account. */
  timing: { summary: UnitSummary; timing: TimingReport };
  now: number;
  reminder?: Reminder | undefined;
}

/** The next good time as a day and hours, and no more than the verdict says. Nothing at all while nothing can be said. */
export function NextTime({ timing: { summary, timing }, now, reminder }: NextTimeProps) {
  const { t, f } = useWords('panel');
  const { state, windows, lean, zone } = timing;
  const named = windows.filter(({ recommended }) => recommended);
  // Where the hour makes no difference, no hour is offered.
  const found = named.length > 0 || state === 'no_effect_seen' ? named : (lean?.windows ?? []);
  const next = nextWindow(found, zone, now);
  if (!next) return null;
  const finding = named.length > 0 && (state === 'supported' || state === 'confirmed');
  const posts = t.common.posts(summary.mature, f.number(summary.mature));
  const weeks = t.common.weeks(summary.weeks, f.number(summary.weeks));
  return (
    <section class={`card next-time stack-tight ${finding ? '' : 'card-quiet'}`} aria-labelledby="next-title">
      <h2 id="next-title" class="suggestion-kind">
        <CalendarClock size={15} aria-hidden="true" />
        {finding ? t.today.next : named.length > 0 ? t.today.nextHint : t.today.nextLean}
      </h2>
      <p class="next-when number">{t.today.when(dayOf(next, t, f), f.hours(next), next.open)}</p>
      <p class="small muted">
        {f.sentences(named.length > 0 ? t.popup.windowEvidence(posts, weeks) : t.popup.leanNote, t.popup.timesIn(f.zone(zone)))}
      </p>
      {reminder && finding && (
        <div>
          <Button
            small
            kind="plain"
            icon={reminder.on ? BellOff : Bell}
            pressed={reminder.on}
            onClick={() => reminder.onChange(!reminder.on)}
          >
            {reminder.on ? t.today.reminded : t.today.remind}
          </Button>
        </div>
      )}
    </section>
  );
}

function dayOf({ inDays, day }: NextWindow, t: TextsOf['panel'], f: Formats): string {
  if (inDays === 0) return t.today.days.today;
  return inDays === 1 ? t.today.days.tomorrow : f.weekday(day, 'long');
}

import { CalendarPlus, ChevronLeft, ChevronRight, CircleAlert, CircleCheck, CircleDashed, Download } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CalendarPost } from '../../core/model/workspace/objects';
import type { CalendarBalance, CalendarEntry } from '../../core/model/workspace/view';
import { scopeId } from '../data';
import { Button, Disclosure, LevelMark, Note, useAnnounce } from '../kit';
import { FilePicker } from '../kit/files';
import { accountLabel } from '../shell/AccountBar';
import { useWords } from '../words';
import { CalendarEditor } from './CalendarEditor';
import { usePlan } from './context';
import { addMonths, moveWall, sheetOf } from './month';

const MOVES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A day with more says how many more. */
const AT_ONCE = 3;
const CONFLICTS_AT_ONCE = 6;

/** A month of planned posts. Moved by dragging or, on a focused post, with Shift and the arrow keys. */
export function CalendarView() {
  const { f } = useWords('panel');
  const { p, d, workspace, today, clock, act } = usePlan();
  const announce = useAnnounce();
  const [month, setMonth] = useState(today.slice(0, 7));
  const [open, setOpen] = useState<string | null>(null);
  const [creating, setCreating] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const focus = useRef<string | null>(null);
  const days = sheetOf(month);
  const entries = workspace.calendar;
  const opened = open === null ? undefined : entries.find(({ post }) => post.id === open);

  // A moved post is drawn anew in another day: the focus goes with it.
  useEffect(() => {
    if (focus.current === null) return;
    const moved = document.getElementById(focus.current);
    const closed = moved?.closest('details');
    if (closed) closed.open = true;
    moved?.focus();
  });

  const move = (post: CalendarPost, by: number) => {
    const wall = moveWall(clock.toWall(post.at), by);
    focus.current = `planned-${post.id}`;
    act.put('calendar', { ...post, at: clock.fromWall(wall) });
    setMonth(wall.slice(0, 7));
    announce(p.calendar.moved(post.title, d.day(wall.slice(0, 10))));
  };
  const inMonth = entries.filter(({ day }) => days.includes(day));
  const conflicts = inMonth.filter(({ warnings }) => warnings.length > 0);
  const planned = (entry: CalendarEntry) => (
    <PlannedButton
      key={entry.post.id}
      entry={entry}
      onOpen={() => setOpen(entry.post.id)}
      onMove={(by) => move(entry.post, by)}
    />
  );
  return (
    <section class="stack" aria-labelledby="calendar-title">
      <div class="row-apart wrap">
        <h2 id="calendar-title" aria-live="polite">
          {d.month(month)}
        </h2>
        <div class="row">
          <Button icon={ChevronLeft} label={p.calendar.before} onClick={() => setMonth(addMonths(month, -1))} />
          <Button small onClick={() => setMonth(today.slice(0, 7))}>
            {p.calendar.today}
          </Button>
          <Button icon={ChevronRight} label={p.calendar.after} onClick={() => setMonth(addMonths(month, 1))} />
          <Button kind="primary" icon={CalendarPlus} onClick={() => setCreating(today.startsWith(month) ? today : `${month}-01`)}>
            {p.calendar.add}
          </Button>
        </div>
      </div>
      {inMonth.length > 0 && <p class="small muted calendar-keys">{p.calendar.keys}</p>}
      <div class="calendar">
        <div class="calendar-head" aria-hidden="true">
          {[0, 1, 2, 3, 4, 5, 6].map((day) => (
            <span key={day}>{f.weekday(day, 'short')}</span>
          ))}
        </div>
        <ol class="calendar-days">
          {days.map((day) => {
            const own = inMonth.filter((entry) => entry.day === day);
            return (
              <li
                key={day}
                class={['calendar-day', !day.startsWith(month) && 'other-month', own.length === 0 && 'no-posts']
                  .filter(Boolean)
                  .join(' ')}
                aria-current={day === today ? 'date' : undefined}
                onDragOver={(event) => event.preventDefault()}
                onDrop={(event) => {
                  event.preventDefault();
                  const dragged = entries.find(({ post }) => post.id === event.dataTransfer?.getData('text/plain'));
                  if (dragged && dragged.day !== day)
                    move(dragged.post, (Date.parse(day) - Date.parse(dragged.day)) / 86_400_000);
                }}
              >
                <div class="calendar-date">
                  <span class="number" aria-hidden="true">
                    {Number(day.slice(8))}
                  </span>
                  <span class="calendar-long">{d.day(day)}</span>
                  <button
                    type="button"
                    class="calendar-plus"
                    aria-label={p.calendar.addOn(d.day(day))}
                    onClick={() => setCreating(day)}
                  >
                    +
                  </button>
                </div>
                {own.slice(0, AT_ONCE).map(planned)}
                {own.length > AT_ONCE && (
                  <Disclosure summary={p.calendar.more(f.number(own.length - AT_ONCE))}>
                    <div class="stack-tight">{own.slice(AT_ONCE).map(planned)}</div>
                  </Disclosure>
                )}
              </li>
            );
          })}
        </ol>
      </div>
      {inMonth.length === 0 && <Note>{p.calendar.empty}</Note>}
      {conflicts.length > 0 && (
        <div class="card stack-tight">
          <h3>{p.calendar.conflicts}</h3>
          <Conflicts of={conflicts.slice(0, CONFLICTS_AT_ONCE)} onOpen={setOpen} />
          {conflicts.length > CONFLICTS_AT_ONCE && (
            <Disclosure summary={p.calendar.more(f.number(conflicts.length - CONFLICTS_AT_ONCE))}>
              <Conflicts of={conflicts.slice(CONFLICTS_AT_ONCE)} onOpen={setOpen} />
            </Disclosure>
          )}
        </div>
      )}
      {inMonth.length > 0 && <Balances />}
      <div class="card stack">
        <h3>{p.calendar.files}</h3>
        <div class="row">
          <Button icon={Download} disabled={entries.length === 0} onClick={act.saveCalendar}>
            {p.calendar.save}
          </Button>
        </div>
        <FilePicker
          label={p.calendar.read}
          accept=".ics,text/calendar"
          onFiles={([file]) => file && void act.readCalendar(file).then(setMessage)}
        />
        <p role="status" class="small">
          {message}
        </p>
      </div>
      {opened && <CalendarEditor key={opened.post.id} entry={opened} onClose={() => setOpen(null)} />}
      {creating && <CalendarEditor day={creating} onClose={() => setCreating(null)} />}
    </section>
  );
}

/** Each with the planned posts it is in conflict with; a click opens one. */
function Conflicts({ of, onOpen }: { of: readonly CalendarEntry[]; onOpen: (id: string) => void }) {
  const { t, f } = useWords('panel');
  const { p, d, workspace } = usePlan();
  const link = ({ id, title }: CalendarPost) => (
    <button type="button" class="link-button" onClick={() => onOpen(id)}>
      <span class="clamp">{title || t.posts.untitled}</span>
    </button>
  );
  return (
    <ul class="stack small">
      {of.map(({ post, day, warnings, others }) => (
        <li key={post.id}>
          <div>{link(post)}</div>
          {f.sentences(f.said(d.day(day)), ...warnings.map((one) => p.calendar.warnings[one]))}
          {workspace.calendar
            .filter((other) => others.includes(other.post.id))
            .map((other) => (
              <div key={other.post.id}>
                {f.said(p.calendar.other)}
                {link(other.post)}
              </div>
            ))}
        </li>
      ))}
    </ul>
  );
}

const STATES = { planned: CircleDashed, published: CircleCheck, missed: CircleAlert };

function PlannedButton({ entry, onOpen, onMove }: { entry: CalendarEntry; onOpen: () => void; onMove: (days: number) => void }) {
  const { t } = useWords('panel');
  const { p, clock } = usePlan();
  const { post, state, level, warnings } = entry;
  const Icon = STATES[state];
  const wall = clock.toWall(post.at);
  return (
    <button
      type="button"
      id={`planned-${post.id}`}
      class={`planned planned-${state}`}
      draggable={state !== 'published'}
      aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown"
      onClick={onOpen}
      onDragStart={(event) => event.dataTransfer?.setData('text/plain', post.id)}
      onKeyDown={(event) => {
        const by = event.shiftKey ? MOVES[event.key] : undefined;
        if (by === undefined || state === 'published') return;
        event.preventDefault();
        onMove(by);
      }}
    >
      <span class="planned-line number">
        <Icon size={13} aria-hidden="true" />
        {wall.slice(11)}
        <span class="sr-only">{p.calendar.states[state]}</span>
        {warnings.length > 0 && (
          <span class="planned-warn">
            <CircleAlert size={13} aria-hidden="true" />
            <span class="sr-only">{p.calendar.hasConflicts}</span>
          </span>
        )}
      </span>
      <span class="planned-title">{post.title || t.posts.untitled}</span>
      <span class="planned-tags">
        {post.kind && <span class="tag">{t.kinds[post.kind]}</span>}
        {post.commercial && <span class="tag">{p.calendar.commercial}</span>}
        {level && level !== 'green' && <LevelMark level={level} text={t.levelsShort[level]} />}
      </span>
    </button>
  );
}

/** What the planned posts make of the mix and the commercial band, together with what was published. */
function Balances() {
  const { p, workspace } = usePlan();
  const shown = workspace.balances.filter(({ kinds, commercial }) => kinds.length > 0 || commercial !== null);
  if (shown.length === 0) return null;
  return (
    <div class="card stack">
      <h3>{p.calendar.balance}</h3>
      <p class="small muted">{p.calendar.balanceText}</p>
      {shown.map((balance) => (
        <Balance key={scopeId(balance)} balance={balance} named={workspace.balances.length > 1} />
      ))}
    </div>
  );
}

function Balance({ balance, named }: { balance: CalendarBalance; named: boolean }) {
  const { t, f } = useWords('panel');
  const { p } = usePlan();
  const { kinds, commercial } = balance;
  const name = accountLabel(balance, t);
  return (
    <>
      {named && <h4>{name}</h4>}
      {kinds.length > 0 && (
        <table class="facts number amounts" aria-label={named ? f.said(p.calendar.balance, name) : p.calendar.balance}>
          <thead>
            <tr>
              <th scope="col">{p.calendar.kind}</th>
              <th scope="col">{p.calendar.withPlan}</th>
              <th scope="col">{p.common.planShare}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, planned, target, share }) => (
              <tr key={kind}>
                <th scope="row">{t.kinds[kind as keyof typeof t.kinds]}</th>
                <td>{p.calendar.postsShare(f.number(planned), f.share(share))}</td>
                <td>{p.calendar.postsPlanned(f.number(target))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="small number">
        {commercial === null
          ? p.calendar.commercialUnknown
          : p.calendar.commercialShare(
              f.number(commercial.paid),
              f.number(commercial.total),
              f.share(commercial.total > 0 ? commercial.paid / commercial.total : 0),
              `${f.share(commercial.low)}–${f.share(commercial.high)}`,
            )}
      </p>
    </>
  );
}

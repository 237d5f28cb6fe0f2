import { Download, Printer } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { capital } from '../../assets/locales/capital';
import type { ReviewPage, ReviewRecord } from '../../core/model/workspace/objects';
import type { ReviewDue } from '../../core/model/workspace/view';
import { Button, Choice, Disclosure, useAnnounce } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { Area, OwnerSelect, useDraft } from './fields';

/** The rhythm: each kind's last full period, generated; the creator adds words and keeps it as it stood. */
export function ReviewsView() {
  const { p, d, workspace } = usePlan();
  const firstOpen = workspace.reviews.find(({ overdue }) => overdue)?.kind ?? 'weekly';
  const [kind, setKind] = useState(firstOpen);
  const shown = workspace.reviews.find((review) => review.kind === kind);
  const older = workspace.records.review.toSorted((a, b) => (a.doneAt < b.doneAt ? 1 : -1));
  return (
    <section class="stack narrow" aria-labelledby="reviews-title">
      <h2 id="reviews-title" class="no-print">
        {p.sections.reviews}
      </h2>
      <div class="no-print">
        <Choice
          legend={p.reviews.kind}
          hideLegend
          value={kind}
          options={workspace.reviews.map((review) => ({
            value: review.kind,
            label: `${p.reviews.kinds[review.kind]}${review.done ? ' ✓' : ''}`,
          }))}
          onChange={setKind}
        />
      </div>
      {shown && <Current key={shown.id} review={shown} />}
      {older.length > 0 && (
        <section class="stack-tight no-print" aria-labelledby="done-title">
          <h3 id="done-title">{p.reviews.done}</h3>
          {older.map((record) => (
            <Disclosure key={record.id} summary={`${record.page.title}, ${record.page.period}`}>
              <Page page={record.page} />
              <Own record={record} />
              <p class="small muted">{p.reviews.doneAt(d.day(record.doneAt.slice(0, 10)))}</p>
            </Disclosure>
          ))}
        </section>
      )}
    </section>
  );
}

function Current({ review }: { review: ReviewDue }) {
  const { p, d, now, act } = usePlan();
  const announce = useAnnounce();
  const [own, change] = useDraft(review.done ?? { changed: '', learnt: '', next: '', owner: undefined as string | undefined });
  // Done pages stay as they stood.
  const page = review.done?.page ?? review.page;
  const record: ReviewRecord = {
    id: review.id,
    kind: review.kind,
    from: review.from,
    doneAt: review.done?.doneAt ?? now,
    changed: own.changed,
    learnt: own.learnt,
    next: own.next,
    page,
    ...(own.owner ? { owner: own.owner } : {}),
  };
  return (
    <>
      {review.overdue && <p class="small no-print">{p.reviews.overdue(d.day(review.due))}</p>}
      <article class="card stack printed">
        <Page page={page} />
        <Own record={record} />
      </article>
      <form
        class="stack no-print"
        onSubmit={(event) => {
          event.preventDefault();
          act.put('review', record);
          announce(p.reviews.saved);
        }}
      >
        <Area label={p.reviews.changed} value={own.changed} onInput={(changed) => change({ changed })} />
        <Area label={p.reviews.learnt} value={own.learnt} onInput={(learnt) => change({ learnt })} />
        <Area label={p.reviews.next} value={own.next} onInput={(next) => change({ next })} />
        <OwnerSelect value={own.owner} onChange={(owner) => change({ owner })} />
        <div class="row">
          <Button kind="primary" submit>
            {review.done ? p.reviews.again : p.reviews.finish}
          </Button>
          <Button icon={Printer} onClick={act.print}>
            {p.reviews.print}
          </Button>
          <Button
            icon={Download}
            onClick={() => act.saveText(`post-almanac-${review.kind}-${review.from}.md`, textOf(record, p.reviews))}
          >
            {p.reviews.export}
          </Button>
        </div>
      </form>
    </>
  );
}

/** Lines about one account under its name, where there are several. An account begins a line with its platform, and ends at the colon. */
function byAccount(lines: readonly string[], platforms: readonly string[]): { account: string | null; said: string[] }[] {
  const groups: { account: string | null; said: string[] }[] = [];
  const parts = lines.map((line) => {
    const [, account, said] = platforms.some((name) => line.startsWith(name))
      ? (/^([^：:]+)(?:：|: )(.+)$/su.exec(line) ?? [])
      : [];
    return account && said ? { line, account, said } : { line, account: null, said: line };
  });
  for (const { line, account, said } of parts) {
    const alone = account === null || parts.filter((other) => other.account === account).length < 2;
    const group = alone ? undefined : groups.find((other) => other.account === account);
    if (group) group.said.push(capital(said));
    else groups.push(alone ? { account: null, said: [line] } : { account, said: [capital(said)] });
  }
  return groups;
}

function Page({ page }: { page: ReviewPage }) {
  const { t } = useWords();
  return (
    <div class="stack review-page">
      <div>
        <h3>{page.title}</h3>
        <p class="muted number">{page.period}</p>
      </div>
      {page.sections.map(({ heading, lines }) => (
        <section key={heading} class="stack-tight">
          <h4>{heading}</h4>
          <ul class="review-lines">
            {byAccount(lines, Object.values(t.platforms)).map(({ account, said }) =>
              account === null ? (
                said.map((line) => <li key={line}>{line}</li>)
              ) : (
                <li key={account}>
                  <strong>{account}</strong>
                  <ul>
                    {said.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </li>
              ),
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}

const ownParts = (record: ReviewRecord, words: ReturnType<typeof usePlan>['p']['reviews']) =>
  [
    { heading: words.changed, text: record.changed },
    { heading: words.learnt, text: record.learnt },
    { heading: words.next, text: record.next },
  ].filter(({ text }) => text.trim() !== '');

function Own({ record }: { record: ReviewRecord }) {
  const { p } = usePlan();
  return (
    <>
      {ownParts(record, p.reviews).map(({ heading, text }) => (
        <section key={heading} class="stack-tight">
          <h4>{heading}</h4>
          <p class="own-words">{text}</p>
        </section>
      ))}
    </>
  );
}

/** A page as plain text (Markdown), with the creator's own words under it. */
function textOf(record: ReviewRecord, words: ReturnType<typeof usePlan>['p']['reviews']): string {
  const { page } = record;
  const made = page.sections.map(({ heading, lines }) => `## ${heading}\n\n${lines.map((line) => `- ${line}`).join('\n')}`);
  const own = ownParts(record, words).map(({ heading, text }) => `## ${heading}\n\n${text.trim()}`);
  return `# ${page.title}\n\n${page.period}\n\n${[...made, ...own].join('\n\n')}\n`;
}

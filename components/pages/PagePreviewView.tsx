import { Check } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { isMetricName } from '../../core/model/metrics';
import { COLUMN_MEANINGS, type ColumnMeaning, type OwnColumn, type PageProposal, type PostPart } from '../../core/model/own-page';
import { PLATFORMS, type Platform } from '../../core/model/platforms';
import type { PageRead, Reading } from '../../core/model/reading';
import type { Problem } from '../data';
import { Button, Choice, Disclosure, Note, ProblemCard, Select } from '../kit';
import { FigureText } from '../kit/figure';
import { Sideways } from '../kit/sideways';
import { type TextsOf, useWords } from '../words';

/** What the creator is shown and has said so far of one page. */
export interface PagePreview {
  /** Of the tab, as its page says. */
  title: string;
  host: string;
  proposals: PageProposal[];
  /** Index of the proposal that was chosen. */
  chosen: number;
  /** By label. */
  meanings: Readonly<Record<string, ColumnMeaning>>;
  platform: Platform;
  account: string;
  /** What that gives; null while it is being read. */
  read: PageRead | null;
  busy: boolean;
  problem: Problem | null;
}

export interface PreviewActions {
  onChoose: (proposal: number) => void;
  onMeaning: (label: string, meaning: ColumnMeaning) => void;
  onPlatform: (platform: Platform) => void;
  onAccount: (account: string) => void;
  onKeep: () => void;
  onCancel: () => void;
}

/** Rows that are shown before anything is kept. */
const SHOWN = 5;
const MOST_REFUSALS = 10;

export function PagePreviewView({ preview, ...on }: { preview: PagePreview } & PreviewActions) {
  const { t, f } = useWords('workbench');
  const { proposals, chosen, meanings, platform, account, read, busy, problem } = preview;
  const accountId = useId();
  const columns = proposals[chosen]?.columns ?? [];
  const posts = read?.readings.length ?? 0;
  const twice = saidTwice(columns, meanings);
  return (
    <section class="stack" aria-label={preview.host}>
      <div>
        <h2>{preview.title || preview.host}</h2>
        <p class="small faint">{preview.host}</p>
      </div>
      {problem && <ProblemCard problem={problem} />}
      {proposals.length > 1 && (
        <Choice
          legend={t.ownPages.way}
          value={String(chosen)}
          options={proposals.map(({ kind, rows, columns: own }, at) => ({
            value: String(at),
            label: t.ownPages.ways[kind](rows, f.number(rows), f.number(own.length)),
          }))}
          onChange={(value) => on.onChoose(Number(value))}
        />
      )}
      <Columns columns={columns} meanings={meanings} onMeaning={on.onMeaning} />
      {twice.map((meaning) => (
        <Note kind="warn" key={meaning}>
          {t.ownPages.twice(meaningName(meaning, t))}
        </Note>
      ))}
      <div class="row-fields">
        <Select
          label={t.ownPages.platform}
          value={platform}
          options={PLATFORMS.map((value) => ({ value, label: t.platforms[value] }))}
          onChange={on.onPlatform}
        />
        <div class="field grow">
          <label for={accountId}>{t.ownPages.account}</label>
          <input
            id={accountId}
            class="input"
            maxLength={200}
            value={account}
            aria-describedby={`${accountId}-hint`}
            onInput={(event) => on.onAccount(event.currentTarget.value)}
          />
          <p id={`${accountId}-hint`} class="small faint">
            {t.ownPages.accountHint}
          </p>
        </div>
      </div>
      <h3>{t.ownPages.preview}</h3>
      {read && <Outcome read={read} meanings={columns.map((column) => meaningOf(column, meanings))} />}
      <div class="row">
        <Button kind="primary" icon={Check} disabled={posts === 0 || busy || twice.length > 0} onClick={on.onKeep}>
          {t.ownPages.keep(posts, f.number(posts))}
        </Button>
        <Button onClick={on.onCancel}>{t.common.cancel}</Button>
      </div>
    </section>
  );
}

const meaningName = (meaning: ColumnMeaning, t: TextsOf['workbench']): string =>
  meaning === 'ignored' ? t.ownPages.ignored : isMetricName(meaning) ? t.metrics[meaning] : t.ownPages.parts[meaning as PostPart];

const meaningOf = ({ label, meaning }: OwnColumn, said: PagePreview['meanings']): ColumnMeaning =>
  said[label] ?? meaning ?? 'ignored';

/** Meanings that more than one column was given: nothing says which of them is right. */
function saidTwice(columns: readonly OwnColumn[], said: PagePreview['meanings']): ColumnMeaning[] {
  const given = columns.map((column) => meaningOf(column, said)).filter((meaning) => meaning !== 'ignored' && meaning !== 'tags');
  return [...new Set(given.filter((meaning, at) => given.indexOf(meaning) !== at))];
}

function Columns({
  columns,
  meanings,
  onMeaning,
}: {
  columns: readonly OwnColumn[];
  meanings: PagePreview['meanings'];
  onMeaning: PreviewActions['onMeaning'];
}) {
  const { t } = useWords('workbench');
  const options = COLUMN_MEANINGS.map((value) => ({ value, label: meaningName(value, t) }));
  return (
    <table class="table meanings">
      <caption class="strong">{t.ownPages.columns}</caption>
      <thead>
        <tr>
          <th scope="col">{t.ownPages.column}</th>
          <th scope="col">{t.ownPages.samples}</th>
          <th scope="col">{t.ownPages.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.label}>
            <th scope="row">{column.label}</th>
            <td class="small muted">
              {column.samples.map((sample) => (sample.length > 40 ? `${sample.slice(0, 40)}…` : sample)).join(' · ')}
            </td>
            <td>
              <Select
                label={t.ownPages.meaningOf(column.label)}
                hideLabel
                value={meaningOf(column, meanings)}
                options={options}
                onChange={(meaning) => onMeaning(column.label, meaning)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ read, meanings }: { read: PageRead; meanings: readonly ColumnMeaning[] }) {
  const { t, f } = useWords('workbench');
  const { readings, refused } = read;
  const [first] = readings;
  const left = refused.length > 0 && (
    <Disclosure summary={t.ownPages.refused(refused.length, f.number(refused.length))}>
      <ul>
        {refused.slice(0, MOST_REFUSALS).map(({ reason, excerpt }) => (
          <li key={reason + excerpt}>{excerpt}</li>
        ))}
      </ul>
    </Disclosure>
  );
  if (!first)
    return (
      <div class="stack-tight">
        <Note kind="warn">{t.ownPages.none}</Note>
        {left}
      </div>
    );
  // What was chosen is shown, also where no row has it.
  const metrics = [...new Set([...meanings, ...readings.flatMap(({ metrics: own }) => Object.keys(own))])].filter(isMetricName);
  return (
    <div class="stack-tight">
      <p>{t.ownPages.count(readings.length, f.number(readings.length))}</p>
      <Sideways label={t.ownPages.preview}>
        <table class="table">
          <caption class="sr-only">{t.ownPages.preview}</caption>
          <thead>
            <tr>
              <th scope="col">{t.ownPages.parts.title}</th>
              <th scope="col">{t.ownPages.parts.publishedAt}</th>
              {metrics.map((metric) => (
                <th key={metric} scope="col" class="cell-number">
                  {t.metrics[metric]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {readings.slice(0, SHOWN).map((reading, at) => (
              // Rows of one look: their order is all that tells two alike ones apart.
              <tr key={at}>
                <th scope="row" class="preview-title">
                  {short(reading) || t.ownPages.untitled}
                </th>
                <td>{f.published(reading.post.publishedAt, reading.post.publishedPrecision) ?? t.unknown}</td>
                {metrics.map((metric) => (
                  <td key={metric} class="cell-number">
                    <FigureText metric={metric} figure={reading.metrics[metric]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {readings.length > SHOWN && (
        <p class="small muted">{t.ownPages.more(readings.length - SHOWN, f.number(readings.length - SHOWN))}</p>
      )}
      {readings.every(({ post }) => post.publishedAt === null) && <Note>{t.ownPages.noDate}</Note>}
      {readings.every(({ post }) => post.title === '') && <Note>{t.ownPages.noTitle}</Note>}
      {left}
    </div>
  );
}

const short = ({ post: { title } }: Reading) => (title.length > 60 ? `${title.slice(0, 60)}…` : title);

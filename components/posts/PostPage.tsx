import { ArrowLeft } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { METRIC_NAMES, METRICS, type MetricName } from '../../core/model/metrics';
import type { KnownPost } from '../../core/model/post';
import type { Finding } from '../../core/model/report';
import type { SeasonEvent } from '../../core/model/report-parts';
import { LineChart, type LineSeries } from '../charts/LineChart';
import { marksOf, SeasonNote } from '../charts/SeasonNote';
import { FindingCards } from '../compliance/FindingCard';
import type { LabelEdit, PostRow } from '../data';
import { Choice, LevelMark, Note, OutLink, useAnnounce } from '../kit';
import { accountLabel } from '../shell/AccountBar';
import { useWords } from '../words';
import { LabelEditor } from './LabelEditor';
import { metricNames } from './metric-name';
import { AllFigures } from './PostCard';
import { isLow, Standing } from './Standing';

interface PostPageProps {
  row: PostRow;
  /** Festivals and sales of the account's markets. */
  seasons?: readonly SeasonEvent[];
  pillars: readonly string[];
  series: readonly string[];
  onLabel: (edit: LabelEdit) => void;
  /** These words are no issue under their rules, here or anywhere. */
  onDismiss: (told: readonly Finding[]) => void;
  /** Opens an incident with what a rule found here. */
  onIncident: (rule: string) => void;
}

/** One post: how its figures grew, where it stands, what was found, its labels, every figure. */
export function PostPage({ row, pillars, series, seasons = [], onLabel, onDismiss, onIncident }: PostPageProps) {
  const { t, f } = useWords('panel');
  const announce = useAnnounce();
  const { known, level } = row;
  const { post } = known;
  const findings = row.findings.filter(({ exemption }) => !exemption);
  const meta = [
    accountLabel(known, t),
    f.published(post.publishedAt, post.publishedPrecision) ?? t.posts.noDate,
    post.format && t.formats[post.format],
    post.status && post.status !== 'published' && t.statuses[post.status],
  ];
  return (
    <article class="stack-wide">
      <header class="stack-tight">
        <a href="#posts" class="row back">
          <ArrowLeft size={16} aria-hidden="true" />
          {t.posts.back}
        </a>
        <h1 class="clamp post-title" title={post.title}>
          {post.title || t.posts.untitled}
        </h1>
        <p class="muted number">{meta.filter(Boolean).join(' · ')}</p>
        {post.url && (
          <p>
            <OutLink href={post.url}>{t.posts.open}</OutLink>
          </p>
        )}
      </header>
      <div class="post-page">
        <div class="stack-wide">
          <History post={known} seasons={seasons} />
          <section class="stack-tight" aria-labelledby="findings-title">
            <div class="row-apart">
              <h2 id="findings-title">{t.posts.check}</h2>
              {level && findings.length === 0 && <LevelMark level={level} />}
            </div>
            {findings.length > 0 ? (
              <FindingCards
                class="card"
                findings={findings}
                levels={t.levelsShort}
                onDismiss={(told) => {
                  onDismiss(told);
                  announce(t.compliance.dismissed);
                }}
                onIncident={onIncident}
              />
            ) : (
              <p class="muted">{level ? t.posts.nothingFound : t.posts.notChecked}</p>
            )}
          </section>
        </div>
        <div class="stack-wide">
          <section class="stack-tight" aria-labelledby="standing-title">
            <h2 id="standing-title">{t.posts.standingTitle}</h2>
            <Standing bands={row.bands} />
            {isLow(row.bands) && <p class="small muted">{t.posts.standingLow}</p>}
          </section>
          <section class="stack-tight" aria-labelledby="labels-title">
            <h2 id="labels-title">{t.posts.labels}</h2>
            <div class="card stack">
              <LabelEditor labels={known.labels} pillars={pillars} series={series} onChange={onLabel} />
            </div>
          </section>
          <AllFigures post={known} />
        </div>
      </div>
    </article>
  );
}

const FIRST: readonly MetricName[] = ['views', 'impressions', 'reach', 'likes'];
/** More lines than this are not told apart. */
const MOST_PAGES = 3;

/** One figure over time. Pages of one platform may count differently, so each page is a line of its own. */
function History({ post, seasons }: { post: KnownPost; seasons: readonly SeasonEvent[] }) {
  const { t, f, pageName } = useWords('panel');
  const nameOf = metricNames(t, post);
  const drawable = METRIC_NAMES.filter((metric) => linesOf(post, metric, pageName).some(({ points }) => points.length > 1));
  const [chosen, setChosen] = useState<MetricName | null>(null);
  const metric = chosen ?? FIRST.find((name) => drawable.includes(name)) ?? drawable[0];
  const times = metric ? linesOf(post, metric, pageName).flatMap(({ points }) => points.map(({ at }) => at)) : [];
  const marks = times.length > 1 ? marksOf(seasons, Math.min(...times), Math.max(...times)) : [];
  return (
    <section class="stack" aria-labelledby="history-title">
      <h2 id="history-title">{t.posts.history}</h2>
      {metric ? (
        <>
          {drawable.length > 1 && (
            <Choice
              legend={t.posts.metric}
              hideLegend
              value={metric}
              options={drawable.slice(0, 8).map((value) => ({ value, label: nameOf(value) }))}
              onChange={setChosen}
            />
          )}
          <LineChart
            name={t.posts.historyChart(nameOf(metric), t.posts.times(looksOf(post), f.number(looksOf(post))))}
            series={linesOf(post, metric, pageName)}
            marks={marks}
            format={(value) => f.figure(metric, { value, low: value, high: value, raw: '' })}
            axis={METRICS[metric].unit === 'ratio' ? f.share : undefined}
          />
          <SeasonNote marks={marks} lines />
        </>
      ) : (
        <Note>{t.posts.oneLook}</Note>
      )}
    </section>
  );
}

const looksOf = ({ snapshots }: KnownPost) => new Set(snapshots.map(({ seenAt }) => seenAt)).size;

function linesOf(post: KnownPost, metric: MetricName, pageName: (page: string) => string): LineSeries[] {
  const rounded = METRICS[metric].unit === 'count';
  const byPage = Map.groupBy(
    post.snapshots.filter(({ metrics }) => metrics[metric]),
    ({ page }) => page,
  );
  return [...byPage]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_PAGES)
    .map(([page, looks]) => ({
      id: page,
      label: pageName(page),
      points: looks.flatMap(({ seenAt, metrics }) => {
        const figure = metrics[metric];
        if (!figure) return [];
        return [{ at: seenAt, value: figure.value, ...(rounded ? { low: figure.low, high: figure.high } : {}) }];
      }),
    }));
}

import { Bookmark, Eye, Heart, type LucideIcon, MessageCircle, Share2 } from 'lucide-preact';
import { latestMetrics } from '../../core/model/latest';
import { METRIC_NAMES, type MetricName } from '../../core/model/metrics';
import type { KnownPost } from '../../core/model/post';
import type { Finding } from '../../core/model/report';
import { Sparkline } from '../charts/Sparkline';
import { FindingCards } from '../compliance/FindingCard';
import type { LabelEdit, PostRow } from '../data';
import { Disclosure, LevelMark, OutLink } from '../kit';
import { FigureText } from '../kit/figure';
import { useWords } from '../words';
import { KindChoice, LabelEditor } from './LabelEditor';
import { metricNames } from './metric-name';

const CHIPS: { metric: MetricName; icon: LucideIcon }[] = [
  { metric: 'views', icon: Eye },
  { metric: 'likes', icon: Heart },
  { metric: 'comments', icon: MessageCircle },
  { metric: 'saves', icon: Bookmark },
  { metric: 'shares', icon: Share2 },
];

export interface PostCardProps {
  row: PostRow;
  pillars: readonly string[];
  series: readonly string[];
  onLabel: (edit: LabelEdit) => void;
  /** These words are no issue under their rules, here or anywhere. */
  onDismiss: (told: readonly Finding[]) => void;
}

/** `quick`: the kind can be given without opening the details. */
export function PostCard({ row, pillars, series, onLabel, onDismiss, quick }: PostCardProps & { quick?: boolean }) {
  const { t, f } = useWords('panel');
  const { post, labels } = row.known;
  const metrics = latestMetrics(row.known);
  const nameOf = metricNames(t, row.known);
  const meta = [
    f.published(post.publishedAt, post.publishedPrecision) ?? t.posts.noDate,
    post.format && t.formats[post.format],
    post.status && post.status !== 'published' && t.statuses[post.status],
  ].filter(Boolean);
  const tags = [
    // Where the kind is chosen on the card, it is said there.
    !quick && labels.kind && t.kinds[labels.kind],
    labels.pillar,
    labels.series,
    labels.commercial && t.posts.commercial,
  ].filter(Boolean);
  return (
    <article class="card post">
      <div class="row-apart post-head">
        <h2 class="clamp post-title">{post.title || t.posts.untitled}</h2>
        {row.level && row.level !== 'green' && <LevelMark level={row.level} text={t.levelsShort[row.level]} />}
      </div>
      <p class="small faint number">{meta.join(' · ')}</p>
      <ul class="figures">
        {CHIPS.map(({ metric, icon: Icon }) => (
          <li key={metric} title={nameOf(metric)}>
            <Icon size={13} aria-hidden="true" />
            <span class="sr-only">{f.said(nameOf(metric))}</span>
            <FigureText metric={metric} figure={metrics[metric]} />
          </li>
        ))}
      </ul>
      {tags.length > 0 && (
        <div class="row">
          {tags.map((tag) => (
            <span key={String(tag)} class="tag tag-name">
              {tag}
            </span>
          ))}
        </div>
      )}
      {quick && <KindChoice kind={labels.kind} hideLegend onChange={(kind) => onLabel({ kind })} />}
      <Disclosure summary={t.posts.details}>
        <PostDetails row={row} pillars={pillars} series={series} onLabel={onLabel} onDismiss={onDismiss} />
      </Disclosure>
    </article>
  );
}

/** Findings, history, labels and every figure of one post. */
export function PostDetails({ row, pillars, series, onLabel, onDismiss }: PostCardProps) {
  const { t } = useWords('panel');
  const findings = row.findings.filter(({ exemption }) => !exemption);
  return (
    <div class="stack">
      {findings.length > 0 && <FindingCards findings={findings} levels={t.levelsShort} onDismiss={onDismiss} />}
      <PostHistory post={row.known} />
      <LabelEditor labels={row.known.labels} pillars={pillars} series={series} onChange={onLabel} />
      <AllFigures post={row.known} />
      {row.known.post.url && <OutLink href={row.known.post.url}>{t.posts.open}</OutLink>}
    </div>
  );
}

/** The first of views, likes … that was seen at least twice, from one page only: pages count differently. */
function PostHistory({ post }: { post: KnownPost }) {
  const { t, f } = useWords('panel');
  for (const metric of ['views', 'impressions', 'reach', 'likes'] as const) {
    const byPage = Map.groupBy(
      post.snapshots.filter((snapshot) => snapshot.metrics[metric]),
      ({ page }) => page,
    );
    const longest = [...byPage.values()].toSorted((a, b) => b.length - a.length)[0];
    const first = longest?.[0];
    const last = longest?.at(-1);
    if (!longest || !first || !last || longest.length < 2) continue;
    const points = longest.map((snapshot) => ({ at: snapshot.seenAt, value: snapshot.metrics[metric]?.value ?? 0 }));
    const label = t.posts.historyOf(
      metricNames(t, post)(metric),
      f.figure(metric, first.metrics[metric]),
      f.figure(metric, last.metrics[metric]),
      t.posts.times(points.length, f.number(points.length)),
    );
    return (
      <div>
        <p class="field-label">{t.posts.history}</p>
        <Sparkline points={points} label={label} />
        <p class="small muted">{label}</p>
      </div>
    );
  }
  return null;
}

export function AllFigures({ post }: { post: KnownPost }) {
  const { t } = useWords('panel');
  const metrics = latestMetrics(post);
  const nameOf = metricNames(t, post);
  const known = METRIC_NAMES.filter((name) => metrics[name]);
  if (known.length === 0) return null;
  return (
    <table class="table">
      <caption class="field-label caption">{t.posts.allFigures}</caption>
      <tbody>
        {known.map((name) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            <td>
              <FigureText metric={name} figure={metrics[name]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

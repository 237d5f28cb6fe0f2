/** Report → one mark per post for the overlay. */
import { normaliseTitle, timePart } from '../model/identity';
import { type KeptMark, type Mark, marksName } from '../model/marks';
import type { MetricName } from '../model/metrics';
import type { KnownPost } from '../model/post';
import type { Finding, Report } from '../model/report';
import type { Locale } from './texts';

/** Enough for a small line. */
const POINTS = 10;
const TRENDS = ['views', 'impressions', 'reach', 'likes'] as const satisfies readonly MetricName[];

/** Marks by the name they are kept under. */
export function marksOf(posts: readonly KnownPost[], report: Report, locale: Locale): Map<string, KeptMark[]> {
  const checks = new Map(report.compliance.posts.map((check) => [check.post, check]));
  const bands = new Map(
    report.score.flatMap(({ keys, posts: scored }) =>
      scored.flatMap(({ post, bands: own }) => {
        const key = keys[post];
        return key !== undefined && own ? [[key, own] as const] : [];
      }),
    ),
  );
  const paces = new Map(
    report.growth.flatMap(({ keys, anomalies }) =>
      anomalies.flatMap((anomaly): [string, NonNullable<Mark['pace']>][] => {
        const key = anomaly.post === null ? undefined : keys[anomaly.post];
        if (key === undefined || (anomaly.kind !== 'surge' && anomaly.kind !== 'slump')) return [];
        const factor = anomaly.why.inputs.times;
        return [[key, { kind: anomaly.kind, factor: typeof factor === 'number' ? factor : 0 }]];
      }),
    ),
  );
  const marks = new Map<string, KeptMark[]>();
  for (const known of posts) {
    const check = checks.get(known.key);
    const mark: KeptMark = {
      account: known.account,
      id: known.post.id,
      ...shownOf(known),
      bands: bands.get(known.key) ?? null,
      level: check?.level ?? 'green',
      findings: toldOf(check?.findings ?? []),
      pace: paces.get(known.key) ?? null,
    };
    const name = marksName(locale, known.platform, known.post);
    const month = marks.get(name);
    if (month) month.push(mark);
    else marks.set(name, [mark]);
  }
  return marks;
}

type Shown = Pick<KeptMark, 'time' | 'title' | 'trend'>;
/** A post that did not change is the same object. */
const shown = new WeakMap<KnownPost, Shown>();

/** What is told of a post whatever the report says. */
function shownOf(known: KnownPost): Shown {
  const before = shown.get(known);
  if (before) return before;
  const { post } = known;
  const made = { time: timePart(post), title: normaliseTitle(post.title), trend: trendOf(known) };
  shown.set(known, made);
  return made;
}

/** What the overlay's card says of them. */
function toldOf(findings: readonly Finding[]): Finding[] {
  return findings
    .filter(({ exemption, level }) => !exemption && level !== 'green')
    .map(({ source: { url: _, ...source }, ...finding }) => ({ ...finding, source }));
}

/** The first figure that one page showed at least twice. Pages count differently, so one page only. */
function trendOf({ snapshots }: KnownPost): Mark['trend'] {
  if (snapshots.length < 2) return null;
  for (const metric of TRENDS) {
    const pages = Map.groupBy(
      snapshots.filter((snapshot) => snapshot.metrics[metric]),
      ({ page }) => page,
    );
    const longest = [...pages.values()].reduce((best, looks) => (looks.length > best.length ? looks : best), []);
    if (longest.length < 2) continue;
    const step = Math.max(1, (longest.length - 1) / (POINTS - 1));
    const places = [...new Set(Array.from({ length: Math.min(POINTS, longest.length) }, (_, at) => Math.round(at * step)))];
    return {
      metric,
      points: places.flatMap((at): [number, number][] => {
        const look = longest[at];
        const figure = look?.metrics[metric];
        return look && figure ? [[look.seenAt, figure.value]] : [];
      }),
    };
  }
  return null;
}

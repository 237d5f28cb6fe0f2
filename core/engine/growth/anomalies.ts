/**
 * A4: posts far outside the account's own growth at the same age, and shifts of the whole account. Most anomalies are gaps in what
 * was captured, so that is looked at first: across a gap nothing is concluded.
 */
import type { ComparablePost } from '../../history/comparable';
import { type CurvePoint, corrections, valueAtAge } from '../../history/growth';
import { ageHours } from '../../history/horizon';
import { outcomeCurve } from '../../history/outcome';
import type { MetricName } from '../../model/metrics';
import type { KnownPost } from '../../model/post';
import { normalCdf } from '../../stats/distributions';
import { discoveries } from '../../stats/proportions';
import { median, robustSd } from '../../stats/robust';
import { RunningOrder } from '../../stats/running';
import type { PostFacts } from '../mix/facts';
import type { Unit } from '../units';

const LIMIT = 3.5;
const FALSE_DISCOVERIES = 0.1;
/** Posts of the same age that a post is compared with. */
const PEERS = 60;
const FEWEST_PEERS = 8;
const YOUNGEST_HOURS = 6;
/** A look after a longer pause than this says nothing about the pace in between. */
const GAP_HOURS = 5 * 24;
const RECENT_MS = 14 * 24 * 3_600_000;
/** A spread below this (log) comes from rounded or tiny figures. */
const SMALLEST_SPREAD = 0.1;
/** At the usual limit of 5 a fifth of accounts without any shift were told of one (measured on made-up accounts); at 8 one in twenty. */
const CUSUM = { drift: 0.5, limit: 8, before: 60, fewest: 20, winsor: 2.5, recent: 20 };

/** Found in one unit; keys are put into place and words when the account's report is made. Plain data. */
export interface UnitAnomaly {
  kind: 'surge' | 'slump' | 'correction' | 'levelUp' | 'levelDown';
  key: string | null;
  title: string;
  metric: string;
  /** Milliseconds since the epoch. */
  at: number;
  size: number;
  /** How many times as much, or as little, as usual. */
  factor: number;
  peers: string[];
}

export function anomaliesOf(unit: Unit, facts: readonly PostFacts[]): UnitAnomaly[] {
  return [...pace(unit), ...takenBack(unit), ...levels(unit, facts)];
}

interface Candidate {
  post: KnownPost;
  at: number;
  zs: number[];
  gap: number;
  peers: () => string[];
}

/** Young posts whose last two looks both lie far from the account's usual figure at that age. */
function pace(unit: Unit): UnitAnomaly[] {
  const { outcome, posts: comparablePosts } = unit.comparable;
  if (!outcome) return [];
  const byKey = new Map(unit.posts.map((post) => [post.key, post]));
  const curves = new Map<string, CurvePoint[]>(unit.comparable.waiting.map(({ key, curve }) => [key, curve]));
  const curveFor = (key: string, publishedAt: number) => {
    const known = curves.get(key);
    if (known) return known;
    const post = byKey.get(key);
    const made = post ? outcomeCurve(post, publishedAt, outcome) : [];
    curves.set(key, made);
    return made;
  };
  const recentPeers = comparablePosts.slice(-PEERS);
  let peerCurves: { peer: ComparablePost; curve: CurvePoint[] }[] | undefined;
  // A post is news until twice the horizon; afterwards it is history.
  const young = [
    ...unit.comparable.waiting.map(({ key, publishedAt }) => ({ key, publishedAt })),
    ...recentPeers.filter(({ key, kind, publishedAt }) => kind === 'at-horizon' && isYoung(byKey.get(key), publishedAt, unit)),
  ];
  const candidates = young.flatMap(({ key, publishedAt }): Candidate[] => {
    const post = byKey.get(key);
    const curve = curveFor(key, publishedAt).filter((point) => point.ageHours >= YOUNGEST_HOURS);
    const [one, two] = curve.slice(-2);
    if (!post || !one || !two) return [];
    peerCurves ??= recentPeers.map((peer) => ({ peer, curve: curveFor(peer.key, peer.publishedAt) }));
    const others = peerCurves.filter(({ peer }) => peer.key !== key);
    const at = (peer: readonly CurvePoint[], point: CurvePoint) => {
      const value = valueAtAge(peer, point.ageHours);
      return value?.kind === 'at-horizon' ? value.logCount : null;
    };
    const zs = [one, two].map((point) => {
      const values: number[] = [];
      for (const { curve: peer } of others) {
        const value = at(peer, point);
        if (value !== null) values.push(value);
      }
      if (values.length < FEWEST_PEERS) return { z: Number.NaN, gap: 0 };
      const centre = median(values);
      return { z: (point.logCount - centre) / Math.max(SMALLEST_SPREAD, robustSd(values, centre)), gap: point.logCount - centre };
    });
    // Across a long pause between the two looks nothing is said.
    if (two.ageHours - one.ageHours > GAP_HOURS || zs.some(({ z }) => Number.isNaN(z))) return [];
    // Those seen at the age of the first look, then those at the second alone.
    const peers = () => [...new Set([one, two].flatMap((point) => others.filter(({ curve: peer }) => at(peer, point) !== null)))];
    return [
      {
        post,
        at: publishedAt + two.ageHours * 3_600_000,
        zs: zs.map(({ z }) => z),
        gap: zs[1]?.gap ?? 0,
        peers: () => peers().map(({ peer }) => peer.key),
      },
    ];
  });
  const weaker = candidates.map(({ zs }) => Math.min(...zs.map(Math.abs)));
  const found = discoveries(
    weaker.map((z) => 2 * normalCdf(-z)),
    FALSE_DISCOVERIES,
  );
  return candidates.flatMap(({ post, at, zs, gap, peers }, i): UnitAnomaly[] => {
    const same = zs.every((z) => z > 0) || zs.every((z) => z < 0);
    if (!found[i] || !same || (weaker[i] ?? 0) <= LIMIT) return [];
    return [
      {
        kind: gap > 0 ? 'surge' : 'slump',
        key: post.key,
        title: post.post.title,
        metric: outcome.name,
        at,
        size: zs.at(-1) ?? 0,
        factor: Math.exp(Math.abs(gap)),
        peers: peers(),
      },
    ];
  });
}

function isYoung(post: KnownPost | undefined, publishedAt: number, unit: Unit): boolean {
  return post !== undefined && ageHours(publishedAt, post.lastSeenAt) <= 2 * unit.horizonHours;
}

const COUNTED = ['views', 'likes', 'comments', 'shares', 'saves'] as const satisfies readonly MetricName[];

/** Figures that the platform took back lately. */
function takenBack({ posts }: Unit): UnitAnomaly[] {
  const last = posts.reduce((latest, { lastSeenAt }) => Math.max(latest, lastSeenAt), 0);
  return posts.flatMap((post): UnitAnomaly[] => {
    if (post.snapshots.length < 2 || post.lastSeenAt < last - RECENT_MS) return [];
    // Two pages of one platform may count differently; only one page can take back what it showed itself.
    const pages = new Set(post.snapshots.map(({ page }) => page));
    for (const metric of COUNTED) {
      for (const page of pages) {
        const drop = corrections(
          post.snapshots.filter((snapshot) => snapshot.page === page),
          metric,
        ).at(-1);
        if (!drop || drop.at < last - RECENT_MS) continue;
        return [
          {
            kind: 'correction',
            key: post.key,
            title: post.post.title,
            metric,
            at: drop.at,
            size: Math.log1p(drop.to) - Math.log1p(drop.from),
            factor: (drop.from + 1) / (drop.to + 1),
            peers: [],
          },
        ];
      }
    }
    return [];
  });
}

/** Running sums of each post's distance from the posts before it: a lasting shift adds up, a single hit does not. */
function levels({ comparable }: Unit, facts: readonly PostFacts[]): UnitAnomaly[] {
  const posts = comparable.posts;
  if (posts.length < CUSUM.fewest + CUSUM.recent / 2) return [];
  let up = 0;
  let down = 0;
  let signal: { index: number; kind: 'levelUp' | 'levelDown'; size: number } | null = null;
  const before = new RunningOrder(CUSUM.before);
  for (const [i, { value }] of posts.entries()) {
    const enough = before.size >= CUSUM.fewest;
    const centre = enough ? before.median() : 0;
    const spread = enough ? before.robustSd(centre) : 0;
    before.push(value);
    if (!enough) continue;
    const z = (value - centre) / Math.max(SMALLEST_SPREAD, spread);
    const held = Math.max(-CUSUM.winsor, Math.min(CUSUM.winsor, z));
    up = Math.max(0, up + held - CUSUM.drift);
    down = Math.max(0, down - held - CUSUM.drift);
    if (up > CUSUM.limit || down > CUSUM.limit) {
      signal = { index: i, kind: up > down ? 'levelUp' : 'levelDown', size: Math.max(up, down) };
      up = 0;
      down = 0;
    }
  }
  if (!signal || signal.index < posts.length - CUSUM.recent) return [];
  const { index } = signal;
  const from = posts.slice(Math.max(0, index - CUSUM.before), index + 1);
  const at = facts.find(({ key }) => key === posts[index]?.key)?.publishedAt ?? 0;
  return [
    {
      kind: signal.kind,
      key: null,
      title: '',
      metric: comparable.outcome?.name ?? '',
      at,
      size: signal.size,
      factor: 1,
      peers: from.map(({ key }) => key),
    },
  ];
}

/**
 * Invented accounts whose truth is known: what the engine's error rates are measured on. Each world returns the posts of one
 * account, each looked at once when it reaches the horizon, and the true log effect of every hour.
 */
import { localTime } from '../../core/history/clock';
import type { KnownPost } from '../../core/model/post';
import { normalDraw, type Random, seeded } from '../../core/stats/random';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const HORIZON_HOURS = 7 * 24;
/** A Monday, midnight UTC. */
const START = Date.UTC(2024, 8, 2);

export interface World {
  zone: string;
  posts: KnownPost[];
  /** True log effect of posting at this local hour. */
  effect: (weekend: boolean, hour: number) => number;
}

export interface WorldOptions {
  posts: number;
  weeks: number;
  /** Residual standard deviation of the log outcome. */
  sigma: number;
  /** Peak log lift of the hour; 0 in a null world. */
  peak: number;
}

interface Draft {
  at: number;
  pillar: string;
  series?: string;
  format: 'video' | 'image';
  /** Log outcome without noise and without the hour. */
  base: number;
}

type Generator = (options: WorldOptions, random: Random) => { zone?: string; drafts: Draft[]; unlabelled?: boolean };

const PILLARS = ['one', 'two', 'three', 'four'];

/** Peak at 20 h on weekdays and 11 h on weekends, a smooth day around it. */
export function dayCurve(peak: number): World['effect'] {
  return (weekend, hour) => peak * Math.cos((2 * Math.PI * (hour - (weekend ? 11 : 20))) / 24);
}

/** The same peaks, but only some hours wide: the rest of the day is alike. */
export function bumpCurve(peak: number): World['effect'] {
  return (weekend, hour) => {
    const away = Math.abs(((hour - (weekend ? 11 : 20) + 36) % 24) - 12);
    return peak * Math.exp(-0.5 * (away / 2.5) ** 2);
  };
}

/** An author with a job: mornings, lunch, mostly evenings; posts spread over the weeks. */
function habitualHour(random: Random): number {
  const pick = random();
  const [centre, width] = pick < 0.55 ? [20, 2] : pick < 0.8 ? [13, 2] : pick < 0.95 ? [9, 1.5] : [15, 6];
  return ((((centre as number) + (width as number) * normalDraw(random)) % 24) + 24) % 24;
}

function spread(options: WorldOptions, random: Random): number[] {
  return Array.from({ length: options.posts }, () => Math.floor(random() * options.weeks * 7)).sort((a, b) => a - b);
}

function ordinary(options: WorldOptions, random: Random): Draft[] {
  const pillarEffects = PILLARS.map(() => 0.3 * normalDraw(random));
  let drift = 0;
  const growth = 0.4 + 0.8 * random();
  const days = spread(options, random);
  return days.map((day, i) => {
    drift = 0.95 * drift + 0.1 * normalDraw(random);
    const hour = habitualHour(random);
    // The topic leans on the hour: evenings are for topics one and two.
    const pillar = hour >= 17 && random() < 0.5 ? Math.floor(random() * 2) : Math.floor(random() * 4);
    return {
      at: day * DAY + hour * HOUR,
      pillar: PILLARS[pillar] ?? 'one',
      format: random() < 0.7 ? 'video' : 'image',
      base: 7 + (growth * i) / options.posts + drift + (pillarEffects[pillar] ?? 0),
    };
  });
}

/** Keeps the hour's distance from midnight when a post is moved. */
const atHour = (draft: Draft, hour: number): Draft => ({
  ...draft,
  at: Math.floor(draft.at / DAY) * DAY + (((hour % 24) + 24) % 24) * HOUR,
});

export const GENERATORS: Record<string, Generator> = {
  plain: (options, random) => ({ drafts: ordinary(options, random) }),
  /** Several posts within two hours, then days of nothing; what one burst meets, all its posts meet. */
  bursty: (options, random) => {
    const drafts: Draft[] = [];
    for (const seed of ordinary({ ...options, posts: Math.ceil(options.posts / 4) }, random)) {
      const shock = 0.3 * normalDraw(random);
      const size = 2 + Math.floor(random() * 5);
      for (let k = 0; k < size; k++) drafts.push({ ...seed, at: seed.at + random() * 2 * HOUR, base: seed.base + shock });
    }
    return { drafts: drafts.sort((a, b) => a.at - b.at).slice(0, options.posts) };
  },
  /** Two accounts read as one: another level, other hours, and their own labels. */
  merged: (options, random) => {
    const half = { ...options, posts: Math.floor(options.posts / 2) };
    const other = ordinary(half, random).map((draft) => ({
      ...atHour(draft, 10 + 2 * normalDraw(random)),
      pillar: `other ${draft.pillar}`,
      base: draft.base - 1.2,
    }));
    return { drafts: [...ordinary(half, random), ...other].sort((a, b) => a.at - b.at) };
  },
  /** One post in twenty goes round the world. */
  hits: (options, random) => ({
    drafts: ordinary(options, random).map((draft) => ({ ...draft, base: draft.base + (random() < 0.05 ? 2 + 2 * random() : 0) })),
  }),
  /** Reach jumps twice, and the author changes hours at the same time. */
  levelShifts: (options, random) => {
    const cuts = [0.3 + 0.1 * random(), 0.6 + 0.2 * random()];
    const steps = [normalDraw(random), normalDraw(random)];
    return {
      drafts: ordinary(options, random).map((draft, i, all) => {
        const share = i / all.length;
        const level = cuts.reduce((sum, cut, k) => sum + (share > cut ? (steps[k] ?? 0) : 0), 0);
        const moved = share > (cuts[0] ?? 1) && random() < 0.5 ? atHour(draft, 9 + 1.5 * normalDraw(random)) : draft;
        return { ...moved, base: draft.base + level };
      }),
    };
  },
  /** From noon to evening while growing fourfold. */
  trend: (options, random) => ({
    drafts: ordinary(options, random).map((draft, i, all) => ({
      ...atHour(draft, 12 + (8 * i) / all.length + 2 * normalDraw(random)),
      base: draft.base + (Math.log(4) * i) / all.length,
    })),
  }),
  /** Clocks change twice within the history. */
  daylightSaving: (options, random) => ({ zone: 'America/New_York', drafts: ordinary(options, random) }),
  /** The best series always goes out in the evening, and is labelled. */
  confoundedSeries: (options, random) => ({
    drafts: ordinary(options, random).map((draft) =>
      random() < 0.3 ? { ...atHour(draft, 20 + normalDraw(random)), series: 'evening series', base: draft.base + 0.7 } : draft,
    ),
  }),
};

/** Noise: Student's t with five degrees, scaled to the given standard deviation. */
function noise(sigma: number, random: Random): number {
  let chi = 0;
  for (let k = 0; k < 5; k++) chi += normalDraw(random) ** 2;
  return (sigma * normalDraw(random)) / Math.sqrt(chi / 5) / Math.sqrt(5 / 3);
}

export function world(
  generator: string,
  seed: number,
  options: WorldOptions,
  effect: World['effect'] = dayCurve(options.peak),
): World {
  const random = seeded(seed);
  const make = GENERATORS[generator];
  if (!make) throw new RangeError(`no generator ${generator}`);
  const { drafts, zone = 'Asia/Shanghai' } = make(options, random);
  const posts = drafts.map((draft, i): KnownPost => {
    const publishedAt = START + draft.at;
    // Drafts are written in local time; the shift between the zone and UTC is taken out, so that hours mean what they say.
    const local = localTime(publishedAt, zone);
    const wanted = (draft.at / HOUR) % 24;
    let shift = wanted - local.hour;
    if (shift > 12) shift -= 24;
    if (shift < -12) shift += 24;
    const at = publishedAt + shift * HOUR;
    const { weekday, hour } = localTime(at, zone);
    const value = Math.max(0, Math.round(Math.expm1(draft.base + effect(weekday >= 5, hour) + noise(options.sigma, random))));
    const seenAt = at + HORIZON_HOURS * HOUR;
    return {
      key: `post-${String(i).padStart(5, '0')}`,
      platform: 'other',
      account: `${generator}-${seed}`,
      post: {
        id: String(i),
        title: `post ${i}`,
        url: null,
        publishedAt: new Date(at).toISOString(),
        publishedPrecision: 'second',
        format: draft.format,
        durationSeconds: null,
        status: 'published',
        statusText: null,
        tags: [],
      },
      labels: { pillar: draft.pillar, ...(draft.series ? { series: draft.series } : {}) },
      snapshots: [{ seenAt, page: 'simulation', metrics: { views: { value, low: value, high: value, raw: String(value) } } }],
      firstSeenAt: seenAt,
      lastSeenAt: seenAt,
    };
  });
  return { zone, posts, effect };
}

/**
 * The report as it is stored and as screens ask for it: one front, small whatever the number of posts, and in pieces by account what
 * grows with the posts. A screen opens on the front; a piece is fetched by the screen that draws it.
 */
import { type Scope, sameScope, scopeId } from '../../components/data';
import type { WeekTimes } from '../../components/timing/week';
import type { Platform } from '../../core/model/platforms';
import type { KnownPost } from '../../core/model/post';
import type { ComplianceReport, GrowthReport, MixReport, Report, ScoreReport } from '../../core/model/report';
import { partsOfUnit } from '../../core/model/unit-name';
import type { Beside } from './evaluate';

/** Raised with every change of what lies in the store; a report of another form is made anew. Reports of no form were stored whole. */
export const FORM = 3;

/** What the first screen says of one account. */
export interface AccountFront extends Scope {
  /** Posts that a rule speaks against. */
  red: number;
  /** Published posts of each of the last weeks over all formats, oldest first. */
  weeks: number[];
  /** Posts that grow unusually fast or slowly, with their keys alone, and the dates around them. */
  growth: Pick<GrowthReport, 'keys' | 'anomalies' | 'seasons'> | null;
}

export interface Front extends Omit<Report, 'mix' | 'score' | 'growth' | 'compliance'> {
  form: typeof FORM;
  /** Version of the extension that made it. */
  build: string;
  compliance: Omit<ComplianceReport, 'posts'>;
  accounts: AccountFront[];
}

/** Each of one account. */
export interface Pieces {
  /** Publish times by unit. */
  times: Record<string, WeekTimes>;
  mix: MixReport[];
  score: ScoreReport[];
  /** One, or none. */
  growth: GrowthReport[];
  /** `titles` by key. */
  compliance: { posts: ComplianceReport['posts']; titles: Record<string, string> };
}
export type PieceName = keyof Pieces;
export const PIECES = ['times', 'mix', 'score', 'growth', 'compliance'] as const satisfies readonly PieceName[];

/** What a piece says of an account that the report does not know. */
export const noPieces = (): Pieces => ({ times: {}, mix: [], score: [], growth: [], compliance: { posts: [], titles: {} } });

const scopeOf = (unit: string): Scope => {
  const { platform, account } = partsOfUnit(unit);
  return { platform: platform as Platform, account };
};

interface Cut {
  front: Front;
  pieces: { scope: Scope; pieces: Pieces }[];
}

/** Cuts a report. `posts`: those it was made of. */
export function cut(report: Report, { build, times, weeks }: Beside, posts: readonly KnownPost[]): Cut {
  const { mix, score, growth, compliance, ...rest } = report;
  const parts = new Map<string, { scope: Scope; pieces: Pieces; weeks: number[] }>();
  const partOf = ({ platform, account }: Scope) => {
    const id = scopeId({ platform, account });
    const part = parts.get(id) ?? { scope: { platform, account }, pieces: noPieces(), weeks: [] };
    parts.set(id, part);
    return part;
  };
  for (const one of growth) partOf(one).pieces.growth.push(one);
  for (const one of mix) partOf(scopeOf(one.unit)).pieces.mix.push(one);
  for (const one of score) partOf(scopeOf(one.unit)).pieces.score.push(one);
  for (const [unit, of] of Object.entries(times)) partOf(scopeOf(unit)).pieces.times[unit] = of;
  for (const [unit, counts] of Object.entries(weeks)) {
    const part = partOf(scopeOf(unit));
    part.weeks = counts.map((count, at) => count + (part.weeks[at] ?? 0));
  }
  const checked = new Set(compliance.posts.map(({ post }) => post));
  const known = new Map(posts.flatMap((post) => (checked.has(post.key) ? [[post.key, post] as const] : [])));
  for (const check of compliance.posts) {
    const post = known.get(check.post);
    if (!post) continue;
    const { compliance: own } = partOf(post).pieces;
    own.posts.push(check);
    own.titles[check.post] = post.post.title;
  }
  const accounts = [...parts.values()].map(({ scope, pieces, weeks: own }) => ({
    ...scope,
    red: pieces.compliance.posts.filter(({ level }) => level === 'red').length,
    weeks: own,
    growth: pieces.growth[0] ? moving(pieces.growth[0]) : null,
  }));
  const { posts: _, ...whole } = compliance;
  return { front: { ...rest, form: FORM, build, compliance: whole, accounts }, pieces: [...parts.values()] };
}

/** Posts that move, and of all keys theirs alone. */
function moving({ keys, anomalies, seasons }: GrowthReport): AccountFront['growth'] {
  const found = anomalies.filter(({ kind }) => kind === 'surge' || kind === 'slump');
  return {
    keys: found.map(({ post }) => (post === null ? '' : (keys[post] ?? ''))),
    anomalies: found.map((one, at) => ({ ...one, post: one.post === null ? null : at, why: { ...one.why, posts: [] } })),
    seasons,
  };
}

/** The whole again, as it was cut. Pieces that were not fetched leave their parts empty. */
export function joined(front: Front, pieces: readonly Partial<Pieces>[]): Report {
  const { form: _, build: __, accounts: ___, compliance, ...rest } = front;
  const place = new Map(front.units.map(({ unit }, at) => [unit, at]));
  const inOrder = <T extends { unit: string }>(list: T[]) =>
    list.sort((a, b) => (place.get(a.unit) ?? 0) - (place.get(b.unit) ?? 0));
  return {
    ...rest,
    mix: inOrder(pieces.flatMap(({ mix }) => mix ?? [])),
    score: inOrder(pieces.flatMap(({ score }) => score ?? [])),
    growth: pieces.flatMap(({ growth }) => growth ?? []),
    compliance: { ...compliance, posts: pieces.flatMap(({ compliance: own }) => own?.posts ?? []) },
  };
}

/** What the front says of one account. */
export type OwnFront = Pick<Front, 'units' | 'timing' | 'cadence' | 'suggestions' | 'compliance'> &
  Pick<AccountFront, 'red' | 'growth'> & { weeks: number[] | null };

export function frontOf(front: Front, scope: Scope): OwnFront {
  const own = <T extends { unit: string }>(list: T[]) => list.filter(({ unit }) => sameScope(scopeOf(unit), scope));
  const account = front.accounts.find((one) => sameScope(one, scope));
  return {
    units: own(front.units),
    timing: own(front.timing),
    cadence: own(front.cadence),
    suggestions: front.suggestions.filter(
      ({ platform, account: name }) =>
        (platform ?? scope.platform) === scope.platform && (name ?? scope.account) === scope.account,
    ),
    compliance: front.compliance,
    red: account?.red ?? 0,
    weeks: account?.weeks.length ? account.weeks : null,
    growth: account?.growth ?? null,
  };
}

/** D3 (traffic sources) and D6 (layers): what dashboards state, mapped to the plan's words. */
import type { Layers, Shown, TrafficSources } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { whyOf } from '../mix/adherence/window';
import type { Account } from './account';
import type { GrowthTexts } from './texts';

/** First match wins: `付费推荐` is paid. */
const SOURCES: readonly [Exclude<keyof TrafficSources, 'seenAt' | 'words' | 'other' | 'planned'>, RegExp][] = [
  ['paid', /付费|推广|广告|加热|dou\+|\bpaid\b|\bads?\b|advert|promot|sponsor/iu],
  ['search', /搜索|\bsearch\b/iu],
  ['followers', /关注|粉丝|好友|朋友|follow|friend|subscri/iu],
  ['recommended', /推荐|首页|发现|同城|for you|recommend|suggest|browse|explore|discover|shorts feed|reels/iu],
];

/** The newest traffic sources; null where no page showed any. Shares above 1 are taken as per cent. */
export function sourcesOf({ readings }: Account): Omit<TrafficSources, 'planned'> | null {
  for (const reading of [...readings].reverse()) {
    const shares = reading.breakdowns?.find(({ kind }) => kind === 'trafficSource')?.shares;
    if (!shares || Object.keys(shares).length === 0) continue;
    const scale = Object.values(shares).some((share) => share > 1.5) ? 100 : 1;
    const found: Omit<TrafficSources, 'planned'> = {
      seenAt: reading.seenAt,
      recommended: null,
      followers: null,
      search: null,
      paid: null,
      other: null,
      words: shares,
    };
    for (const [word, share] of Object.entries(shares)) {
      const name = SOURCES.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other';
      found[name] = (found[name] ?? 0) + share / scale;
    }
    return found;
  }
  return null;
}

export function trafficOf(account: Account, plan: Plan, words: GrowthTexts): Shown<TrafficSources> & { statement: string } {
  const sources = sourcesOf(account);
  const value = sources && { ...sources, planned: plan.trafficSources };
  const why = whyOf('growth.traffic', { have: value ? 1 : 0, need: 1, missing: value ? [] : [words.missingSources] });
  if (!value) return { value, why, statement: words.trafficUnknown };
  const names = ['recommended', 'followers', 'search', 'paid', 'other'] as const;
  const parts = names.flatMap((name): [string, number][] => {
    const share = value[name];
    return share === null ? [] : [[words.sources[name], share]];
  });
  return { value, why, statement: words.traffic(parts, value.seenAt.slice(0, 10)) };
}

export function layersOf({ readings }: Account, words: GrowthTexts): Layers {
  const latest = [...readings].reverse();
  const audience = latest
    .map(({ breakdowns }) => breakdowns?.find(({ kind }) => kind === 'audience'))
    .find((one) => one !== undefined);
  const both = latest.find(({ metrics }) => metrics.newViewers !== undefined && metrics.returningViewers !== undefined);
  const fresh = both?.metrics.newViewers?.value ?? 0;
  const returning = both?.metrics.returningViewers?.value ?? 0;
  const known = both !== undefined && fresh + returning > 0;
  const why = whyOf('growth.layers', {
    inputs: known ? { newViewers: fresh, returningViewers: returning } : {},
    have: known ? 1 : 0,
    need: 1,
    missing: known ? [] : [words.missingLayers],
  });
  const value = known ? returning / (fresh + returning) : null;
  return {
    returning: { value, why },
    words: audience?.shares ?? {},
    statement: value === null ? words.layersUnknown : words.layers(value),
  };
}

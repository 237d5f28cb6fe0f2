/** Figures of a whole account, by their labels. */
import type { AccountMetricName } from '../model/metrics';
import type { AccountReading, Figure } from '../model/reading';
import { readDate } from '../text/dates';
import { isAbsent, readFigure } from '../text/figures';
import type { Look, PageDefinition } from './types';

interface Where {
  /** An element that must be visible, so that other pages of the same address are not taken for this one. */
  beside: string;
  /** The inputs that hold the first and the last day of the period. */
  period?: readonly [string, string];
}

/** Reads `关注者 1`, or `关注者` and `1`, in the visible text, for the given words. A word with two different numbers is refused. */
export function accountFigures(
  words: Readonly<Record<string, AccountMetricName>>,
  { beside, period }: Where,
): NonNullable<PageDefinition['accountReadings']> {
  return (root, look) => {
    if (!look.sight.first(root, beside)) return [];
    const pieces = look.sight.pieces(root, 'TABLE').map(({ text }) => text);
    const metrics: AccountReading['metrics'] = {};
    const twice = new Set<AccountMetricName>();
    pieces.forEach((text, at) => {
      const [, word = '', inside = ''] = /^([^\d\s：:]+)[\s：:]*(\d[\d.,]*\s*[万亿wW]?)?$/.exec(text) ?? [];
      const metric = Object.hasOwn(words, word) ? words[word] : undefined;
      if (!metric) return;
      const read = readFigure(inside || (pieces[at + 1] ?? ''), 'count', { lang: look.lang });
      if (read.kind !== 'value') return;
      if (metrics[metric] && metrics[metric].value !== read.figure.value) twice.add(metric);
      metrics[metric] = read.figure;
    });
    for (const metric of twice) delete metrics[metric];
    if (Object.keys(metrics).length === 0) return [];
    const [from, to] = (period ?? []).map((selector) => {
      const day = look.sight.first(root, selector) as HTMLInputElement | null;
      return day ? readDate(day.value, look)?.at : undefined;
    });
    return [from && to ? { metrics, period: { from, to } } : { metrics }];
  };
}

/** "Followers 62 %" is a share of something, and a tab may be called "Followers" too: only these say how many there are. */
const TOTAL_FOLLOWERS =
  /^(?:total followers|トータルフォロワー数|合計フォロワー|フォロワーの合計|粉丝总数|总粉丝数|总粉丝量|粉絲總數|총 팔로워|total de seguidores|seguidores totales|total d['’]abonnés|follower insgesamt|tổng số follower)$/i;

/** The number that stands after such words; undefined where none or different ones do. */
export function totalFollowers(root: ParentNode, look: Look): Figure | undefined {
  const pieces = look.sight.pieces(root);
  const found = pieces.flatMap(({ text }, at) => {
    const value = TOTAL_FOLLOWERS.test(text) ? (pieces[at + 1]?.text ?? '') : '';
    const read = isAbsent(value) ? null : readFigure(value, 'count', { lang: look.lang });
    return read?.kind === 'value' ? [read.figure] : [];
  });
  return found.every(({ value }) => value === found[0]?.value) ? found[0] : undefined;
}

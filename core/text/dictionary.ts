/**
 * What a label means, by the words of `words.ts` and of the languages that were taught (`languages.ts`). Whoever reads files or pages
 * of any language imports `labels.ts`, which knows them all.
 */
import { ACCOUNT_METRICS, type AccountMetricName, METRICS, type MetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';
import { clean } from './clean';
import { unitsOfLabel } from './figures';
import { CHINESE_AND_ENGLISH, type Field, type Labels } from './words';

/** Letters that separate or decorate, taken out before labels are compared. */
const DECORATION = /["'“”„«»「」『』‘’*?!.。:,;↑↓▲▼△▽▾▴↕ⓘ]/g;

/** One spelling per label: no case, no hyphens, no decoration, no unit in brackets at the end. */
function normal(label: string, dropUnit: boolean): string {
  let text = clean(label).normalize('NFC').toLowerCase();
  if (dropUnit) text = text.replace(/\s*\([^()]*\)\s*$/, '');
  return clean(text.replace(DECORATION, '').replace(/[‐‑‒–—-]/g, ' '));
}

const books: Labels[] = [CHINESE_AND_ENGLISH];
let common: Map<string, MetricName> | undefined;
let ignored: Set<string> | undefined;
let fields: Map<string, Field> | undefined;
let account: Map<string, AccountMetricName> | undefined;
const byPlatform = new Map<Platform, Map<string, MetricName>>();

/** Adds the words of further languages. What was found before stays found. */
export function learnLabels(labels: Labels): void {
  books.push(labels);
  common = ignored = fields = account = undefined;
  byPlatform.clear();
}

function dictionary<Name extends string>(
  wordsOf: (labels: Labels) => Partial<Record<Name, string>> | undefined,
): Map<string, Name> {
  const into = new Map<string, Name>();
  for (const labels of books)
    for (const [name, list] of Object.entries(wordsOf(labels) ?? {}) as [Name, string][])
      for (const word of list.split('|')) if (word !== '') into.set(word, name);
  return into;
}

function lookUp(label: string, platform: Platform | null): MetricName | null {
  if (platform !== null) {
    let own = byPlatform.get(platform);
    if (!own) {
      own = dictionary(({ platforms }) => platforms[platform]);
      byPlatform.set(platform, own);
    }
    const found = own.get(label) ?? own.get(withoutCounter(label));
    if (found) return found;
  }
  common ??= dictionary(({ metrics }) => metrics);
  return common.get(label) ?? common.get(withoutCounter(label)) ?? null;
}

/** 点赞量, 点赞数, 点赞次数 and 点赞 are one label, as are 댓글 수 and 댓글. People (人数) are counted apart from views. */
const withoutCounter = (label: string) => label.replace(/(?:次数|次數|件数|回数|量|数|數| 수)$/, '');

/**
 * The metric a label stands for, or null: unknown, or known not to be one. A unit in brackets must fit the metric: `Likes (%)` is a
 * share of something and not the likes.
 */
export function metricOfLabel(label: string, platform: Platform | null): MetricName | null {
  const whole = lookUp(normal(label, false), platform);
  if (whole) return whole;
  const units = unitsOfLabel(label);
  const metric = lookUp(normal(label, true), platform);
  if (!metric || Object.keys(units).length === 0) return null;
  const { unit } = METRICS[metric];
  const fits = units.percent ? unit === 'ratio' : units.seconds ? unit === 'seconds' : unit === 'money';
  return fits ? metric : null;
}

/** The account-level figure a label stands for. Where one word is both (粉丝增量), the metric's meaning holds. */
export function accountMetricOfLabel(label: string, platform: Platform | null): AccountMetricName | null {
  account ??= dictionary((labels) => labels.account);
  const own = account.get(normal(label, false));
  if (own) return own;
  const metric = metricOfLabel(label, platform);
  return metric !== null && (ACCOUNT_METRICS as readonly string[]).includes(metric) ? (metric as AccountMetricName) : null;
}

/** What a header that is no metric stands for; `ignored` for one that is known and not read; null for an unknown one. */
export function fieldOfLabel(label: string): Field | 'ignored' | null {
  fields ??= dictionary((labels) => labels.fields);
  ignored ??= new Set(dictionary((labels) => ({ ignored: labels.ignored })).keys());
  const name = normal(label, false);
  return (
    fields.get(name) ??
    (ignored.has(name) || ignored.has(normal(label, true)) ? 'ignored' : (fields.get(normal(label, true)) ?? null))
  );
}

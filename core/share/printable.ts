/**
 * A report for paper and for people without the extension: one self-contained HTML page without a script, without anything loaded
 * from elsewhere (its own policy forbids both), readable in any browser and printable as it is.
 */

import { panel as panelEn } from '../../assets/locales/en/panel';
import { printable as en } from '../../assets/locales/en/printable';
import { ui as uiEn } from '../../assets/locales/en/ui';
import { panel as panelZh } from '../../assets/locales/zh-CN/panel';
import { printable as zh } from '../../assets/locales/zh-CN/printable';
import { ui as uiZh } from '../../assets/locales/zh-CN/ui';
import { latestMetrics } from '../model/latest';
import { METRIC_NAMES, METRICS, type MetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';
import type { KnownPost } from '../model/post';
import type { Figure } from '../model/reading';
import type { Lift, Suggestion } from '../model/report';
import { groundOf } from '../model/strength';
import type { Pages } from './rows';
import { escapeXml } from './xml';

export interface PrintableOptions {
  locale: 'en' | 'zh-CN';
  /** Milliseconds since the epoch. */
  now: number;
  /** IANA zone in which times are printed. */
  zone: string;
  suggestions: readonly Suggestion[];
}

const TEXTS = { en: { t: en, ui: { ...uiEn, ...panelEn } }, 'zh-CN': { t: zh, ui: { ...uiZh, ...panelZh } } };
/** A page of paper is no place for a hundred thousand rows. */
const MOST_POSTS = 200;
const MOST_METRICS = 6;

const STYLE = `
:root { font: 14px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c1b19; background: #fff }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem }
h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem } h3 { font-size: 1rem; margin: 1rem 0 .2rem }
p { margin: .2rem 0 } .soft { color: #5f5b54 }
table { border-collapse: collapse; width: 100%; font-size: .9rem } th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid #ddd8cf; vertical-align: top }
th { font-weight: 600 } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } td.t { overflow-wrap: anywhere }
section.s { border-left: 3px solid #3d6b4f; padding-left: .8rem; margin: 1rem 0; break-inside: avoid }
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid } thead { display: table-header-group } }
@page { margin: 16mm }
`;

interface Account {
  platform: Platform;
  account: string;
  posts: number;
  first: string | null;
  last: string | null;
}

export async function writePrintable(pages: Pages, { locale, now, zone, suggestions }: PrintableOptions): Promise<string> {
  const { t, ui } = TEXTS[locale];
  const moment = (at: string | number, time: boolean) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', ...(time && { timeStyle: 'short' }) }).format(
      new Date(at),
    );
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });

  const accounts = new Map<string, Account>();
  const metrics = new Map<MetricName, number>();
  let newest: KnownPost[] = [];
  let total = 0;
  for await (const page of pages) {
    for (const post of page) {
      total += 1;
      const name = `${post.platform}|${post.account}`;
      const at = post.post.publishedAt;
      const known = accounts.get(name) ?? { platform: post.platform, account: post.account, posts: 0, first: null, last: null };
      accounts.set(name, {
        ...known,
        posts: known.posts + 1,
        first: at && (!known.first || Date.parse(at) < Date.parse(known.first)) ? at : known.first,
        last: at && (!known.last || Date.parse(at) > Date.parse(known.last)) ? at : known.last,
      });
      newest.push(post);
    }
    newest = newest.sort(byNewest).slice(0, MOST_POSTS);
  }
  const latest = newest.map((post) => latestMetrics(post));
  for (const figures of latest)
    for (const name of Object.keys(figures) as MetricName[]) metrics.set(name, (metrics.get(name) ?? 0) + 1);
  const shown = METRIC_NAMES.filter((name) => (metrics.get(name) ?? 0) * 3 >= newest.length).slice(0, MOST_METRICS);

  const accountName = (account: string) =>
    account === '' || /^\?\d+$/.test(account) ? `${t.unnamed}${account.replace('?', ' ')}` : account;
  const figure = (name: MetricName, value: Figure | undefined): string => {
    if (!value) return t.unknown;
    const { unit } = METRICS[name];
    const text =
      unit === 'ratio'
        ? share.format(value.value)
        : number.format(value.value) + (unit === 'money' ? ` ${value.currency ?? ''}` : '');
    return value.low === value.high ? text : `${t.approximately} ${text}`;
  };
  const interval = ({ low, high }: Lift) => t.interval(signed.format(low), signed.format(high));
  const text = escapeXml;
  const cells = (tag: 'td' | 'th', values: readonly [string, ('n' | 't')?][]) =>
    `<tr>${values.map(([value, kind]) => `<${tag}${kind ? ` class="${kind}"` : ''}>${text(value)}</${tag}>`).join('')}</tr>`;

  const overview = [...accounts.values()].map(({ platform, account, posts, first, last }) =>
    cells('td', [
      [ui.platforms[platform]],
      [accountName(account), 't'],
      [number.format(posts), 'n'],
      [first ? moment(first, false) : t.unknown],
      [last ? moment(last, false) : t.unknown],
    ]),
  );
  const advice = [...suggestions]
    .sort((a, b) => a.priority - b.priority)
    .map((suggestion) => {
      const { title, why, action, evidence, platform, account } = suggestion;
      const about = [platform && ui.platforms[platform], account, ui.strengths[groundOf(suggestion)]].filter(Boolean).join(' · ');
      const facts = [
        t.evidence(evidence.posts, evidence.weeks),
        ...(evidence.interval ? [interval(evidence.interval)] : []),
        ...(evidence.adjustedFor?.length ? [t.adjusted(evidence.adjustedFor.join(', '))] : []),
        ...(evidence.caveats?.length ? [t.caveats(evidence.caveats.join(' '))] : []),
      ];
      return `<section class="s"><h3>${text(title)}</h3><p class="soft">${text(about)}</p><p>${text(why)}</p><p><strong>${text(action)}</strong></p><p class="soft">${text(facts.join(' '))}</p></section>`;
    });
  const rows = newest.map(({ platform, account, post }, at) =>
    cells('td', [
      [post.title || t.untitled, 't'],
      [`${ui.platforms[platform]} · ${accountName(account)}`],
      [post.publishedAt ? moment(post.publishedAt, post.publishedPrecision !== 'day') : t.unknown],
      ...shown.map((name): [string, 'n'] => [figure(name, latest[at]?.[name]), 'n']),
    ]),
  );
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(t.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${text(t.title)}</h1>
<p class="soft">${text(t.made(moment(now, true), zone))}</p>
<table>
<thead>${cells('th', [[''], [t.account], [t.posts, 'n'], [t.from], [t.to]])}</thead>
<tbody>${overview.join('\n')}</tbody>
</table>
<h2>${text(t.suggestions)}</h2>
${advice.length > 0 ? advice.join('\n') : `<p>${text(t.noSuggestions)}</p>`}
<h2>${text(t.latest)}</h2>
${total > newest.length ? `<p class="soft">${text(t.firstRows(newest.length, total))}</p>` : ''}
<table>
<thead>${cells('th', [[t.postTitle], [t.account], [t.published], ...shown.map((name): [string, 'n'] => [ui.metrics[name], 'n'])])}</thead>
<tbody>${rows.join('\n')}</tbody>
</table>
<p class="soft">${text(t.note)}</p>
</body>
</html>
`;
}

function byNewest(a: KnownPost, b: KnownPost): number {
  const [left, right] = [a, b].map(({ post }) => (post.publishedAt ? Date.parse(post.publishedAt) : 0));
  return (right ?? 0) - (left ?? 0) || (a.key < b.key ? -1 : 1);
}

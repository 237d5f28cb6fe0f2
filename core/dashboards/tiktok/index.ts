/** TikTok Studio. Evidence: `facts/dashboards-west.md` 2; what is not read and why: README.md. */
import { isMetricName, type MetricName } from '../../model/metrics';
import type { Post } from '../../model/reading';
import { plainDigits } from '../../text/clean';
import { findDate, readDate } from '../../text/dates';
import { readDuration } from '../../text/durations';
import { isAbsent, readMetric } from '../../text/figures';
import { statusOf } from '../../text/status';
import { accountBreakdowns } from '../audience';
import { curveOf } from '../brought';
import { nearer } from '../nearer';
import { type Piece, parentOf } from '../sight';
import { withIdTime, withYearOf } from '../snowflake';
import { firstTotal, totalIn, totalInText } from '../totals';
import type { FigureText, Found, Look, PageDefinition, Row, Site } from '../types';

const POST = /\/(?:video|photo)\/(\d{15,20})(?:[/?#]|$)/;
const LINK = 'a[href*="/video/"], a[href*="/photo/"]';
const postAt = (address: string) => POST.exec(address)?.[1] ?? null;
/** `data-tt` names components; what follows the last known part drifts from release to release. */
const part = (name: string) => `[data-tt^="components_${name}"]`;

const addressOf = (link: Element) => link.getAttribute('href') ?? '';
const addressesOf = (row: Element): readonly string[] =>
  row.matches(LINK) ? [addressOf(row)] : Array.from(row.querySelectorAll(LINK), addressOf);

/** Words in place of a caption. */
const NO_CAPTION =
  /^(?:no description|geen beschrijving|keine beschreibung|sin descripción|sem descrição|aucune description|説明なし|설명 없음|暂无描述|无描述|không có mô tả)$/i;
const PINNED = /^(?:pinned|ピン留め|已置顶|置顶|고정됨|angeheftet|fijado|fixado|épinglé|đã ghim|vastgezet)$/i;
const MAY_BE_PINNED = new RegExp(PINNED.source.slice(1, -1), 'i');

/** TikTok's ids begin with the second at which the post was made. */
const finish = (post: Post, { fields: shown }: Row, look: Look) => withIdTime(withYearOf(post, shown.publishedAt, look), look);

const isCount = (text: string) => isAbsent(text) || /^\d[\d.,]*(?:\s?\p{L}{1,4}\.?)?$/u.test(plainDigits(text));

/* --- table of posts ----------------------------------------------------------------------------------------------------------- */

const CAPTION = `${part('PostInfoCell_a')}, ${part('PostInfoCell_Container')} a`;

function captionOf(row: Element, linked: boolean, look: Look): string | null {
  for (const link of look.sight.all(row, row.querySelector(CAPTION) ? CAPTION : LINK)) {
    const text = look.sight
      .lines(link)
      .filter((line) => readDuration(line) === null && !PINNED.test(line))
      .join(' ');
    if (text) return NO_CAPTION.test(text) ? null : text;
  }
  // A draft has no address yet: its caption is the first text of the cell that is neither a mark nor the date.
  const cell = linked ? null : look.sight.first(row, part('PostInfoCell_Container'));
  const text = (cell ? look.sight.lines(cell, part('PublishStageLabel')) : []).find(
    (line) => readDuration(line) === null && !PINNED.test(line),
  );
  return text === undefined || NO_CAPTION.test(text) ? null : text;
}

/** What stands where the date does: the date, or a word in its place. */
function stageOf(row: Element, look: Look): string | null {
  let word: string | null = null;
  for (const label of look.sight.all(row, part('PublishStageLabel'))) {
    const line = look.sight.text(label);
    if (readDate(line, look) !== null) return line;
    word ??= line || null;
  }
  return word;
}

/** Where nothing is named: the only text of the row that is a date as a whole. */
function dateOf(row: Element, stage: string | null, look: Look): string | null {
  if (stage) return statusOf(stage) === null ? stage : null;
  const dates = new Set(
    look.sight.pieces(row).flatMap(({ text, parent }) => (!parent.closest(LINK) && readDate(text, look) ? [text] : [])),
  );
  return dates.size === 1 ? [...dates].join('') : null;
}

/** "Reviewing" stands where the date was; an alarm clock means scheduled; the tab says drafts; else who may see the post. */
function statusIn(row: Element, stage: string | null, look: Look): string | null {
  if (stage && statusOf(stage) !== null) return stage;
  const named = look.sight.first(row, part('PrivacyCell'));
  const buttons = named ? [named] : look.sight.all(row, 'button');
  const audience = buttons.map((button) => look.sight.text(button)).find(Boolean);
  if (audience) return audience;
  const tab = look.sight.first(row.ownerDocument, '[role="tab"][aria-selected="true"]');
  const words = tab ? look.sight.text(tab).replace(/[\s(（]*[\d.,]+[)）]?$/, '') : '';
  return statusOf(words) === 'draft' ? words : null;
}

const isPinned = (row: Element, text: string, look: Look) =>
  MAY_BE_PINNED.test(text) && look.sight.pieces(row).some((piece) => PINNED.test(piece.text));

const DURATION = /^\d{1,3}:\d\d(?::\d\d)?$/;
function durationOf(row: Element, text: string, stage: string | null, look: Look): string | null {
  // A row may hold no clock but that of its date.
  if (!/\d:\d\d/.test(text.replace(stage ?? '', ' '))) return null;
  // An element of its own, beside the caption. Wherever else it may be, looking at each text of a row costs as much as all the rest.
  for (const element of look.sight.first(row, part('PostInfoCell_Container'))?.querySelectorAll(':not(a, svg, path)') ?? [])
    if (element.childElementCount === 0 && DURATION.test(element.textContent ?? '') && look.sight.visible(element))
      return element.textContent;
  return look.sight.pieces(row).find((piece) => DURATION.test(piece.text))?.text ?? null;
}

/** `text`: all of the row's, seen or not. */
function fieldsOf(row: Element, text: string, addresses: readonly string[], look: Look): Row['fields'] {
  const inAddress = (pattern: RegExp) => addresses.map((address) => pattern.exec(address)?.[1]).find(Boolean);
  const stage = stageOf(row, look);
  const fields = {
    id: inAddress(POST),
    url: addresses.find((address) => POST.test(address)),
    account: inAddress(/\/@([^/?#]+)\//),
    title: captionOf(row, addresses.length > 0, look),
    publishedAt: dateOf(row, stage, look),
    status: statusIn(row, stage, look),
    duration: durationOf(row, text, stage, look),
    format: addresses.some((address) => address.includes('/photo/')) ? 'photo' : addresses.length > 0 ? 'video' : null,
    pinned: isPinned(row, text, look) ? 'pinned' : null,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

const ORDER: readonly MetricName[] = ['views', 'likes', 'comments'];

/** The words over the table, `null` for one that names no metric. */
type Header = readonly (MetricName | null)[];

function headerOf(root: ParentNode, look: Look): Header | null {
  for (const table of look.sight.all(root, part('PostTable_Container'))) {
    if (table.querySelector(part('PostTable_Absolute')) || table.querySelector(LINK)) continue;
    const header = look.sight.pieces(table).flatMap(({ text }) => {
      const meaning = look.meaning(text);
      return /\p{L}/u.test(text) ? [meaning && isMetricName(meaning) ? meaning : null] : [];
    });
    if (header.filter(Boolean).length >= 2) return header;
  }
  return null;
}

/**
 * What the numbers of a row are: by their places under the header where it is seen, else in the order several readers of the live page
 * know. A word nobody knows is a column as well, so it must be certain over which of them the numbers begin.
 */
function orderOf(row: Element, count: number, header: Header | null): Header | null {
  if (!header) return count === ORDER.length ? ORDER : null;
  const known = header.flatMap((metric, at) => (metric ? [at] : []));
  const first = known[0] ?? 0;
  const start = (known.at(-1) ?? 0) - first + 1 === count ? first : startIn(row, count, header);
  const order = header.slice(start, start + count);
  const metrics = order.filter(Boolean);
  // All that is known stands over numbers, each once.
  return start >= 0 && metrics.length === known.length && new Set(metrics).size === metrics.length ? order : null;
}

/** Where the numbers begin by what the row has besides them; -1 where that does not add up to the header. */
function startIn(row: Element, count: number, header: Header): number {
  const around = (name: string) => (row.querySelector(part(name)) ? 1 : 0);
  const before = around('PostInfoCell') + around('PrivacyCell');
  return before + count + around('ActionCell') === header.length ? before : -1;
}

function table(
  row: string,
  numbersOf: (row: Element, look: Look) => string[],
  climb?: (match: Element, look: Look) => Element | null,
) {
  return {
    kind: 'custom' as const,
    find(root: ParentNode, look: Look): Found | null {
      const header = headerOf(root, look);
      const climbed = climb && look.sight.all(root, row).flatMap((match) => climb(match, look) ?? []);
      const rows = new Set(climbed ?? look.sight.rows(root, row));
      if (rows.size === 0) return null;
      for (const element of climbed ?? []) look.sight.row(element);
      return {
        rows: Array.from(rows, (element) => {
          const addresses = addressesOf(element);
          const text = element.textContent ?? '';
          return {
            element,
            signature: `${header}${text}${addresses.map(postAt).join()}`,
            parse: () => rowOf(element, text, addresses, numbersOf(element, look), header, look),
          };
        }),
        recognised: true,
        container: [...rows][0]?.parentElement ?? undefined,
      };
    },
  };
}

function rowOf(
  row: Element,
  text: string,
  addresses: readonly string[],
  numbers: string[],
  header: Header | null,
  look: Look,
): Row {
  const read: Row = { fields: fieldsOf(row, text, addresses, look), figures: [], byOrder: true };
  // Drafts have no numbers; a scheduled post shows the clock and dashes.
  if (row.querySelector('[data-icon="Alarm"]')) read.state = 'scheduled';
  const order = orderOf(row, numbers.length, header);
  if (order && numbers.length > 0)
    read.figures = order.flatMap((metric, at) => (metric ? [{ metric, raw: numbers[at] ?? '' }] : []));
  else if (numbers.length > 0) read.refused = [{ reason: 'wrong-count', excerpt: numbers.join(' ') }];
  return read;
}

/** The post's row around a link, where no component is named: no other post in it, and at least one number. */
function climbFrom(link: Element, look: Look): Element | null {
  const id = postAt(addressOf(link));
  for (let row: Element | null = link; id && row && row.tagName !== 'BODY'; row = parentOf(row)) {
    if (addressesOf(row).some((address) => (postAt(address) ?? id) !== id)) return null;
    if (bareNumbers(row, look).length >= ORDER.length) return row;
  }
  return null;
}

/** Texts of a row that are a number and nothing else, outside the caption and not a line of it. */
function bareNumbers(row: Element, look: Look): string[] {
  const pieces = look.sight.pieces(row);
  const isNumber = ({ text, parent }: Piece) =>
    !parent.closest(`${LINK}, button`) && isCount(text) && readDuration(text) === null;
  const last = pieces.findLast(isNumber);
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    const ofText = before && last && nearer(piece.parent, before.parent, last.parent) && !isNumber(before);
    return isNumber(piece) && !ofText ? [piece.text] : [];
  });
}

const content: PageDefinition = {
  id: 'tiktok/content',
  platform: 'tiktok',
  url: /^\/tiktokstudio\/content\/?(?:[?#]|$)/,
  layouts: [
    table(part('PostTable_Absolute'), (row, look) =>
      look.sight.all(row, part('ItemRow_TUXText')).map((item) => look.sight.text(item)),
    ),
    table(LINK, bareNumbers, climbFrom),
  ],
  defaults: { status: 'published' },
  total: firstTotal(
    totalIn('[role="tab"][aria-selected="true"]', /^\D{2,20}?\s*[(（]?(\d[\d.,]*)[)）]?$/),
    totalInText(
      /^(?:posts|berichten|publicaciones|publications|publicações|postagens|beiträge|投稿|게시물|作品|帖子|貼文|bài đăng|bài viết)\s*[(（]?(\d[\d.,]*)[)）]?$/i,
    ),
  ),
  empty:
    /^(?:no (?:posts|videos|content|drafts)(?: yet| found)?|暂无(?:作品|视频|内容)|まだ投稿がありません|投稿はありません|게시물이 없습니다)\.?$/i,
  finish,
};

/* --- one post ----------------------------------------------------------------------------------------------------------------- */

const INFO = '[data-tt^="VideoOverviewPage_VideoInfoCard_FlexRow"]';
const INFO_TEXT = '[data-tt="VideoOverviewPage_VideoInfoCard_TUXText"]';
const STRIP: readonly MetricName[] = ['views', 'likes', 'comments', 'shares', 'saves'];

/** The strip of five numbers; the card is drawn twice, first as a skeleton, so the last filled one counts. */
function stripOf(root: ParentNode, look: Look): string[] | null {
  const strips = look.sight.all(root, INFO).flatMap((card) => {
    const columns = look.sight.all(card, '[data-tt^="VideoOverviewPage_VideoInfoCard_FlexColumn"]');
    const numbers = columns.flatMap((column) => {
      const texts = look.sight
        .all(column, INFO_TEXT)
        .map((element) => look.sight.text(element))
        .filter(Boolean);
      const [only] = texts;
      return texts.length === 1 && only && isCount(only) ? [only] : [];
    });
    if (numbers.length === STRIP.length) return [numbers];
    const all = look.sight
      .all(card, INFO_TEXT)
      .map((element) => look.sight.text(element))
      .filter((text) => text && isCount(text));
    return all.length === STRIP.length ? [all] : [];
  });
  return strips.findLast((strip) => strip.some((text) => /\d/.test(plainDigits(text)))) ?? strips.at(-1) ?? null;
}

/** Labelled cards below the strip; the change since yesterday stands beside the number. */
function cardsOf(root: ParentNode, look: Look): FigureText[] {
  return look.sight.all(root, '[data-tt="VideoOverviewPage_VideoMetricsCard_Clickable"]').flatMap((card) => {
    const name = look.sight.first(card, '.TUXText') ?? look.sight.first(card, '*');
    const value = look.sight.first(card, '.absolute-value');
    const label = name ? (look.sight.lines(name)[0] ?? '') : '';
    const metric = look.meaning(label);
    return value && metric && isMetricName(metric) ? [{ metric, raw: look.sight.text(value), label }] : [];
  });
}

/** The same figure may stand in the strip as `69K` and on a card as `69,123`: the more precise one, if they agree. */
function moreExact(strip: readonly FigureText[], cards: readonly FigureText[], look: Look): Row {
  const figures: FigureText[] = [];
  const refused: Row['refused'] = [];
  for (const metric of new Set([...strip, ...cards].map((figure) => figure.metric))) {
    const known = [...strip, ...cards].filter((figure) => figure.metric === metric);
    const reads = known.flatMap((figure) => {
      const read = readMetric(figure.raw, metric, figure.label ?? '', { lang: look.lang });
      return read.kind === 'value' ? [{ figure, ...read.figure }] : [];
    });
    const [best] = [...reads].sort((a, b) => a.high - a.low - (b.high - b.low));
    if (best && reads.some(({ low, high }) => best.value < low || best.value > high))
      refused.push({ reason: 'same-figure-twice', excerpt: known.map(({ raw }) => raw).join(' / ') });
    else figures.push(best?.figure ?? (known[0] as FigureText));
  }
  return { fields: {}, figures, refused };
}

function findOverview(root: ParentNode, look: Look): Found | null {
  const id = ANALYTICS.exec(look.url.pathname)?.[1] ?? null;
  const numbers = stripOf(root, look);
  const cards = cardsOf(root, look);
  const element = look.sight.first(root, INFO) ?? look.sight.first(root, '[data-tt^="VideoOverviewPage_"]');
  if (!id || !element || (!numbers && cards.length === 0)) return null;
  const texts = look.sight
    .all(root, `${INFO} ${INFO_TEXT}`)
    .map((text) => look.sight.text(text))
    .filter((text) => text && !isCount(text));
  const posted = texts.find((text) => readDate(text, look) !== null);
  const title = texts.find((text) => text !== posted && findDate(text, look)?.start !== 0 && readDuration(text) === null);
  const strip = numbers?.map((raw, at): FigureText => ({ metric: STRIP[at] as MetricName, raw })) ?? [];
  const parse = (): Row => {
    const row = moreExact(strip, cards, look);
    row.fields.id = id;
    if (posted) row.fields.publishedAt = posted;
    if (title && !NO_CAPTION.test(title)) row.fields.title = title;
    return row;
  };
  return { rows: [{ element, signature: `${id} ${JSON.stringify([strip, cards, texts])}`, parse }], recognised: true };
}

const ANALYTICS = /^\/tiktokstudio\/analytics\/(\d{15,20})(?:\/overview)?\/?$/;

const postAnalytics: PageDefinition = {
  id: 'tiktok/post-analytics',
  platform: 'tiktok',
  url: /^\/tiktokstudio\/analytics\/\d{15,20}(?:\/overview)?\/?(?:[?#]|$)/,
  layouts: [{ kind: 'custom', find: findOverview }],
  defaults: { status: 'published' },
  finish,
};

/** Charts and totals of the whole account, in markup nobody has described: cards of names with shares, and hours with numbers. */
const accountAnalytics: PageDefinition = {
  id: 'tiktok/account-analytics',
  platform: 'tiktok',
  url: /^\/tiktokstudio\/analytics\/?(?:overview|content|viewers|followers?)?\/?(?:[?#]|$)/,
  layouts: [],
  accountReadings: accountBreakdowns,
  audienceCurves: curveOf,
};

export const tiktok: Site = {
  platform: 'tiktok',
  pages: [content, postAnalytics, accountAnalytics],
};

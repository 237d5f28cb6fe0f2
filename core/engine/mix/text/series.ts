/** Series that titles give away: a number that counts on, a name in brackets or before a bar. */

const FEWEST_POSTS = 3;
/** A pattern in nearly every title is the account's own name, not a series. */
const LARGEST_SHARE = 0.8;
const LONGEST_NAME = 24;

const NUMBER = '(?:\\p{Nd}+|[零〇一二三四五六七八九十百千两]+)';
const COUNTED: readonly RegExp[] = [
  new RegExp(`第\\s*(${NUMBER})\\s*([期集回话弹课章讲天周季篇])`, 'u'),
  /(?<![\p{L}])(ep|episode|part|pt|vol|volume|day|week|no|issue|chapter|lesson)[.\s]*#?\s*(\p{Nd}+)(?!\p{L})/iu,
  /#(\p{Nd}+)(?![\p{L}\p{Nd}])/u,
  /(?:day|vlog|日记|打卡)\s*\.?(\p{Nd}+)/iu,
];

const FIRST_NUMBER = new RegExp(NUMBER, 'u');

const trim = (text: string) => text.replace(/^[\s|｜:：,，.。、\-—–]+|[\s|｜:：,，.。、\-—–]+$/gu, '');
const nameLike = (text: string) => {
  // A character takes one or two units.
  if (text.length < 2 || text.length > 2 * LONGEST_NAME) return false;
  const length = [...text].length;
  return length >= 2 && length <= LONGEST_NAME && /\p{L}/u.test(text);
};

/** A name without its brackets, bars and marks. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Patterns a title may belong to, the most telling first. */
export function seriesPatterns(title: string): string[] {
  const text = title.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const patterns: string[] = [];
  for (const counted of COUNTED) {
    const match = counted.exec(text);
    if (!match) continue;
    const mark = match[0].replace(FIRST_NUMBER, '{n}');
    // What stands before the number names the series; after it comes the episode.
    const before = trim(
      text
        .slice(0, match.index)
        .split(/[|:。!?！？]/u)
        .at(-1) ?? '',
    );
    patterns.push(nameLike(before) ? `${before} ${mark}` : mark);
    break;
  }
  const bracket = /^[【[「《]([^】\]」》]{2,24})[】\]」》]/u.exec(text);
  if (bracket?.[1] && nameLike(bracket[1]))
    patterns.push(`${text.charAt(0)}${bracket[1].replace(/\p{Nd}+/gu, '{n}')}${bracket[0].at(-1)}`);
  const parts = text.split(/\s*[|:]\s*|\s[-—–]\s/u);
  if (parts.length > 1) {
    const [first, last] = [parts[0] ?? '', parts.at(-1) ?? ''];
    if (nameLike(first)) patterns.push(`${first.replace(/\p{Nd}+/gu, '{n}')} | …`);
    if (nameLike(last)) patterns.push(`… | ${last.replace(/\p{Nd}+/gu, '{n}')}`);
  }
  return patterns;
}

/**
 * The pattern of each title, null where none is shared by enough titles. `known`: topics and tags in use; a title that begins with
 * one of them names its topic, not a series.
 */
export function detectSeries(titles: readonly string[], known: Iterable<string> = []): (string | null)[] {
  const topics = new Set(Array.from(known, bare));
  const candidates = titles.map(seriesPatterns);
  const counts = new Map<string, number>();
  for (const list of candidates)
    for (const pattern of list.length > 1 ? new Set(list) : list) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  const series = new Set<string>();
  for (const [pattern, count] of counts)
    if (count >= FEWEST_POSTS && count <= LARGEST_SHARE * titles.length && !topics.has(bare(pattern))) series.add(pattern);
  return candidates.map((list) => list.find((pattern) => series.has(pattern)) ?? null);
}

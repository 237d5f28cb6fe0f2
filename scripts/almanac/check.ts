import { createInterface } from 'node:readline';
import type { CheckContext } from '../../core/engine/compliance';
import { checkText } from '../../core/engine/compliance';
import { isPlatform } from '../../core/model/platforms';
import { CommandError, noMore, option } from './usage';

const USAGE = 'almanac check [--platform P] [--market CN|US|UK|EU] [--context JSON] [--lang en|zh-CN] < LINES.jsonl';
const MARKETS = ['CN', 'US', 'UK', 'EU'] as const;
type Market = (typeof MARKETS)[number];

function json(text: string, what: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below: one message for every way in which it is not an object.
  }
  throw new CommandError(`${what} is not a JSON object: ${text.slice(0, 80)}`);
}

/** Checks one text per line of stdin and prints one answer per line. */
export async function check(args: string[]): Promise<void> {
  const platformOption = option(args, '--platform');
  const market = option(args, '--market') as Market | undefined;
  const locale = option(args, '--lang') === 'en' ? 'en' : 'zh-CN';
  const context = json(option(args, '--context') ?? '{}', '--context') as CheckContext;
  noMore(args, USAGE);
  if (market && !MARKETS.includes(market)) throw new CommandError(`--market is one of ${MARKETS.join(', ')}, not "${market}".`);
  if (platformOption && !isPlatform(platformOption)) throw new CommandError(`Unknown platform "${platformOption}".`);
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (!line.trim()) continue;
    const input = json(line, `line ${number}`);
    if (typeof input.text !== 'string') throw new CommandError(`line ${number} has no "text".`);
    const platform =
      typeof input.platform === 'string' && isPlatform(input.platform)
        ? input.platform
        : platformOption && isPlatform(platformOption)
          ? platformOption
          : undefined;
    const ctx = { ...context, ...(input.ctx && typeof input.ctx === 'object' ? input.ctx : {}) } as CheckContext;
    const lang = typeof input.lang === 'string' ? { lang: input.lang } : {};
    const { level, findings } = checkText({ text: input.text, platform, market, ...lang, locale, ctx });
    process.stdout.write(`${JSON.stringify({ id: input.id ?? String(number), level, findings })}\n`);
  }
}

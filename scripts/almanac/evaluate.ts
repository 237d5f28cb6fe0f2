import { evaluate as evaluatePosts } from '../../core/engine/report';
import { joinReadings } from '../../core/model/identity';
import type { Report } from '../../core/model/report';
import { readInputs } from './input';
import { CommandError, noMore, nowOption, option, zoneOption } from './usage';

const USAGE = 'almanac evaluate FILE… [--now ISO] [--zone IANA] [--seed N] [--lang en|zh-CN]';

/** Weighs the readings of all files together. */
export async function evaluate(args: string[]): Promise<Report> {
  const now = nowOption(args);
  const zone = zoneOption(args);
  const seed = Number(option(args, '--seed') ?? '1');
  const locale = option(args, '--lang') === 'zh-CN' ? 'zh-CN' : 'en';
  noMore(args, USAGE);
  if (!Number.isInteger(seed)) throw new CommandError('--seed wants a whole number.');
  const inputs = await readInputs(args, { now, zone });
  return evaluatePosts({
    posts: joinReadings(
      inputs.flatMap((input) => input.readings),
      new Map(inputs.flatMap((input) => [...input.labels])),
    ),
    accountReadings: inputs.flatMap((input) => input.accountReadings),
    audienceCurves: inputs.flatMap((input) => input.audienceCurves),
    zone,
    now,
    seed,
    locale,
  });
}

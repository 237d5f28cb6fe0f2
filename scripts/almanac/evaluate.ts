import { readFile } from 'node:fs/promises';
import { evaluate as evaluatePosts } from '../../core/engine/report';
import { planFigures } from '../../core/model/documents/plan-figures';
import { joinReadings } from '../../core/model/identity';
import type { Report } from '../../core/model/report';
import { parseWith } from '../../core/model/schemas';
import { planWith } from '../../core/plan/figures';
import { DEFAULT_PLAN, type Plan } from '../../core/plan/plan';
import { readInputs } from './input';
import { CommandError, noMore, nowOption, option, zoneOption } from './usage';

const USAGE = 'almanac evaluate FILE… [--now ISO] [--zone IANA] [--seed N] [--lang en|zh-CN] [--plan FIGURES.json]';

/** Weighs the readings of all files together. */
export async function evaluate(args: string[]): Promise<Report> {
  const now = nowOption(args);
  const zone = zoneOption(args);
  const seed = Number(option(args, '--seed') ?? '1');
  const locale = option(args, '--lang') === 'zh-CN' ? 'zh-CN' : 'en';
  const plan = await planOf(option(args, '--plan'));
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
    plan,
  });
}

/** The operating plan: its defaults, with the figures of the file laid over them (the names of `core/model/documents/plan-figures.ts`). */
async function planOf(file: string | undefined): Promise<Plan> {
  if (file === undefined) return DEFAULT_PLAN;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`Cannot read ${file}.`);
  });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new CommandError(`${file} is no JSON. It wants figures of the plan, for example {"postsPerWeek": 3}.`);
  }
  const figures = parseWith(planFigures.schema, { id: 'plan', ...(given as object) });
  if (!figures.ok) throw new CommandError(`${file}: ${figures.problem}`);
  return planWith(figures.value);
}

/** Checks a draft and finds out which facts would change the light. */
import type { DraftCheck, DraftContext, DraftQuestion } from '../../components/data';
import { checkText, worst } from '../../core/engine/compliance';
import type { Finding } from '../../core/model/report';
import type { Questions } from './protocol';

/** Facts a text cannot show, in the order in which they usually decide. */
const ASKABLE: DraftQuestion[] = ['commercial', 'hasLink', 'paid', 'gifted', 'adLabel', 'aiUsed', 'staged', 'isRepost'];
/** Nothing in these speaks for or against anything. */
const NEUTRAL = { 'zh-CN': '今天的云很好看', en: 'the sky is grey today' };

/** Rules that speak because of the answer alone, whatever the text says: no reason to ask everybody. */
function rulesOfAnswer(ask: Questions['check']['ask'], ctx: DraftContext): Set<string> {
  const texts = Object.values(NEUTRAL);
  return new Set(
    texts.flatMap((text) => checkText({ text, platform: ask.platform ?? undefined, ctx }).findings.map(({ rule }) => rule)),
  );
}

export function check(ask: Questions['check']['ask']): DraftCheck {
  const run = (ctx: DraftContext) => checkText({ text: ask.text, platform: ask.platform ?? undefined, locale: ask.locale, ctx });
  const { level, findings } = run(ask.context);
  const here = new Set(findings.map(({ rule }) => rule));
  const decides = (name: DraftQuestion): boolean =>
    [true, false].some((value) => {
      const ctx = { ...ask.context, [name]: value };
      const answered = run(ctx).findings;
      if (worst(answered) === level) return false;
      const always = rulesOfAnswer(ask, ctx);
      const speaking = (finding: Finding) => here.has(finding.rule) || !always.has(finding.rule);
      return worst(answered.filter(speaking)) !== level;
    });
  return { level, findings, questions: ASKABLE.filter((name) => ask.context[name] === undefined && decides(name)) };
}

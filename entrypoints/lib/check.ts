/** Checks a draft and finds out which facts would change the light. */
import {
  asksForAdLabel,
  boxesNeeded,
  checkText,
  declarationBoxes,
  ruleOf,
  withoutDismissed,
  worst,
} from '../../core/engine/compliance';
import type { DraftCheck, DraftContext, DraftQuestion } from '../../core/model/draft';
import type { Finding, Level } from '../../core/model/report';
import type { CheckAsk } from './check-ask';
import { dismissalsOf, mutedOf } from './dismissals';

/** Facts a text cannot show, in the order in which they usually decide. */
const ASKABLE: DraftQuestion[] = ['commercial', 'hasLink', 'paid', 'gifted', 'adLabel', 'aiUsed', 'staged', 'isRepost'];
/** Nothing in these speaks for or against anything. */
const NEUTRAL = { 'zh-CN': '今天的云很好看', en: 'the sky is grey today' };

/** Rules that speak because of the answer alone, whatever the text says: no reason to ask everybody. */
function rulesOfAnswer(ask: CheckAsk, ctx: DraftContext): Set<string> {
  const texts = Object.values(NEUTRAL);
  return new Set(
    texts.flatMap((text) =>
      checkText({ text, platform: ask.platform ?? undefined, market: ask.rules?.market ?? undefined, ctx }).findings.map(
        ({ rule }) => rule,
      ),
    ),
  );
}

/** What the rules say of a text, without what the creator has set aside. */
export function look(ask: CheckAsk): { level: Level; findings: Finding[] } {
  const { findings } = checkText({
    text: ask.text,
    platform: ask.platform ?? undefined,
    market: ask.rules?.market ?? undefined,
    locale: ask.locale,
    ctx: { ...ask.context, certified: ask.rules?.certified },
  });
  const left = withoutDismissed(findings, [...dismissalsOf(ask.suppressed ?? []), ...mutedOf(ask.rules)]);
  return { level: worst(left), findings: left };
}

export function check(ask: CheckAsk): DraftCheck {
  const run = (context: DraftContext) => look({ ...ask, context });
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
  const spoken = findings.filter((finding) => finding.level !== 'green').map(({ rule }) => rule);
  const declarations = ask.platform ? declarationBoxes(ask.platform) : null;
  const needed = ask.platform ? boxesNeeded(ask.platform, ask.context, [...here]).map(({ label }) => label) : [];
  return {
    level,
    findings,
    questions: ASKABLE.filter((name) => ask.context[name] === undefined && decides(name)),
    declarations: declarations && { ...declarations, needed },
    commercial:
      Boolean(ask.context.commercial || ask.context.paid || ask.context.gifted || ask.context.hasLink) ||
      spoken.some((rule) => ruleOf(rule)?.category === 'commercial' || asksForAdLabel(rule)),
  };
}

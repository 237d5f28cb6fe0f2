/** Refuses a rule that is incomplete: what each record, its texts and its sentences must hold. */
import { compliance as en } from '../../../../assets/locales/en/compliance';
import { compliance as zhCN } from '../../../../assets/locales/zh-CN/compliance';
import { SOURCES } from '../../../../assets/rules/sources';
import type { Rule } from '../../../../assets/rules/types';
import type { RuleSource } from '../../../../core/model/report';
import type { Sentence } from './sentences';

interface Texts {
  rules: Readonly<Record<string, { message: string; wayOut: string } | undefined>>;
  exemptions: Readonly<Record<string, string | undefined>>;
}
const TEXTS: Readonly<Record<'en' | 'zh-CN', Texts>> = { en, 'zh-CN': zhCN };
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A rule found by code, about the account as a whole: no single sentence breaks it. */
const OF_ACCOUNT = /^TECH-(?:DUP|BURST|RATIO-\w+)$/;
/** Rules about disguise itself: every sentence of theirs is one. */
const OF_DISGUISE = /^(?:CN-HOMO|TECH-ZW|TECH-TAGSPAM)$/;

/** What is missing in a rule, in words; empty when it is complete. */
export function lintRule(rule: Rule, sentences: readonly Sentence[], texts = TEXTS): string[] {
  const problems: string[] = [];
  const own = sentences.filter((one) => one.rule === rule.id);
  const has = (...kinds: Sentence['kind'][]) => own.some(({ kind }) => kinds.includes(kind));
  if (!OF_ACCOUNT.test(rule.id)) {
    if (!has('positive', 'disguised')) problems.push('no sentence that breaks it');
    if (!has('innocent')) problems.push('no innocent sentence that looks like it');
    if (!OF_DISGUISE.test(rule.id) && !has('disguised')) problems.push('no disguised sentence');
    if (rule.find.length === 0 && rule.category !== 'technical') problems.push('nothing to look for');
  }
  for (const [language, { rules, exemptions }] of Object.entries(texts)) {
    const words = rules[rule.id];
    if (!words?.message.trim()) problems.push(`no message in ${language}`);
    if (!words?.wayOut.trim()) problems.push(`no way out in ${language}`);
    for (const [, reason] of rule.exempt ?? [])
      if (!exemptions[reason]?.trim()) problems.push(`no words for exemption ${reason} in ${language}`);
  }
  const source: RuleSource | undefined = SOURCES[rule.source];
  if (!source) problems.push('no source');
  else {
    if (!source.title.trim()) problems.push('source without a title');
    if (!source.article.trim()) problems.push('source without an article');
    if (!['A', 'B', 'C'].includes(source.grade)) problems.push('source without a grade');
    if (!DAY.test(source.asOf)) problems.push('source without a date');
    if (source.grade === 'C' && source.url) problems.push('a source that was not read shows a link');
    if (source.url && !source.url.startsWith('https://')) problems.push('source address is not https');
  }
  if (!DAY.test(rule.reviewBy) || Number.isNaN(Date.parse(rule.reviewBy))) problems.push('no review date');
  else if (source && rule.reviewBy <= source.asOf) problems.push('to be reviewed before its source is dated');
  return problems;
}

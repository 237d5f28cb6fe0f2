import { beginning } from '../text/beginning';
import { SEVERITY, worstFirst } from './level';
import type { Finding } from './report';

/** Rules of several laws and platforms about one matter: findings about the same words share a card. */
const MATTERS: readonly (readonly string[])[] = [
  ['US-DISC-MISSING', 'US-DISC-VAGUE', 'US-DISC-BURIED', 'UK-DISC', 'EU-DISC', 'YT-PAID', 'TT-COMM', 'IG-PARTNER', 'X-PAID'],
  ['EU-AI', 'NY-AI', 'YT-AI', 'TT-AI'],
  ['CN-AD-MEDCLAIM', 'CN-AD-HEALTHFOOD', 'CN-AD-MEDGUAR', 'CN-AD-COSMED', 'CN-AD-MEDBEAUTY', 'CN-AD-FALSE'],
  ['CN-DIV-CONTACT', 'CN-DIV-HINT', 'CN-DIV-LINK'],
];
const matters = new Map(MATTERS.flatMap((rules, matter) => rules.map((rule) => [rule, matter] as const)));

/** Whether two rules are about one matter: the same rule, or rules of several laws and platforms on one thing. */
export function sameMatter(a: string, b: string): boolean {
  return a === b || (matters.has(a) && matters.get(a) === matters.get(b));
}

/** It only ever speaks beside the rule whose words were hidden. */
const HIDDEN = 'CN-HOMO';

/** What one card tells. */
export interface Told {
  finding: Finding;
  /** What other rules say of the same words. */
  also: Finding[];
  /** Other words of the text of which the very same is said. */
  more: Finding[];
}
export const allOf = ({ finding, also, more }: Told): Finding[] => [finding, ...also, ...more];

/**
 * The findings of one text by card: the worst first, then in the order of the text, what is exempt last. Findings about one matter in
 * the same words share a card: several laws often say the same of them. So do words of which the same rules say the same.
 */
export function sameWords(findings: readonly Finding[]): Told[] {
  const cards: Told[] = [];
  const hidden = ({ rule }: Finding) => Number(rule === HIDDEN);
  for (const finding of findings.toSorted(
    (a, b) => worstFirst(a, b) || Number(a.alike !== undefined) - Number(b.alike !== undefined) || hidden(a) - hidden(b),
  )) {
    const card = finding.exemption
      ? undefined
      : cards.find(
          ({ finding: first }) =>
            !first.exemption &&
            first.start < finding.end &&
            finding.start < first.end &&
            (finding.rule === HIDDEN || sameMatter(first.rule, finding.rule)),
        );
    if (!card) cards.push({ finding, also: [], more: [] });
    else if ([card.finding, ...card.also].some(({ rule }) => rule === finding.rule)) card.more.push(finding);
    else card.also.push(finding);
  }
  const said = ({ finding, also }: Told) =>
    JSON.stringify([finding, ...also].map(({ rule, level, exemption }) => [rule, level, exemption]).sort());
  const told: Told[] = [];
  for (const card of cards.sort((a, b) => a.finding.start - b.finding.start)) {
    const same = card.finding.exemption ? undefined : told.find((other) => said(other) === said(card));
    if (same) same.more.push(...allOf(card));
    else told.push(card);
  }
  const weight = ({ finding: { exemption, level } }: Told) => (exemption ? -1 : SEVERITY[level]);
  return told.sort((a, b) => weight(b) - weight(a));
}

/** Whether the last day has gone by on which a rule may be taken as it stands; `day`: an ISO date. */
export const isPast = (day: string | undefined): day is string =>
  day !== undefined && Date.now() > Date.parse(`${day}T23:59:59Z`);

/** A card quotes no more than one can read at a glance. */
const MOST_LETTERS = 80;

/** The words that a card is about, each once, in the order of the text. */
export function wordsOf({ finding, more }: Told): string[] {
  const apart = [finding, ...more.filter(({ rule }) => rule === finding.rule)].sort((a, b) => a.start - b.start);
  return [...new Set(apart.flatMap(({ text, whole }) => (whole === undefined && text ? [beginning(text, MOST_LETTERS)] : [])))];
}

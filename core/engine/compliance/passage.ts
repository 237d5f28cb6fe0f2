/**
 * What "not an issue" is remembered for where no word was found (`likeness.ts`). The clause shown is only the one that speaks most:
 * it moves while one types, and when the table is learnt anew. So the passage that was weighed is kept, as twelve bits of each pair
 * of its neighbouring units; what is shown later is the same where at least seven in ten of its own pairs stood there.
 */
import { PASSAGE } from '../../model/passages';
import { bucketOf, unitsOf } from './units';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const MASK = 4095;
/** A name is no longer than the id of a document may be. */
const MOST_PAIRS = 80;
const SAME = 0.7;
/** Fewer pairs than this say too little: then all that is shown must have stood there. */
const FEWEST_PAIRS = 4;

/** The name of a passage; the pairs of what is `shown` of it come first. */
export function passageOf(shown: string, passage: string): string {
  return PASSAGE + [...new Set([...pairsIn(shown), ...pairsIn(passage)])].slice(0, MOST_PAIRS).join('');
}

/** Whether words that are shown now were weighed in the passage of this name. */
export function isOfPassage(shown: string, name: string): boolean {
  const known = new Set<string>();
  for (let at = PASSAGE.length; at < name.length; at += 2) known.add(name.slice(at, at + 2));
  const pairs = pairsIn(shown);
  const stood = pairs.filter((pair) => known.has(pair)).length;
  return pairs.length > 0 && stood >= (pairs.length < FEWEST_PAIRS ? pairs.length : SAME * pairs.length);
}

function pairsIn(text: string): string[] {
  const { says } = unitsOf(text.toLowerCase());
  const pairs =
    says.length === 1 ? [bucketOf(MASK, says[0] as number)] : says.slice(1).map((here, i) => bucketOf(MASK, here, says[i]));
  return [...new Set(pairs.map((pair) => LETTERS.charAt(pair >> 6) + LETTERS.charAt(pair & 63)))];
}

import { parentOf } from './sight';

/** Whether `one` stands nearer to an element than `other` does: they share a smaller element with it. */
export function nearer(to: Element, one: Element, other: Element): boolean {
  for (let up: Element | null = to; up && !up.contains(other); up = parentOf(up)) if (up.contains(one)) return true;
  return false;
}

/** Words spelt with a blank or sign between all letters, `c u r e s`, are closed up. */
import { MARK, type View } from './fold';

const SPACED = /(?<![a-z0-9])[a-z](?:[ .*_-][a-z]){3,20}(?![a-z0-9])/g;

export function spacedLetters(): { unmask(view: View): View } {
  return { unmask: closeUp };
}

function closeUp(view: View): View {
  const runs = [...view.text.matchAll(SPACED)];
  if (runs.length === 0) return view;
  const kept: number[] = [];
  const marks: number[] = [];
  let at = 0;
  for (const run of runs) {
    for (; at < run.index; at++) {
      kept.push(at);
      marks.push(view.marks?.[at] ?? MARK.plain);
    }
    for (; at < run.index + run[0].length; at += 2) {
      kept.push(at);
      marks.push(MARK.disguised);
    }
    at = run.index + run[0].length;
  }
  for (; at < view.text.length; at++) {
    kept.push(at);
    marks.push(view.marks?.[at] ?? MARK.plain);
  }
  return {
    text: kept.map((i) => view.text.charAt(i)).join(''),
    starts: Int32Array.from(kept, (i) => view.starts?.[i] ?? i),
    ends: Int32Array.from(kept, (i) => view.ends?.[i] ?? i + 1),
    marks: Uint8Array.from(marks),
    invisible: view.invisible,
  };
}

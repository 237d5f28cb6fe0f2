/** The CSV export of many posts, against `d3-dsv` with all rows in memory. */
import { csvFormat } from 'd3-dsv';
import type { KnownPost } from '../../../core/model/post';
import { writeCsv } from '../../../core/share/csv';
import { columns, rowsOf } from '../../../core/share/rows';
import { knownPosts } from './made-up';

const PAGE = 500;
const heap = () => (performance as Performance & { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
let posts: KnownPost[] = [];
let rows: Record<string, unknown>[] = [];
const head = columns({});
/** Named to `d3-dsv`, which would otherwise look through all rows for them. */
const names = head.map(({ name }) => name);

Object.assign(globalThis, {
  make(count: number): void {
    posts = knownPosts(count, 1, 4);
    rows = posts.flatMap((post) =>
      rowsOf(post, {}).map((row) => Object.fromEntries(head.map(({ name }, at) => [name, row[at] ?? '']))),
    );
  },
  /** Milliseconds, by how many bytes the heap had grown at most, and those of the file, which lie beside it: pieces go into blobs, as the export does it. */
  async ours(): Promise<{ ms: number; peak: number; file: number }> {
    (globalThis as { gc?: () => void }).gc?.();
    const before = heap();
    let peak = 0;
    const started = performance.now();
    const pages = (function* () {
      for (let from = 0; from < posts.length; from += PAGE) yield posts.slice(from, from + PAGE);
    })();
    const parts: Blob[] = [];
    for await (const piece of writeCsv(pages)) {
      parts.push(new Blob([piece]));
      peak = Math.max(peak, heap() - before);
    }
    const file = new Blob(parts);
    const ms = performance.now() - started;
    if (file.size < posts.length * 100) throw new Error('the file is too short');
    return { ms, peak, file: file.size };
  },
  baseline(): number {
    const started = performance.now();
    const file = new Blob([csvFormat(rows, names)]);
    const ms = performance.now() - started;
    if (file.size < posts.length * 100) throw new Error('the file is too short');
    return ms;
  },
});

/**
 * What happens to real pages: classes are renamed, columns move and come and go, layouts grow wrappers, hidden copies stay behind.
 * Each mutation changes a page fixture in place and says whether the evidence is kept, that is, whether everything should still be
 * read. Whatever it does, no wrong value may come out.
 */
import type { MetricName } from '../../core/model/metrics';
import type { Figure, PageRead } from '../../core/model/reading';
import type { Golden, GoldenReading } from './harness';

/** Numbers in [0, 1) from a seed (mulberry32), so that every run sees the same pages. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Mutation {
  name: string;
  /** Everything that was read must be read again. */
  keepsEvidence: boolean;
  /** Changes the page; false when there is nothing on it to change. */
  apply(document: Document, random: () => number): boolean;
}

const ROW = 'tr, [role="row"]';
const HEADER = 'th, [role="columnheader"]';
const CELL = 'td, [role="gridcell"], [role="cell"]';
/** A generated suffix: `title-x9Fq2`, `css-1ab2c3d`. Words in lower case (`video-item`) are names and stay. */
const HASHED = /^(.*[-_])([A-Za-z0-9_]*[A-Z0-9][A-Za-z0-9_]*)$/;

/** Everything in the page, shadow roots included. */
function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}
const all = (document: Document, selector: string) => [...everything(document)].filter((element) => element.matches(selector));

/** Rows of tables with one header row and no spans: header rows and body rows with equally many cells. */
function tables(document: Document): Element[][] {
  const groups = new Map<Element | null, Element[]>();
  for (const row of all(document, ROW)) {
    const table = row.closest('table, [role="grid"], [role="table"]')?.parentElement?.parentElement ?? null;
    groups.set(table, [...(groups.get(table) ?? []), row]);
  }
  return [...groups.values()].filter((rows) => {
    const headers = rows.filter((row) => row.querySelector(HEADER));
    const spans = rows.some((row) => row.querySelector('[colspan]:not([colspan="1"]), [rowspan]:not([rowspan="1"])'));
    return headers.length === 1 && !spans && new Set(rows.map((row) => row.children.length)).size === 1;
  });
}

/** Elements that repeat beside each other with at least two others of the same kind in them: cards and rows. */
function repeated(document: Document): Element[] {
  const parents = new Set(all(document, 'div, li, section, article').flatMap((element) => element.parentElement ?? []));
  return [...parents].filter((parent) => {
    const [first, ...rest] = [...parent.children];
    return (
      first && rest.length > 0 && rest.every((child) => child.tagName === first.tagName && child.className === first.className)
    );
  });
}

const hash = (random: () => number) => `${random().toString(36).slice(2, 5)}Q${random().toString(36).slice(2, 4)}`;

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Adds one to every whole number in an element's text: a stale copy must not be taken for the list. */
function falsify(element: Element): void {
  for (const each of [element, ...everything(element)]) {
    for (const node of each.childNodes) {
      if (node.nodeType === 3 && node.nodeValue)
        node.nodeValue = node.nodeValue.replace(/^(\s*)(\d{1,6})(\s*)$/, (_, a, n, b) => `${a}${Number(n) + 1}${b}`);
    }
  }
}

/** The part of the page that holds its posts: the smallest element around all rows or cards. */
function list(document: Document): Element | null {
  const table = tables(document)[0]?.[0]?.closest('table, [role="grid"], [role="table"]');
  if (table) return table;
  const parents = repeated(document).sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0));
  return parents[0] ?? null;
}

function hiddenCopy(name: string, hide: (copy: HTMLElement) => void, before: boolean): Mutation {
  return {
    name,
    keepsEvidence: true,
    apply(document) {
      const original = list(document);
      if (!original) return false;
      const holder = document.createElement('div');
      const copy = original.cloneNode(true) as Element;
      falsify(copy);
      holder.append(copy);
      hide(holder);
      if (before) original.before(holder);
      else original.after(holder);
      return true;
    },
  };
}

/** Header and label words with the same meaning in another language or wording (`facts/dashboards-*.md`). */
const WORDINGS: readonly (readonly string[])[] = [
  [
    '播放量',
    '播放',
    '观看次数',
    'Views',
    '視聴回数',
    'Aufrufe',
    'Visualizações',
    'Visualizaciones',
    'Vues',
    '조회수',
    'Lượt xem',
    '閲覧数',
  ],
  ['点赞量', '点赞数', '点赞', 'Likes', '高評価数', 'いいね', 'Me gusta', 'Curtidas', 'J’aime', '좋아요', 'Lượt thích'],
  [
    '评论量',
    '评论数',
    '评论',
    'Comments',
    'コメント数',
    'Kommentare',
    'Comentários',
    'Comentarios',
    'Commentaires',
    '댓글',
    'Bình luận',
  ],
  ['收藏量', '收藏数', '收藏', 'Saves', '保存数', 'Guardados', 'Salvamentos', '저장'],
  ['分享量', '分享数', '分享', 'Shares', 'シェア', 'Compartilhamentos', 'Partages', '공유'],
  ['完播率', 'Watched full video', '動画をフル視聴', 'Assistiu ao vídeo completo', 'Đã xem hết video'],
  [
    '平均播放时长',
    '平均观看时长',
    'Average watch time',
    '平均視聴時間',
    'Tempo médio de visualização',
    'Thời gian xem trung bình',
  ],
  ['曝光', '曝光数', 'Impressions', 'インプレッション数', 'Impressionen', 'Impresiones', 'Impressões'],
  ['封面点击率', 'Click-through rate', 'インプレッションのクリック率'],
  ['Reach', 'リーチ', '覆盖人数', 'Alcance', 'Reichweite', 'Couverture'],
  ['主页访问量', 'Profile visits', 'プロフィールへのアクセス'],
];

function renumber(row: Element): void {
  if (!row.querySelector('[aria-colindex]')) return;
  for (const [at, cell] of [...row.children].entries()) cell.setAttribute('aria-colindex', String(at + 1));
}

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'rename hashed classes',
    keepsEvidence: true,
    apply(document, random) {
      const renamed = new Map<string, string>();
      let changed = false;
      for (const element of everything(document)) {
        for (const name of [...element.classList]) {
          const stem = HASHED.exec(name)?.[1];
          if (!stem) continue;
          if (!renamed.has(name)) renamed.set(name, stem + hash(random));
          element.classList.replace(name, renamed.get(name) ?? name);
          changed = true;
        }
      }
      return changed;
    },
  },
  {
    name: 'rename every class',
    keepsEvidence: false,
    apply(document, random) {
      const renamed = new Map<string, string>();
      for (const element of everything(document)) {
        for (const name of [...element.classList]) {
          if (!renamed.has(name)) renamed.set(name, `c${hash(random)}`);
          element.classList.replace(name, renamed.get(name) ?? name);
        }
      }
      return renamed.size > 0;
    },
  },
  {
    name: 'shuffle columns',
    keepsEvidence: true,
    apply(document, random) {
      for (const rows of tables(document)) {
        const order = shuffled(
          [...(rows[0]?.children ?? [])].map((_, at) => at),
          random,
        );
        for (const row of rows) {
          const cells = [...row.children];
          row.append(...order.flatMap((at) => cells[at] ?? []));
          renumber(row);
        }
      }
      return tables(document).length > 0;
    },
  },
  {
    name: 'shuffle columns, indices stay with the cells',
    keepsEvidence: true,
    apply(document, random) {
      const indexed = tables(document).filter((rows) => rows[0]?.querySelector('[aria-colindex]'));
      for (const rows of indexed) {
        for (const row of rows) row.append(...shuffled([...row.children], random));
      }
      return indexed.length > 0;
    },
  },
  {
    name: 'insert an unknown column',
    keepsEvidence: true,
    apply(document, random) {
      for (const rows of tables(document)) {
        const at = 1 + Math.floor(random() * ((rows[0]?.children.length ?? 1) - 1));
        for (const row of rows) {
          const model = row.children[at];
          const cell = model?.cloneNode(false) as Element | undefined;
          if (!model || !cell) continue;
          cell.textContent = row.querySelector(HEADER) ? '神秘指标 XYZ' : '4711';
          cell.removeAttribute('data-key');
          model.before(cell);
          renumber(row);
        }
      }
      return tables(document).length > 0;
    },
  },
  {
    name: 'insert an unknown column without index',
    keepsEvidence: false,
    apply(document) {
      const indexed = tables(document).filter((rows) => rows[0]?.querySelector('[aria-colindex]'));
      for (const rows of indexed) {
        for (const row of rows) {
          const cell = row.children[1]?.cloneNode(false) as Element;
          cell.removeAttribute('aria-colindex');
          cell.textContent = row.querySelector(HEADER) ? '神秘指标 XYZ' : '4711';
          row.children[1]?.before(cell);
        }
      }
      return indexed.length > 0;
    },
  },
  {
    name: 'delete a cell of some rows',
    keepsEvidence: false,
    apply(document, random) {
      const found = tables(document);
      for (const rows of found) {
        for (const row of rows.slice(1)) if (random() < 0.7) row.children[Math.floor(random() * row.children.length)]?.remove();
      }
      return found.length > 0;
    },
  },
  {
    name: 'delete a figure of some cards',
    keepsEvidence: false,
    apply(document, random) {
      let changed = false;
      for (const parent of repeated(document)) {
        const items = [...parent.children];
        const small = items.every((item) => (item.textContent?.trim().length ?? 0) < 24 && /\d/.test(item.textContent ?? ''));
        if (!small || random() < 0.4) continue;
        items[Math.floor(random() * items.length)]?.remove();
        changed = true;
      }
      return changed;
    },
  },
  {
    name: 'swap two figures of some cards',
    keepsEvidence: true,
    apply(document, random) {
      let changed = false;
      for (const parent of repeated(document)) {
        const items = [...parent.children];
        // Whole items only: a number that carries its label, its icon or its title.
        const whole = items.every(
          (item) =>
            (item.textContent?.trim().length ?? 0) < 24 &&
            (item.hasAttribute('title') || item.querySelector('img, path') || item.children.length > 1),
        );
        const named = items.every(
          (item) =>
            item.hasAttribute('title') ||
            /icon[-_]/.test(item.querySelector('img')?.getAttribute('src') ?? '') ||
            /^M\d\S{5}/.test(item.querySelector('path')?.getAttribute('d') ?? '') ||
            /\D{2}/.test(item.textContent ?? ''),
        );
        if (!whole || !named || items.some((item) => item.querySelector('a, button'))) continue;
        parent.append(...shuffled(items, random));
        changed = true;
      }
      return changed;
    },
  },
  {
    name: 'wrap rows and cells in extra elements',
    keepsEvidence: true,
    apply(document) {
      for (const parent of repeated(document)) {
        if (parent.querySelector(ROW) || (parent.textContent?.length ?? 0) < 40) continue;
        for (const child of [...parent.children]) {
          const wrapper = document.createElement('div');
          child.replaceWith(wrapper);
          wrapper.append(child);
        }
      }
      for (const cell of all(document, CELL)) {
        const wrapper = document.createElement('div');
        wrapper.append(...cell.childNodes);
        cell.append(wrapper);
      }
      return true;
    },
  },
  hiddenCopy('hidden copy before the list: display none', (copy) => copy.setAttribute('style', 'display: none'), true),
  hiddenCopy('hidden copy after the list: aria-hidden', (copy) => copy.setAttribute('aria-hidden', 'true'), false),
  hiddenCopy('hidden copy before the list: hidden', (copy) => copy.setAttribute('hidden', ''), true),
  hiddenCopy('hidden copy after the list: invisible', (copy) => copy.setAttribute('style', 'visibility: hidden'), false),
  {
    name: 'another language or wording of the headers',
    keepsEvidence: true,
    apply(document, random) {
      let changed = false;
      for (const element of all(document, `${HEADER}, ${HEADER} *`)) {
        for (const node of element.childNodes) {
          const words = node.nodeType === 3 ? WORDINGS.find((each) => each.includes(node.nodeValue?.trim() ?? '')) : undefined;
          if (!words) continue;
          node.nodeValue = words[Math.floor(random() * words.length)] ?? node.nodeValue;
          changed = true;
        }
      }
      return changed;
    },
  },
  {
    name: 'another language or wording of every label',
    keepsEvidence: true,
    apply(document, random) {
      let changed = false;
      for (const element of all(document, 'body *')) {
        for (const node of element.childNodes) {
          const words = node.nodeType === 3 ? WORDINGS.find((each) => each.includes(node.nodeValue?.trim() ?? '')) : undefined;
          if (!words) continue;
          node.nodeValue = words[Math.floor(random() * words.length)] ?? node.nodeValue;
          changed = true;
        }
      }
      return changed;
    },
  },
  {
    name: 'soft hyphens, zero-width and no-break spaces in labels',
    keepsEvidence: true,
    apply(document) {
      let changed = false;
      for (const element of all(document, 'body *')) {
        for (const node of element.childNodes) {
          const text = node.nodeType === 3 ? (node.nodeValue?.trim() ?? '') : '';
          if (!WORDINGS.some((words) => words.includes(text))) continue;
          node.nodeValue = `\u200b${text.slice(0, 1)}\u00ad${text.slice(1).replaceAll(' ', '\u00a0')}\ufeff`;
          changed = true;
        }
      }
      return changed;
    },
  },
  ...(
    [
      ['full-width digits in figures', 0xff10],
      ['Arabic-Indic digits in figures', 0x660],
    ] as const
  ).map(
    ([name, zero]): Mutation => ({
      name,
      keepsEvidence: true,
      apply(document) {
        let changed = false;
        for (const element of all(document, 'body *')) {
          for (const node of element.childNodes) {
            const text = node.nodeType === 3 ? (node.nodeValue?.trim() ?? '') : '';
            // Whole counts only: a date or an id is no figure.
            if (
              !/^(?:0|[1-9]\d{0,2}(?:,\d{3})*|[1-9]\d{3,})$/.test(text) ||
              element.closest('nav, [role="tablist"], .pagination, #video-title, [data-title]')
            )
              continue;
            node.nodeValue = text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
            changed = true;
          }
        }
        return changed;
      },
    }),
  ),
  {
    name: 'remove the header row',
    keepsEvidence: false,
    apply(document) {
      const headers = all(document, ROW).filter((row) => row.querySelector(HEADER));
      for (const row of headers) row.remove();
      return headers.length > 0;
    },
  },
  {
    name: 'the same header twice',
    keepsEvidence: false,
    apply(document, random) {
      for (const rows of tables(document)) {
        const header = rows.find((row) => row.querySelector(HEADER));
        const cells = [...(header?.children ?? [])].slice(1);
        const [one, other] = shuffled(cells, random);
        if (one && other) one.replaceChildren(...[...other.childNodes].map((node) => node.cloneNode(true)));
      }
      return tables(document).length > 0;
    },
  },
  {
    name: 'half loaded: figures of the later rows still empty',
    keepsEvidence: false,
    apply(document) {
      let changed = false;
      for (const rows of tables(document)) {
        for (const row of rows.slice(Math.ceil(rows.length / 2))) {
          for (const cell of row.querySelectorAll(CELL)) {
            if (/^[\s\d.,%秒s万-]+$/.test(cell.textContent ?? '')) cell.textContent = '';
          }
          changed = true;
        }
      }
      return changed;
    },
  },
];

export interface Outcome {
  /** Posts whose every figure is right, none missing. */
  right: number;
  /** Posts that are missing, or with figures missing: refused. */
  refused: number;
  /** Figures that differ from the golden file, and posts that are not there. */
  wrong: string[];
}

/** Compares a read of a mutated page with the golden file of the page as it was. */
export function judge(got: PageRead, golden: Golden): Outcome {
  const outcome: Outcome = { right: 0, refused: 0, wrong: [] };
  const left = [...got.readings];
  for (const want of golden.readings) {
    const at = left.findIndex(({ post }) =>
      post.id && want.id
        ? post.id === want.id && (post.title === '' || post.title === want.title)
        : post.title === want.title && (post.publishedAt === null || same(post.publishedAt, want)),
    );
    const [have] = at < 0 ? [] : left.splice(at, 1);
    if (!have) {
      outcome.refused++;
      continue;
    }
    let missing = false;
    for (const [name, value] of Object.entries(want.metrics)) {
      const figure = have.metrics[name as MetricName];
      if (figure === undefined) missing ||= value !== null;
      else if (value === null || !covers(figure, value)) {
        outcome.wrong.push(`${want.title.slice(0, 16)}: ${name} ${figure.value}, is ${value}`);
      }
    }
    for (const name of Object.keys(have.metrics))
      if (!(name in want.metrics)) outcome.wrong.push(`${want.title.slice(0, 16)}: ${name} invented`);
    if (missing) outcome.refused++;
    else outcome.right++;
  }
  for (const { post } of left) outcome.wrong.push(`no such post: ${post.title.slice(0, 24)} (${post.publishedAt})`);
  return outcome;
}

/** Another place of the page may print the figure with fewer digits: `4.5万` where the golden file has 45,120. */
const covers = (figure: Figure, value: number) => figure.low - 1e-9 <= value && value <= figure.high + 1e-9;

const same = (at: string, want: GoldenReading) => want.publishedAt != null && Date.parse(at) === Date.parse(want.publishedAt);

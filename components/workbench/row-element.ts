import { latestMetrics } from '../../core/model/latest';
import type { PostRow } from '../data';
import { attribute, cellOf, part, saying, textIn, type Words } from './cells';
import type { ShownColumn } from './columns';

/** Every row is this high, in px: which rows are in view follows from the scroll position alone. */
export const ROW = 40;

export interface RowMaking {
  columns: readonly ShownColumn[];
  words: Words;
  onToggle: (key: string) => void;
  onOpen: (row: PostRow) => void;
}

/** A row's element. It shows one post after another: filling it anew costs less than making another one. */
export interface RowElement {
  readonly element: HTMLTableRowElement;
  /** `index`: the post's place among the found ones, which is also where the row stands. */
  fill(index: number, row: PostRow, selected: boolean): void;
  select(selected: boolean): void;
}

export function makeRow({ columns, words, onToggle, onOpen }: RowMaking): RowElement {
  const { t } = words;
  const element = part('tr', 'row');
  const check = document.createElement('input');
  check.type = 'checkbox';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'title-button';
  const title = textIn(button);
  const checkName = attribute(check, 'aria-label');
  const place = attribute(element, 'aria-rowindex');
  const top = saying((px) => element.style.setProperty('top', px));
  const checkCell = part('td', 'cell', 'cell-check');
  const head = part('th', 'rowheader', 'cell-title');
  head.scope = 'row';
  checkCell.append(check);
  head.append(button);
  const cells = columns.map((column) => cellOf(column, words));
  element.append(checkCell, head, ...cells.map((cell) => cell.element));

  let shown: PostRow | null = null;
  check.addEventListener('change', () => shown && onToggle(shown.known.key));
  button.addEventListener('click', () => shown && onOpen(shown));
  const select = (selected: boolean) => {
    if (check.checked !== selected) check.checked = selected;
    element.classList.toggle('row-selected', selected);
  };
  return {
    element,
    select,
    fill(index, row, selected) {
      // Who stands in it is not carried along when the element is given to another post.
      const { activeElement } = document;
      if (shown?.known.key !== row.known.key && activeElement instanceof HTMLElement && element.contains(activeElement))
        activeElement.blur();
      shown = row;
      const name = row.known.post.title || t.posts.untitled;
      top(`${index * ROW}px`);
      place(String(index + 2));
      title(name);
      checkName(t.posts.select(name));
      const metrics = latestMetrics(row.known);
      for (const cell of cells) cell.fill(row, metrics);
      select(selected);
    },
  };
}

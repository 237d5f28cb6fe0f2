// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PostQuery, PostSlice } from '../../../components/data';
import { PAGE, PostsView } from '../../../components/posts/PostsView';
import { DEFAULT_COLUMNS } from '../../../components/workbench/columns';
import { PostsTable, type PostsTableProps } from '../../../components/workbench/PostsTable';
import { accounts, samplePosts } from '../../gallery/samples';
import { draw, inWords } from './harness';

afterEach(cleanup);
const query: PostQuery = { scope: null, search: '', filter: 'all', kind: null, sort: 'newest', stay: [], offset: 0, limit: PAGE };
const slice = (count: number, total = count): PostSlice => ({
  rows: samplePosts(count),
  total,
  pillars: ['Home'],
  series: [],
  absent: [],
});

describe('posts in the panel', () => {
  it('show unknown figures as unknown and zeros as zeros', () => {
    draw(
      <PostsView
        query={query}
        slice={{ state: 'ready', value: slice(4) }}
        onQuery={() => {}}
        onDismiss={() => {}}
        onLabel={() => {}}
      />,
    );
    const cards = screen.getAllByRole('article');
    const figures = (at: number) =>
      within(cards[at] as HTMLElement)
        .getAllByRole('listitem')
        .slice(0, 5)
        .map((item) => item.textContent);
    expect(figures(0)[2]).toBe('Comments: 0');
    expect(figures(3)[0]).toBe('Views: —unknown');
  });
  it('search and filter start at the top of the list', () => {
    const onQuery = vi.fn();
    draw(
      <PostsView
        query={{ ...query, limit: 90 }}
        slice={{ state: 'ready', value: slice(3) }}
        onQuery={onQuery}
        onDismiss={() => {}}
        onLabel={() => {}}
      />,
    );
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '番茄' } });
    expect(onQuery).toHaveBeenLastCalledWith({ ...query, search: '番茄' });
    fireEvent.click(screen.getByRole('radio', { name: 'No kind yet' }));
    expect(onQuery).toHaveBeenLastCalledWith({ ...query, filter: 'unlabelled' });
  });
  it('save a label at once, and remove it', () => {
    const onLabel = vi.fn();
    draw(
      <PostsView
        query={query}
        slice={{ state: 'ready', value: slice(1) }}
        onQuery={() => {}}
        onDismiss={() => {}}
        onLabel={onLabel}
      />,
    );
    const card = screen.getByRole('article');
    fireEvent.click(within(card).getByRole('radio', { name: 'Emotion' }));
    expect(onLabel).toHaveBeenLastCalledWith(['douyin|p0'], { kind: 'emotion' });
    fireEvent.change(within(card).getByRole('combobox', { name: 'Topic' }), { target: { value: '  ' } });
    expect(onLabel).toHaveBeenLastCalledWith(['douyin|p0'], { pillar: null });
  });
  it('offer the kind at once where it is what is missing, and stay where they are', () => {
    const [onQuery, onLabel] = [vi.fn(), vi.fn()];
    draw(
      <PostsView
        query={{ ...query, filter: 'unlabelled' }}
        slice={{ state: 'ready', value: slice(1) }}
        onQuery={onQuery}
        onDismiss={() => {}}
        onLabel={onLabel}
      />,
    );
    const [first] = screen.getAllByRole('radio', { name: 'Emotion' });
    fireEvent.click(first as HTMLElement);
    expect(onQuery.mock.lastCall?.[0].stay).toEqual(['douyin|p0']);
  });
  it('tell "no posts" from "no match"', () => {
    draw(
      <PostsView
        query={query}
        slice={{ state: 'ready', value: slice(0) }}
        onQuery={() => {}}
        onDismiss={() => {}}
        onLabel={() => {}}
      />,
    );
    expect(screen.getByText('No posts yet')).toBeTruthy();
    cleanup();
    const onQuery = vi.fn();
    draw(
      <PostsView
        query={{ ...query, search: 'x' }}
        slice={{ state: 'ready', value: slice(0) }}
        onQuery={onQuery}
        onDismiss={() => {}}
        onLabel={() => {}}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Clear search and filter' }));
    expect(onQuery).toHaveBeenLastCalledWith(query);
  });
  it('draw one line of history per page, from one page only', () => {
    draw(
      <PostsView
        query={query}
        slice={{ state: 'ready', value: slice(1) }}
        onQuery={() => {}}
        onDismiss={() => {}}
        onLabel={() => {}}
      />,
    );
    expect(screen.getByRole('img').textContent).toMatch(/^Views from \d.* to \d.*, seen 4 times$/);
  });
});

describe('the posts table', () => {
  beforeEach(() => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    );
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const rows = samplePosts(60);
  const nothing = () => {};
  const tableOf = (change: Partial<PostsTableProps> = {}) =>
    inWords(
      <PostsTable
        accounts={Object.values(accounts)}
        query={query}
        total={100_000}
        rowAt={(index) => rows[index]}
        columns={DEFAULT_COLUMNS}
        pillars={[]}
        absent={[]}
        problem={null}
        undo={null}
        onQuery={nothing}
        onRange={nothing}
        onColumns={nothing}
        onLabel={nothing}
        onUndo={nothing}
        onOpen={nothing}
        {...change}
      />,
    );
  const table = (change: Partial<PostsTableProps> = {}) => render(tableOf(change));

  it('draws the rows in view only, and says how many there are', () => {
    const onRange = vi.fn();
    table({ onRange });
    const grid = within(screen.getByRole('region', { name: 'Posts' })).getByRole('table');
    expect(grid.getAttribute('aria-rowcount')).toBe('100001');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(80);
    expect(onRange.mock.calls[0]?.[0]).toBe(0);
  });
  const made = () => screen.queryAllByRole<HTMLInputElement>('checkbox', { name: /^Select “/ });
  const allMade = () =>
    vi.waitFor(() => expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('false'), { timeout: 20_000 });
  const scrollTo = (row: number) => {
    const scroller = screen.getByRole('region', { name: 'Posts' });
    scroller.scrollTop = row * 40;
    fireEvent.scroll(scroller);
  };

  it('makes its rows a few at a time, and selects those in view whether they are made or not', async () => {
    const onLabel = vi.fn();
    table({ onLabel });
    const atFirst = made().length;
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
    const selected = parseInt(screen.getByRole('region', { name: /posts selected/ }).getAttribute('aria-label') ?? '', 10);
    expect(selected).toBeGreaterThan(atFirst);
    expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true');
    await allMade();
    const places = screen.getAllByRole('row').flatMap((row) => row.getAttribute('aria-rowindex') ?? []);
    expect(places).toEqual(Array.from(made(), (_, at) => String(at + 2)));
    // Rows beyond the view are made to be there in time; nobody has seen them.
    expect(made().map(({ checked }) => checked)).toEqual(Array.from(made(), (_, at) => at < selected));
  });
  it('fills the elements of rows that are gone, in their order, and whoever stood in one is let go', async () => {
    table({ rowAt: (index) => rows[index % rows.length] });
    await allMade();
    const elements = screen.getAllByRole('row').slice(1);
    const button = within(elements[3] as HTMLElement).getByRole('button');
    const before = button.textContent;
    button.focus();
    scrollTo(40);
    await vi.waitFor(() => expect(button.textContent).not.toBe(before), { timeout: 20_000 });
    await allMade();
    expect(document.activeElement).toBe(document.body);
    const after = screen.getAllByRole('row').slice(1);
    expect(after.every((row) => elements.includes(row))).toBe(true);
    const places = after.map((row) => Number(row.getAttribute('aria-rowindex')));
    expect(places).toEqual(Array.from(after, (_, at) => (places[0] ?? 0) + at));
    expect(places[0]).toBeGreaterThan(30);
  });

  describe('scrolled a little', () => {
    beforeEach(() => {
      vi.useFakeTimers();
      return () => vi.useRealTimers();
    });
    const again = { rowAt: (index: number) => rows[index % rows.length] };
    const elements = () => screen.getAllByRole('row').slice(1);
    const order = () => elements().map((row) => Number(row.getAttribute('aria-rowindex')));
    const inOrder = (from: number) => Array.from(order(), (_, at) => from + at);
    const busy = () => screen.getByRole('table').getAttribute('aria-busy');
    /** Until all rows are there and in order. */
    const settled = () => {
      vi.advanceTimersByTime(3000);
      expect(busy()).toBe('false');
    };
    /** Until all rows from this place on are there, in whatever order. */
    const filledFrom = (place: number) => {
      const there = () => order().sort((a, b) => a - b);
      const all = inOrder(place).join();
      for (let ms = 0; ms < 140 && there().join() !== all; ms++) vi.advanceTimersByTime(1);
      expect(there().join()).toBe(all);
    };

    it('leaves elements where they are, and puts them in order when scrolling is over', () => {
      table(again);
      settled();
      const before = elements();
      scrollTo(16);
      // Rows from the tenth on: the first ones are given to those that come in below.
      filledFrom(12);
      expect(elements()).toEqual(before);
      expect(order()).not.toEqual(inOrder(12));
      expect(busy()).toBe('true');
      settled();
      expect(order()).toEqual(inOrder(12));
      expect(new Set(elements())).toEqual(new Set(before));
    });
    it('keeps the order and the focus while somebody stands in a row', () => {
      table(again);
      settled();
      const button = within(elements()[20] as HTMLElement).getByRole('button');
      button.focus();
      scrollTo(16);
      filledFrom(12);
      expect(order()).toEqual(inOrder(12));
      scrollTo(0);
      filledFrom(2);
      expect(order()).toEqual(inOrder(2));
      expect(document.activeElement).toBe(button);
    });
    it('does not take the focus away when it puts them in order', () => {
      table(again);
      settled();
      scrollTo(16);
      filledFrom(12);
      const button = within(elements()[2] as HTMLElement).getByRole('button');
      button.focus();
      settled();
      expect(order()).toEqual(inOrder(12));
      expect(document.activeElement).toBe(button);
    });
    it('has as many elements as rows when there are fewer posts, and more again', () => {
      const { rerender } = table(again);
      settled();
      const many = order().length;
      scrollTo(16);
      filledFrom(12);
      rerender(tableOf({ ...again, total: 7 }));
      settled();
      expect(order()).toEqual([2, 3, 4, 5, 6, 7, 8]);
      rerender(tableOf(again));
      settled();
      expect(order()).toHaveLength(many);
      expect(order()).toEqual(inOrder(12));
    });
  });
  it('shows the first figure, the day and the light beside the title where there is little room', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: nothing, removeEventListener: nothing }));
    table();
    expect(
      screen
        .getAllByRole('columnheader')
        .map((head) => head.textContent)
        .slice(1, 6),
    ).toEqual(['Title', 'Views', 'Date', 'Check', 'Standing']);
    expect(screen.getByText('6/14/26')).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Date' }).getAttribute('aria-sort')).toBe('descending');
  });
  it('says in the choice of columns which are empty', () => {
    table({ absent: ['saves', 'kind'] });
    expect(screen.getByText(/empty for every post stay hidden/)).toBeTruthy();
    expect(screen.getByLabelText('Saves (empty)')).toBeTruthy();
    expect(screen.getByLabelText('Views')).toBeTruthy();
  });
  it('sorts by a header, and says so', () => {
    const onQuery = vi.fn();
    table({ onQuery });
    expect(screen.getByRole('columnheader', { name: 'Published' }).getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(screen.getByRole('button', { name: 'Views' }));
    expect(onQuery).toHaveBeenLastCalledWith({ ...query, sort: 'views' });
  });
  it('labels a selection together', async () => {
    const onLabel = vi.fn();
    table({ onLabel });
    const boxes = () => screen.getAllByRole('checkbox', { name: /^Select “/ });
    await vi.waitFor(() => expect(boxes().length).toBeGreaterThan(2), { timeout: 20_000 });
    fireEvent.click(boxes()[0] as HTMLElement);
    fireEvent.click(boxes()[2] as HTMLElement);
    const bar = screen.getByRole('region', { name: '2 posts selected' });
    fireEvent.click(within(bar).getByRole('radio', { name: 'Knowledge' }));
    fireEvent.click(within(bar).getByRole('button', { name: 'Apply' }));
    expect(onLabel).toHaveBeenCalledWith(['douyin|p0', 'douyin|p2'], { kind: 'knowledge' });
  });
  it('undoes a change of labels', () => {
    const onUndo = vi.fn();
    table({ undo: 2, onUndo });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onUndo).toHaveBeenCalledOnce();
  });
});

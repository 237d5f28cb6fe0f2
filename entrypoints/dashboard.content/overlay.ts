import { browser } from 'wxt/browser';
import { dashboards as englishPages } from '../../assets/locales/en/dashboards';
import { overlay as english } from '../../assets/locales/en/overlay';
import { dashboards as chinesePages } from '../../assets/locales/zh-CN/dashboards';
import { overlay as chinese } from '../../assets/locales/zh-CN/overlay';
import type { ShownRow } from '../../core/dashboards/read';
import type { HelloAnswer, TabStatus } from '../../core/messages';
import type { PageRead } from '../../core/model/reading';
import { diagnosticOf } from './diagnostic';
import { adopt, element, onPress } from './dom';
import { MarkBook } from './mark-book';
import { css } from './overlay.css';
import { pageIsDark } from './overlay-dom';
import { Markers } from './overlay-markers';
import { saveReport } from './report';
import { send } from './send';

const HOST = 'post-almanac';

/** `12,345`, as both languages write it. The runtime's own formatter takes longer to wake up than reading a page of posts. */
const grouped = (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

export interface Overlay {
  /** `rows`: the posts that stand on the page now. */
  show(status: TabStatus, rows: readonly ShownRow[], read: PageRead): void;
  /** The report has changed: what it says of the posts is asked anew. */
  forget(): void;
  /** The extension was updated or removed under the page's feet: say so once, and nothing more. */
  contextLost(): void;
  remove(): void;
}

/**
 * The pill at the page's corner: how many of the posts that the page claims are captured, how many are new, and the way to the
 * side panel; and a marker beside each post's row. Both live in a closed shadow root that the page can see the outside of, and
 * cannot enter.
 */
export function createOverlay(
  { language, canOpenPanel }: Pick<HelloAnswer, 'language' | 'canOpenPanel'>,
  openPanel: () => void,
): Overlay {
  const text = language === 'zh-CN' ? chinese : english;
  const { reasons } = language === 'zh-CN' ? chinesePages : englishPages;
  // What a copy from before an update of the extension has left behind.
  for (const old of document.querySelectorAll(HOST)) old.remove();
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: 'closed' });
  adopt(root, css);

  const sign = element('span', 'mark busy');
  const count = element('span', '', text.looking);
  let fresh = element('span', 'fresh');
  const main = element('button', 'main', sign, count, fresh);
  const more = element('button', 'more', '⋯');
  const card = element('div', 'card');
  const box = element('div', 'box', card, element('div', 'pill', main, more));
  main.type = 'button';
  more.type = 'button';
  sign.ariaHidden = 'true';
  main.title = canOpenPanel ? text.open : text.useToolbar;
  more.ariaLabel = text.details;
  more.ariaExpanded = 'false';
  card.hidden = true;
  box.role = 'region';
  box.ariaLabel = text.name;
  const markers = new Markers(host, text, language, async (about) => {
    if (!(await send({ type: 'set-aside', about })).ok) throw new Error('not kept');
    marks.forget();
    await marks.wish(last?.rows.map(({ reading }) => reading) ?? []);
  });
  const all = element('div', 'all', box, ...markers.parts);
  all.lang = language;
  root.append(all);
  document.documentElement.append(host);
  const dress = () => all.classList.toggle('dark', pageIsDark());
  dress();
  // Pages turn dark by an attribute of their own, or with the system.
  const theme = new MutationObserver(dress);
  for (const painted of [document.documentElement, document.body]) theme.observe(painted, { attributes: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', dress);

  const toggle = (open: boolean) => {
    card.hidden = !open;
    more.ariaExpanded = String(open);
    more.ariaLabel = open ? text.close : text.details;
  };
  onPress(more, () => toggle(Boolean(card.hidden)));
  onPress(main, () => {
    if (canOpenPanel) openPanel();
    else {
      tell(text.useToolbar);
      toggle(true);
    }
  });
  // What is typed or pressed inside is not for the page's shortcuts.
  for (const name of ['keydown', 'keyup', 'keypress'] as const) {
    all.addEventListener(name, (event) => {
      event.stopPropagation();
      if (name === 'keydown' && (event as KeyboardEvent).key === 'Escape') toggle(false);
    });
  }

  /** A button that says in its own place how it went. */
  const action = (label: string, done: string, run: () => Promise<unknown>) => {
    const button = element('button', 'action', label);
    button.type = 'button';
    onPress(button, () =>
      run().then(
        () => button.replaceChildren(done),
        () => button.replaceChildren(text.failed),
      ),
    );
    return button;
  };
  const help = element(
    'div',
    'help',
    action(text.copyDetails, text.copied, () =>
      navigator.clipboard.writeText(last ? diagnosticOf(last.status, browser.runtime.getManifest().version) : ''),
    ),
    action(text.saveReport, text.reportSaved, async () => last && saveReport(last.read)),
    element('p', 'soft', text.anonymous),
  );

  let last: { status: TabStatus; rows: readonly ShownRow[]; read: PageRead } | undefined;
  /** A marker beside each row, with what is known of its post. */
  const mark = () =>
    markers.set(
      (last?.rows ?? []).map(({ element, reading }) => ({ element, title: reading.post.title, mark: marks.of(reading) })),
    );
  const marks = new MarkBook(send, mark);

  const tell = (...lines: string[]) => card.replaceChildren(...lines.map((line, at) => element('p', at ? 'soft' : '', line)));

  return {
    show(status, rows, read) {
      last = { status, rows, read };
      const { captured, expectedTotal } = status.coverage;
      const headline = headlineOf(status);
      dress();
      count.textContent = headline;
      // A new element each time: one that stood there would have moved.
      const news = element('span', 'fresh', status.newPosts ? text.fresh(grouped(status.newPosts)) : '');
      fresh.replaceWith(news);
      fresh = news;
      sign.className = `mark${status.problem || status.paused || status.status === 'unsupported-layout' ? ' warn' : status.waiting ? ' busy' : ''}`;
      const lines = [headline];
      if (status.paused) lines.push(text.pausedWhy);
      if (status.problem) lines.push(status.problem === 'full' ? text.full : text.problem);
      if (status.waiting) lines.push(text.saving(grouped(status.waiting)));
      if (expectedTotal !== null && captured < expectedTotal) lines.push(text.scrollForMore);
      if (status.refused.length)
        lines.push(
          text.refusedRows(grouped(status.refused.length)),
          ...[...new Set(status.refused.map(({ reason }) => reasons[reason] ?? reason))].slice(0, 3),
        );
      if (status.flagged) lines.push(text.flagged(grouped(status.flagged)));
      if (!canOpenPanel) lines.push(text.useToolbar);
      tell(...lines);
      if (status.refused.length > 0 || status.paused || status.status === 'unsupported-layout') card.append(help);
      mark();
      void marks.wish(rows.map(({ reading }) => reading));
    },
    forget: () => marks.forget(),
    contextLost() {
      count.textContent = text.contextLost;
      fresh.textContent = '';
      sign.className = 'mark warn';
      tell(text.contextLost);
      main.disabled = true;
      markers.stop();
    },
    remove() {
      theme.disconnect();
      system.removeEventListener('change', dress);
      markers.stop();
      host.remove();
    },
  };

  function headlineOf({ status, paused, coverage: { captured, expectedTotal } }: TabStatus): string {
    if (paused) return text.paused;
    if (captured > 0) {
      return expectedTotal === null
        ? text.capturedOnly(grouped(captured))
        : text.captured(grouped(captured), grouped(expectedTotal));
    }
    if (status === 'empty') return text.empty;
    if (status === 'unsupported-layout') return text.unsupported;
    return text.looking;
  }
}

/**
 * The stage: creator dashboards played from made-up posts. `answer` takes the address of a request and gives the response;
 * a browser is led to it through Playwright's routing (Chromium) or through `server.ts` (Firefox).
 */
import type { MetricName } from '../../core/model/metrics';
import type { Platform } from '../../core/model/platforms';
import type { Figure, Reading } from '../../core/model/reading';
import client from './client.js?raw';
import { COMPOSERS } from './composers';
import type { BigNumbers } from './figures';
import { hashedClass, html } from './markup';
import { TEMPLATES } from './platforms';
import type { StagedPost } from './posts';
import { stylesheet } from './stylesheet';
import type { Fault, Patch, RowState, StagePage, StageTemplate, Step, View } from './template';
import type { StageLanguage } from './titles';

export interface StagedAccount {
  platform: Platform;
  /** The name the site shows. */
  name: string;
  posts: readonly StagedPost[];
}

export interface StageOptions {
  accounts: readonly StagedAccount[];
  faults?: readonly Fault[];
  /** By page id; the page's usual layout otherwise. */
  layouts?: Readonly<Record<string, string>>;
  language?: StageLanguage;
  big?: BigNumbers;
  /** The release of the site: another number, other class hashes. */
  build?: number;
  /** How late late figures and rows are. Milliseconds. */
  lateness?: number;
  /** So many rows at once instead of the page's own number; a virtual list shows at least as many. */
  pageSize?: number;
}

export interface StageAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A reading as it must come out, but for the moment of capture. */
export type ExpectedReading = Pick<Reading, 'platform' | 'page' | 'account'> & {
  /** What the page says nothing about is left out. */
  post: Pick<Reading['post'], 'id' | 'title' | 'publishedAt' | 'publishedPrecision'> &
    Partial<Pick<Reading['post'], 'durationSeconds' | 'status' | 'statusText'>>;
  metrics: Partial<Record<MetricName, Figure>>;
};

const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types stage";
/** All Chinese platforms print China time (`PRINTED_ZONE` of the model). */
const CHINA_OFFSET = '+08:00';

/** `2026-05-25T14:43:00+08:00` */
export function chinaTime(milliseconds: number): string {
  return `${new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 19)}${CHINA_OFFSET}`;
}

function templateOf(platform: Platform): StageTemplate {
  const template = TEMPLATES.find((candidate) => candidate.platform === platform);
  if (!template) throw new Error(`the stage has no template for ${platform}`);
  return template;
}

function pageById(id: string): { template: StageTemplate; page: StagePage } {
  for (const template of TEMPLATES) {
    const page = template.pages.find((candidate) => candidate.id === id);
    if (page) return { template, page };
  }
  throw new Error(`the stage has no page ${id}`);
}

export class Stage {
  readonly closed = true;
  /** May be changed at any time; the next request sees it. Who is signed in is the last account of its platform. */
  options: StageOptions;

  constructor(options: StageOptions) {
    this.options = options;
    for (const account of options.accounts) templateOf(account.platform);
  }

  /** The hosts to lead here. */
  get hosts(): string[] {
    return [...new Set(this.options.accounts.map((account) => templateOf(account.platform).host))];
  }

  /** The full address of a page, or of a platform's home. */
  address(page: string): string {
    const template = TEMPLATES.find((candidate) => candidate.platform === page);
    if (template) return `https://${template.host}${template.home}`;
    const found = pageById(page);
    return `https://${found.template.host}${found.page.path}`;
  }

  /** The address of a platform's page on which posts are written. */
  composeAddress(platform: Platform): string {
    const composer = COMPOSERS[platform];
    if (!composer) throw new Error(`the stage has no page for writing on ${platform}`);
    return `https://${templateOf(platform).host}${composer.path}`;
  }

  /** Signs another account in. */
  signIn(platform: Platform, name: string): void {
    const chosen = this.options.accounts.find((account) => account.platform === platform && account.name === name);
    if (!chosen) throw new Error(`no staged account ${name} on ${platform}`);
    this.options = { ...this.options, accounts: [...this.options.accounts.filter((account) => account !== chosen), chosen] };
  }

  #account(platform: Platform): StagedAccount {
    const account = this.options.accounts.findLast((candidate) => candidate.platform === platform);
    if (!account) throw new Error(`no staged account on ${platform}`);
    return account;
  }

  #view(template: StageTemplate, page: StagePage | null): View {
    const account = this.#account(template.platform);
    const faults = new Set(this.options.faults ?? []);
    const build = (this.options.build ?? 1) + (faults.has('renamed-classes') ? 7919 : 0);
    return {
      platform: template.platform,
      account: account.name,
      posts: page ? account.posts.filter((post) => page.lists(post)) : account.posts,
      layout: (page && this.options.layouts?.[page.id]) ?? page?.layouts[0] ?? '',
      language: this.options.language ?? 'zh-CN',
      big: this.options.big ?? template.big,
      has: (fault) => faults.has(fault),
      css: (stem) => hashedClass(stem, build),
    };
  }

  /** What a right reader gets from `page` of the account that is signed in, or of `name`. */
  expected(id: string, name?: string): ExpectedReading[] {
    const { template, page } = pageById(id);
    const account =
      name === undefined
        ? this.#account(template.platform)
        : this.options.accounts.find((one) => one.platform === template.platform && one.name === name);
    if (!account) throw new Error(`no staged account ${name}`);
    const view = this.#view(template, page);
    return account.posts
      .filter((post) => page.lists(post))
      .map((post) => {
        const metrics: ExpectedReading['metrics'] = {};
        for (const metric of page.metrics(view)) {
          const { figure } = page.print(view, metric, post.figures[metric]);
          if (figure) metrics[metric] = figure;
        }
        return {
          platform: page.network?.(post) ?? template.platform,
          page: id,
          account: page.showsAccount ? account.name : null,
          post: { title: post.title, publishedAt: chinaTime(post.publishedAt), publishedPrecision: 'minute', ...page.post(post) },
          metrics,
        };
      });
  }

  /** How many posts the page says there are; null where it does not say. */
  claimedTotal(id: string): number | null {
    const { template, page } = pageById(id);
    const view = this.#view(template, page);
    return page.claimsTotal(view.layout) ? view.posts.length : null;
  }

  /** Whether rows stay in the document while the creator goes on: not where pages are turned, nor in a virtual list. */
  keepsRows(id: string): boolean {
    const { page } = pageById(id);
    return page.moves === 'scroll' && page.window === undefined;
  }

  movesBy(id: string): 'scroll' | 'pager' {
    return pageById(id).page.moves;
  }

  /** Answers one request, or null where the stage plays no such host. */
  answer(address: string | URL): StageAnswer | null {
    const url = new URL(address);
    const template = TEMPLATES.find((candidate) => candidate.host === url.hostname);
    if (!template || !this.options.accounts.some((account) => account.platform === template.platform)) return null;
    const give = (type: string, body: string, more: Record<string, string> = {}): StageAnswer => ({
      status: 200,
      headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...more },
      body,
    });
    if (url.pathname === '/__stage/client.js') return give('text/javascript', client);
    if (url.pathname === '/__stage/stage.css') return give('text/css', stylesheet);
    if (url.pathname === '/__stage/step') return give('application/json', JSON.stringify(this.#step(template, url.searchParams)));
    if (!this.#known(template, url.pathname)) return { status: 404, headers: { 'content-type': 'text/plain' }, body: '' };
    const frame = template.frame(this.#view(template, null)).text;
    return give(
      'text/html',
      `<!doctype html><html lang="${this.options.language ?? 'zh-CN'}"><head><meta charset="utf-8"><title>${template.host}</title><link rel="stylesheet" href="/__stage/stage.css"></head><body>${frame}<script src="/__stage/client.js"></script></body></html>`,
      this.options.faults?.includes('strict-csp') ? { 'content-security-policy': STRICT_POLICY } : {},
    );
  }

  #known(template: StageTemplate, path: string): boolean {
    if (COMPOSERS[template.platform]?.path === path) return true;
    return path === template.home || path === '/favicon.ico' || template.pages.some((page) => page.path === path);
  }

  #step(template: StageTemplate, query: URLSearchParams): Step {
    const page = template.pages.find((candidate) => candidate.path === query.get('path'));
    if (!page) {
      const composer = COMPOSERS[template.platform];
      const written = composer?.path === query.get('path') ? composer?.body : undefined;
      const frames = [
        {
          wait: 0,
          patches: [
            { at: template.place, how: 'inside' as const, html: (written ?? template.homeBody(this.#view(template, null))).text },
          ],
        },
      ];
      return { frames, buttons: [...template.menu], scroller: null, shown: 0 };
    }
    const view = this.#view(template, page);
    const turned = Number(query.get('page') ?? 1);
    const pageSize = this.options.pageSize ?? page.pageSize;
    const opened = query.get('do') === 'open';
    const first = page.moves === 'pager' ? (turned - 1) * pageSize : opened ? 0 : Number(query.get('shown') ?? 0);
    const last = Math.min(first + pageSize, view.posts.length);
    const buttons = [...template.menu, ...page.buttons(view, turned)];
    const scroller = page.moves === 'scroll' && view.layout !== 'unknown' && last < view.posts.length ? page.scroller : null;
    return { frames: this.#frames(template, page, view, { opened, first, last, turned }), buttons, scroller, shown: last };
  }

  /** The patches of one step; late and half rows take two frames. */
  #frames(
    template: StageTemplate,
    page: StagePage,
    view: View,
    at: { opened: boolean; first: number; last: number; turned: number },
  ): Step['frames'] {
    const { opened, first, last, turned } = at;
    const list = page.list(view);
    const draw = (from: number, to: number, state: RowState) =>
      view.posts.slice(from, to).map((post, index) => page.row(view, post, from + index, state));
    const early: RowState | null = view.has('half-rows') ? 'skeleton' : view.has('late-numbers') ? 'no-figures' : null;
    const fresh = draw(first, last, early ?? 'whole');
    const tail = page.tail(view, last);
    // A pager shows one page; an endless list shows all so far, kept or drawn anew; a virtual one the end of it.
    const kept = page.moves === 'pager' ? 0 : Math.min(first, Math.max(0, (page.window ?? last) - (last - first)));
    const patches: Patch[] = opened ? [{ at: template.place, how: 'inside', html: page.body(view).text }] : [];
    if (page.moves === 'pager' || opened || page.window || view.has('redraw'))
      patches.push({
        at: list,
        how: page.recycles ? 'recycle' : 'inside',
        html: html`${draw(first - kept, first, 'whole')}${fresh}${tail}`.text,
      });
    else
      patches.push(
        { at: `${list} > :nth-child(n + ${first + 1})`, how: 'remove' },
        { at: list, how: 'end', html: html`${fresh}${tail}`.text },
      );
    const around = page.around(view, last, turned);
    if (!early) return [{ wait: 0, patches: [...patches, ...around] }];
    const whole = draw(first, last, 'whole').map(
      (row, index): Patch => ({ at: `${list} > :nth-child(${kept + index + 1})`, how: 'replace', html: row.text }),
    );
    return [
      { wait: 0, patches },
      { wait: this.options.lateness ?? 600, patches: [...whole, ...around] },
    ];
  }
}

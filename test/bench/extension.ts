/** The built extension before a stage, and how much of the page's main thread its content script takes. */
import type { CDPSession, Page } from 'playwright-core';
import { hostAt, readingScripts } from '../../core/dashboards/hosts';
import type { Platform } from '../../core/model/platforms';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { stagedPosts } from '../stage/posts';
import { Stage } from '../stage/stage';
import { BUILT } from './sizes';

export interface Laboratory {
  browser: ChromiumWithExtension;
  stage: Stage;
  page: Page;
  /** Of the page's main thread. */
  profiler: CDPSession;
}

/** As a handle: TikTok's rows carry it in their addresses, where nothing else may stand. */
const ACCOUNT = 'mint_balcony';

/** So many posts of a platform, all of them in the page at once; the platform is granted. */
export async function openStaged(platform: Platform, posts: number): Promise<Laboratory> {
  const stage = new Stage({
    accounts: [
      {
        platform,
        name: ACCOUNT,
        posts: stagedPosts({
          platform,
          account: ACCOUNT,
          count: posts,
          from: '2024-06-01T00:00:00+08:00',
          to: '2026-06-30T23:00:00+08:00',
        }),
      },
    ],
    pageSize: posts,
    language: platform === 'tiktok' ? 'en' : 'zh-CN',
  });
  const browser = await ChromiumWithExtension.launch({ extension: BUILT, site: stage });
  const lookout = await browser.open('manifest.json');
  await browser.grant(lookout, ...stage.hosts.map((host) => `https://${host}/*`));
  await lookout.close();
  const page = await browser.context.newPage();
  const profiler = await browser.context.newCDPSession(page);
  await profiler.send('Profiler.enable');
  // Processor time of the main thread, not time on the wall: other programs on the computer do not count.
  await profiler.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { browser, stage, page, profiler };
}

/** Only what a measurement injects runs in a page: the registered scripts are taken away. */
export async function withoutScripts({ browser }: Laboratory): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate('chrome.scripting.unregisterContentScripts()');
}

/** Starts the platform's content script in the open page, as the background does after an update. */
export async function inject({ browser, page }: Laboratory): Promise<void> {
  const host = hostAt(page.url());
  const files = host ? readingScripts(host) : [];
  const worker = await browser.worker();
  await worker.evaluate(
    `(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${new URL(page.url()).origin}/*`)} });
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ${JSON.stringify(files)} });
    })()`,
  );
}

/** How many posts the page's script has captured and handed over, by its own account; null while it does not answer. */
export async function captured({ browser, page }: Laboratory): Promise<number | null> {
  const worker = await browser.worker();
  return worker.evaluate(
    `(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${new URL(page.url()).origin}/*`)} });
      const status = await chrome.tabs.sendMessage(tab.id, { type: 'tab-status' }).catch(() => null);
      return status && status.waiting === 0 ? status.coverage.captured : null;
    })()`,
  ) as Promise<number | null>;
}

/**
 * Milliseconds of processor time that the page's main thread has spent: in scripts, in working out styles and layout, and in all its tasks,
 * which is these, painting and the collection of garbage.
 */
export async function threadTime({ profiler }: Laboratory): Promise<{ scripts: number; layout: number; tasks: number }> {
  const { metrics } = await profiler.send('Performance.getMetrics');
  const of = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
  return { scripts: of('ScriptDuration'), layout: of('RecalcStyleDuration') + of('LayoutDuration'), tasks: of('TaskDuration') };
}

interface Node {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
}
export interface Profile {
  nodes: Node[];
  samples: number[];
  timeDeltas: number[];
}

/** Which functions are ours. The browser's own have no address and count for their caller. */
function owners(nodes: readonly Node[], isOurs: (url: string) => boolean): Map<number, boolean> {
  const owner = new Map<number, boolean>();
  const parent = new Map<number, number>();
  for (const { id, children } of nodes) for (const child of children ?? []) parent.set(child, id);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ownerOf = (id: number): boolean => {
    const known = owner.get(id);
    if (known !== undefined) return known;
    const { url } = byId.get(id)?.callFrame ?? { url: '' };
    const up = parent.get(id);
    const own = url ? isOurs(url) : up !== undefined && ownerOf(up);
    owner.set(id, own);
    return own;
  };
  for (const { id } of nodes) ownerOf(id);
  return owner;
}

/**
 * Milliseconds in functions of ours and in the browser's that they call, with the garbage collected in them; `within`: only below a
 * function of that name, called by another.
 */
export function spent(profile: Profile, isOurs: (url: string) => boolean, within?: { caller: string; name: string }): number {
  const owner = owners(profile.nodes, isOurs);
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const counted = new Set<number>();
  const visit = (node: Node, inside: boolean): void => {
    if (inside && owner.get(node.id)) counted.add(node.id);
    for (const child of (node.children ?? []).flatMap((id) => byId.get(id) ?? [])) {
      const enters =
        within &&
        isOurs(child.callFrame.url) &&
        child.callFrame.functionName === within.name &&
        node.callFrame.functionName === within.caller;
      visit(child, inside || enters === true);
    }
  };
  const [root] = profile.nodes;
  if (root) visit(root, within === undefined);
  let sum = 0;
  let inside = false;
  profile.samples.forEach((id, at) => {
    // Collecting garbage stands beside the functions in a profile: it counts for the one that it interrupted.
    if (byId.get(id)?.callFrame.functionName !== '(garbage collector)') inside = counted.has(id);
    if (inside) sum += (profile.timeDeltas[at] ?? 0) / 1000;
  });
  return sum;
}

/** The functions that took most, themselves and the browser's that they call: `name:line`, milliseconds. For finding what to do next. */
export function heaviest({ nodes, samples, timeDeltas }: Profile, isOurs: (url: string) => boolean): [string, number][] {
  const owner = owners(nodes, isOurs);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sums = new Map<string, number>();
  samples.forEach((id, at) => {
    if (!owner.get(id)) return;
    const { functionName, lineNumber, url } = byId.get(id)?.callFrame ?? { functionName: '', lineNumber: 0, url: '' };
    const name = url ? `${functionName || '(anonymous)'}:${lineNumber + 1}` : functionName;
    sums.set(name, (sums.get(name) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  });
  return [...sums].sort(([, a], [, b]) => b - a);
}

export async function profiled(profiler: CDPSession, work: () => Promise<void>, interval = 100): Promise<Profile> {
  await profiler.send('Profiler.setSamplingInterval', { interval });
  await profiler.send('Profiler.start');
  await work();
  return (await profiler.send('Profiler.stop')).profile as Profile;
}

/**
 * Has a draft checked. The rules (a lexicon of thousands of words) would weigh down both this script, which is started anew again
 * and again, and every publishing page; so they are run where the browser lets them stay: in Chromium in an off-screen page of
 * ours, in Firefox, whose background is a page, right here once they are asked for.
 */
import { browser } from 'wxt/browser';
import type { Host } from '../../core/dashboards/hosts';
import type { DraftAnswer } from '../../core/messages';
import type { DraftCheck, DraftContext } from '../../core/model/draft';
import { ruleSettingsOf } from '../../core/model/rule-settings';
import { CHECK_DRAFT, type CheckAsk } from '../lib/check-ask';
import { language } from './hello';
import { grantedHosts } from './registration';
import { withStore } from './store';

const PAGE = '/checker.html';
const SCRIPT = '/checker-script.js';

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
}
interface Chromium {
  offscreen?: Offscreen;
  runtime?: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
}
const { offscreen, runtime } = (globalThis as { chrome?: Chromium }).chrome ?? {};

let opening: Promise<void> | undefined;

async function askOffscreen(ask: CheckAsk): Promise<DraftCheck> {
  const open = await runtime?.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (!open?.length) {
    opening ??= (
      offscreen?.createDocument({ url: PAGE, reasons: ['WORKERS'], justification: 'Checks a draft against the rules.' }) ??
      Promise.reject(new Error('no off-screen page'))
    ).finally(() => {
      opening = undefined;
    });
    await opening;
  }
  return (await browser.runtime.sendMessage({ type: CHECK_DRAFT, ask })) as DraftCheck;
}

interface CheckingPage {
  checkDraft?: (ask: CheckAsk) => DraftCheck;
}
let loading: Promise<void> | undefined;

async function askHere(ask: CheckAsk): Promise<DraftCheck> {
  const here = globalThis as CheckingPage;
  loading ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = browser.runtime.getURL(SCRIPT);
    script.onload = () => done();
    script.onerror = () => failed(new Error('the rules could not be loaded'));
    document.head.append(script);
  });
  await loading;
  if (!here.checkDraft) throw new Error('the rules could not be loaded');
  return here.checkDraft(ask);
}

/** Answers what a publishing page asks about its draft. What the creator called "not an issue" stays unsaid. Nothing is stored. */
export async function checkDraft({ text, context }: { text: string; context: DraftContext }, host: Host): Promise<DraftAnswer> {
  if (!(await grantedHosts()).some(({ platform }) => platform === host.platform)) return { ok: false, problem: 'withdrawn' };
  const [suppressed, rules] = await withStore((store) => Promise.all([store.suppressed(), store.setting('rules')])).catch(
    () => [[], null] as const,
  );
  const ask: CheckAsk = {
    text,
    platform: host.platform,
    context,
    locale: await language(),
    suppressed,
    rules: ruleSettingsOf(rules),
  };
  return { ok: true, check: await (offscreen ? askOffscreen(ask) : askHere(ask)) };
}

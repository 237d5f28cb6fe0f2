/**
 * Has a draft checked. The rules (a lexicon of thousands of words) would weigh down both this script, which is started anew again
 * and again, and every publishing page; so the data worker runs them, which the package has anyway. Only a page may start it: in
 * Chromium an off-screen one of ours, in Firefox this script's own.
 */
import { browser } from 'wxt/browser';
import type { Host } from '../../core/dashboards/hosts';
import type { DraftAnswer } from '../../core/messages';
import type { DraftCheck, DraftContext } from '../../core/model/draft';
import { ruleSettingsOf } from '../../core/model/rule-settings';
import { type Ask, startAsking } from '../lib/ask';
import { CHECK_DRAFT, type CheckAsk } from '../lib/check-ask';
import { language } from './hello';
import { grantedHosts } from './registration';
import { withStore } from './store';

const PAGE = '/checker.html';

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

let asking: Ask | undefined;

function askHere(ask: CheckAsk): Promise<DraftCheck> {
  asking ??= startAsking();
  return asking('check', ask);
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
  return { ok: true, check: await (import.meta.env.FIREFOX ? askHere(ask) : askOffscreen(ask)) };
}

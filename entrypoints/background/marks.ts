import { browser } from 'wxt/browser';
import type { Host } from '../../core/dashboards/hosts';
import type { MarksAnswer, TabMessage } from '../../core/messages';
import { findMark, type KeptMark, type MarkQuestion, marksName, withoutSetAside } from '../../core/model/marks';
import type { NotAnIssue } from '../../core/model/not-an-issue';
import type { Finding } from '../../core/model/report';
import { asideOf, dismissalId } from '../lib/dismissals';
import { announceChange } from './capture';
import { languageOf } from './hello';
import { grantedHosts } from './registration';
import { withStore } from './store';

/** What the last report says of these posts, read from what was kept beside it. A dashboard is told of its own platforms only. */
export async function marks(posts: readonly MarkQuestion[], host: Host): Promise<MarksAnswer> {
  const own = [host.platform, ...(host.also ?? [])];
  const asked = posts.map((post) => (own.includes(post.platform) ? post : null));
  const found = await withStore(async (store) => {
    const language = languageOf(await store.setting('language'));
    const names = new Set(asked.flatMap((post) => (post ? marksName(language, post.platform, post) : [])));
    const kept = await Promise.all(
      [...names].map(async (name) => [name, ((await store.report(name))?.report ?? []) as KeptMark[]] as const),
    );
    const byName = new Map(kept);
    const suppressed = new Set(await store.suppressed());
    const isSetAside = (finding: Finding) => suppressed.has(dismissalId(finding));
    return asked.map((post) => {
      const mark = post && findMark(byName.get(marksName(language, post.platform, post)) ?? [], post);
      return mark && withoutSetAside(mark, isSetAside);
    });
  });
  return { marks: found };
}

/** Remembers what the creator called no issue, here and anywhere: said beside a draft or a post as in the panel. */
export async function setAside(about: readonly NotAnIssue[], host: Host): Promise<{ ok: boolean }> {
  if (!(await grantedHosts()).some(({ platform }) => platform === host.platform)) return { ok: false };
  await withStore((store) => store.setAside(asideOf(about)));
  announceChange();
  return { ok: true };
}

/** Tells every open dashboard that what it was told of may have changed: a permission, a setting, the report. */
export async function announce(): Promise<void> {
  const message: TabMessage = { type: 'changed' };
  const tabs = await browser.tabs.query({});
  // Tabs without our script answer with an error, which is no news.
  await Promise.all(
    tabs.map(({ id }) => (id === undefined ? undefined : browser.tabs.sendMessage(id, message).catch(() => undefined))),
  );
}

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/kit';
import { OwnPagesView, type PageLook, type ToneSeen } from '../../components/pages/OwnPagesView';
import type { PagePreview } from '../../components/pages/PagePreviewView';
import { useWords } from '../../components/words';
import { hostAt } from '../../core/dashboards/hosts';
import { fitsAddress, type OwnPage, ownPageFrom } from '../../core/model/own-page';
import { type PageTone, toneByDay } from '../../core/model/tone';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';
import { askPage } from '../lib/page-tab';
import type { PageProps } from './page';

/** `#pages/123`: the tab that the creator asked to be read. */
const tabOf = (part: string | undefined): number | null => (part && /^\d{1,12}$/.test(part) ? Number(part) : null);

/** How a page of comments is addressed or called. */
const COMMENTS = /comment|reply|replies|评论|評論|回复/i;

/** A preview, and the address it is of. */
type Looked = PagePreview & { url: string };

export function OwnPages({ rest, go }: PageProps) {
  const { t } = useWords('workbench');
  const { ask, settings } = useApp();
  const announce = useAnnounce();
  const documents = useAnswer('documents', { kind: 'ownPage' });
  const known = documents.state.state === 'ready' ? (documents.state.value.values as OwnPage[]) : null;
  const tab = tabOf(rest[0]);
  const [look, setLook] = useState<PageLook>({ state: tab === null ? 'none' : 'looking' });
  const [preview, setPreview] = useState<Looked | null>(null);
  const started = useRef<string | null>(null);
  const toned = useAnswer('documents', { kind: 'commentTone' });
  const kept = toned.state.state === 'ready' ? (toned.state.value.values as PageTone[]) : [];
  const [seen, setSeen] = useState<ToneSeen | null>(null);
  const [attempt, setAttempt] = useState(0);

  const lookAtComments = useCallback(
    (tab: number) =>
      askPage(tab, 'tone', null, settings.zone).then(
        (tone) => setSeen(tone.days.length > 0 ? { ...tone, kept: false } : null),
        () => setSeen(null),
      ),
    [settings.zone],
  );
  // Looked at once, when the pages declared before are known: one of them may be this one.
  useEffect(() => {
    const name = `${tab} ${attempt}`;
    if (tab === null || known === null || started.current === name) return;
    started.current = name;
    setPreview(null);
    setSeen(null);
    setLook({ state: 'looking' });
    askPage(tab, 'propose', null, settings.zone).then(
      ({ url, title, proposals }) => {
        // The dates of a table of posts are no comments.
        if (proposals.length === 0 || COMMENTS.test(`${url} ${title}`)) void lookAtComments(tab);
        if (proposals.length === 0) setLook({ state: 'nothing' });
        else setPreview(firstPreview(url, title, proposals, known));
      },
      () => setLook({ state: 'failed' }),
    );
  }, [tab, known, attempt, settings.zone, lookAtComments]);

  const page = preview && ownPageOf(preview);
  const asked = page && JSON.stringify(page);
  // Read anew at every change: what will be kept is what is shown.
  useEffect(() => {
    if (tab === null || !page) return;
    let dropped = false;
    askPage(tab, 'read', page, settings.zone).then(
      (read) => dropped || setPreview((before) => before && { ...before, read }),
      () => {
        if (dropped) return;
        setPreview(null);
        setLook({ state: 'failed' });
      },
    );
    return () => {
      dropped = true;
    };
    // `asked` stands for the page's content.
  }, [tab, asked, settings.zone]);

  const change = (part: Partial<Looked>) => setPreview((before) => before && { ...before, ...part });
  const close = () => {
    setPreview(null);
    setLook({ state: 'none' });
    go('pages');
  };
  const keep = async () => {
    if (!preview?.read || !page) return;
    change({ busy: true, problem: null });
    try {
      const kept = await ask('keepOwnPage', { page, read: preview.read });
      close();
      setLook({ state: 'kept', posts: preview.read.readings.length, fresh: kept.newPosts });
    } catch (error) {
      change({ busy: false, problem: problemOf(error) });
    }
  };
  const keepTone = async () => {
    if (!seen) return;
    const seenAt = new Date().toISOString();
    for (const day of seen.days) {
      const value = { ...day, page: seen.page, id: `${seen.page} ${day.day}`, seenAt };
      await ask('putDocument', { kind: 'commentTone', value });
    }
    setSeen({ ...seen, kept: true });
  };
  const forgetTone = () => {
    void Promise.all(kept.map(({ id }) => ask('removeDocument', { kind: 'commentTone', id }))).then(() =>
      announce(t.ownPages.comments.forgotten),
    );
  };
  const forget = useCallback(
    (gone: OwnPage) => void ask('removeDocument', { kind: 'ownPage', id: gone.id }).then(() => announce(t.ownPages.forgotten)),
    [ask, announce, t],
  );
  return (
    <OwnPagesView
      look={preview ? { state: 'preview', preview } : look}
      known={known ?? []}
      onAgain={() => setAttempt((count) => count + 1)}
      onForget={forget}
      seen={seen}
      counted={toneByDay(kept)}
      onKeepTone={() => void keepTone()}
      onForgetTone={forgetTone}
      onChoose={(chosen) => change({ chosen, meanings: {} })}
      onMeaning={(label, meaning) =>
        setPreview((before) => before && { ...before, meanings: { ...before.meanings, [label]: meaning } })
      }
      onPlatform={(platform) => change({ platform })}
      onAccount={(account) => change({ account })}
      onKeep={() => void keep()}
      onCancel={close}
    />
  );
}

/** As it was declared before, else as the dictionary proposes. */
function firstPreview(url: string, title: string, proposals: Looked['proposals'], known: readonly OwnPage[]): Looked {
  const before = known.find((page) => fitsAddress(page, url));
  const chosen = before ? proposals.findIndex(({ kind }) => kind === before.kind) : 0;
  return {
    url,
    title,
    host: new URL(url).hostname,
    proposals,
    chosen: Math.max(0, chosen),
    meanings: before && chosen >= 0 ? before.columns : {},
    platform: before?.platform ?? hostAt(url)?.platform ?? 'other',
    account: before?.account ?? '',
    read: null,
    busy: false,
    problem: null,
  };
}

function ownPageOf({ proposals, chosen, meanings, url, platform, account }: Looked): OwnPage | null {
  const proposal = proposals[chosen];
  return proposal ? ownPageFrom(proposal, meanings, url, { platform, account: account.trim() || null }) : null;
}

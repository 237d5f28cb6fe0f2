import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/kit';
import { OwnPagesView, type PageLook } from '../../components/pages/OwnPagesView';
import type { PagePreview } from '../../components/pages/PagePreviewView';
import { useWords } from '../../components/words';
import { hostAt } from '../../core/dashboards/hosts';
import { fitsAddress, type OwnPage, ownPageFrom } from '../../core/model/own-page';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';
import { askPage } from '../lib/page-tab';
import type { PageProps } from './page';

/** `#pages/123`: the tab that the creator asked to be read. */
const tabOf = (part: string | undefined): number | null => (part && /^\d{1,12}$/.test(part) ? Number(part) : null);

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
  const [attempt, setAttempt] = useState(0);

  // Looked at once, when the pages declared before are known: one of them may be this one.
  useEffect(() => {
    const name = `${tab} ${attempt}`;
    if (tab === null || known === null || started.current === name) return;
    started.current = name;
    setPreview(null);
    setLook({ state: 'looking' });
    askPage(tab, 'propose', null, settings.zone).then(
      ({ url, title, proposals }) => {
        if (proposals.length === 0) setLook({ state: 'nothing' });
        else setPreview(firstPreview(url, title, proposals, known));
      },
      () => setLook({ state: 'failed' }),
    );
  }, [tab, known, attempt, settings.zone]);

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

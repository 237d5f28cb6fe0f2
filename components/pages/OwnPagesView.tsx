import { RotateCw, ScanText } from 'lucide-preact';
import type { OwnPage } from '../../core/model/own-page';
import { Button, Empty, Note } from '../kit';
import { useWords } from '../words';
import { type PagePreview, PagePreviewView, type PreviewActions } from './PagePreviewView';

/** How far a look at the page in a tab has come. */
export type PageLook =
  | { state: 'none' }
  | { state: 'looking' }
  | { state: 'failed' }
  | { state: 'nothing' }
  | { state: 'preview'; preview: PagePreview }
  | { state: 'kept'; posts: number; fresh: number };

export interface OwnPagesProps extends PreviewActions {
  look: PageLook;
  known: OwnPage[];
  onAgain: () => void;
  onForget: (page: OwnPage) => void;
}

export function OwnPagesView({ look, known, onAgain, onForget, ...actions }: OwnPagesProps) {
  const { t } = useWords('workbench');
  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1>{t.ownPages.title}</h1>
        <p class="muted">{t.ownPages.text}</p>
      </div>
      <div class="stack" aria-live="polite">
        <Look look={look} actions={actions} onAgain={onAgain} />
      </div>
      {look.state !== 'preview' && <Known pages={known} onForget={onForget} />}
    </div>
  );
}

function Look({ look, actions, onAgain }: { look: PageLook; actions: PreviewActions; onAgain: () => void }) {
  const { t, f } = useWords('workbench');
  switch (look.state) {
    case 'none':
      return (
        <section class="card stack-tight" aria-labelledby="how-title">
          <h2 id="how-title">{t.ownPages.how}</h2>
          <ol class="steps">
            {t.ownPages.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p class="small muted">{t.ownPages.only}</p>
        </section>
      );
    case 'looking':
      return (
        <div class="card stack-tight">
          <p>{t.ownPages.looking}</p>
          <progress class="progress" aria-label={t.ownPages.looking} />
        </div>
      );
    case 'failed':
      return <Note kind="warn">{t.ownPages.failed}</Note>;
    case 'nothing':
      return (
        <Empty icon={ScanText} title={t.ownPages.way} text={t.ownPages.nothing}>
          <Button icon={RotateCw} onClick={onAgain}>
            {t.ownPages.again}
          </Button>
        </Empty>
      );
    case 'preview':
      return <PagePreviewView preview={look.preview} {...actions} />;
    case 'kept':
      return <Note>{t.ownPages.kept(t.common.posts(look.posts, f.number(look.posts)), f.number(look.fresh))}</Note>;
  }
}

function Known({ pages, onForget }: { pages: OwnPage[]; onForget: (page: OwnPage) => void }) {
  const { t, f } = useWords('workbench');
  return (
    <section class="stack-tight" aria-labelledby="known-title">
      <h2 id="known-title">{t.ownPages.known}</h2>
      {pages.length === 0 ? (
        <p class="muted">{t.ownPages.noneKnown}</p>
      ) : (
        <>
          <ul class="stack-tight">
            {pages.map((page) => {
              const figures = Object.values(page.columns).filter((meaning) => meaning in t.metrics).length;
              return (
                <li key={page.id} class="card row-apart">
                  <div class="page-name">
                    <p class="strong">{page.host}</p>
                    <p class="small faint">
                      {[page.path, t.platforms[page.platform], page.account, t.ownPages.figures(figures, f.number(figures))]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <Button small label={t.ownPages.forgetOf(page.host)} onClick={() => onForget(page)}>
                    {t.ownPages.forget}
                  </Button>
                </li>
              );
            })}
          </ul>
          <p class="small muted">{t.ownPages.inBackup}</p>
        </>
      )}
    </section>
  );
}

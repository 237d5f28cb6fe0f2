import { RotateCw, ScanText } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { OwnPage } from '../../core/model/own-page';
import type { DayTone } from '../../core/model/tone';
import { Button, Empty, Note } from '../kit';
import { useLostFocus } from '../kit/lost-focus';
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

/** Comments in view on the page, counted there. */
export interface ToneSeen {
  /** Host and path. */
  page: string;
  days: DayTone[];
  kept: boolean;
}

export interface OwnPagesProps extends PreviewActions {
  look: PageLook;
  known: OwnPage[];
  onAgain: () => void;
  onForget: (page: OwnPage) => void;
  seen: ToneSeen | null;
  /** What was kept of comments, by day. */
  counted: readonly DayTone[];
  onKeepTone: () => void;
  onForgetTone: () => void;
}

export function OwnPagesView(props: OwnPagesProps) {
  const { look, known, seen, counted, onAgain, onForget, onKeepTone, onForgetTone, ...actions } = props;
  const { t } = useWords('workbench');
  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1>{t.ownPages.title}</h1>
        <p class="muted">{t.ownPages.text}</p>
      </div>
      <div class="stack" aria-live="polite">
        {/* What was found comes before what was not. */}
        {seen && look.state === 'nothing' && <Comments seen={seen} onKeep={onKeepTone} />}
        {seen && look.state === 'nothing' ? (
          <div class="row">
            <p class="small muted">{t.ownPages.nothingTitle}</p>
            <Button icon={RotateCw} onClick={onAgain}>
              {t.ownPages.again}
            </Button>
          </div>
        ) : (
          <Look look={look} actions={actions} onAgain={onAgain} />
        )}
        {seen && look.state !== 'looking' && look.state !== 'nothing' && <Comments seen={seen} onKeep={onKeepTone} />}
      </div>
      {look.state !== 'preview' && <Known pages={known} onForget={onForget} />}
      {look.state !== 'preview' && counted.length > 0 && <Counted days={counted} onForget={onForgetTone} />}
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
        <Empty icon={ScanText} title={t.ownPages.nothingTitle} text={t.ownPages.nothing}>
          <Button icon={RotateCw} onClick={onAgain}>
            {t.ownPages.again}
          </Button>
        </Empty>
      );
    case 'preview':
      return <PagePreviewView preview={look.preview} {...actions} />;
    case 'kept':
      return (
        <Outcome>
          {t.ownPages.kept(t.common.posts(look.posts, f.number(look.posts)), f.number(look.fresh))}{' '}
          <a href="#posts">{t.ownPages.seePosts}</a>
        </Outcome>
      );
  }
}

/** What came of a click, in the place of its button: it is read out, as it stands in the live part, and takes the focus. */
function Outcome({ children }: { children: ComponentChildren }) {
  const place = useLostFocus<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1}>
      <Note>{children}</Note>
    </div>
  );
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
                      {[
                        page.path.replaceAll('*', '…'),
                        t.platforms[page.platform],
                        page.account,
                        t.ownPages.figures(figures, f.number(figures)),
                      ]
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

const sum = (days: readonly DayTone[], of: 'comments' | 'negative') => days.reduce((total, day) => total + day[of], 0);

/** How the comments on the page sound; kept only when the creator says that they are theirs. */
function Comments({ seen, onKeep }: { seen: ToneSeen; onKeep: () => void }) {
  const { t, f } = useWords('workbench');
  const number = (of: 'comments' | 'negative') => f.number(sum(seen.days, of));
  return (
    <section class="card stack-tight" aria-labelledby="comments-title">
      <h2 id="comments-title">{t.ownPages.comments.title}</h2>
      <p>{t.ownPages.comments.count(number('comments'), f.number(seen.days.length), number('negative'))}</p>
      {!seen.kept && <p class="small muted">{t.ownPages.comments.hint}</p>}
      {seen.kept ? (
        <Outcome>{t.ownPages.comments.kept}</Outcome>
      ) : (
        <div>
          <Button onClick={onKeep}>{t.ownPages.comments.keep}</Button>
        </div>
      )}
    </section>
  );
}

function Counted({ days, onForget }: { days: readonly DayTone[]; onForget: () => void }) {
  const { t, f } = useWords('workbench');
  return (
    <section class="stack-tight" aria-labelledby="counted-title">
      <h2 id="counted-title">{t.ownPages.comments.known}</h2>
      <div class="card row-apart">
        <p>{t.ownPages.comments.sum(f.number(sum(days, 'comments')), f.number(days.length), f.number(sum(days, 'negative')))}</p>
        <Button small label={t.ownPages.comments.forgetAll} onClick={onForget}>
          {t.ownPages.forget}
        </Button>
      </div>
    </section>
  );
}

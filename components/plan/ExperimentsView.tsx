import { Coins, FlaskConical, Plus, Search } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { ledBy } from '../../core/model/workspace/lead';
import { EXPERIMENT_DESIGNS, EXPERIMENT_OUTCOMES, type Experiment } from '../../core/model/workspace/objects';
import type { ExperimentView } from '../../core/model/workspace/view';
import { DASH } from '../format';
import { Button, Disclosure, Empty, Note, Select, useAnnounce } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { ResultForm, SwapForm, SwapPeriods } from './ExperimentForms';
import { Area, Field, FormDialog, lines, numberOf, OwnerSelect, ScopeSelect, useDraft } from './fields';

const SETTLED = ['aBetter', 'bBetter', 'aHint', 'bHint', 'same', 'undecided'];

/** Running experiments first; what is decided is a library that can be searched by what was learnt. */
export function ExperimentsView() {
  const { f } = useWords();
  const { p, workspace } = usePlan();
  const [creating, setCreating] = useState(false);
  const [words, setWords] = useState('');
  const id = useId();
  const settled = workspace.experiments.filter(({ verdict }) => SETTLED.includes(verdict));
  const running = workspace.experiments.filter(({ verdict }) => !SETTLED.includes(verdict));
  const found = settled.filter(({ experiment }) => matches(experiment, words));
  const { thisMonth, low, high, share, largestShare } = workspace.quota;
  return (
    <section class="stack" aria-labelledby="experiments-title">
      <div class="row-apart wrap">
        <h2 id="experiments-title">{p.sections.experiments}</h2>
        <Button kind="primary" icon={Plus} onClick={() => setCreating(true)}>
          {p.experiments.add}
        </Button>
      </div>
      <p class="small muted number">
        {share !== null && share > largestShare
          ? p.experiments.tooMany(f.number(thisMonth), f.share(share), f.share(largestShare))
          : p.experiments.quota(f.number(thisMonth), `${f.number(low)}–${f.number(high)}`)}
      </p>
      {workspace.experiments.length === 0 && <Empty icon={FlaskConical} {...p.experiments.empty} />}
      {running.map((view) => (
        <ExperimentCard key={view.experiment.id} view={view} />
      ))}
      {settled.length > 0 && (
        <section class="stack" aria-labelledby={id}>
          <h3 id={id}>{p.experiments.library}</h3>
          <div class="search">
            <Search size={15} aria-hidden="true" />
            <input
              class="input"
              type="search"
              aria-label={p.experiments.search}
              placeholder={p.experiments.search}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          </div>
          {found.length === 0 && <p class="muted">{p.experiments.notFound}</p>}
          {found.map((view) => (
            <ExperimentCard key={view.experiment.id} view={view} />
          ))}
        </section>
      )}
      {creating && <ExperimentEditor onClose={() => setCreating(false)} />}
    </section>
  );
}

/** Every word stands in what was asked, tried or learnt. */
function matches({ question, arms, learnt, tags }: Experiment, words: string): boolean {
  const text = [question, arms.a, arms.b, learnt, ...tags].join('\n').toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function ExperimentCard({ view }: { view: ExperimentView }) {
  const { t, f } = useWords();
  const { p, act, now, clock } = usePlan();
  const announce = useAnnounce();
  const [title, setTitle] = useState('');
  const [editing, setEditing] = useState(false);
  const { experiment, design, verdict, pairs, posts, nextArm, needed } = view;
  const periods = experiment.periods ?? [];
  const open = !SETTLED.includes(verdict);
  const draw = () => {
    const arm = nextArm ?? act.coin();
    act.put('experiment', { ...experiment, assignments: [...experiment.assignments, { arm, at: now, title: title.trim() }] });
    setTitle('');
    announce(p.experiments.drawn(p.experiments.arms[arm], experiment.arms[arm]));
  };
  const last = posts.at(-1);
  const unseen = needed?.findLast((one) => 2 * one.posts > experiment.largestPosts);
  const told = design === 'platform' && experiment.result ? p.experiments.platformSaid[experiment.result.winner] : null;
  // A swap says above when it is read: looking earlier would make it less true.
  const said = told ?? (design === 'swap' && verdict === 'running' ? '' : p.experiments.statements[verdict]);
  const { lift: shown, bLeads } = ledBy(view);
  return (
    <article class="card stack" aria-label={experiment.question}>
      <div class="row-apart wrap">
        <h3>{experiment.question}</h3>
        <span class="tag">{p.experiments.verdicts[verdict]}</span>
      </div>
      <ul class="stack-tight">
        <li>
          <strong>{p.experiments.arms.a}</strong> {experiment.arms.a}
        </li>
        <li>
          <strong>{p.experiments.arms.b}</strong> {experiment.arms.b}
        </li>
      </ul>
      <p class="small muted number">
        {design === 'pairs' &&
          (open
            ? p.experiments.facts(p.experiments.outcomes[experiment.outcome], f.number(experiment.largestPosts), f.number(pairs))
            : p.experiments.factsEnded(p.experiments.outcomes[experiment.outcome], experiment.assignments.length, pairs))}
        {design === 'swap' && p.experiments.swapFacts(f.number(periods.length), f.number(experiment.largestPosts))}
        {design === 'platform' && p.experiments.platformFacts}
      </p>
      {said !== '' && (
        <p>
          {f.sentences(
            said,
            shown &&
              p.experiments.lift(
                shown.low === shown.high ? f.lift(shown.low) : f.liftRange(shown),
                bLeads,
                design === 'pairs' ? p.experiments.outcomes[experiment.outcome] : p.experiments.measuredBy[design],
              ),
          )}
        </p>
      )}
      {open && needed && (
        <p class="small muted number">
          {f.sentences(
            p.experiments.needed(needed.map((one) => [f.lift(one.lift), f.number(one.posts)] as const)),
            unseen && p.experiments.unseen(f.number(experiment.largestPosts), f.lift(unseen.lift)),
          )}
        </p>
      )}
      {open && design === 'swap' && <SwapForm view={view} />}
      {open && design === 'platform' && <ResultForm view={view} />}
      {periods.length > 0 && (
        <Disclosure summary={p.experiments.periods(periods.length)}>
          <SwapPeriods view={view} />
        </Disclosure>
      )}
      {open && design === 'pairs' && (
        <form
          class="form-row"
          onSubmit={(event) => {
            event.preventDefault();
            draw();
          }}
        >
          <Field label={p.experiments.nextTitle} value={title} onInput={setTitle} />
          <Button submit icon={Coins}>
            {nextArm ? p.experiments.other(p.experiments.arms[nextArm]) : p.experiments.toss}
          </Button>
        </form>
      )}
      {open && last && last.real === null && (
        <Note>{p.experiments.make(p.experiments.arms[last.arm], experiment.arms[last.arm], last.title)}</Note>
      )}
      {posts.length > 0 && (
        <Disclosure summary={p.experiments.posts(posts.length)}>
          <table class="facts">
            <thead>
              <tr>
                <th scope="col">{p.experiments.arm}</th>
                <th scope="col">{p.experiments.drawnAt}</th>
                <th scope="col">{p.experiments.became}</th>
                <th scope="col">{p.experiments.counted}</th>
              </tr>
            </thead>
            <tbody>
              {posts.map((post) => (
                <tr key={post.at + post.arm}>
                  <th scope="row">{p.experiments.arms[post.arm]}</th>
                  <td class="number">{f.published(clock.toWall(post.at), 'minute')}</td>
                  <td>{post.real?.title ?? (post.title || DASH)}</td>
                  <td>{post.counted ? p.common.yes : p.experiments.waiting}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Disclosure>
      )}
      {experiment.learnt !== '' && (
        <p>
          <strong>{f.said(p.experiments.learnt)}</strong>
          {experiment.learnt}
        </p>
      )}
      {experiment.tags.length > 0 && (
        <div class="row">
          {experiment.tags.map((tag) => (
            <span key={tag} class="tag tag-name">
              {tag}
            </span>
          ))}
        </div>
      )}
      <div class="row">
        <Button small onClick={() => setEditing(true)}>
          {view.frozen && experiment.learnt === '' ? p.experiments.write : p.common.edit}
        </Button>
        {open && view.frozen && (
          <Button small onClick={() => act.put('experiment', { ...experiment, endedAt: now })}>
            {p.experiments.stop}
          </Button>
        )}
        {!view.frozen && (
          <Button small kind="danger" onClick={() => act.remove('experiment', experiment.id)}>
            {t.common.remove}
          </Button>
        )}
      </div>
      {editing && <ExperimentEditor view={view} onClose={() => setEditing(false)} />}
    </article>
  );
}

interface Draft extends Omit<Experiment, 'largestPosts' | 'tags'> {
  largestPosts: string;
  tags: string;
}

/** Before the first draw everything may be changed; after it only what was learnt. */
function ExperimentEditor({ view, onClose }: { view?: ExperimentView; onClose: () => void }) {
  const { p, accounts, now, act } = usePlan();
  const first = accounts[0];
  const own = view?.experiment;
  const [draft, change] = useDraft<Draft>(
    own
      ? { ...own, largestPosts: String(own.largestPosts), tags: own.tags.join('\n') }
      : {
          id: act.newId(),
          question: '',
          platform: first?.platform ?? 'other',
          account: first?.account ?? '',
          arms: { a: '', b: '' },
          outcome: 'reach',
          largestPosts: '40',
          createdAt: now,
          assignments: [],
          learnt: '',
          tags: '',
        },
  );
  const frozen = view?.frozen ?? false;
  const most = numberOf(draft.largestPosts);
  const design = draft.design ?? 'pairs';
  const fewest = design === 'swap' ? 4 : 2;
  return (
    <FormDialog
      title={own ? p.experiments.edit : p.experiments.add}
      disabled={most === null || most < fewest || (!frozen && accounts.length === 0)}
      onClose={onClose}
      onSave={() =>
        act.put('experiment', {
          ...draft,
          largestPosts: Math.min(1000, Math.max(fewest, Math.round(most ?? 40))),
          tags: lines(draft.tags),
        })
      }
    >
      {frozen ? (
        <Note>{p.experiments.frozen}</Note>
      ) : (
        <>
          <Area
            label={p.experiments.question}
            hint={p.experiments.questionHint}
            required
            value={draft.question}
            onInput={(question) => change({ question })}
          />
          <Select
            label={p.experiments.design}
            value={design}
            options={EXPERIMENT_DESIGNS.map((value) => ({ value, label: p.experiments.designs[value] }))}
            onChange={(value) =>
              change({ design: value === 'pairs' ? undefined : value, largestPosts: value === 'swap' ? '8' : '40' })
            }
          />
          <p class="small muted">{p.experiments.designHint}</p>
          <div class="form-row">
            <Field
              label={p.experiments.arms.a}
              required
              value={draft.arms.a}
              onInput={(a) => change({ arms: { ...draft.arms, a } })}
            />
            <Field
              label={p.experiments.arms.b}
              required
              value={draft.arms.b}
              onInput={(b) => change({ arms: { ...draft.arms, b } })}
            />
          </div>
          <div class="form-row">
            <ScopeSelect
              label={p.common.account}
              value={draft}
              onChange={({ platform, account }) => platform !== null && change({ platform, account: account ?? '' })}
            />
            {design === 'pairs' && (
              <Select
                label={p.experiments.outcome}
                value={draft.outcome}
                options={EXPERIMENT_OUTCOMES.map((value) => ({ value, label: p.experiments.outcomes[value] }))}
                onChange={(outcome) => change({ outcome })}
              />
            )}
          </div>
          {design !== 'platform' && (
            <div class="form-row">
              {design === 'pairs' && (
                <Field
                  label={p.calendar.pillar}
                  hint={p.experiments.pillarHint}
                  value={draft.pillar ?? ''}
                  onInput={(pillar) => change({ pillar: pillar || undefined })}
                />
              )}
              <Field
                label={design === 'swap' ? p.experiments.largestPeriods : p.experiments.largest}
                type="number"
                min={2}
                required
                value={draft.largestPosts}
                hint={design === 'swap' ? p.experiments.largestPeriodsHint : p.experiments.largestHint}
                onInput={(largestPosts) => change({ largestPosts })}
              />
            </div>
          )}
        </>
      )}
      <Area
        label={p.experiments.learnt}
        hint={p.experiments.learntHint}
        value={draft.learnt}
        onInput={(learnt) => change({ learnt })}
      />
      <Area label={p.experiments.tags} value={draft.tags} onInput={(tags) => change({ tags })} />
      <OwnerSelect value={draft.owner} onChange={(owner) => change({ owner })} />
    </FormDialog>
  );
}

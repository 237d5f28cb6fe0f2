import { Plus, Tags, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import type { RuleTexts } from '../../assets/locales/en/rules';
import { KINDS, type Kind, type LabelRule, type Labels, type RuleSuggestion } from '../../core/model/labels';
import type { Problem } from '../data';
import { Button, Empty, ProblemCard, Select } from '../kit';
import { StartButtons } from '../kit/start';
import { TextLabel } from '../posts/TextLabel';
import { useWords } from '../words';

export interface RulesProps {
  words: RuleTexts;
  rules: readonly { rule: LabelRule; posts: number }[];
  suggestions: readonly RuleSuggestion[];
  /** How many posts there are at all. */
  posts: number;
  pillars: readonly string[];
  series: readonly string[];
  /** What the rule being written would fit; null while it is incomplete. */
  trial: { posts: number; examples: readonly string[] } | null;
  /** What happened last, as one sentence. */
  message: string | null;
  problem: Problem | null;
  onTry: (when: LabelRule['when'] | null) => void;
  /** Resolves once the rule is kept, be it at a second try. */
  onAdd: (rule: Omit<LabelRule, 'id'>) => Promise<void>;
  onRemove: (id: string) => void;
  /** Does again what failed. */
  onRetry: () => void;
}

export function RulesView(props: RulesProps) {
  const { words, rules, suggestions, posts, message, problem, onRemove, onAdd, onRetry } = props;
  const { f } = useWords();
  const sentence = useSentence(words);
  const fits = (count: number) => (count === 0 ? words.fitsNone : words.fits(count, f.number(count)));
  const head = (
    <div class="stack-tight">
      <h1>{words.title}</h1>
      <p class="muted">{words.text}</p>
    </div>
  );
  if (posts === 0 && rules.length === 0) {
    return (
      <div class="stack-wide">
        {head}
        <Empty icon={Tags} {...words.noPosts}>
          <StartButtons />
        </Empty>
      </div>
    );
  }
  return (
    <div class="stack-wide">
      {head}
      {problem && <ProblemCard what={words.notSaved} problem={problem} onRetry={onRetry} />}
      <section class="card stack" aria-labelledby="rules-title">
        <div>
          <h2 id="rules-title">{words.yours}</h2>
          {rules.length > 1 && <p class="small muted">{words.order}</p>}
        </div>
        {rules.length === 0 ? (
          <Empty icon={Tags} {...words.none} />
        ) : (
          <ul class="rules">
            {rules.map(({ rule, posts: count }) => (
              <li key={rule.id} class="row-apart">
                <div>
                  <p>{sentence(rule)}</p>
                  <p class="small faint number">{fits(count)}</p>
                </div>
                <Button small kind="plain" icon={Trash2} label={words.remove(sentence(rule))} onClick={() => onRemove(rule.id)} />
              </li>
            ))}
          </ul>
        )}
        <p role="status" class="small">
          {message ?? ''}
        </p>
      </section>
      <NewRule {...props} />
      <section class="card stack" aria-labelledby="suggestions-title">
        <div>
          <h2 id="suggestions-title">{words.suggestions}</h2>
          <p class="small muted">{words.suggestionsText}</p>
        </div>
        {suggestions.length === 0 ? (
          <p class="muted">{words.noSuggestions}</p>
        ) : (
          <ul class="rules">
            {suggestions.map(({ rule, posts: count, examples }) => (
              <li key={rule.id} class="row-apart">
                <div>
                  <p>{sentence(rule)}</p>
                  <p class="small faint">
                    <span class="number">{fits(count)}</span> · {words.examples(examples.join(' · '))}
                  </p>
                </div>
                <Button small icon={Plus} label={words.takeLabel(sentence(rule))} onClick={() => void onAdd(rule)}>
                  {words.take}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** `Title contains “#咖啡” → topic: coffee` */
function useSentence(words: RuleTexts): (rule: Omit<LabelRule, 'id'>) => string {
  const { t, f } = useWords('panel');
  return ({ when, set, platforms }) => {
    const condition =
      'is' in when
        ? words.when.tag(when.is)
        : 'contains' in when
          ? words.when.contains(when.contains)
          : words.when.pattern(when.pattern.replaceAll('{n}', '…'));
    const given = [
      set.pillar !== undefined && words.sets.pillar(set.pillar),
      set.series !== undefined && words.sets.series(set.series),
      set.kind !== undefined && words.sets.kind(t.kinds[set.kind]),
      ...MARKS.map((mark) => set[mark] && words.sets[mark]),
    ].filter((text) => typeof text === 'string');
    const where = platforms ? ` · ${f.list(platforms.map((platform) => t.platforms[platform]))}` : '';
    return `${condition}${where} → ${f.list(given)}`;
  };
}

const MARKS = ['commercial', 'sensitive', 'boosted', 'repost'] as const;
const CONDITIONS = ['tag', 'contains', 'pattern'] as const;
type Condition = (typeof CONDITIONS)[number];
const GIVEN = ['pillar', 'series', 'kind', ...MARKS] as const;
type Given = (typeof GIVEN)[number];

function whenOf(condition: Condition, value: string): LabelRule['when'] | null {
  const text = value.trim();
  if (text === '' || (condition === 'pattern' && !text.includes('{n}'))) return null;
  if (condition === 'tag') return text === '#' ? null : { field: 'tag', is: text.replace(/^#/, '') };
  return condition === 'contains' ? { field: 'title', contains: text } : { field: 'title', pattern: text };
}

function labelsOf(given: Given, name: string, kind: Kind): Labels | null {
  if (given === 'kind') return { kind };
  if (given === 'pillar' || given === 'series') return name.trim() === '' ? null : { [given]: name.trim() };
  return { [given]: true };
}

function NewRule({ words, pillars, series, trial, onTry, onAdd }: RulesProps) {
  const { t, f } = useWords('panel');
  const [condition, setCondition] = useState<Condition>('tag');
  const [value, setValue] = useState('');
  const [given, setGiven] = useState<Given>('pillar');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('knowledge');
  const typed = useRef(value);
  typed.current = value;
  const when = whenOf(condition, value);
  const set = labelsOf(given, name, kind);
  const say = (nextCondition: Condition, nextValue: string) => {
    setCondition(nextCondition);
    setValue(nextValue);
    onTry(whenOf(nextCondition, nextValue));
  };
  return (
    <form
      class="card stack"
      aria-labelledby="new-rule-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!when || !set) return;
        // What was not kept stays in its field, and so does what was written meanwhile.
        void onAdd({ when, set }).then(() => {
          if (typed.current !== value) return;
          setValue('');
          onTry(null);
        });
      }}
    >
      <h2 id="new-rule-title">{words.newRule}</h2>
      <div class="rule-line">
        <Select
          label={words.field}
          value={condition}
          options={CONDITIONS.map((id) => ({ value: id, label: words.fields[id] }))}
          onChange={(next) => say(next, value)}
        />
        <div class="field grow">
          <label for="rule-value" class="sr-only">
            {words.fields[condition]}
          </label>
          <input
            id="rule-value"
            class="input"
            maxLength={200}
            value={value}
            placeholder={words.placeholders[condition]}
            aria-describedby="rule-trial"
            onInput={(event) => say(condition, event.currentTarget.value)}
          />
        </div>
      </div>
      <div id="rule-trial" class="small muted" role="status">
        {condition === 'pattern' && <p>{words.patternHint}</p>}
        {trial && when && (
          <p>
            <span class="number">{trial.posts === 0 ? words.fitsNone : words.fits(trial.posts, f.number(trial.posts))}</span>
            {trial.examples.length > 0 && ` · ${words.examples(trial.examples.join(' · '))}`}
          </p>
        )}
      </div>
      <div class="rule-line">
        <Select
          label={words.set}
          value={given}
          options={GIVEN.map((id) => ({ value: id, label: words.setFields[id] }))}
          onChange={setGiven}
        />
        {(given === 'pillar' || given === 'series') && (
          <div class="grow">
            <TextLabel
              label={words.name}
              value={name}
              known={given === 'pillar' ? pillars : series}
              onInput={setName}
              onChange={(text) => setName(text ?? '')}
            />
          </div>
        )}
        {given === 'kind' && (
          <Select
            label={t.posts.kind}
            value={kind}
            options={KINDS.map((id) => ({ value: id, label: t.kinds[id] }))}
            onChange={setKind}
          />
        )}
      </div>
      <div>
        <Button kind="primary" submit disabled={!when || !set}>
          {words.add}
        </Button>
      </div>
    </form>
  );
}

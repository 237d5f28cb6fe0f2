import { useState } from 'preact/hooks';
import type { MonthlyRating } from '../../core/model/documents/monthly-rating';
import { useInsight } from '../insight/words';
import { Button, Disclosure, Select } from '../kit';
import { useWords } from '../words';

export interface RubricItem {
  id: string;
  name: string;
  /** What 1 and 5 mean, in the creator's words. */
  low: string;
  high: string;
}

interface MonthRatingProps {
  /** Months that can be rated, newest first: `2026-06`. */
  months: readonly string[];
  rubric: readonly RubricItem[];
  ratings: readonly MonthlyRating[];
  onRate: (month: string, ratings: Record<string, number>, note: string) => void;
  onRubric: (rubric: RubricItem[]) => void;
}

const STEPS = [1, 2, 3, 4, 5] as const;

/** A3: the qualitative part. Rated once a month by the creator, against anchors in their own words. */
export function MonthRating({ months, rubric, ratings, onRate, onRubric }: MonthRatingProps) {
  const { f } = useWords();
  const { words } = useInsight();
  const [month, setMonth] = useState(months[0] ?? '');
  const given = ratings.find((one) => one.month === month);
  const [note, setNote] = useState<string | null>(null);
  const rate = (item: string, value: number) => onRate(month, { ...given?.ratings, [item]: value }, note ?? given?.note ?? '');
  const rated = rubric.filter(({ id }) => given?.ratings[id] !== undefined).length;
  return (
    <section class="section stack" aria-labelledby="rating-title">
      <div>
        <h2 id="rating-title">{words.rating}</h2>
        <p class="small muted">{words.ratingNote}</p>
      </div>
      <Select
        label={words.month}
        value={month}
        options={months.map((value) => ({ value, label: f.month(value) }))}
        onChange={(value) => {
          setMonth(value);
          setNote(null);
        }}
      />
      <ul class="stack">
        {rubric.map((item) => (
          <li key={item.id}>
            <fieldset class="stack-tight">
              <legend class="field-label">{item.name}</legend>
              <div class="choice">
                {STEPS.map((step) => (
                  <label key={step}>
                    <input
                      type="radio"
                      name={`${month}-${item.id}`}
                      checked={given?.ratings[item.id] === step}
                      onChange={() => rate(item.id, step)}
                    />
                    {f.number(step)}
                  </label>
                ))}
              </div>
              <p class="small faint">{words.anchors(item.low, item.high)}</p>
            </fieldset>
          </li>
        ))}
      </ul>
      <p class="small muted number" role="status">
        {words.ratedItems(f.number(rated), f.number(rubric.length))}
      </p>
      <label class="field">
        <span class="field-label">{words.note}</span>
        <textarea
          key={month}
          class="textarea"
          rows={2}
          maxLength={5000}
          value={note ?? given?.note ?? ''}
          onInput={(event) => setNote(event.currentTarget.value)}
          onBlur={() => note !== null && onRate(month, { ...given?.ratings }, note)}
        />
      </label>
      <Disclosure summary={words.editRubric}>
        <RubricForm rubric={rubric} onSave={onRubric} />
      </Disclosure>
    </section>
  );
}

const MOST_ITEMS = 5;

function RubricForm({ rubric, onSave }: { rubric: readonly RubricItem[]; onSave: (rubric: RubricItem[]) => void }) {
  const { t } = useWords();
  const { words } = useInsight();
  const [items, setItems] = useState<RubricItem[]>([...rubric]);
  const change = (id: string, part: Partial<RubricItem>) =>
    setItems((before) => before.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const add = () =>
    setItems((before) => [...before, { id: `item-${before.length + 1}-${Date.now()}`, name: '', low: '', high: '' }]);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(items.filter(({ name }) => name.trim() !== ''));
      }}
    >
      {items.map((item) => (
        <fieldset key={item.id} class="stack-tight">
          <legend class="sr-only">{item.name || words.newItem}</legend>
          {(['name', 'low', 'high'] as const).map((part) => (
            <label key={part} class="field">
              <span class="field-label">{words.rubricFields[part]}</span>
              <input
                class="input"
                maxLength={part === 'name' ? 80 : 200}
                value={item[part]}
                onInput={(event) => change(item.id, { [part]: event.currentTarget.value })}
              />
            </label>
          ))}
          <div>
            <Button small kind="plain" onClick={() => setItems((before) => before.filter(({ id }) => id !== item.id))}>
              {t.common.remove}
            </Button>
          </div>
        </fieldset>
      ))}
      <div class="row">
        <Button small disabled={items.length >= MOST_ITEMS} onClick={add}>
          {words.addItem}
        </Button>
        <Button small kind="primary" submit>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

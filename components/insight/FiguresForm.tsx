import { useState } from 'preact/hooks';
import type { EditableFigures } from '../../core/model/documents/plan-figures';
import { Button, Disclosure } from '../kit';
import { useInsight } from './words';

/** A figure of the plan by its place: `scoreWeights.quality`. */
export type FigurePath = string;

interface FiguresFormProps {
  title: string;
  figures: EditableFigures;
  defaults: EditableFigures;
  /** Groups of figures that belong together. */
  fields: readonly (keyof EditableFigures)[];
  /** Buttons that fill in known sets, e.g. a platform's own weights. */
  presets?: readonly { label: string; figures: Partial<EditableFigures> }[];
  onChange: (change: Partial<EditableFigures>) => void;
  onReset: (fields: readonly (keyof EditableFigures)[]) => void;
}

/** Written as per cent. */
const SHARES: ReadonlySet<keyof EditableFigures> = new Set([
  'scoreWeights',
  'indicatorWeights',
  'kinds',
  'verticality',
  'commercial',
  'largestSensitiveShare',
  'stableShare',
  'smallestNaturalShare',
  'targetCompletionRate',
]);

/** An hour of the day. */
const HOURS: ReadonlySet<keyof EditableFigures> = new Set(['possibleHours']);
const LARGEST = { share: 100, hour: 24, other: 1000 };

const flat = (figures: Partial<EditableFigures>, fields: readonly (keyof EditableFigures)[]): Record<FigurePath, number> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = figures[field];
      const scale = SHARES.has(field) ? 100 : 1;
      const shown = (number: number) => Math.round(number * scale * 100) / 100;
      if (typeof value === 'number') return [[field, shown(value)]];
      return Object.entries((value ?? {}) as Record<string, number>).map(([name, part]) => [`${field}.${name}`, shown(part)]);
    }),
  );

/** The plan's figures that a page rests on: defaults of a template, changed here, with the default beside each. */
export function FiguresForm({ title, figures, defaults, fields, presets = [], onChange, onReset }: FiguresFormProps) {
  const { words } = useInsight();
  const now = flat(figures, fields);
  const usual = flat(defaults, fields);
  const [draft, setDraft] = useState<Record<FigurePath, string>>({});
  const text = (place: FigurePath) => draft[place] ?? String(now[place] ?? '');
  const number = (place: FigurePath) => Number(text(place).replace(',', '.'));
  const fieldOf = (place: FigurePath) => place.split('.')[0] as keyof EditableFigures;
  const isShare = (place: FigurePath) => SHARES.has(fieldOf(place));
  const largest = (place: FigurePath) =>
    isShare(place) ? LARGEST.share : HOURS.has(fieldOf(place)) ? LARGEST.hour : LARGEST.other;
  const valid = (place: FigurePath) => text(place).trim() !== '' && number(place) >= 0 && number(place) <= largest(place);
  const places = Object.keys(now);
  const save = () => {
    const change: Record<string, unknown> = {};
    for (const place of places) {
      const [field = '', part] = place.split('.');
      const value = number(place) / (isShare(place) ? 100 : 1);
      if (part === undefined) change[field] = value;
      else change[field] = { ...(change[field] as object), [part]: value };
    }
    onChange(change as Partial<EditableFigures>);
    setDraft({});
  };
  return (
    <Disclosure summary={title}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (places.every(valid)) save();
        }}
      >
        <p class="small muted">{words.figuresNote}</p>
        <div class="figure-fields">
          {places.map((place) => (
            <label key={place} class="field">
              <span class="field-label">
                {words.figures[place] ?? place} {isShare(place) && '(%)'}
              </span>
              <input
                class="input input-number"
                inputMode="decimal"
                value={text(place)}
                aria-invalid={!valid(place)}
                onInput={(event) => {
                  const { value } = event.currentTarget;
                  setDraft((before) => ({ ...before, [place]: value }));
                }}
              />
              <span class="small faint number">{words.usual(String(usual[place] ?? ''))}</span>
            </label>
          ))}
        </div>
        <div class="row">
          <Button small kind="primary" submit disabled={!places.every(valid)}>
            {words.save}
          </Button>
          {presets.map(({ label, figures: set }) => (
            <Button key={label} small onClick={() => onChange(set)}>
              {label}
            </Button>
          ))}
          <Button
            small
            kind="plain"
            onClick={() => {
              onReset(fields);
              setDraft({});
            }}
          >
            {words.backToUsual}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}

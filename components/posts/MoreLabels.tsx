import { useId } from 'preact/hooks';
import { type Labels, TRUST_TAGS } from '../../core/model/labels';
import type { LabelEdit } from '../data';
import { Check, Choice, Disclosure } from '../kit';
import { useWords } from '../words';
import { TextLabel } from './TextLabel';

const RATED = ['topic', 'script', 'making'] as const;
const STARS = ['1', '2', '3', '4', '5'] as const;

/** What fewer creators say of fewer posts: closed at first. */
export function MoreLabels({ labels, onChange }: { labels: Labels; onChange: (edit: LabelEdit) => void }) {
  const { t } = useWords('panel');
  const id = useId();
  const rate = (aspect: (typeof RATED)[number], stars: number | undefined) => {
    const rating = Object.fromEntries(
      Object.entries({ ...labels.rating, [aspect]: stars }).filter(([, value]) => value !== undefined),
    );
    onChange({ rating: Object.keys(rating).length > 0 ? rating : null });
  };
  return (
    <Disclosure summary={t.posts.moreLabels}>
      <div class="stack">
        <TextLabel
          label={t.posts.sponsor}
          value={labels.sponsor ?? ''}
          known={[]}
          onChange={(sponsor) => onChange({ sponsor })}
        />
        <Check label={t.posts.repost} checked={labels.repost ?? false} onChange={(on) => onChange({ repost: on || null })} />
        <fieldset class="stack-tight">
          <legend class="field-label">{t.posts.trust}</legend>
          {TRUST_TAGS.map((tag) => (
            <Check
              key={tag}
              label={t.posts.trustTags[tag]}
              checked={labels.trust?.includes(tag) ?? false}
              onChange={(on) => {
                const trust = TRUST_TAGS.filter((one) => (one === tag ? on : labels.trust?.includes(one)));
                onChange({ trust: trust.length > 0 ? trust : null });
              }}
            />
          ))}
        </fieldset>
        {RATED.map((aspect) => (
          <Choice
            key={aspect}
            legend={t.posts.ratings[aspect]}
            value={labels.rating?.[aspect] === undefined ? 'none' : String(labels.rating[aspect])}
            options={[
              ...STARS.map((stars) => ({ value: stars as string, label: stars as string })),
              { value: 'none', label: t.posts.noRating, none: true },
            ]}
            onChange={(stars) => rate(aspect, stars === 'none' ? undefined : Number(stars))}
          />
        ))}
        <TextLabel
          label={t.posts.freeLabels}
          value={(labels.labels ?? []).join(', ')}
          known={[]}
          hint={t.posts.freeLabelsHint}
          onChange={(text) => {
            const list = [...new Set((text ?? '').split(/[,，、;；]/).map((one) => one.trim()))].filter((one) => one !== '');
            onChange({ labels: list.length > 0 ? list : null });
          }}
        />
        <div class="field">
          <label for={id}>{t.posts.note}</label>
          <textarea
            id={id}
            class="input"
            rows={3}
            maxLength={10_000}
            value={labels.note ?? ''}
            onChange={(event) => onChange({ note: event.currentTarget.value.trim() || null })}
          />
        </div>
      </div>
    </Disclosure>
  );
}

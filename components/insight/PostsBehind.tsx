import { useState } from 'preact/hooks';
import { Button } from '../kit';
import { useWords } from '../words';
import { type PostName, useInsight } from './words';

const AT_FIRST = 8;

/** The posts that a figure rests on, newest first, each one click from its own page. Their names are fetched when asked for. */
export function PostsBehind({ keys }: { keys: readonly string[] }) {
  const { t, f } = useWords('panel');
  const { words, namesOf, onPost } = useInsight();
  const [names, setNames] = useState<Record<string, PostName> | null>(null);
  const [all, setAll] = useState(false);
  if (keys.length === 0) return null;
  const count = t.common.posts(keys.length, f.number(keys.length));
  if (!names) {
    return (
      <div>
        <Button small onClick={() => void namesOf(keys).then(setNames)}>
          {words.showPosts(count)}
        </Button>
      </div>
    );
  }
  const time = (key: string) => Date.parse(names[key]?.publishedAt ?? '') || 0;
  const sorted = keys.toSorted((a, b) => time(b) - time(a));
  const shown = all ? sorted : sorted.slice(0, AT_FIRST);
  return (
    <div class="stack-tight">
      <ul class="posts-behind" aria-label={count}>
        {shown.map((key) => {
          const name = names[key];
          return (
            <li key={key}>
              <button type="button" class="title-button" onClick={() => onPost(key)}>
                {name?.title || t.posts.untitled}
              </button>
              <span class="small faint number">{f.published(name?.publishedAt ?? null, name?.precision ?? null)}</span>
            </li>
          );
        })}
      </ul>
      {sorted.length > shown.length && (
        <Button small onClick={() => setAll(true)}>
          {t.common.moreOf(f.number(sorted.length - shown.length))}
        </Button>
      )}
    </div>
  );
}

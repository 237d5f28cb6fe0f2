import { useEffect, useState } from 'preact/hooks';
import type { ScoreReport } from '../../core/model/report';
import { type PostScore, SCORE_PARTS } from '../../core/model/report-parts';
import { DataTable } from '../charts/DataTable';
import { useInputName } from '../insight/WhyFigure';
import { type PostName, useInsight } from '../insight/words';
import { Button, Disclosure } from '../kit';
import { bandText, isLow } from '../posts/Standing';
import { useWords } from '../words';
import { PartBars } from './PartBars';

const AT_FIRST = 10;
/** So many more at a press. */
const MORE = 30;

/** The posts, newest first: a band, not a rank; its parts and measures one click away. */
export function PostScores({ score }: { score: ScoreReport }) {
  const { t, f } = useWords();
  const { words, namesOf } = useInsight();
  const [count, setCount] = useState(AT_FIRST);
  const [names, setNames] = useState<Record<string, PostName>>({});
  const posts = score.posts.toReversed();
  const shown = posts.slice(0, count);
  const keys = shown.flatMap(({ post }) => score.keys[post] ?? []);
  const asked = keys.join('\n');
  useEffect(() => {
    let dropped = false;
    void namesOf(asked.split('\n')).then((found) => !dropped && setNames(found));
    return () => {
      dropped = true;
    };
  }, [asked, namesOf]);
  return (
    <section class="section stack" aria-labelledby="posts-title">
      <h2 id="posts-title">{words.postScores}</h2>
      <ul class="stack">
        {shown.map((post) => {
          const key = score.keys[post.post] ?? '';
          return <Row key={key} id={key} name={names[key]} post={post} score={score} />;
        })}
      </ul>
      {posts.length > count && (
        <div>
          <Button small onClick={() => setCount(count + MORE)}>
            {t.common.moreOf(f.number(Math.min(MORE, posts.length - count)))}
          </Button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  id: string;
  name: PostName | undefined;
  post: PostScore;
  score: ScoreReport;
}
function Row({ id, name, post, score }: RowProps) {
  const { t, f } = useWords('panel');
  const { words, onPost } = useInsight();
  const nameOf = useInputName();
  const whole = (value: number) => f.number(Math.round(value));
  const { low, high, rank, geometric, bands } = post;
  const measures = Object.entries(post.measures);
  // Without a total, the parts that are known.
  const known = f.list(
    SCORE_PARTS.flatMap((part) => {
      const value = post.parts[part];
      return value === null ? [] : [`${words.parts[part]} ${whole(value)}`];
    }),
  );
  return (
    <li class="card stack-tight">
      <div class="row-apart">
        <button type="button" class="title-button" onClick={() => onPost(id)}>
          {name?.title || t.posts.untitled}
        </button>
        {post.score !== null && <strong class="number score-number">{whole(post.score)}</strong>}
      </div>
      <p class="small muted number">
        {[
          f.published(name?.publishedAt ?? null, name?.precision ?? null),
          bands && bandText(bands, t),
          post.provisional &&
            words.provisional(f.horizon(post.ageHours > 72 ? 24 * Math.round(post.ageHours / 24) : Math.round(post.ageHours))),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Disclosure
        summary={
          post.score === null
            ? known || words.hiddenScore(f.share(post.coverage))
            : words.scoreOf(whole(low ?? post.score), whole(high ?? post.score))
        }
      >
        <div class="stack-tight">
          {isLow(bands) && <p class="small muted">{t.posts.standingLow}</p>}
          <PartBars parts={post.parts} weights={score.weights} caption={words.postScores} />
          {geometric !== null && <p class="small muted number">{words.geometric(whole(geometric))}</p>}
          {rank && (
            <p class="small muted number">{words.rank(f.number(rank[0]), f.number(rank[1]), f.number(score.reference.length))}</p>
          )}
          {measures.length > 0 && (
            <DataTable
              caption={words.measures}
              head={words.measureHead}
              rows={measures.map(([measure, value]) => ({ id: measure, cells: [nameOf(measure), whole(value)] }))}
            />
          )}
        </div>
      </Disclosure>
    </li>
  );
}

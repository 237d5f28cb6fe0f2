import type { DueItem } from '../../core/model/workspace/view';
import { useWords } from '../words';
import type { PlanSection, PlanTexts } from './context';

const WHERE: Record<DueItem['what'], PlanSection> = {
  post: 'calendar',
  missedPost: 'calendar',
  review: 'reviews',
  incident: 'incidents',
  goal: 'goals',
  drill: 'incidents',
  register: 'team',
};

/** The mark before a line: what is late stands out, what has time does not. */
const HURRY = { late: 'due-late', now: undefined, someday: 'due-someday' };

function hurryOf(item: DueItem): keyof typeof HURRY {
  if (item.what === 'incident') return item.overdue ? 'late' : 'now';
  return item.what === 'review' || item.what === 'drill' || item.what === 'register' ? 'someday' : 'now';
}

interface DueListProps {
  items: readonly DueItem[];
  words: PlanTexts['due'];
  /** Address of a part of the plan; in the side panel a click opens the workbench instead. */
  link?: (section: PlanSection) => string;
  onOpen?: (section: PlanSection) => void;
  /** The hour of a moment on the creator's clock. */
  hour: (at: string) => string;
}

/** What wants doing now or soon, one line each, kindly. */
export function DueList({ items, words, link, onOpen, hour }: DueListProps) {
  const { f } = useWords();
  const text = (item: DueItem) => {
    switch (item.what) {
      case 'post':
        return words.post(item.title, hour(item.at));
      case 'missedPost':
        return words.missedPost(item.title);
      case 'review':
        return f.sentences(words.review[item.kind], item.others > 0 && words.otherReviews(item.others));
      case 'incident':
        return words.incident(item.title, words.clocks[item.clock], item.overdue);
      case 'goal':
        return words.goal(item.title);
      case 'drill':
        return words.drill(words.classes[item.class]);
      case 'register':
        return words.register(item.title, f.published(item.at, 'day') ?? item.at);
    }
  };
  return (
    <ul class="due-list">
      {items.map((item) => (
        <li key={`${item.what}${item.id}`} class={HURRY[hurryOf(item)]}>
          {link ? (
            <a href={link(WHERE[item.what])}>{text(item)}</a>
          ) : (
            <button type="button" class="link-button" onClick={() => onOpen?.(WHERE[item.what])}>
              {text(item)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The pages of the workbench where a suggestion about an account is carried out or shown. */
import { type PostFilter, type Scope, scopeId } from '../../components/data';
import type { PageEntry } from '../../components/workbench/WorkbenchView';
import type { SuggestionPlace } from '../../core/model/report';

/** A page and the rest of its address; the account last, where the page is about one. */
export function pageOf(place: SuggestionPlace, account: Scope): [PageEntry['id'], ...string[]] {
  const id = scopeId(account);
  switch (place) {
    case 'lists':
      return ['welcome'];
    // Times are shown beside the dashboards; here they are planned with.
    case 'timing':
    case 'calendar':
      return ['plan', 'calendar'];
    case 'labelRules':
      return ['labelRules'];
    case 'labels':
      return ['posts', 'unlabelled', id];
    case 'check':
      return ['posts', 'findings', id];
    case 'mix':
    case 'score':
    case 'growth':
      return [place, id];
  }
}

/** What an address of the posts table asks for; nothing where it names a post. */
export function postsAsked([filter, id]: readonly string[]): { filter: PostFilter; scope: Scope | null } | null {
  if (filter !== 'unlabelled' && filter !== 'findings') return null;
  return { filter, scope: id === undefined ? null : scopeOfId(id) };
}

function scopeOfId(id: string): Scope {
  const bar = id.indexOf('|');
  return { platform: id.slice(0, bar) as Scope['platform'], account: id.slice(bar + 1) };
}

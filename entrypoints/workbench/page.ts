import type { FunctionComponent } from 'preact';
import type { PageEntry } from '../../components/workbench/WorkbenchView';
import type { Platforms } from '../lib/hooks';

/** What every page of the workbench is given. */
export interface PageProps {
  platforms: Platforms;
  /** What follows the page's id in the address, decoded: `#posts/KEY` → `['KEY']`. */
  rest: readonly string[];
  /** Goes to a page: `go('posts', key)`. */
  go: (page: PageEntry['id'], ...rest: string[]) => void;
}

export interface Page extends PageEntry {
  View: FunctionComponent<PageProps>;
}

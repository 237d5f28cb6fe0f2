import { Search, SearchX, StickyNote } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { LabelEdit, Loadable, PostFilter, PostQuery, PostSlice, PostSort } from '../data';
import { Button, Choice, Empty, Loaded, Select, useAnnounce } from '../kit';
import { StartButtons } from '../kit/start';
import { useWords } from '../words';
import { PostCard, type PostCardProps } from './PostCard';

const FILTERS: PostFilter[] = ['all', 'unlabelled', 'findings', 'commercial', 'notPublic'];
const SORTS = ['newest', 'oldest', 'views', 'likes', 'comments', 'saves', 'shares'] as const satisfies PostSort[];
export const PAGE = 30;

export interface PostsProps {
  query: PostQuery;
  slice: Loadable<PostSlice>;
  onQuery: (query: PostQuery) => void;
  onLabel: (keys: string[], edit: LabelEdit) => void;
  onDismiss: PostCardProps['onDismiss'];
  onRetry?: () => void;
}

export function PostsView({ query, slice, onQuery, onLabel, onDismiss, onRetry }: PostsProps) {
  const { t, f } = useWords('panel');
  const announce = useAnnounce();
  const change = (part: Partial<PostQuery>) => onQuery({ ...query, stay: [], offset: 0, limit: PAGE, ...part });
  const narrowed = query.search !== '' || query.filter !== 'all' || query.kind !== null;
  return (
    <div class="stack">
      <PostSearch value={query.search} onSearch={(search) => change({ search })} />
      <PostFilters value={query.filter} onFilter={(filter) => change({ filter })} />
      <Loaded of={slice} onRetry={onRetry}>
        {({ rows, total, pillars, series }) => (
          <div class="stack">
            {(total > 0 || narrowed) && (
              <div class="row-apart">
                <p class="small muted number" role="status">
                  {t.posts.found(total, f.number(total))}
                </p>
                <div class="select-short">
                  <Select
                    label={t.posts.sort}
                    hideLabel
                    value={SORTS.find((sort) => sort === query.sort) ?? 'newest'}
                    options={SORTS.map((value) => ({ value, label: t.posts.sorts[value] }))}
                    onChange={(sort) => change({ sort })}
                  />
                </div>
              </div>
            )}
            {total === 0 && !narrowed && (
              <Empty icon={StickyNote} {...t.posts.none}>
                <StartButtons />
              </Empty>
            )}
            {total === 0 && narrowed && (
              <Empty icon={SearchX} title={t.posts.noMatch.title} text={t.posts.noMatch.text}>
                <Button onClick={() => change({ search: '', filter: 'all', kind: null })}>{t.posts.noMatch.action}</Button>
              </Empty>
            )}
            {rows.map((row) => (
              <PostCard
                key={row.known.key}
                row={row}
                quick={query.filter === 'unlabelled'}
                pillars={pillars}
                series={series}
                onDismiss={(told) => {
                  onDismiss(told);
                  announce(t.compliance.dismissed);
                }}
                onLabel={(edit) => {
                  if (!query.stay.includes(row.known.key)) onQuery({ ...query, stay: [...query.stay, row.known.key] });
                  onLabel([row.known.key], edit);
                  announce(t.posts.saved);
                }}
              />
            ))}
            {rows.length < total && (
              <div>
                <Button onClick={() => onQuery({ ...query, limit: query.limit + PAGE })}>
                  {t.common.moreOf(f.number(Math.min(PAGE, total - rows.length)))}
                </Button>
              </div>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}

export function PostFilters({ value, onFilter }: { value: PostFilter; onFilter: (filter: PostFilter) => void }) {
  const { t } = useWords('panel');
  return (
    <Choice
      legend={t.posts.filter}
      hideLegend
      value={value}
      options={FILTERS.map((filter) => ({ value: filter, label: t.posts.filters[filter] }))}
      onChange={onFilter}
    />
  );
}

export function PostSearch({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const { t } = useWords('panel');
  const id = useId();
  return (
    <div class="search">
      <label for={id} class="sr-only">
        {t.posts.search}
      </label>
      <Search size={15} aria-hidden="true" />
      <input
        id={id}
        type="search"
        class="input"
        value={value}
        placeholder={t.posts.search}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}

import { useState } from 'preact/hooks';
import type { AccountView, LabelEdit, PostQuery } from '../../components/data';
import { PAGE, PostsView } from '../../components/posts/PostsView';
import { useAnswer, useApp } from '../lib/app';
import { setAside } from '../lib/set-aside';

export function Posts({ account, unlabelled }: { account: AccountView; unlabelled: boolean }) {
  const { ask, locale, settings } = useApp();
  const [query, setQuery] = useState<PostQuery>({
    scope: { platform: account.platform, account: account.account },
    search: '',
    filter: unlabelled ? 'unlabelled' : 'all',
    kind: null,
    sort: 'newest',
    stay: [],
    offset: 0,
    limit: PAGE,
  });
  const slice = useAnswer('posts', { ...query, locale, zone: settings.zone });
  return (
    <PostsView
      query={query}
      slice={slice.state}
      onQuery={setQuery}
      onDismiss={(told) => told.forEach((finding) => void setAside(ask, finding))}
      onLabel={(keys, edit: LabelEdit) => void ask('label', { keys, edit })}
      onRetry={slice.retry}
    />
  );
}

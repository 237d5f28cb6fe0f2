import { OwnPagesView, type PageLook } from '../../../components/pages/OwnPagesView';
import type { OwnPage } from '../../../core/model/own-page';
import { NOW, samplePosts } from '../samples';
import { nothing, type Screens, workbench } from './frame';

const ownPage: OwnPage = {
  id: 'stats.example.com/me/*/posts',
  host: 'stats.example.com',
  path: '/me/*/posts',
  platform: 'other',
  account: '木屋',
  kind: 'table',
  columns: { Story: 'title', Views: 'views', Reads: 'engagedViews' },
};
const TONE = [
  { day: '2026-05-24', comments: 18, negative: 1 },
  { day: '2026-05-25', comments: 23, negative: 4 },
];
/** Kept at earlier looks. */
const EARLIER = [{ day: '2026-05-23', comments: 12, negative: 1 }];
const ownPages = (look: PageLook, known: OwnPage[] = [], comments = false) =>
  workbench(
    'pages',
    <OwnPagesView
      look={look}
      known={known}
      seen={comments ? { page: 'creator.example.com/comment', days: TONE, kept: true } : null}
      counted={comments ? [...EARLIER, ...TONE] : []}
      onKeepTone={nothing}
      onForgetTone={nothing}
      onAgain={nothing}
      onForget={nothing}
      onChoose={nothing}
      onMeaning={nothing}
      onPlatform={nothing}
      onAccount={nothing}
      onKeep={nothing}
      onCancel={nothing}
    />,
  );
const exact = (value: number) => ({ value, low: value, high: value, raw: String(value) });
const lookedAt = (count: number): PageLook => ({
  state: 'preview',
  preview: {
    title: 'Your stories',
    host: ownPage.host,
    proposals: [
      {
        kind: 'table',
        rows: count,
        columns: [
          { label: 'Story', meaning: null, samples: ['On mint, and why it grows where nothing else does', 'On thyme'] },
          { label: 'Published', meaning: count > 0 ? 'publishedAt' : null, samples: ['Sep 1, 2026', 'Aug 1, 2026'] },
          { label: 'Presentations', meaning: null, samples: ['1,200', '90'] },
          { label: 'Views', meaning: count > 0 ? 'views' : null, samples: ['533', '1.2K'] },
          { label: 'Earnings', meaning: 'revenue', samples: ['--'] },
        ],
      },
      { kind: 'post', rows: 1, columns: [{ label: 'Followers', meaning: null, samples: ['12'] }] },
    ],
    chosen: 0,
    meanings: count > 0 ? { Story: 'title', Presentations: 'impressions' } : {},
    platform: 'other',
    account: '木屋',
    read: {
      page: 'other/stats.example.com',
      status: 'read',
      expectedTotal: null,
      refused: [{ reason: 'not-a-figure', excerpt: 'Earnings, an amount in an unknown currency: $3' }],
      readings: samplePosts(count).map(({ known }) => ({
        platform: 'other',
        page: 'other/stats.example.com',
        account: null,
        post: known.post,
        metrics: { impressions: exact(1200), views: exact(533) },
        seenAt: new Date(NOW).toISOString(),
      })),
    },
    busy: false,
    problem: null,
  },
});

export const screens: Screens = {
  pages: {
    none: ownPages({ state: 'none' }),
    known: ownPages({ state: 'none' }, [ownPage]),
    preview: ownPages(lookedAt(12)),
    unreadable: ownPages(lookedAt(0)),
    nothing: ownPages({ state: 'nothing' }),
    comments: ownPages({ state: 'nothing' }, [], true),
    failed: ownPages({ state: 'failed' }),
    kept: ownPages({ state: 'kept', posts: 12, fresh: 9 }, [ownPage]),
  },
};

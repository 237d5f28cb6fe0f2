// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type PagePreview, PagePreviewView } from '../../../components/pages/PagePreviewView';
import { draw } from './harness';

afterEach(cleanup);

const preview = (more: Partial<PagePreview> = {}): PagePreview => ({
  title: 'Your stories',
  host: 'stats.example.com',
  proposals: [
    {
      kind: 'table',
      rows: 1,
      columns: [
        { label: 'Story', meaning: null, samples: ['On mint'] },
        { label: 'Views', meaning: 'views', samples: ['12'] },
        { label: 'Reads', meaning: null, samples: ['7'] },
      ],
    },
  ],
  chosen: 0,
  meanings: { Story: 'title' },
  platform: 'other',
  account: '',
  read: {
    page: 'other/stats.example.com',
    status: 'read',
    expectedTotal: null,
    refused: [],
    readings: [
      {
        platform: 'other',
        page: 'other/stats.example.com',
        account: null,
        post: {
          id: null,
          title: 'On mint',
          url: null,
          publishedAt: null,
          publishedPrecision: null,
          format: null,
          durationSeconds: null,
          status: null,
          statusText: null,
          tags: [],
        },
        metrics: { views: { value: 12, low: 12, high: 12, raw: '12' } },
        seenAt: '2026-09-14T10:00:00Z',
      },
    ],
  },
  busy: false,
  problem: null,
  ...more,
});
const actions = () => ({
  onChoose: vi.fn(),
  onMeaning: vi.fn(),
  onPlatform: vi.fn(),
  onAccount: vi.fn(),
  onKeep: vi.fn(),
  onCancel: vi.fn(),
});
const keep = () => screen.getByRole('button', { name: /^Save/ }) as HTMLButtonElement;

describe('the preview of a page nobody declared', () => {
  it('shows what will be kept, says what that lacks, and keeps it', () => {
    const on = actions();
    draw(<PagePreviewView preview={preview()} {...on} />);
    expect(screen.getByRole('rowheader', { name: 'On mint' })).toBeTruthy();
    expect(screen.getByText(/count in no posting time/)).toBeTruthy();
    fireEvent.click(keep());
    expect(on.onKeep).toHaveBeenCalledOnce();
  });

  it('lets the creator correct a meaning', () => {
    const on = actions();
    draw(<PagePreviewView preview={preview()} {...on} />);
    fireEvent.change(screen.getByLabelText('Meaning of “Reads”'), { target: { value: 'engagedViews' } });
    expect(on.onMeaning).toHaveBeenCalledWith('Reads', 'engagedViews');
  });

  it('keeps nothing while two columns are said to be the same', () => {
    draw(<PagePreviewView preview={preview({ meanings: { Story: 'title', Reads: 'views' } })} {...actions()} />);
    expect(screen.getByText(/Two columns are “Views”/)).toBeTruthy();
    expect(keep().disabled).toBe(true);
  });

  it('keeps nothing where No row can be read', () => {
    const empty = { page: null, status: 'unsupported-layout' as const, expectedTotal: null, readings: [], refused: [] };
    draw(<PagePreviewView preview={preview({ read: empty })} {...actions()} />);
    expect(screen.getByText(/No row can be read/)).toBeTruthy();
    expect(keep().disabled).toBe(true);
  });
});

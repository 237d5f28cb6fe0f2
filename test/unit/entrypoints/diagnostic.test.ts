import { expect, it } from 'vitest';
import type { TabStatus } from '../../../core/messages';
import { diagnosticOf } from '../../../entrypoints/dashboard.content/diagnostic';

const status: TabStatus = {
  platform: 'douyin',
  page: 'douyin/content-list',
  status: 'read',
  coverage: { expectedTotal: 26, captured: 24 },
  newPosts: 0,
  waiting: 0,
  refused: [
    { reason: 'unknown-label', excerpt: '涨粉率' },
    { reason: 'still-loading', excerpt: 'Basil, again 3' },
    { reason: 'still-loading', excerpt: '薄荷 2026' },
  ],
  flagged: 0,
  problem: null,
  paused: false,
};

it('names the page, the reasons and the words of the dashboard, and no word or figure of the creator', () => {
  expect(diagnosticOf(status, '1.2.3')).toBe(
    [
      'Post Almanac 1.2.3',
      'douyin/content-list: read, 24 of 26',
      'unknown-label × 1: 涨粉率',
      'still-loading × 2: Xxxxx, xxxxx 0 | 文文 0000',
    ].join('\n'),
  );
});

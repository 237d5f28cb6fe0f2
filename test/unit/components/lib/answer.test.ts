import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { PostQuery } from '../../../../components/data';
import { MARKS_CHANNEL } from '../../../../core/messages';
import { latestMetrics } from '../../../../core/model/latest';
import type { Reading } from '../../../../core/model/reading';
import { StoreProblem } from '../../../../core/store/types';
import { answerers } from '../../../../entrypoints/lib/answer';
import { store } from '../../../../entrypoints/lib/held';
import { PIECES } from '../../../../entrypoints/lib/pieces';
import type { Work } from '../../../../entrypoints/lib/protocol';
import { storedReport } from '../../../../entrypoints/lib/stored-report';
import { exact } from '../../../gallery/samples';

const work: Work = { signal: new AbortController().signal, onProgress: () => {} };
const locale = { locale: 'en', zone: 'Asia/Shanghai' } as const;
const all: PostQuery = {
  scope: null,
  search: '',
  filter: 'all',
  kind: null,
  sort: 'newest',
  stay: [],
  offset: 0,
  limit: 100,
};
const posts = async (query: Partial<PostQuery>) => {
  const slice = await answerers.posts({ ...all, ...query, ...locale }, work);
  return { ...slice, titles: slice.rows.map(({ known }) => known.post.title) };
};

function reading(at: number, title: string, change: Partial<Reading['post']> = {}, views?: number): Reading {
  return {
    platform: 'douyin',
    page: 'douyin/content-manage',
    account: at % 2 ? 'One' : 'Two',
    post: {
      id: `p${at}`,
      title,
      url: null,
      publishedAt: `2026-05-${String(at + 10)}T18:00:00+08:00`,
      publishedPrecision: 'minute',
      format: 'short',
      durationSeconds: null,
      status: 'published',
      statusText: null,
      tags: [],
      ...change,
    },
    metrics: views === undefined ? {} : { views: exact(views) },
    seenAt: '2026-06-01T10:00:00+08:00',
  };
}

beforeAll(async () => {
  await (await store()).keep({
    id: 'test-batch-1',
    page: 'douyin/content-manage',
    readings: [
      reading(1, 'Tomatoes on the balcony', {}, 500),
      reading(2, 'Rice in one pot', {}, 0),
      reading(3, 'An old sweater'),
      reading(4, 'Still being reviewed', { status: 'inReview' }, 20),
    ],
    coverage: { expectedTotal: 9, captured: 4 },
  });
});

describe('the list of posts', () => {
  it('is newest first, or by a figure with unknown ones last and zeros before them', async () => {
    expect((await posts({})).titles).toEqual([
      'Still being reviewed',
      'An old sweater',
      'Rice in one pot',
      'Tomatoes on the balcony',
    ]);
    expect((await posts({ sort: 'views' })).titles).toEqual([
      'Tomatoes on the balcony',
      'Still being reviewed',
      'Rice in one pot',
      'An old sweater',
    ]);
  });
  it('finds all words of a search, filters, and pages', async () => {
    expect((await posts({ search: 'BALCONY toma' })).titles).toEqual(['Tomatoes on the balcony']);
    expect((await posts({ filter: 'notPublic' })).titles).toEqual(['Still being reviewed']);
    expect((await posts({ scope: { platform: 'douyin', account: 'One' } })).total).toBe(2);
    // The newest figures alone, for a table: the history stays behind.
    const light = await answerers.posts({ ...all, figures: 'newest', ...locale }, work);
    const whole = await answerers.posts({ ...all, ...locale }, work);
    expect(light.rows.map(({ known }) => latestMetrics(known))).toEqual(whole.rows.map(({ known }) => latestMetrics(known)));
    const page = await posts({ offset: 1, limit: 2 });
    expect([page.total, page.titles]).toEqual([4, ['An old sweater', 'Rice in one pot']]);
  });
  it('says nothing of the words of a post before there is a report', async () => {
    expect((await posts({})).rows.map(({ level }) => level)).toEqual([null, null, null, null]);
  });
  it('knows labels at once, and forgets them on undo', async () => {
    const { rows } = await posts({ search: 'rice' });
    const key = rows[0]?.known.key ?? '';
    const saved = await answerers.label({ keys: [key], edit: { kind: 'knowledge', pillar: 'Kitchen' } }, work);
    expect((await posts({ search: 'kitchen' })).titles).toEqual(['Rice in one pot']);
    expect((await posts({})).pillars).toEqual(['Kitchen']);
    expect((await posts({ filter: 'unlabelled' })).total).toBe(3);
    expect((await posts({ filter: 'unlabelled', stay: [key] })).total).toBe(4);
    await answerers.unlabel({ labels: saved }, work);
    expect((await posts({ filter: 'unlabelled' })).total).toBe(4);
  });
});

describe('the report', () => {
  it('is made once per version of the data, and kept for the next page', async () => {
    const ask = { locale: 'en', zone: 'Asia/Shanghai', build: '1' } as const;
    const first = await answerers.report(ask, work);
    expect(first.front.units.reduce((sum, { posts: count }) => sum + count, 0)).toBe(4);
    expect(await answerers.report(ask, work)).toEqual(first);
    expect(await answerers.lastReport(ask, work)).toEqual(first);
    // Reports are made in another worker, which says so.
    new BroadcastChannel(MARKS_CHANNEL).postMessage('');
    // A post that it knew and says nothing of has no finding; that is no more "not checked".
    await vi.waitFor(async () => {
      const { rows } = await posts({});
      expect(rows.map(({ level }) => level)).toEqual(['green', 'green', 'green', 'green']);
    });
    // Another version may weigh the same posts otherwise; what the last one said is shown meanwhile.
    expect(await answerers.lastReport({ ...ask, build: '2' }, work)).toEqual({ ...first, current: false });
    // Another zone tells other hours: an answer for one is none for the other.
    expect(await answerers.lastReport({ ...ask, zone: 'Europe/Berlin' }, work)).toBeNull();
  });
  it('is fetched in pieces, by account; an account without a report has empty ones', async () => {
    const { front } = await answerers.report({ locale: 'en', zone: 'Asia/Shanghai', build: '1' }, work);
    const of = front.generatedAt;
    const pieces = (account: string) =>
      answerers.pieces({ locale: 'en', scope: { platform: 'douyin', account }, names: ['mix', 'growth'], of }, work);
    const { mix, growth, ...rest } = await pieces('One');
    expect(rest).toEqual({});
    expect(mix?.map(({ posts: count }) => count)).toEqual([2]);
    expect(growth?.map(({ account }) => account)).toEqual(['One']);
    expect(await pieces('Nobody')).toEqual({ mix: [], growth: [] });
  });
  it('of a former form is made anew, with what it said as the last word', async () => {
    const ask = { locale: 'en', zone: 'Asia/Shanghai', build: '1' } as const;
    const { front } = await answerers.report(ask, work);
    const open = await store();
    const whole = await storedReport(open, 'en', PIECES);
    await open.replaceReports('report:en', [
      { name: 'report:en', dataVersion: await open.dataVersion(), report: { ...whole, generatedAt: '2026-06-01T00:00:00.000Z' } },
    ]);
    expect(await answerers.lastReport(ask, work)).toBeNull();
    expect((await storedReport(open, 'en', ['mix']))?.generatedAt).toBe('2026-06-01T00:00:00.000Z');
    const anew = await answerers.report(ask, work);
    expect({ ...anew.front, generatedAt: '' }).toEqual({ ...front, generatedAt: '' });
    expect(await answerers.lastReport(ask, work)).toEqual(anew);
  });
  it('is told in full where the disk has no room for it', async () => {
    const open = await store();
    const ask = { locale: 'zh-CN', zone: 'Asia/Shanghai', build: 'full' } as const;
    const full = vi.spyOn(open, 'replaceReports').mockRejectedValue(new StoreProblem('full', true));
    const { front } = await answerers.report(ask, work);
    const last = await answerers.lastReport(ask, work);
    expect(last).toMatchObject({ current: true, front: { generatedAt: front.generatedAt } });
    const pieces = {
      locale: 'zh-CN',
      scope: { platform: 'douyin', account: 'One' },
      names: ['mix'],
      of: front.generatedAt,
    } as const;
    expect((await answerers.pieces(pieces, work)).mix).toHaveLength(1);
    expect(await open.report('report:zh-CN')).toBeUndefined();
    full.mockRestore();
    await answerers.report({ ...ask, build: 'room' }, work);
    expect(await open.report('report:zh-CN')).toBeDefined();
  });
  it('after one more reading is the one that is made of everything anew, and leaves the pieces of other accounts as they lie', async () => {
    const open = await store();
    const ask = { locale: 'en', zone: 'Asia/Shanghai', build: '1' } as const;
    await answerers.report(ask, work);
    const look = { ...reading(1, 'Tomatoes on the balcony', {}, 900), seenAt: '2026-06-02T10:00:00+08:00' };
    await open.keep({ id: 'test-batch-2', page: 'douyin/content-manage', readings: [look] });
    const { front, dataVersion } = await answerers.report(ask, work);
    const versionsOf = async (account: string) => {
      const rows = await open.reports(PIECES.map((piece) => `report:en|${piece}|douyin|${account}`));
      return rows.map((row) => row?.dataVersion ?? 0);
    };
    expect(Math.max(...(await versionsOf('One')))).toBe(dataVersion);
    expect(Math.max(...(await versionsOf('Two')))).toBeLessThan(dataVersion);
    const updated = await storedReport(open, 'en', PIECES);
    // Another worker's life: nothing is held there.
    vi.resetModules();
    const fresh = await import('../../../../entrypoints/lib/answer');
    const anew = await fresh.answerers.report({ ...ask, build: '2' }, work);
    expect({ ...anew.front, generatedAt: '', build: '' }).toEqual({ ...front, generatedAt: '', build: '' });
    const whole = await (await import('../../../../entrypoints/lib/stored-report')).storedReport(open, 'en', PIECES);
    expect({ ...whole, generatedAt: '' }).toEqual({ ...updated, generatedAt: '' });
  });
  it('of an account that is gone leaves no piece behind', async () => {
    const open = await store();
    await open.putReport('report:en|mix|douyin|Gone', { dataVersion: 1, report: [{}] });
    await open.putReport('marks:en', { dataVersion: 1, report: [] });
    await answerers.putSetting({ theme: 'dark' }, work);
    await answerers.report({ locale: 'en', zone: 'Asia/Shanghai', build: '1' }, work);
    expect(await open.report('report:en|mix|douyin|Gone')).toBeUndefined();
    expect(await open.report('marks:en')).toBeDefined();
  });
});

describe('files', () => {
  it('export what is stored, and import it back without a trace', async () => {
    const { blob, name } = await answerers.exportFile(
      {
        format: 'csv',
        scope: null,
        from: null,
        to: null,
        pillar: null,
        series: null,
        label: null,
        history: false,
        intervals: false,
        ...locale,
      },
      work,
    );
    expect(name).toMatch(/^post-almanac-\d{4}-\d\d-\d\d\.csv$/);
    const file = new File([blob], name);
    const preview = await answerers.previewImport({ file, zone: 'Asia/Shanghai', platform: null }, work);
    expect(preview.posts).toEqual({ fresh: 0, known: 4 });
    expect(preview.skipped).toEqual([]);
    await answerers.remove({ scope: 'everything' }, work);
    expect((await posts({})).total).toBe(0);
    await answerers.keepImport({ file, zone: 'Asia/Shanghai', platform: null, account: null }, work);
    const back = await posts({ sort: 'views' });
    expect(back.absent).toContain('kind');
    expect(back.absent).not.toContain('views');
    expect(back.titles).toEqual(['Tomatoes on the balcony', 'Still being reviewed', 'Rice in one pot', 'An old sweater']);
    expect(back.rows[3]?.known.snapshots.every(({ metrics }) => metrics.views === undefined)).toBe(true);
  });
  it('export the posts of a topic, a series or a label of one’s own', async () => {
    const { rows } = await posts({});
    const keyOf = (title: string) => rows.find(({ known }) => known.post.title === title)?.known.key ?? '';
    await answerers.label({ keys: [keyOf('Rice in one pot')], edit: { series: 'One pot', labels: ['quick', 'cheap'] } }, work);
    await answerers.label({ keys: [keyOf('An old sweater')], edit: { pillar: 'home', labels: ['cheap'] } }, work);
    await answerers.putRule({ id: 'a', when: { field: 'title', contains: 'Tomatoes' }, set: { series: 'Balcony' } }, work);
    expect(await answerers.labelsInUse(null, work)).toEqual({
      pillars: ['home'],
      series: ['Balcony', 'One pot'],
      labels: ['cheap', 'quick'],
    });
    const titles = async (wish: { series?: string; label?: string; pillar?: string }) => {
      const none = {
        scope: null,
        from: null,
        to: null,
        pillar: null,
        series: null,
        label: null,
        history: false,
        intervals: false,
      };
      const { blob } = await answerers.exportFile({ format: 'jsonl', ...none, ...wish, ...locale }, work);
      const lines = (await blob.text()).trim().split('\n');
      return lines.flatMap((line) => (line.includes('"title"') ? [/"title":"([^"]*)"/.exec(line)?.[1]] : [])).sort();
    };
    expect(await titles({ label: 'cheap' })).toEqual(['An old sweater', 'Rice in one pot']);
    expect(await titles({ series: 'One pot', label: 'quick' })).toEqual(['Rice in one pot']);
    expect(await titles({ series: 'Balcony' })).toEqual(['Tomatoes on the balcony']);
    expect(await titles({ pillar: 'home', label: 'quick' })).toEqual([]);
    await answerers.removeRule({ id: 'a' }, work);
  });
  it('import for one account and for another are two imports', async () => {
    const file = new File(['published_at,title,views\r\n2026-05-01T10:00:00+08:00,Nobody said whose,5\r\n'], 'mine.csv');
    const ask = { file, zone: 'Asia/Shanghai', platform: 'youtube' } as const;
    expect((await answerers.previewImport(ask, work)).needsAccount).toBe(true);
    expect(await answerers.keepImport({ ...ask, account: 'First' }, work)).toEqual({ readings: 1, fresh: 1 });
    expect(await answerers.keepImport({ ...ask, account: 'First' }, work)).toEqual({ readings: 0, fresh: 0 });
    expect(await answerers.keepImport({ ...ask, account: 'Second' }, work)).toEqual({ readings: 1, fresh: 1 });
  });
  it('stop when cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    const exporting = answerers.exportFile(
      {
        format: 'jsonl',
        scope: null,
        from: null,
        to: null,
        pillar: null,
        series: null,
        label: null,
        history: true,
        intervals: true,
        ...locale,
      },
      { ...work, signal: stop.signal },
    );
    await expect(exporting).rejects.toThrow();
  });
});

describe('a backup', () => {
  it('brings everything back, here or elsewhere', async () => {
    const { rows } = await posts({ search: 'rice' });
    await answerers.label({ keys: [rows[0]?.known.key ?? ''], edit: { kind: 'emotion' } }, work);
    const { blob, name } = await answerers.backup({ app: '9.9.9' }, work);
    const file = new File([blob], name);
    // Only the page knows when the file is where it should be.
    expect((await answerers.overview(null, work)).lastBackup).toBeNull();
    await answerers.noteBackup(null, work);
    expect((await answerers.overview(null, work)).lastBackup).not.toBeNull();
    const before = await posts({});
    const held = await answerers.previewRestore({ file }, work);
    expect(held).toMatchObject({ app: '9.9.9', fresh: 0, conflicting: 0, refused: [] });
    await answerers.remove({ scope: 'everything' }, work);
    expect((await answerers.previewRestore({ file }, work)).same).toBe(0);
    await answerers.restore({ file, mode: 'merge' }, work);
    expect((await posts({})).rows).toEqual(before.rows);
    await answerers.restore({ file, mode: 'replace' }, work);
    expect((await posts({})).rows).toEqual(before.rows);
  });
  it('that is damaged is refused and changes nothing', async () => {
    const { blob } = await answerers.backup({ app: '9.9.9' }, work);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const file = new File([bytes.slice(0, bytes.length - 40)], 'cut.json.gz');
    const before = await posts({});
    await expect(answerers.restore({ file, mode: 'replace' }, work)).rejects.toThrow();
    expect((await posts({})).rows).toEqual(before.rows);
  });
});

describe('settings', () => {
  it('come back as they were put', async () => {
    await answerers.putSetting({ theme: 'dark', zone: 'Europe/Berlin' }, work);
    expect(await answerers.settings(null, work)).toEqual({ theme: 'dark', zone: 'Europe/Berlin' });
  });
});

describe('label rules', () => {
  it('are counted on the posts there are, tried before they are kept, and label once they are', async () => {
    const when = { field: 'title', contains: 'rice' } as const;
    expect(await answerers.tryRule({ when }, work)).toEqual({ posts: 1, examples: ['Rice in one pot'] });
    await answerers.putRule({ id: 'r', when, set: { pillar: 'cooking' } }, work);
    const { rules, pillars, posts: count } = await answerers.rules(null, work);
    expect([rules.map(({ rule, posts }) => [rule.id, posts]), pillars.includes('cooking'), count > 3]).toEqual([
      [['r', 1]],
      true,
      true,
    ]);
    await answerers.removeRule({ id: 'r' }, work);
    expect((await answerers.rules(null, work)).rules).toEqual([]);
  });
});

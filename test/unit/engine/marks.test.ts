import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../core/engine/marks';
import { evaluate } from '../../../core/engine/report';
import { findMark, type KeptMark, type MarkQuestion, marksName, withoutSetAside } from '../../../core/model/marks';
import { exact, samplePosts } from '../../gallery/samples';

const NOW = Date.parse('2026-06-15T10:20:00+08:00');
/** Seen again ten days after publishing, with followers gained: old enough to compare, and enough of the score is known. */
const posts = samplePosts(60).map(({ known }, at) => {
  const last = known.snapshots.at(-1);
  const later = last && {
    ...last,
    seenAt: Date.parse(known.post.publishedAt ?? '') + 240 * 3_600_000,
    metrics: { ...last.metrics, followersGained: exact(at % 9) },
  };
  return { ...known, snapshots: later ? [...known.snapshots, later] : [] };
});
const report = evaluate({
  posts,
  accountReadings: [],
  audienceCurves: [],
  zone: 'Asia/Shanghai',
  now: NOW,
  seed: 1,
  locale: 'en',
});
const asked = (at: number, change: Partial<MarkQuestion> = {}): MarkQuestion => {
  const known = posts[at];
  if (!known) throw new Error(`no post ${at}`);
  const { id, title, publishedAt, publishedPrecision } = known.post;
  return { platform: known.platform, account: known.account, id, title, publishedAt, publishedPrecision, ...change };
};
const mark = (change: Partial<KeptMark>): KeptMark => ({
  account: '',
  id: null,
  time: '2026-06-01T10:00Z',
  title: 'one',
  bands: null,
  level: 'green',
  findings: [],
  pace: null,
  trend: null,
  ...change,
});
const question: MarkQuestion = {
  platform: 'douyin',
  account: null,
  id: null,
  title: 'One',
  publishedAt: '2026-06-01T18:00:00+08:00',
  publishedPrecision: 'minute',
};

describe('marks', () => {
  const marks = marksOf(posts, report, 'en');
  it('are kept by month, one for each post', () => {
    expect([...marks.values()].flat()).toHaveLength(60);
    expect([...marks.keys()].every((name) => /^marks:en:douyin:202\d-\d\d$/.test(name))).toBe(true);
  });
  it('say of a post what the report says of it', () => {
    for (const unit of report.score) {
      for (const { post, bands } of unit.posts) {
        const at = posts.findIndex(({ key }) => key === unit.keys[post]);
        const wanted = asked(at);
        expect(findMark(marks.get(marksName('en', 'douyin', wanted)) ?? [], wanted)?.bands).toEqual(bands);
      }
    }
    expect(report.score.map(({ state }) => state)).toEqual(['scored']);
  });
  it('hold a trend of one page from its first look to its last', () => {
    const found = (at: number) => findMark(marks.get(marksName('en', 'douyin', asked(at))) ?? [], asked(at));
    const { snapshots } = posts[0] ?? { snapshots: [] };
    expect(found(0)?.trend?.points.map(([at]) => at)).toEqual(snapshots.map(({ seenAt }) => seenAt));
    expect(found(0)?.trend?.points).toHaveLength(5);
  });
});

describe('what is found in a title', () => {
  const title = '这是全网最好的锅，点左下角链接下单';
  const flagged = posts.map((known, at) => (at === 3 ? { ...known, post: { ...known.post, title } } : known));
  const checked = evaluate({
    posts: flagged,
    accountReadings: [],
    audienceCurves: [],
    zone: 'Asia/Shanghai',
    now: NOW,
    seed: 1,
    locale: 'en',
  });
  const wanted = asked(3, { title });
  const found = findMark(marksOf(flagged, checked, 'en').get(marksName('en', 'douyin', wanted)) ?? [], wanted);

  it('is told with its words, the reason, the way out and where it is written', () => {
    const report = checked.compliance.posts.find(({ post }) => post === flagged[3]?.key);
    const spoken = report?.findings.filter(({ exemption, level }) => !exemption && level !== 'green') ?? [];
    expect(found?.level).toBe('red');
    expect(found?.findings.map(({ rule, text }) => [rule, text])).toEqual(spoken.map(({ rule, text }) => [rule, text]));
    expect(found?.findings.map(({ text }) => text).join()).toContain('最好');
    for (const { message, wayOut, source, reviewBy } of found?.findings ?? []) {
      expect(reviewBy).toMatch(/^20\d\d-/);
      expect(message).toBeTruthy();
      expect(wayOut).toBeTruthy();
      expect(source.asOf).toMatch(/^20\d\d-/);
      expect(source).not.toHaveProperty('url');
    }
  });
  it('is left out once it is called no issue, and the light with it', () => {
    if (!found) throw new Error('no mark');
    const reds = found.findings.filter(({ level }) => level === 'red');
    const others = found.findings.filter((one) => !reds.includes(one));
    const without = withoutSetAside(found, (one) => reds.includes(one));
    expect(without.findings).toEqual(others);
    expect(without.level).toBe(others.length > 0 ? 'yellow' : 'green');
    expect(withoutSetAside(found, () => true)).toEqual({ ...found, findings: [], level: 'green' });
    expect(withoutSetAside(found, () => false)).toBe(found);
  });
  it('as an earlier version kept it is not told', () => {
    const old = { level: 'red', text: '全网最好', message: 'change it' } as unknown as KeptMark['findings'][0];
    expect(findMark([mark({ level: 'red', findings: [old] })], question)).toMatchObject({ level: 'red', findings: [] });
  });
});

describe('finding the mark of a row', () => {
  it('goes by id where both have one, whatever the title says now', () => {
    const kept = [mark({ id: 'a', title: 'an older title' }), mark({ id: 'b' })];
    expect(findMark(kept, { ...question, id: 'a' })).toEqual({
      bands: null,
      level: 'green',
      findings: [],
      pace: null,
      trend: null,
    });
    expect(findMark(kept, { ...question, id: 'c' })).toBeNull();
  });
  it('goes by minute and title elsewhere, and never guesses between two posts', () => {
    expect(findMark([mark({ level: 'red' }), mark({ title: 'two' })], question)?.level).toBe('red');
    expect(findMark([mark({ account: 'A' }), mark({ account: 'B' })], question)).toBeNull();
    expect(findMark([mark({ account: 'A' }), mark({ account: 'B', level: 'red' })], { ...question, account: 'B' })?.level).toBe(
      'red',
    );
    expect(findMark([mark({ time: '2026-06-01T10:01Z' })], question)).toBeNull();
  });
});

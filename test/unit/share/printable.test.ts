import { describe, expect, it } from 'vitest';
import { joinReadings } from '../../../core/model/identity';
import type { Suggestion } from '../../../core/model/report';
import { writePrintable } from '../../../core/share/printable';
import { iso, reading, T0 } from '../store/sample';

const suggestion: Suggestion = {
  id: 's',
  kind: 'timing',
  place: 'timing',
  priority: 1,
  title: 'Lean to <evenings>',
  why: 'Because & so on',
  action: 'Post at 19:00',
  evidence: {
    posts: 23,
    weeks: 11,
    interval: { low: -0.04, median: 0.05, high: 0.14 },
    adjustedFor: ['topic'],
    caveats: ['You chose these times yourself.'],
  },
  strength: 'hint',
};
const options = { now: T0, zone: 'Asia/Shanghai', suggestions: [suggestion] };
const hostile = '<img src=x onerror=alert(1)>"&';

describe('printable report', () => {
  const one = reading({ title: hostile }, { likes: 0 });
  one.metrics.views = { value: 12_000, low: 11_500, high: 12_500, raw: '1.2万' };
  const posts = joinReadings([one, reading({ title: 'second', publishedAt: iso(T0) }, { likes: 5 })]);

  it('is one page without script or anything loaded, hostile titles are text', async () => {
    const html = await writePrintable([posts], { ...options, locale: 'en' });
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<script|<img|<link|<iframe|url\(|\son\w+=["']|https?:\/\//i);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;');
    expect(html).toContain('Lean to &lt;evenings&gt;');
  });

  it('tells zero, unknown and approximate apart, in both languages', async () => {
    const [english, chinese] = await Promise.all(
      (['en', 'zh-CN'] as const).map((locale) => writePrintable([posts], { ...options, locale })),
    );
    expect(english).toContain('<td class="n">about 12,000</td><td class="n">0</td>');
    expect(english).toContain('<td class="n">–</td><td class="n">5</td>');
    expect(english).toContain('Based on 23 posts in 11 weeks. Likely between -4% and +14%.');
    expect(chinese).toContain('约 12,000');
    expect(chinese).toContain('11 周内的 23 条作品');
  });

  it('lists the newest posts and says that there are more', async () => {
    const many = Array.from({ length: 5 }, (_, page) =>
      joinReadings(
        Array.from({ length: 100 }, (_, at) =>
          reading({ title: `post ${page}-${at}`, publishedAt: iso(T0 - (page * 100 + at) * 60_000) }, { likes: at }),
        ),
      ),
    );
    const html = await writePrintable(many, { ...options, locale: 'en' });
    expect(html).toContain('The newest 200 of 500 posts.');
    expect(html.match(/<tr>/g)).toHaveLength(1 + 1 + 1 + 200);
    expect(html).toContain('post 0-0<');
    expect(html).not.toContain('post 4-99<');
  });
});

import type { timing as en } from '../en/timing';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const PARTS = { night: '凌晨（0–6 点）', morning: '上午（6–12 点）', afternoon: '下午（12–18 点）', evening: '晚上（18–24 点）' };

type Hours = Parameters<typeof en.nextPosts>[0];
const DAYS = { weekday: '工作日', weekend: '周末', all: '' };
const hours = ({ days, startHour, endHour }: Hours) => `${DAYS[days]} ${startHour}–${endHour} 点`.trimStart();
const either = (windows: readonly Hours[]) => windows.map(hours).join('或');
const signed = (lift: number) => `${lift < 0 ? '−' : '+'}${Math.abs(Math.round(lift * 100))}%`;

export const timing: typeof en = {
  missingFigures: '还没有足够多的作品有数据。请打开列出每条作品播放量或互动量的页面。',
  missingPosts: (have, of, waiting, dateOnly) =>
    [
      `需要 ${of} 条发布够久且有准确时间的作品，目前有 ${have} 条。`,
      waiting > 0 ? `还有 ${waiting} 条发布时间太短。` : '',
      dateOnly > 0 ? `有 ${dateOnly} 条只知道日期，不知道几点。` : '',
    ].join(''),
  missingWeeks: (have, of) => `这些作品分布在 ${have} 个不同的星期里，需要 ${of} 个。`,
  missingDayParts: (parts) =>
    `你的作品集中在少数时段。要作比较，还缺：${parts.map(({ part, more }) => `${PARTS[part]}再发 ${more} 条`).join('、')}。`,
  missingLabels: (share, of) =>
    `${percent(share)} 的作品标了主题或系列；达到 ${percent(of)} 才能分清是时间的作用还是主题的作用。`,
  nextRunning: (pairs) => `抽签测试进行中：已比较 ${pairs} 对。下一条按抽签结果的时段发布。`,
  nextConfirmed: '你自己的测试已经有了结论，照这个时间发就好。',
  nextProve: (window) =>
    `这些时间的作品可能还有别的不同。抽签测试可以定论：接下来的作品一半放在${hours(window)}，一半放在其他时间。`,
  nextNoEffect: '暂时不用做什么。以后作品多了如果出现差别，这里会告诉你。',
  nextKnown: '再多发也不会改变现在的结论，方便时发布即可。',
  nextTooMany: (spread, count) =>
    `你的作品之间因为别的原因就相差约 ${spread.toFixed(1)} 倍。要分清两个时段，还需要在其中一个时段再发约 ${count} 条，不值得。方便时发布即可。`,
  nextPosts: (window, count, trying) =>
    [
      `在${hours(window)}再发 ${count} 条，主题照常搭配，到时也许就能看出这个时段是不是更好。`,
      trying ? `每 10 条里最多拿 ${Math.round(trying.largestShare * 10)} 条来试，不要连着试。` : '',
      trying?.rest ? '最新一条就发在这个时段，下一条请按平时的时间发。' : '',
    ].join(''),
  suggestHint: (windows, posts) => ({
    title: `${either(windows)}有微弱的迹象`,
    why: '排除其他已知的影响之后，发布时间似乎对你的作品有影响，而这些时段表现最好。你平时在这些时段发什么也是原因之一。',
    action: `没有别的安排时，可以在${either(windows)}发布，再观察一段时间：目前只有 ${posts} 条作品。`,
  }),
  suggestSupported: (windows) => ({
    title: `建议在${either(windows)}发布`,
    why: '考虑主题、形式和增长之后，这些时段比你平时的时间更好，在较新的一半作品里也是如此。',
    action: '其中哪个钟点都可以，它们之间分不出高下。',
  }),
  suggestConfirmed: (windows) => ({
    title: `建议在${either(windows)}发布`,
    why: '你自己的抽签测试支持这些时段。',
    action: '可以固定下来。',
  }),
  suggestNoEffect: () => ({
    title: '发布时间对你没有明显影响',
    why: '没有哪个时段超出偶然的范围。',
    action: '方便时发布即可。',
  }),
  suggestLean: (windows, low, high) => ({
    title: `没有偏好时，可以选${either(windows)}`,
    why: `这是默认选项，不是结论：与平时的时间相比，可能带来 ${signed(low)} 到 ${signed(high)}。`,
    action: '没有其他理由时就用它。',
  }),
  caveatChosen: '这些时间是你自己选的，可能还有别的因素。',
  caveatTested: '这个范围比较的是测试里的两个时段，不是你平常的时间。',
  caveatTopics: '你总在这些时段发布的主题也算在内。',
  caveatZone: (zone) => `时区：${zone}。`,
  adjusted: {
    toDate: '较晚才看到数据的旧作品',
    trend: '增长趋势',
    gap: '与上一条的间隔',
    format: '作品形式',
    pillar: '主题',
    series: '系列',
    kindOfContent: '内容类型',
    commercial: '商业内容',
    holiday: '节日与大促',
    followers: '粉丝数',
  },
  suggestInsufficient: (missing) => ({
    title: '还看不出哪些时段适合你',
    why: missing.join(''),
    action: '照常发布；在不费事的时候，把几条作品放到其他时段试试。',
  }),
  suggestCadence: (perWeek, target, longestGapDays) => ({
    title: `每周 ${perWeek} 条，计划是 ${target} 条`,
    why: `最长间隔 ${Math.round(longestGapDays)} 天。`,
    action: `每周安排 ${target} 条固定更新。`,
  }),
};

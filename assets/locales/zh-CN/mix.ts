import { daysIn } from '../days';
import { type mix as en, lessOfTen, moreOfFive } from '../en/mix';

const { day } = daysIn('zh-CN');
const percent = (share: number) => `${Math.round(share * 100)}%`;
/** 保留一位小数：7.5% 不写成 8%。 */
const percent1 = (share: number) => `${Math.round(share * 1000) / 10}%`;
const list = (items: readonly string[]) => items.join('、');
const signed = (share: number) => {
  const whole = Math.round(Math.abs(share) * 100);
  return whole === 0 ? '0%' : `${share > 0 ? '+' : '−'}${whole}%`;
};
/** “高 8% 到 21%”；跨过零点时带正负号。 */
const range = (low: number, high: number) => {
  const [least, most] = [Math.round(low * 100), Math.round(high * 100)];
  if (least > 0) return `高 ${least}% 到 ${most}%`;
  if (most < 0) return `低 ${-most}% 到 ${-least}%`;
  return ` ${signed(low)} 到 ${signed(high)}`;
};
const quote = (text: string) => `“${text}”`;

const kinds = { knowledge: '知识', experience: '体验', emotion: '情感', interaction: '互动' };

const trustNames = { authority: '权威', expertise: '专业', affinity: '亲和' };

export const mix: typeof en = {
  kinds,
  zoneNames: { stable: '继续做', experiment: '试一试', retire: '先放放' },
  formats: { video: '视频', short: '短视频', image: '图文', article: '文章', live: '直播', text: '文字' },
  trust: { authority: '体现权威的作品', expertise: '体现专业的作品', affinity: '体现亲和的作品' },
  titleFeatures: {
    number: '带数字的标题',
    question: '提问的标题',
    howTo: '教程类标题',
    exclamation: '带感叹号的标题',
    emoji: '带表情的标题',
    brackets: '带括号关键词的标题',
    quote: '带引语的标题',
    firstPerson: '用“我”的标题',
    secondPerson: '用“你”的标题',
    warning: '提醒避坑的标题',
    hashtag: '带话题的标题',
    twoParts: '分两段的标题（｜或：）',
    short: '你较短的标题',
    long: '你较长的标题',
    han: '中文标题',
    latin: '英文标题',
  },
  titles: (names) => names.join('和'),
  commercialPosts: '商单作品',
  terms: (terms) => {
    const tags = terms.filter((term) => term.startsWith('#')).join(' 和 ');
    const words = terms
      .filter((term) => !term.startsWith('#'))
      .map(quote)
      .join('和');
    if (tags === '') return `标题含${words}的作品`;
    return words === '' ? `带 ${tags} 的作品` : `带 ${tags}、标题含${words}的作品`;
  },
  titleFrame: (frame) => `标题像${quote(frame)}的作品`,
  pillarLabel: (pillar) => `${quote(pillar)}主题的作品`,
  kindLabel: (kind) => `${kind}类作品`,
  seriesLabel: (series) => `系列${quote(series)}`,
  duration: (from, to) => {
    const time = (seconds: number) =>
      seconds < 120 && seconds % 60 !== 0 ? `${seconds} 秒` : seconds < 60 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`;
    return to === null ? `${time(from)}以上的视频` : from === 0 ? `${time(to)}以内的视频` : `${time(from)}到${time(to)}的视频`;
  },
  circumstances: {
    trend: '账号随时间的成长',
    hour: '发布的时段',
    weekday: '是否周末',
    pause: '与上一条的间隔',
    season: '节日和大促',
    paid: '商单',
    backlog: '数据读取的时间',
    format: '形式',
    pillar: '主题',
    series: '系列',
    kind: '内容类型',
    level: '平时的水平',
  },

  missingPosts: (have, need) => `可以比较的作品：目前 ${have} 条，需要 ${need} 条。`,
  missingWeeks: (have, need) => `目前 ${have} 个完整的星期，需要 ${need} 个。`,
  missingKinds: (have, need, of) => `${of} 条作品中有 ${have} 条标了类型，需要 ${need} 条。请在作品列表里补上类型。`,
  missingPillars: (have, need, of) => `${of} 条作品中有 ${have} 条标了主题，需要 ${need} 条。请在作品列表里补上主题。`,
  missingCommercialLabels: '还没有作品标明是不是商单。请在作品列表里标出商单。',
  missingSensitiveLabels: '还没有作品确认过是否敏感。请在检查出问题的作品上作答。',
  missingTrust: '还没有作品标注过信任点。请在作品列表里，给体现权威、专业或亲和的作品做上标注。',
  missingMonths: (now, before, need) => `最近 28 天有 ${now} 条，之前 28 天有 ${before} 条，各需要 ${need} 条。`,
  missingMonthLabels: (now, before, need) => `标了主题的：最近 28 天 ${now} 条，之前 28 天 ${before} 条，各需要 ${need} 条。`,
  missingEffect: (name, have, need) => `${quote(name)}有 ${have} 条发布够久可以比较，需要 ${need} 条，其他作品也要这么多。`,
  missingOutcome: '还没有足够多的作品有数据。请打开列出每条作品播放量或互动量的页面。',
  missingLabels: (share, need) => `${percent(share)} 的作品标了主题或系列；不到 ${percent(need)} 时，这里的结果最多算线索。`,
  missingMetric: (metric, have, need) => `有${metric}的作品 ${have} 条，需要 ${need} 条。`,
  missingHistory: (days, need) => `历史只有 ${days} 天；满 ${need} 天才能分清哪些词只用过一阵、哪些一直在用。`,

  kindsUnknown: (have, need) => `还不知道作品的类型（需要 ${need} 条标注，目前 ${have} 条）。`,
  kindsInPlan: (n) => `最近 ${n} 条作品的类型符合计划。`,
  kindsOff: (off, n) =>
    off.length > 0
      ? `最近 ${n} 条作品中，${list(off.map(({ kind, posts, targetPosts }) => `${kinds[kind]} ${posts} 条（计划 ${targetPosts} 条）`))}。`
      : `最近 ${n} 条作品的类型与计划略有出入。`,
  pillarsUnknown: (have, need) => `还不知道作品的主题（需要 ${need} 条标注，目前 ${have} 条）。`,
  pillarsMet: (n) => `最近 ${n} 条作品符合“1+4+N”（1 个主打、4 个支撑、其他）的每一项。`,
  pillarsOpen: (met, all) => `“1+4+N”（1 个主打、4 个支撑、其他）共 ${all} 项，做到 ${met} 项。`,
  checkFlagship: (pillar, share, least) => `主打：${quote(pillar)}占 ${percent(share)}（至少 ${percent(least)}）。`,
  checkSupporting: (have, need, least) => `各占 ${percent(least)} 以上的支撑主题有 ${have} 个，计划 ${need} 个。`,
  checkOther: (share, most) => `其他主题合计 ${percent(share)}（不超过 ${percent(most)}）。`,
  checkEveryPillar: (silent, days) =>
    silent.length === 0 ? `每个主要主题在最近 ${days} 天都有作品。` : `最近 ${days} 天没有发${list(silent.map(quote))}。`,
  focusUnknown: (have, need) => `还看不出垂直程度（需要 ${need} 条标注，目前 ${have} 条）。`,
  focus: ({ topic, share, target, habit }) =>
    `最近 ${share.total} 条中有 ${share.count} 条（${percent(share.share)}）是${quote(topic)}。专做一个主题的账号会超过 ${percent(target)}：` +
    { above: '你就是这样。', below: '你做得更宽。', open: '条数还少，看不出你属于哪一种。' }[habit] +
    '不是越窄越好，要看你自己的数据。',
  commercialUnknown: '还不知道商单的占比。',
  commercialFew: (have, need) => `作品太少，还谈不上商单占比（${have}/${need} 条）。`,
  commercial: ({ share, band, low, high, organicBeforeNext }) =>
    `最近 ${share.total} 条中有 ${share.count} 条商单（${percent1(share.share)}），` +
    {
      below: `低于计划的 ${percent(low)}–${percent(high)}，这不算问题。`,
      inside: `在计划的 ${percent(low)}–${percent(high)} 之内。`,
      above: `高于计划的 ${percent(low)}–${percent(high)}。`,
    }[band] +
    (organicBeforeNext === 0
      ? '现在可以发下一条商单。'
      : `再发 ${organicBeforeNext} 条非商单后，可以发下一条商单：有了新作品，较早的就不再计入。`),
  sensitiveUnknown: '还不知道敏感作品的占比。',
  sensitive: ({ share, target, alarm }) =>
    `最近 ${share.total} 条中有 ${share.count} 条（${percent1(share.count / share.total)}）标为敏感，计划不超过 ${percent(target)}。${alarm ? '这已经超出偶然的范围。' : share.count <= target * share.total ? '在计划之内。' : '略多一点，可能只是偶然。'}`,
  trustUnknown: '还不知道你有哪些作品在建立信任、靠什么建立。',
  trustShares: (shares, n) =>
    `最近 ${n} 条作品里，${list(shares.map(({ tag, posts: shown }) => `体现${trustNames[tag]}的有 ${shown} 条`))}。`,
  shift: (to, before, after, from, left) =>
    `数据支持多做一点${kinds[to]}：计划占比从 ${percent(before)} 调到 ${percent(after)}，${kinds[from]}相应降到 ${percent(left)}。`,
  appointmentsUnknown: (have, need) => `完整的星期太少，还谈不上节奏（${have}/${need} 个）。`,
  appointments: (kept, weeks, perWeek) => `最近 ${weeks} 个完整的星期里，有 ${kept} 个星期发了至少 ${perWeek} 条。`,
  consistency: (topics, style, cadence) => {
    const parts = [
      topics === null ? '' : `主题相似度 ${percent(topics)}`,
      style === null ? '' : `标题风格相似度 ${percent(style)}`,
      cadence === null ? '' : cadence > 1.15 ? '发得更多' : cadence < 0.87 ? '发得更少' : '条数差不多',
    ].filter(Boolean);
    return parts.length === 0 ? '作品太少，无法把这个月和上个月作比较。' : `最近 28 天与之前 28 天相比：${list(parts)}。`;
  },
  zones: (better, kept, retire, all) =>
    all === 0
      ? '还没有标主题或系列，分不出该继续、该试还是该放。'
      : [
          better.length > 0 ? `目前表现更好，继续做：${list(better.map(quote))}。` : '',
          kept.length > 0 ? `暂时继续做：${list(kept.map(quote))}。` : '',
          better.length + kept.length === 0 ? '还没有主题被数据证明，先靠常做的主题。' : '',
          retire.length > 0 ? `可以先放放：${list(retire.map(quote))}。` : '',
        ].join(''),

  caveat: '这些结论来自你自己选择发布的作品，不是对照实验：背后也可能另有原因。',
  insufficient: '两边的作品都太少，无法比较。',
  noEffect: '在你的作品里没有明显差别。',
  inconclusive: '还看不出有没有差别。',
  tells: (items) => items.map((item) => `${item}。`).join(''),
  effect: (label, low, high, against, sure) =>
    `${label}${against === 'average' ? '比你平时的作品' : '比你的其他作品'}${sure ? '大约' : '也许'}${range(low, high)}`,
  fading: (label) => `${label}：起初有的差别，现在看不到了`,
  simpson: (because) => `表面差距大多来自${because}；这里显示的是扣除之后的部分。`,
  retention: (metric, low, high, told) =>
    !told || (low <= 0 && high >= 0)
      ? `${metric}高 10 个百分点时，效果看不出明显变化（${signed(low)} 到 ${signed(high)}）。`
      : `${metric}高 10 个百分点时，效果往往更${low > 0 ? '好' : '差'}（${signed(low)} 到 ${signed(high)}）。不一定是它造成的。`,
  retentionUnknown: (metric) => `${metric}：有数据的作品太少。`,
  portfolio: (shares) =>
    `最近的作品中，${[
      shares.core > 0 && `${percent(shares.core)} 用了你一直在用的词`,
      shares.longTail > 0 && `${percent(shares.longTail)} 用了偶尔用的词`,
      shares.hot > 0 && `${percent(shares.hot)} 用了只用过一阵的词`,
    ]
      .filter(Boolean)
      .join('，')}。`,
  portfolioUnknown: '标题或话题太少，还谈不上用词。',
  metrics: {
    exitRate2s: '2 秒跳出率',
    exitRate3s: '3 秒跳出率',
    completionRate5s: '5 秒完播率',
    stayedToWatchRate: '留下观看的比例',
    swipeAwayRate: '划走的比例',
  },

  suggestKinds: (next, statement) => ({
    title: `接下来做：${list(counted(next.slice(0, 3)).map(([kind, n]) => `${n} 条${kinds[kind]}`))}`,
    why: `${statement}这说的是计划，不是效果。`,
    action: `按这个顺序：${next
      .slice(0, 5)
      .map((kind) => kinds[kind])
      .join('、')}。`,
  }),
  suggestShift: (to, statement) => ({
    title: `计划里可以多留一点${kinds[to]}`,
    why: `${statement}四周只动一小步，这样才看得出效果。`,
    action: '想采用就到“内容配比”页点“采用”，不想动就保持原计划。',
  }),
  suggestLabels: (missing) => ({
    title: '标明作品是什么',
    why: missing.join(''),
    action: '打开作品列表，选中未标注的作品，补上主题和类型；其余的可以交给“标签规则”。',
  }),
  suggestCheck: (open) => ({
    title: '“1+4+N”还差什么',
    why: open.map(({ text }) => text).join(''),
    action: `${open.map(({ id, topics }) => checkAction(id, topics)).join('')}或者按你的想法修改计划。`,
  }),
  suggestSilent: (pillars, days) => ({
    title: pillars.length === 1 ? `发一条${list(pillars.map(quote))}` : `${list(pillars.map(quote))}各发一条`,
    why: `最近 ${days} 天没有发过${pillars.length === 1 ? '这个主题' : '这些主题'}。`,
    action: '两周内安排上，或者把它从主要主题里去掉。',
  }),
  suggestFocus: (topic, statement) => ({
    title: `作品比计划分散，主线是${quote(topic)}`,
    why: statement,
    action: `如果想要计划中的垂直度，接下来三条里做两条${quote(topic)}。`,
  }),
  suggestCommercial: (organic, statement) => ({
    title: organic === 0 ? '商单占比高于计划' : `先发 ${organic} 条非商单，再发商单`,
    why: statement,
    action: organic === 0 ? '占比回到计划范围之前，先不接商单。' : `把下一条商单排在 ${organic} 条非商单之后。`,
  }),
  suggestSensitive: (statement) => ({
    title: '敏感作品多于计划',
    why: statement,
    action: '把这些作品的检查结果放在一起看，接下来十条换更稳妥的说法或主题。',
  }),
  suggestMore: (label, low, high, against, sure, lately) => ({
    title: sure ? `${label}表现更好` : `${label}也许表现更好`,
    why: `${against === 'average' ? '与你平时的作品' : '与你的其他作品'}相比${sure ? '大约' : '也许'}${range(low, high)}，已扣除发布时间和方式的影响。`,
    action: `接下来五条里做 ${moreOfFive(lately)} 条这样的（发布够久的最近 ${lately.of} 条里有 ${lately.made} 条），看看是否依然如此。`,
  }),
  suggestLess: (label, low, high, against, sure, lately) => ({
    title: sure ? `${label}表现较弱` : `${label}也许表现较弱`,
    why: `${against === 'average' ? '与你平时的作品' : '与你的其他作品'}相比${sure ? '大约' : '也许'}${range(low, high)}，已扣除发布时间和方式的影响。`,
    action:
      lately.made === 0
        ? `发布够久的最近 ${lately.of} 条里没有这样的，保持就好，除非它有别的用处。`
        : lessOfTen(lately, sure) === 0
          ? `接下来十条先不做这样的（发布够久的最近 ${lately.of} 条里有 ${lately.made} 条），除非它有别的用处。`
          : `接下来十条里最多做 ${lessOfTen(lately, sure)} 条这样的（发布够久的最近 ${lately.of} 条里有 ${lately.made} 条），除非它有别的用处。`,
  }),
  paidAction: (topic) =>
    topic === null
      ? '下一条商单照着表现好的非商单来做（同样的主题、类型和时长），并在第一句话说明为什么推荐。'
      : `下一条商单做目前表现最好的${quote(topic)}，并在第一句话说明为什么推荐。`,
  suggestRetire: (topic, retestFrom) => ({
    title: `${quote(topic)}可以先放放`,
    why: '它在不止一个月里明显弱于你的其他作品。',
    action: `接下来十条先不做${retestFrom ? `，${day(retestFrom)}之后再试一次` : ''}。由你决定，什么都不会自动改变。`,
  }),
  suggestSeries: (pattern, count) => ({
    title: `给系列${quote(pattern)}起名`,
    why: `有 ${count} 条作品是这种标题，既没有标主题也没有标系列。不标的话，好系列可能被误认成好时段。`,
    action: '到“标签规则”页采用这条规则，以后的作品也会自动标上。',
  }),
  caveats: {
    observational: '这些作品是你自己选的，做一次实验才能确定。',
    labels: (share) => `只有 ${percent(share)} 的作品标了主题或系列。`,
    simpson: (because) => `简单平均的结果不一样，差别来自${because}。`,
    merged: '这几个特征总是一起出现，分不清是哪一个在起作用。',
    together: (label) => `几乎是同样的作品：${label}。分不清是哪一个在起作用。`,
    conflict: (label) => `你的数据指向相反的方向：${label}表现较弱。你可以修改计划的比例。`,
  },
};

function counted<T>(items: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts];
}

function checkAction(id: string, topics: readonly string[]): string {
  switch (id) {
    case 'flagship':
      return `接下来十条里至少做三条${list(topics.map(quote))}。`;
    case 'supporting':
      return topics[0] !== undefined
        ? `接下来二十条里给${quote(topics[0])}两条。`
        : '选一个还没做过的主题，接下来二十条里给它两条。';
    default:
      return `接下来五条先不做${list(topics.slice(0, 3).map(quote))}。`;
  }
}

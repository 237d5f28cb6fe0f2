/** 复盘页：有什么变化、试了什么、学到什么、接下来做什么。 */
import type { Platform } from '../../../core/model/platforms';
import { partsOfUnit } from '../../../core/model/unit-name';
import { daysIn } from '../days';
import type { review as en } from '../en/review';
import { panel } from './panel';
import { ui } from './ui';

const { day, month } = daysIn('zh-CN');
const whole = (value: number) => Math.round(value).toLocaleString('zh-CN');
const figure = (value: number) =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? whole(value) : value.toLocaleString('zh-CN', { maximumFractionDigits: 2 });
const percent = (share: number) => `${Math.round(share * 100)}%`;
const signed = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(Math.round(share * 100))}%`;
const plus = (value: number) => `${value < 0 ? '−' : '+'}${whole(Math.abs(value))}`;
const money = (value: number, currency: string) => new Intl.NumberFormat('zh-CN', { style: 'currency', currency }).format(value);
const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');
const account = (platform: string, name: string) => {
  const place = ui.platforms[platform as Platform] ?? platform;
  return name === '' ? place : `${place}“${name}”`;
};
/** What is seen on the platform is played, or may be read as well. */
const PLAYED: ReadonlySet<string> = new Set(['douyin', 'kuaishou', 'bilibili', 'channels', 'youtube', 'tiktok']);
const seenOn = (platform: string) => (PLAYED.has(platform) ? '播放' : '播放/阅读');
const OUTCOMES = { views: '次', reach: '人触达', impressions: '次曝光', interactions: '次互动' };
const BOARDS = { content: '内容', business: '商务合作', team: '团队', tools: '工具' };
const DAYS = { weekday: '工作日', weekend: '周末', all: '每天' };
const FORMATS: Record<string, string> = { ...panel.formats, all: '全部形式' };

const currencyName = new Intl.DisplayNames('zh-CN', { type: 'currency' });
const unseen = '粉丝变化未知：这一期开始或结束前后没有看到粉丝数，算不出涨了多少。';

/** 目标数字的量词。 */
const goalUnits: Record<string, string> = {
  followers: ' 人',
  views: ' 次',
  interactions: ' 次',
  posts: ' 条',
  revenueScenes: ' 个',
};

export const review: typeof en = {
  titles: { daily: '每日一看', weekly: '每周复盘', monthly: '月度复盘', quarterly: '季度复盘', yearly: '年度复盘' },
  headings: {
    changed: '有什么变化',
    rhythm: '计划与兑现',
    tried: '试了什么',
    learnt: '学到什么',
    risk: '风险',
    goals: '目标',
    money: '收支',
    content: '内容配比与一致性',
    positioning: '定位',
    outside: '外部观察与趋势',
    registers: '培训、查账、保险',
    next: '接下来',
  },
  period: (from, to) => `${day(from)}至${day(to)}`,
  nothing: '没有记录。',
  account,
  unit: (unit) => {
    const { platform, account: name, format } = partsOfUnit(unit);
    return `${account(platform, name)}（${FORMATS[format] ?? format}）`;
  },
  of: (name, line) => `${name}：${line}`,

  posts: (now, before) => `发布 ${whole(now)} 条${before === null ? '' : `，上一期 ${whole(before)} 条`}。`,
  views: (platform, now, before) =>
    `这一期的作品目前共 ${whole(now)} 次${seenOn(platform)}${before === null ? '' : `；上一期的作品共 ${whole(before)} 次，但发布得更久`}。`,
  viewsUnknown: (platform) => `这些作品的${seenOn(platform)}量未知。请打开列出每条作品${seenOn(platform)}量的页面。`,
  interactions: (now, before) => `目前共 ${whole(now)} 次互动${before === null ? '' : `；上一期的作品 ${whole(before)} 次`}。`,
  biggest: (platform, title, share) =>
    `其中 ${percent(share)} 的${seenOn(platform)}来自一条作品${title === '' ? '' : `“${title}”`}：总数说明不了其他作品。`,
  typical: (platform, now, outcome, before) =>
    `发布够久、可以比较的 ${whole(now.posts)} 条，每条通常有 ${whole(now.value)} ${OUTCOMES[outcome]}${outcome === 'views' ? seenOn(platform) : ''}${before === null ? '' : `；上一期同样时长时 ${whole(before.value)}（${whole(before.posts)} 条）`}。`,
  tooFew: (mature) =>
    mature === 0 ? '还没有发布够久、可以比较的作品。' : `发布够久、可以比较的只有 ${whole(mature)} 条：太少，谈不上“通常”。`,
  knownFrom: (from) => `没有${day(from)}以前的作品记录，所以不和上一期比总数。如果有更早的作品，请把作品列表往下翻一次。`,
  followers: (name, { net, level, from, to, between }) => {
    const worked = between.map(([before, after]) => `${day(before)}和${day(after)}`).join('、');
    return `${name}：粉丝${worked === '' ? '' : '大约'} ${plus(net)}，从${day(from)}的 ${whole(level - net)} 到${day(to)}的 ${whole(level)}${worked === '' ? '' : `（按${worked}看到的粉丝数推算）`}。`;
  },
  followersUnknown: {
    daily: `${unseen}请每天打开一次显示粉丝数的页面。`,
    weekly: `${unseen}请每隔几天打开一次显示粉丝数的页面，最好在周日或周一。`,
    monthly: `${unseen}请每周打开一次显示粉丝数的页面。`,
    quarterly: `${unseen}请每周打开一次显示粉丝数的页面。`,
    yearly: `${unseen}请每周打开一次显示粉丝数的页面。`,
  },
  rating: (mean, rated, of) => `你自己的评分：${whole(of)} 条中的 ${whole(rated)} 条，平均 ${mean.toFixed(1)} 分（满分 5 分）。`,
  unrated: '这些作品还没有你自己的评分，可以在作品列表里打分。',

  planned: (planned, kept) => `计划 ${whole(planned)} 条，发布了 ${whole(kept)} 条。`,
  missed: (titles) => `在已采集的作品中没有认出：${list(titles)}。`,
  nothingPlanned: '日历里没有计划。',

  experiment: (question, drawn, pairs, verdict) =>
    `“${question}”：这一期 ${whole(drawn)} 条，目前完整配对 ${whole(pairs)} 对；${verdict}。`,
  trial: (question, design, verdict) =>
    `“${question}”：${design === 'swap' ? '同一条作品来回换标题或封面' : '平台自带的测试'}；${verdict}。`,
  experimentPosts: (n) => `发布了 ${whole(n)} 条计划中的实验作品。`,
  verdicts: {
    planned: '还没开始',
    running: '仍在进行',
    aBetter: 'A 更好',
    bBetter: 'B 更好',
    aHint: 'A 有一点迹象',
    bHint: 'B 有一点迹象',
    same: '没有要紧的差别',
    undecided: '结束时没有定论',
  },
  decided: (question, verdict, lift, bLeads, own) =>
    [
      `“${question}”：${verdict}。`,
      lift
        ? `${bLeads ? 'B 和 A' : 'A 和 B'} 相比：${lift.low === lift.high ? signed(lift.low) : `${signed(lift.low)} 到 ${signed(lift.high)}`}。`
        : '',
      own.trim() === '' ? '' : `你的笔记：${own.trim()}`,
    ].join(''),
  lesson: (title, text) => `来自“${title}”：${text}`,
  timing: (unit, state, windows) => {
    const named = windows.map(({ days, startHour, endHour }) => `${DAYS[days]} ${startHour}–${endHour} 点`).join('或');
    if (named !== '' && state === 'hint') return `${unit}：${named}发布可能更好，迹象还弱。`;
    if (named !== '') return `${unit}：${named}发布更好。`;
    if (state === 'no_effect_seen') return `${unit}：几点发布没有明显差别。`;
    return `${unit}：关于发布时间，证据还不够。`;
  },
  effect: (unit, statement) => `${unit}：${statement}`,

  findings: (red, yellow) =>
    red + yellow === 0
      ? '这一期的作品没有触及已收录的规则。'
      : `这一期有问题提示的作品：红 ${whole(red)} 条，黄 ${whole(yellow)} 条。`,
  incident: (title, state, drill, late) => `${drill ? '演练' : '突发问题'}“${title}”：${state}${late ? '，有时限已超期' : ''}。`,
  incidentStates: { open: '处理中', solved: '已解决，还没复盘', closed: '已关闭' },

  measures: {
    followers: '粉丝',
    views: '28 天播放量',
    interactions: '28 天互动量',
    posts: '28 天发布条数',
    completionRate: '28 天平均完播率',
    revenue: '28 天收入',
    revenueScenes: '收入来源数',
    roi: '投入回报率',
    entered: '自己记录的数字',
  },
  goal: (goal, state, forecast, daysLeft) => {
    const bare = { share: percent, figure, count: whole }[goal.shape];
    const show = (value: number) => `${bare(value)}${goalUnits[goal.measure] ?? ''}`;
    const now = goal.current === null ? '现值未知' : `现在 ${show(goal.current)}`;
    const ahead = forecast
      ? `到时大概是 ${bare(forecast.low)} 到 ${show(forecast.high)}；推演 100 次约有 ${whole(100 * forecast.reach)} 次达到目标。`
      : '';
    const left = daysLeft < 0 ? '日期已过' : `还有 ${whole(daysLeft)} 天`;
    return `${goal.name}：${now}，目标 ${show(goal.target)}，期限${day(goal.due)}（${left}）；${state}。${ahead}`;
  },
  goalStates: {
    met: '已达到',
    onTrack: '进度正常',
    atRisk: '有风险',
    unlikely: '不太可能达到',
    tooEarly: '现在说还太早',
    open: '还没达到',
    ended: '没有达到',
    closed: '已搁置',
  },

  money: (currency, revenue, cost) =>
    `${revenue === null ? `没有录入${currencyName.of(currency) ?? currency}收入` : `收入 ${money(revenue, currency)}`}，${cost === null ? '没有录入支出' : `支出 ${money(cost, currency)}`}。`,
  scenes: (currency, scenes, band) =>
    `收入来自 ${whole(scenes.length)} 个来源（计划 ${band.low}–${band.high} 个）：${scenes.map(({ name, amount }) => `${name} ${money(amount, currency)}`).join('、')}。`,
  boardNames: BOARDS,
  boards: (boards) =>
    `录入的支出对照计划：${boards.map(({ name, share, target }) => `${name} ${percent(share)}（计划 ${percent(target)}）`).join('、')}。`,
  rpm: (currency, value) => `本月作品每千次播放收入 ${money(value, currency)}。`,
  roi: (value, range, weeks) =>
    `${whole(weeks)} 周的投入回报率：${signed(value)}${range ? `，大概在 ${signed(range.low)} 到 ${signed(range.high)} 之间` : '；周数太少，给不出范围'}。`,
  regressionShown: '支出的变化足以按类别比较：见收支页。',
  regressionRefused: (refusals) =>
    `还看不出回报和哪种支出有关：${refusals
      .map((refusal) => {
        const boards = 'boards' in refusal ? refusal.boards.map((board) => BOARDS[board]).join('、') : '';
        if (refusal.why === 'weeks') return `需要 ${whole(refusal.need)} 周的记录，现有 ${whole(refusal.have)} 周`;
        if (refusal.why === 'constant') return `${boards}的支出太平稳`;
        if (refusal.why === 'parallel') return `${boards}的支出同涨同落`;
        return refusal.why === 'revenue' ? '还没有录入收入' : '还没有录入支出';
      })
      .join('；')}。`,
  noMoney: '这一期没有录入收支。',

  indicatorEarlier: (of) => `还没有${month(of)}的指标：那个月结束之后没有看过后台。打开一次后台就能更新。`,
  monthRated: (of, mean, items, note) =>
    [
      mean === null ? `${month(of)}你没有评分。` : `你给${month(of)}打了 ${mean.toFixed(1)} 分（满分 5 分，${items} 项）。`,
      note.trim() === '' ? '' : `你的笔记：${note.trim()}`,
    ].join(''),

  quadrants: { strength: '优势', weakness: '短板', opportunity: '机会', threat: '风险' },
  swot: (quadrant, text) => `${quadrant}。${text}`,
  noteKinds: {
    competitor: '竞品',
    positioning: '定位',
    userResearch: '用户调研',
    complaint: '投诉',
    technology: '技术',
    users: '用户',
    policy: '政策',
    competition: '竞争',
  },
  note: (kind, at, text, where, times) =>
    `${kind}，${day(at)}：${text}${where === '' && times === null ? '' : `（${[where, times === null ? '' : `见到 ${whole(times)} 次`].filter(Boolean).join('，')}）`}`,
  channelNames: { comments: '评论', messages: '私信', community: '社群', live: '直播' },
  channel: (name, received, answered, perHour) =>
    `${name}（自己统计，最近三个有记录的月）：${[
      received === null ? '收到多少未统计' : `收到 ${whole(received)} 条`,
      answered === null ? '' : `回复 ${percent(answered)}`,
      perHour === null ? '' : `每小时带来 ${figure(perHour)} 个结果`,
    ]
      .filter(Boolean)
      .join('，')}`,
  registerKinds: { training: '培训', audit: '查账', insurance: '保险' },
  register: (kind, title, at, renew) => `${kind}“${title}”，${day(at)}${renew === null ? '' : `；下次不晚于${day(renew)}`}。`,
  suggestion: (title, action) => `${title.replace(/[.。]$/, '')}：${action}`,
};

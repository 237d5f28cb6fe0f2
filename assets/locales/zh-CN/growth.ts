import { daysIn } from '../days';
import type { growth as en } from '../en/growth';
import { ofHundred } from '../of-hundred';

const { day, month } = daysIn('zh-CN');
const percent = (share: number) => `${Math.round(share * 100)}%`;
const signed = (share: number) => {
  const whole = Math.round(Math.abs(share) * 100);
  return whole === 0 ? '0%' : `${share > 0 ? '+' : '−'}${whole}%`;
};
const whole = (value: number) => Math.round(value).toLocaleString('zh-CN');
/** Early figures are small: a factor above ten is not known more closely than that. */
const times = (value: number) => (value > 10 ? ' 10 倍以上' : `约 ${value.toFixed(1)} 倍`);
const quote = (text: string) => `“${text}”`;
/** Small shares keep a digit: 0.9% is not 1%. */
const oneDigit = (share: number) => `${Number((100 * share).toPrecision(share < 0.1 ? 1 : 2))}%`;

const ranked = { followersLost: '掉粉最多', followersGained: '涨粉最少', outcome: '表现最弱' };

const stages = { production: '制作', distribution: '分发', interaction: '互动', conversion: '转化' };

const naturalOf = { sources: '播放来源里', posts: '作品带来的新粉丝里', baseline: '新增的粉丝里' };

export const growth: typeof en = {
  stages,
  metrics: {
    views: '播放量',
    impressions: '曝光量',
    reach: '触达人数',
    viewers: '观看人数',
    likes: '点赞',
    comments: '评论',
    saves: '收藏',
    shares: '分享',
    reposts: '转发',
    interactions: '互动量',
    followersGained: '涨粉',
    profileVisits: '主页访问',
    linkClicks: '链接点击',
    clickThroughRate: '点击率',
    completionRate: '完播率',
    completionRate5s: '5 秒完播率',
    exitRate2s: '2 秒跳出率',
    exitRate3s: '3 秒跳出率',
    averageViewedShare: '平均观看比例',
    stayedToWatchRate: '留下观看的比例',
    averageWatchSeconds: '平均观看时长',
    planned: '计划中的作品',
    drafts: '草稿',
    ratingTopic: '你对选题的评分',
    ratingScript: '你对脚本的评分',
    ratingMaking: '你对制作的评分',
  },

  missingPosts: (have, need) => `有这些数据的作品 ${have} 条，需要 ${need} 条。`,
  missingStage: {
    production: '请在作品列表里给选题、脚本、制作打分（1–5），并在平台后台打开一次草稿箱。',
    distribution: '请打开列出每条作品播放量或曝光量的页面。',
    interaction: '请打开列出每条作品点赞、评论、收藏、分享的页面。',
    conversion: '请打开显示每条作品涨粉、主页访问或链接点击的页面。',
  },
  missingFollowers: (looks) => `看过 ${looks} 次粉丝数，需要相隔一周以上的两次。请打开显示粉丝数的页面。`,
  missingRounded: '页面上的粉丝数取整太粗，看不出变化。请打开显示准确数字的页面。',
  missingBoosted: '还没有作品标为付费推广。请标出你花钱推广的作品，否则分不清哪些增长是买来的。',
  missingGained: '还不知道每条作品的涨粉。请打开单条作品的数据页。',
  missingSources: '还没有看到流量来源的页面。请打开数据中心里的观众或流量页。',
  missingDepth: '还不知道足够多作品的点赞，以及评论或收藏。请打开列出它们的页面。',
  missingFirstDay: (have, need) => `发布当天和之后都看过的作品有 ${have} 条，需要 ${need} 条。请在发布后第二天看一下作品数据。`,
  missingComments: (have, need) =>
    `单条作品的评论太少：发布当天通常${have === 0 ? '没有评论' : `只有 ${have} 条`}，要 ${need} 条才能把评论率的高低和偶然分开。结尾提一个问题，评论会多一些。`,
  missingDifference:
    '各条作品的评论率几乎只有偶然的差别，看不出什么。评论再多一些，或者一部分作品请观众评论、一部分不请，才能比较。',
  missingLayers: '还没有页面区分新观众和老观众。请打开数据中心里的观众页。',
  missingCompletion: (have, need) => `知道完播率的作品有 ${have} 条，需要 ${need} 条。请打开单条作品的数据页。`,
  missingSteps: '没有后台显示这一项。请自己数一数从看到作品到下单要几步，填在下面。',
  missingAudience: '没有见过受众的年龄、性别或地区数据。请打开后台的受众页，或导入它的导出文件。',
  missingWanted: '你还没有说想要什么样的受众。请填在表格的“想要”一栏。',
  missingOutlook: (have, need, days) =>
    days
      ? `最近 56 天里，粉丝数只覆盖了 ${have} 天，需要 ${need} 天。请每周看一次粉丝数。`
      : `最近 56 天里有这项数据的作品是 ${have} 条，需要 ${need} 条。`,
  missingMonths: (have, need) => `之前有数据的月份有 ${have} 个，需要 ${need} 个作为基准。`,
  missingMeasure: {
    netFollowers: '净涨粉：请在每个月初看一次粉丝数。',
    medianReach: '常见播放：一个月里要有四条发布够久、读到数据的作品；发布一周后再打开一次作品列表。',
    revenue: '收入：到“计划 → 收支”录入，并选上这个账号。',
    engagementRate: '互动率：缺播放量、点赞或评论数，一个月里要有四条；请打开列出每条作品这些数据的页面。',
    saveRate: '收藏率：缺播放量或收藏数，一个月里要有四条；请打开列出每条作品收藏的页面。',
    completionRate: '完播率：一个月里要有四条作品显示它；请打开单条作品的数据页。',
    cadence: '更新节奏：已知的作品不够早，缺之前的月份；请打开作品列表，往前多滚动一些。',
    replyRate: '回复率：你在计划里记的回复数是所有账号合计，不能算到单个账号上。',
    ratings: '作品自评：请给这个月作品的选题、脚本、制作打分。',
    monthRating: '月度自评：填在下面的“你自己对这个月的评价”里。',
  },

  stagesUnknown: '数据太少，四个环节还无法和之前比较。',
  stagesEven: '没有哪个环节明显比之前弱。',
  stronger: (stage, change) => `${stages[stage]}明显比之前强（${signed(change)}），其他环节没有明显变弱。`,
  weakest: (stage, change) => `${stages[stage]}明显比之前弱（${signed(change)}），先从这里着手。`,
  followersUnknown: '还不知道粉丝的变化。',
  followers: (net, share, from, to) =>
    `${day(from)}到${day(to)}，粉丝 ${net >= 0 ? '+' : '−'}${whole(Math.abs(net))} 人（${signed(share)}）。`,
  naturalUnknown: '还不知道增长里有多少是付费得来的。',
  natural: (share, low, high, target, method) =>
    `${naturalOf[method]}，自然（非推广）的占 ${percent(share)}${method === 'baseline' ? `（${percent(low)} 到 ${percent(high)} 之间）` : ''}，计划至少 ${percent(target)}。`,
  depthUnknown: '还不知道互动的深度。',
  depth: (basic, deep, names, coCreation) => {
    const [likes, deeper, shared] = ofHundred([basic, deep, coCreation ?? 0]);
    return (
      `每 100 次已知的互动中，大约点赞 ${likes} 次，${names.map((name) => ({ comments: '评论', saves: '收藏' })[name]).join('和')} ${deeper} 次` +
      (coCreation === null ? '，分享数不知道。' : `，分享 ${shared} 次。`)
    );
  },
  elasticityUnknown: '还不知道评论更多会带来什么。',
  elasticity: (value, low, high, claimed) => {
    const more = (slope: number) => oneDigit(1.1 ** slope - 1);
    return (
      (low > 0 || high < 0
        ? `第一天评论率高 10% 的作品，之后的增长约${value > 0 ? '多' : '少'} ${more(Math.abs(value))}。`
        : '第一天评论多的作品，之后不见得涨得更快。') +
      (high < claimed ? `计划设想的是多 ${more(claimed)}，你的作品里看不到这么大的差别。` : `计划设想的是多 ${more(claimed)}。`)
    );
  },
  trafficUnknown: '还不知道播放从哪里来。',
  traffic: (parts, at) => `${day(at)}：${parts.map(([name, share]) => `${name} ${percent(share)}`).join('，')}。`,
  sources: { recommended: '推荐', followers: '粉丝', search: '搜索', paid: '付费', other: '其他' },
  layersUnknown: '还不知道有多少观众会再来看。',
  layers: (returning) => `观众中有 ${percent(returning)} 是再次来看的，其余是新来的。`,
  audienceUnknown: '还不知道你的受众和你想要的受众有多接近。',
  audience: (match) => `你的受众和你想要的受众有 ${percent(match)} 相近。`,
  concentrationUnknown: '作品太少，还看不出有多依赖单条作品。',
  concentration: (topShare, median, mean, figure, n) =>
    `近期发布够久的 ${n} 条作品里，最好的一条占${figure ?? '数据'}合计的 ${percent(topShare)}。常见的一条${figure ?? '数据'}是 ${whole(median)}；平均 ${whole(mean)}${mean > 2 * median ? ' 是被少数几条拉高的，会让人期望过高' : '，与此相近'}。`,

  surge: (title, factor) => `${quote(title)}涨得快，是你的作品发布同样久时的${times(factor)}。`,
  slump: (title, factor) => `${quote(title)}比你的作品发布同样久时涨得慢，平时是它的${times(factor)}。`,
  correction: (title) => `平台收回了${quote(title)}的部分数据。`,
  levelUp: '最近的作品比之前的好，超出了偶然的范围。',
  levelDown: '最近的作品比之前的弱，超出了偶然的范围。',
  gap: (days) => `有 ${days} 天没有读到数据。期间发生了什么不知道，因此不下结论。`,
  untitled: '没有标题的作品',

  cards: {
    qualityShare: (share, n, target, benchmark, open) =>
      share === null
        ? '知道完播率的作品太少。'
        : `${n} 条作品中，${share === 0 ? `没有一条的完播率达到 ${percent(target)}` : `完播率达到 ${percent(target)} 的占 ${percent(share)}`}；计划希望至少 ${percent(benchmark)} 的作品达到${open ? `，${n} 条还说不准是高是低` : ''}。`,
    completionRate: (own, n, benchmark, target) =>
      own === null
        ? '知道完播率的作品太少。'
        : `最近 ${n} 条作品的常见完播率是 ${percent(own)}；计划的目标是 ${percent(target)}（模板按 ${percent(benchmark)} 起算）。`,
    stepsToConvert: (own, benchmark) =>
      own === null
        ? `还不知道从看到作品到下单要几步。计划认为 ${benchmark} 步及以上太多。`
        : `按你自己数的，从看到作品到下单要 ${own} 步；计划认为 ${benchmark} 步及以上太多。`,
    accountLife: (months, low, high) =>
      months === null
        ? '没有带日期的作品。'
        : `已知的作品跨越${months < 1.5 ? '约一个月' : ` ${whole(months)} 个月`}；计划的模板按 ${low} 个月、经营得好按 ${high} 个月估算，和你的账号无关。`,
  },
  kpiUnknown: '数据还不够，月度指标还算不出来。',
  kpi: (of, value) => `${month(of)}的月度指标：100 分中得 ${Math.round(value * 100)} 分，0 是之前几个月的水平，100 是计划目标。`,
  kpiNames: {
    netFollowers: '净涨粉',
    medianReach: '常见播放',
    revenue: '收入',
    engagementRate: '互动率',
    saveRate: '收藏率',
    completionRate: '完播率',
    cadence: '发布条数',
    ratings: '作品自评',
    monthRating: '月度自评',
  },

  swot: {
    inPlan: '作品类型符合计划。',
    natural: (share, method) => `${naturalOf[method]}，自然（非推广）的占 ${percent(share)}。`,
    trying: (topics) => `还没有定论、值得试的：${topics.map(quote).join('、')}。`,
    season: (label, from, days) => `离${label}还有 ${days} 天（${day(from)}），提前安排一条。`,
    red: (n) => `有 ${n} 条作品检查为红灯。`,
    yellow: (n) => `有 ${n} 条作品检查为黄灯。`,
    concentration: (share) => `一条作品占了数据的 ${percent(share)}。`,
  },

  contrast: {
    between: '',
    weakest: (found, by) =>
      `${found.label}：${ranked[by]}的 ${found.group} 条里有 ${found.inGroup} 条，其余 ${found.others} 条里有 ${found.inOthers} 条。`,
    noneOfWeakest: (weak, others, by) =>
      `${ranked[by]}的 ${weak} 条与其余 ${others} 条相比，没有哪个主题、类型、时长、标题特征或话题明显更多。`,
    newest: (found) =>
      `${found.label}：最近 ${found.group} 条里有 ${found.inGroup} 条，之前 ${found.others} 条里有 ${found.inOthers} 条。`,
    asBefore: '没有哪个主题、类型、时长、标题特征或话题比之前明显变多或变少。',
    tooFewPosts: (need) =>
      `接下来两周每天看一次粉丝数，就能看出是哪天掉的；发布够久的作品满 ${need} 条后，这里会写出最弱的作品有什么共同点。`,
    watchFollowers: '目前看不出该避开什么。接下来两周每天看一次粉丝数，掉粉的那天就能和当天的作品对上。',
    tryWithout: (more, fewer) =>
      `${[more === null ? '' : `接下来五条先不做这样的（${more}）`, fewer === null ? '' : `给其中两条加上其余作品常有的做法（${fewer}）`].filter(Boolean).join('，')}，看看还掉不掉粉。同时出现不等于就是原因。`,
    goBack: (more, fewer) =>
      `${[fewer === null ? '' : `接下来五条里做三条和之前一样的（${fewer}）`, more === null ? '' : `最近才多起来的最多做一条（${more}）`].filter(Boolean).join('，')}，看看能不能恢复。同时发生的变化不等于就是原因。`,
    keep: (more, fewer) =>
      `${[more === null ? '' : `接下来五条继续这样做（${more}）`, fewer === null ? '' : `继续少做这样的（${fewer}）`].filter(Boolean).join('，')}，看看是否依然如此。`,
    keepOn: '接下来五条保持现在的配比。',
    lookOutside: '从作品里看不出原因。接下来五条保持现在的配比，并打开一次流量来源页，看看是不是有一个来源变少了。',
    sideBySide: (best, weakest) =>
      `把播放最多的${best.map(quote).join('、')}和播放最少的${weakest.map(quote).join('、')}的标题、封面放在一起比，接下来两条改一处。`,
  },
  suggestStage: (statement, stage, contrast) => ({
    title: `先看${stages[stage]}`,
    why: contrast && stage === 'distribution' ? `${statement}${contrast.statement}` : statement,
    action: {
      production: '接下来五条在发布前给选题、脚本、制作打分，低于 3 分的再改。',
      distribution: contrast?.action ?? '',
      interaction: '接下来三条的结尾提一个几个字就能回答的问题。',
      conversion: '接下来三条里各说一次，为什么值得关注你。',
    }[stage],
  }),
  suggestFollowers: (statement, contrast) => ({
    title: '最近四周掉粉了',
    why: `${statement}${contrast?.statement ?? ''}`,
    action: contrast?.action ?? '',
  }),
  suggestNatural: (statement) => ({
    title: '自然增长低于计划',
    why: statement,
    action: '暂停推广两周作比较，把预算留给不推广也做得好的主题。',
  }),
  suggestConcentration: (statement, title) => ({
    title: '按常见的作品判断，不按那一条爆款',
    why: statement,
    action: `接下来五条里给${quote(title)}做两条后续，再和常见的作品比较。`,
  }),
  suggestSurge: (statement, title) => ({
    title: `${quote(title)}正在起量`,
    why: statement,
    action: '现在去回复评论、置顶最好的一条，两天内准备后续。',
  }),
  suggestSlump: (statement, title) => ({
    title: `${quote(title)}比平时慢`,
    why: statement,
    action: '看看标题、封面和检查结果；没有问题就不用管它。',
  }),
  suggestLevel: (up, statement, contrast) => ({
    title: up ? '最近有些做法更有效' : '最近有些做法变差了',
    why: `${statement}${contrast?.statement ?? ''}`,
    action: contrast?.action ?? '',
  }),
  suggestGap: (statement) => ({
    title: '再看一次你的后台',
    why: statement,
    action: '打开一次作品列表，把最近的作品滚动看一遍。',
  }),
  suggestSeason: (label, from, days) => ({
    title: `离${label}还有 ${days} 天`,
    why: `${day(from)}开始。前后的数据会把它考虑进去再比较。`,
    action: '为它安排一条作品，或者记下这次不做。',
  }),

  seasons: {
    springFestival: '春节',
    lanternFestival: '元宵节',
    womensDay: '妇女节',
    consumerDay: '3·15 消费者权益日',
    qingming: '清明节',
    labourDay: '五一假期',
    day520: '520',
    childrensDay: '儿童节',
    dragonBoat: '端午节',
    gaokao: '高考',
    sale618: '618',
    qixi: '七夕',
    backToSchoolCN: '开学季',
    teachersDay: '教师节',
    midAutumn: '中秋节',
    nationalDay: '国庆假期',
    double11: '双十一',
    double12: '双十二',
    newYear: '跨年',
    valentines: '情人节',
    easter: '复活节',
    mothersDayUK: '英国母亲节',
    mothersDay: '母亲节',
    fathersDay: '父亲节',
    independenceDay: '美国独立日',
    backToSchool: '开学季',
    halloween: '万圣节',
    thanksgiving: '感恩节',
    blackFriday: '黑色星期五到网络星期一',
    christmas: '圣诞节',
  },
};

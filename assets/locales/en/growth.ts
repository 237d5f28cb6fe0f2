/** Growth of the account: stages, followers, anomalies, diagnosis, monthly indicator, positioning, seasons. */
import { daysIn } from '../days';
import { ofHundred } from '../of-hundred';

const { day, month } = daysIn('en');
const posts = (n: number) => `${n} ${n === 1 ? 'post' : 'posts'}`;
const percent = (share: number) => `${Math.round(share * 100)}%`;
const signed = (share: number) => {
  const whole = Math.round(Math.abs(share) * 100);
  return whole === 0 ? '0%' : `${share > 0 ? '+' : '−'}${whole}%`;
};
const whole = (value: number) => Math.round(value).toLocaleString('en');
/** Early figures are small: a factor above ten is not known more closely than that. */
const times = (value: number) => (value > 10 ? 'more than 10' : `about ${value.toFixed(1)}`);
const quote = (text: string) => `“${text}”`;
/** Small shares keep a digit: 0.9% is not 1%. */
const oneDigit = (share: number) => `${Number((100 * share).toPrecision(share < 0.1 ? 1 : 2))}%`;

const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);
interface Difference {
  label: string;
  inGroup: number;
  group: number;
  inOthers: number;
  others: number;
}
type Ranked = 'followersLost' | 'followersGained' | 'outcome';
const ranked: Record<Ranked, string> = {
  followersLost: 'that lost most followers',
  followersGained: 'that gained fewest followers',
  outcome: 'that did least well',
};

const stages = { production: 'Production', distribution: 'Distribution', interaction: 'Interaction', conversion: 'Conversion' };

const naturalOf = { sources: 'your views', posts: 'the followers your posts gained', baseline: 'the followers you gained' };

export const growth = {
  stages,
  metrics: {
    views: 'views',
    impressions: 'impressions',
    reach: 'reach',
    viewers: 'viewers',
    likes: 'likes',
    comments: 'comments',
    saves: 'saves',
    shares: 'shares',
    reposts: 'reposts',
    interactions: 'interactions',
    followersGained: 'new followers',
    profileVisits: 'profile visits',
    linkClicks: 'link clicks',
    clickThroughRate: 'click-through rate',
    completionRate: 'completion rate',
    completionRate5s: 'share watching at 5 s',
    exitRate2s: 'share leaving within 2 s',
    exitRate3s: 'share leaving within 3 s',
    averageViewedShare: 'average share watched',
    stayedToWatchRate: 'share that stayed to watch',
    averageWatchSeconds: 'average watch time',
    planned: 'planned posts',
    drafts: 'drafts',
    ratingTopic: 'your rating of topics',
    ratingScript: 'your rating of scripts',
    ratingMaking: 'your rating of the making',
  } as Record<string, string>,

  missingPosts: (have: number, need: number) => `${posts(have)} with these figures; ${need} are needed.`,
  missingStage: {
    production:
      'Rate topic, script and making of your posts (1–5) in the post list, and open the list of your drafts on the platform once.',
    distribution: 'Open the page that lists views or impressions for each post.',
    interaction: 'Open the page that lists likes, comments, saves and shares for each post.',
    conversion: 'Open the page that shows new followers, profile visits or link clicks for each post.',
  },
  missingFollowers: (looks: number) =>
    `${looks} ${looks === 1 ? 'look' : 'looks'} at your follower count; two at least a week apart are needed. Open the page that shows it.`,
  missingRounded: 'The page rounds your follower count more coarsely than it changed. Open a page that shows it exactly.',
  missingBoosted:
    'No post is marked as promoted. Mark the posts you paid the platform to show; without that paid growth cannot be told from the rest.',
  missingGained: 'New followers per post are not known. Open the page with the figures of single posts.',
  missingSources: 'No page with traffic sources was seen. Open the audience or traffic page of your dashboard.',
  missingDepth: 'Likes and comments or saves are not known for enough posts. Open the page that lists them.',
  missingFirstDay: (have: number, need: number) =>
    `${posts(have)} were seen on their first day and again later; ${need} are needed. Look at your posts the day after posting.`,
  missingComments: (have: number, need: number) =>
    `Too few comments per post: usually ${have === 0 ? 'none' : have} on the first day, where ${need} are needed to tell a post’s comment rate from chance. A question at the end of a post brings more.`,
  missingDifference:
    'Your posts’ comment rates differ by little more than chance, so nothing can be read from them. It takes more comments per post, or posts that ask for comments beside posts that do not.',
  missingLayers: 'No page told new from returning viewers. Open the audience page of your dashboard.',
  missingCompletion: (have: number, need: number) =>
    `The completion rate is known for ${posts(have)}; ${need} are needed. Open the page with the figures of single posts.`,
  missingSteps: 'No dashboard shows this. Count the steps from seeing a post to buying yourself, and enter the number below.',
  missingAudience:
    'No page with the age, gender or region of your audience was seen. Open the audience page of your dashboard, or import its file.',
  missingWanted: 'You have not said which audience you want. Enter it in the tables, under “Wanted”.',
  missingOutlook: (have: number, need: number, days: boolean) =>
    days
      ? `Follower counts cover ${have} of the last 56 days; ${need} are needed. Look at the count once a week.`
      : `${posts(have)} with this figure in the last 56 days; ${need} are needed.`,
  missingMonths: (have: number, need: number) =>
    `${have} earlier ${have === 1 ? 'month has' : 'months have'} figures; ${need} are needed for a base.`,
  missingMeasure: {
    netFollowers: 'Net new followers: look at your follower count at the turn of each month.',
    medianReach:
      'Typical reach: it takes four posts of a month that are old enough and whose figures were read; open your post list again a week after posting.',
    revenue: 'Revenue: enter it in Plan → Money with this account chosen.',
    engagementRate:
      'Response rate: it takes views, likes and comments of four posts of a month; open the page that lists them for each post.',
    saveRate: 'Save rate: it takes views and saves of four posts of a month; open the page that lists them for each post.',
    completionRate:
      'Completion rate: it takes four posts of a month that show it; open the page with the figures of single posts.',
    cadence: 'Rhythm: the known posts do not reach back beyond the months before; scroll further back in your post list once.',
    replyRate: 'Reply rate: you log it for all accounts together, so it cannot be shown for one.',
    ratings: 'Your own ratings of posts: rate topic, script and making of this month’s posts.',
    monthRating: 'Your rating of the month: below, in “Your own judgement of the month”.',
  },

  stagesUnknown: 'Too few figures to compare the four stages with the time before.',
  stagesEven: 'None of the stages is clearly weaker than before.',
  stronger: (stage: keyof typeof stages, change: number) =>
    `${stages[stage]} is clearly stronger than before (${signed(change)}); none of the other stages is clearly weaker.`,
  weakest: (stage: keyof typeof stages, change: number) =>
    `${stages[stage]} is clearly weaker than before (${signed(change)}); start there.`,
  followersUnknown: 'How your followers develop is not known yet.',
  followers: (net: number, share: number, from: string, to: string) =>
    `${net >= 0 ? '+' : '−'}${whole(Math.abs(net))} followers (${signed(share)}) from ${day(from)} to ${day(to)}.`,
  naturalUnknown: 'Which part of the growth was paid for is not known.',
  natural: (share: number, low: number, high: number, target: number, method: keyof typeof naturalOf) =>
    `${percent(share)}${method === 'baseline' ? ` (between ${percent(low)} and ${percent(high)})` : ''} of ${naturalOf[method]} came naturally, without promotion; the plan wants at least ${percent(target)}.`,
  depthUnknown: 'How deep the interaction goes is not known yet.',
  depth: (basic: number, deep: number, names: readonly ('comments' | 'saves')[], coCreation: number | null) => {
    const [likes, deeper, shared] = ofHundred([basic, deep, coCreation ?? 0]);
    return (
      `Of 100 known interactions about ${likes} are likes, ${deeper} ${names.join(' or ')}` +
      (coCreation === null ? '; shares are not known.' : `, ${shared} shares.`)
    );
  },
  elasticityUnknown: 'What more comments bring you is not known yet.',
  /** Slopes of logs, and what the plan claims, as what a tenth more comments goes with. */
  elasticity: (value: number, low: number, high: number, claimed: number) => {
    const more = (slope: number) => oneDigit(1.1 ** slope - 1);
    return `${
      low > 0 || high < 0
        ? `Posts with 10% more comments per view on the first day grew about ${more(Math.abs(value))} ${value > 0 ? 'more' : 'less'} afterwards.`
        : 'Posts with more comments on the first day did not clearly grow faster afterwards.'
    } The plan assumes ${more(claimed)} more${high < claimed ? ', which is above what your posts show' : ''}.`;
  },
  trafficUnknown: 'Where your views come from is not known.',
  traffic: (parts: readonly [string, number][], at: string) =>
    `On ${day(at)}: ${parts.map(([name, share]) => `${name} ${percent(share)}`).join(', ')}.`,
  sources: { recommended: 'recommendation', followers: 'followers', search: 'search', paid: 'paid', other: 'other' },
  layersUnknown: 'How many of your viewers come back is not known.',
  layers: (returning: number) => `${percent(returning)} of your viewers came back; the rest were new.`,
  audienceUnknown: 'Not known yet: how close your audience comes to the one you want.',
  audience: (match: number) => `Your audience is ${percent(match)} like the one you want.`,
  concentrationUnknown: 'Too few posts to say how much hangs on single ones.',
  concentration: (topShare: number, median: number, mean: number, figure: string | null, n: number) =>
    `Of ${n} recent posts that are old enough to compare, the best made ${percent(topShare)} of the ${figure ?? 'figures'}. A typical one gets ${whole(median)}${figure === null ? '' : ` ${figure}`}; the average of ${whole(mean)} ${mean > 2 * median ? 'is pulled up by few posts and promises too much' : 'tells about the same'}.`,

  surge: (title: string, factor: number) =>
    `${quote(title)} grows faster: it has ${times(factor)} times what your posts usually have at that age.`,
  slump: (title: string, factor: number) =>
    `${quote(title)} grows slower: your posts usually have ${times(factor)} times as much at that age.`,
  correction: (title: string) => `The platform took figures of ${quote(title)} back.`,
  levelUp: 'Your newest posts do better than the ones before, more than chance would give.',
  levelDown: 'Your newest posts do worse than the ones before, more than chance would give.',
  gap: (days: number) =>
    `Nothing was captured for ${days} days. What happened in between is unknown, so nothing is concluded from it.`,
  untitled: 'a post without a title',

  cards: {
    qualityShare: (share: number | null, n: number, target: number, benchmark: number, open: boolean) =>
      share === null
        ? 'Completion rates are not known for enough posts.'
        : `${share === 0 ? `None of ${posts(n)} was` : `${percent(share)} of ${posts(n)} were`} watched to the end by at least ${percent(target)} of the viewers; the plan wants at least ${percent(benchmark)} of the posts there.${open ? ` ${posts(n)} cannot tell yet on which side of it you are.` : ''}`,
    completionRate: (own: number | null, n: number, benchmark: number, target: number) =>
      own === null
        ? 'The completion rate is not known for enough posts.'
        : `The typical completion rate of your newest ${posts(n)} is ${percent(own)}; the plan aims at ${percent(target)} (its template starts from ${percent(benchmark)}).`,
    stepsToConvert: (own: number | null, benchmark: number) =>
      own === null
        ? `Not known: how many steps it takes from seeing a post to buying. The plan calls ${benchmark} or more too many.`
        : `${own} ${own === 1 ? 'step' : 'steps'} from seeing a post to buying, by your own count; the plan calls ${benchmark} or more too many.`,
    accountLife: (months: number | null, low: number, high: number) =>
      months === null
        ? 'There is no dated post.'
        : `Your known posts reach back ${months < 1.5 ? 'about a month' : `${whole(months)} months`}; the plan’s template reckons with ${low} months, for a well-run account with ${high}. It says nothing about yours.`,
  },
  kpiUnknown: 'Too little is known yet to work out the monthly indicator.',
  kpi: (of: string, value: number) =>
    `Indicator of ${month(of)}: ${Math.round(value * 100)} of 100, where 0 is the level of the months before and 100 the plan’s target.`,
  kpiNames: {
    netFollowers: 'Net new followers',
    medianReach: 'Typical reach',
    revenue: 'Revenue',
    engagementRate: 'Response rate',
    saveRate: 'Save rate',
    completionRate: 'Completion rate',
    cadence: 'Posts made',
    ratings: 'Your ratings of posts',
    monthRating: 'Your rating of the month',
  } as Record<string, string>,

  swot: {
    inPlan: 'Your kinds of posts follow the plan.',
    natural: (share: number, method: keyof typeof naturalOf) =>
      `${percent(share)} of ${naturalOf[method]} came naturally, without promotion.`,
    trying: (topics: readonly string[]) => `Not settled yet and worth trying: ${topics.map(quote).join(', ')}.`,
    season: (label: string, from: string, days: number) =>
      `${label} begins in ${days} ${days === 1 ? 'day' : 'days'} (${day(from)}): plan a post for it in time.`,
    red: (n: number) => `${posts(n)} with a red finding.`,
    yellow: (n: number) => `${posts(n)} with a yellow finding.`,
    concentration: (share: number) => `One post makes ${percent(share)} of your figures.`,
  },

  contrast: {
    between: ' ',
    weakest: (found: Difference, by: Ranked) =>
      `${found.label}: ${found.inGroup} of the ${found.group} posts ${ranked[by]}, ${found.inOthers} of the other ${found.others}.`,
    noneOfWeakest: (weak: number, others: number, by: Ranked) =>
      `No topic, kind, length, title trait or tag is clearly more common among the ${weak} posts ${ranked[by]} than among the other ${others}.`,
    newest: (found: Difference) =>
      `${found.label}: ${found.inGroup} of the newest ${found.group}, ${found.inOthers} of the ${found.others} before.`,
    asBefore: 'No topic, kind, length, title trait or tag is clearly more or less common than before.',
    tooFewPosts: (need: number) =>
      `Look at your follower count every day for two weeks, so that the day of a loss shows; from ${need} posts that are old enough on, this page says what the weakest have in common.`,
    watchFollowers:
      'Nothing stands out that you should leave out. Look at your follower count every day for two weeks: then a loss can be put beside the posts of that day.',
    tryWithout: (more: string | null, fewer: string | null) =>
      `${[more === null ? '' : `Make none of the next five posts like that (${lower(more)})`, fewer === null ? '' : `${more === null ? 'Give' : 'give'} two of the next five what the others had (${lower(fewer)})`].filter(Boolean).join(', ')}, and see whether the losses stop. What came together need not be the cause.`,
    goBack: (more: string | null, fewer: string | null) =>
      `${[fewer === null ? '' : `Let three of the next five posts be as before (${lower(fewer)})`, more === null ? '' : `${fewer === null ? 'Make' : 'make'} at most one of the newer sort (${lower(more)})`].filter(Boolean).join(', ')}, and see whether it recovers. What changed at the same time need not be the cause.`,
    keep: (more: string | null, fewer: string | null) =>
      `${[more === null ? '' : `Keep this for the next five posts (${lower(more)})`, fewer === null ? '' : `${more === null ? 'Keep' : 'keep'} leaving this out (${lower(fewer)})`].filter(Boolean).join(', ')}, and see whether it holds.`,
    keepOn: 'Keep your mix as it is for the next five posts.',
    lookOutside:
      'Your posts do not explain it. Keep your mix for the next five posts, and open the page of traffic sources once: it shows whether one of them fell away.',
    sideBySide: (best: readonly string[], weakest: readonly string[]) =>
      `Lay the covers and titles of ${list(best.map(quote))} (reached most) beside ${list(weakest.map(quote))} (reached least), and change one thing in the next two.`,
  },
  suggestStage: (statement: string, stage: keyof typeof stages, contrast: { statement: string; action: string } | null) => ({
    title: `Look at ${stages[stage].toLowerCase()} first`,
    why: contrast && stage === 'distribution' ? `${statement} ${contrast.statement}` : statement,
    action: {
      production: 'Rate your next five posts (topic, script, making) before posting, and rework what is below 3.',
      distribution: contrast?.action ?? '',
      interaction: 'End the next three posts with one question that your viewers can answer in a few words.',
      conversion: 'Say in the next three posts, once, why following is worth it.',
    }[stage],
  }),
  suggestFollowers: (statement: string, contrast: { statement: string; action: string } | null) => ({
    title: 'You lost followers in the last four weeks',
    why: [statement, contrast?.statement].filter(Boolean).join(' '),
    action: contrast?.action ?? '',
  }),
  suggestNatural: (statement: string) => ({
    title: 'Less natural growth than planned',
    why: statement,
    action: 'Pause promotion for two weeks and compare; spend it on the topics that do well without it.',
  }),
  suggestConcentration: (statement: string, title: string) => ({
    title: 'Judge by your typical post, not by the one hit',
    why: statement,
    action: `Make two follow-ups to ${quote(title)} within the next five posts, and compare them with your typical post.`,
  }),
  suggestSurge: (statement: string, title: string) => ({
    title: `${quote(title)} is taking off`,
    why: statement,
    action: 'Answer its comments now, pin the best one, and prepare a follow-up within two days.',
  }),
  suggestSlump: (statement: string, title: string) => ({
    title: `${quote(title)} is slower than usual`,
    why: statement,
    action: 'Check its title, cover and findings; if nothing is wrong, leave it and go on.',
  }),
  suggestLevel: (up: boolean, statement: string, contrast: { statement: string; action: string } | null) => ({
    title: up ? 'Something works better lately' : 'Something works worse lately',
    why: [statement, contrast?.statement].filter(Boolean).join(' '),
    action: contrast?.action ?? '',
  }),
  suggestGap: (statement: string) => ({
    title: 'Look through your dashboard again',
    why: statement,
    action: 'Open your post list once and scroll through the newest posts.',
  }),
  suggestSeason: (label: string, from: string, days: number) => ({
    title: `${label} begins in ${days} days`,
    why: `It begins on ${day(from)}. Figures around it are compared with that in mind.`,
    action: 'Plan one post for it, or note that you leave it out.',
  }),

  seasons: {
    springFestival: 'Spring Festival',
    lanternFestival: 'Lantern Festival',
    womensDay: 'Women’s Day',
    consumerDay: 'Consumer Rights Day',
    qingming: 'Qingming',
    labourDay: 'Labour Day holiday',
    day520: 'May 20 (520)',
    childrensDay: 'Children’s Day',
    dragonBoat: 'Dragon Boat Festival',
    gaokao: 'Gaokao',
    sale618: '6.18 sale',
    qixi: 'Qixi',
    backToSchoolCN: 'Back to school',
    teachersDay: 'Teachers’ Day',
    midAutumn: 'Mid-Autumn Festival',
    nationalDay: 'National Day holiday',
    double11: '11.11 sale',
    double12: '12.12 sale',
    newYear: 'Turn of the year',
    valentines: 'Valentine’s Day',
    easter: 'Easter',
    mothersDayUK: 'Mothering Sunday',
    mothersDay: 'Mother’s Day',
    fathersDay: 'Father’s Day',
    independenceDay: 'Independence Day',
    backToSchool: 'Back to school',
    halloween: 'Halloween',
    thanksgiving: 'Thanksgiving',
    blackFriday: 'Black Friday to Cyber Monday',
    christmas: 'Christmas',
  } as Record<string, string>,
};

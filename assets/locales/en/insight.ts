/** Content mix, score and growth on the screen. Fetched with these views. What the engine says in sentences stands in mix, score and growth. */
const posts = (n: string) => `${n} ${n === '1' ? 'post' : 'posts'}`;
type Words = Record<string, string>;

export const insight = {
  whyOf: (summary: string, of: string) => `${summary}: ${of}`,
  showPosts: (count: string) => `Show the ${count} behind it`,
  inputs: 'What went in',
  input: 'Figure',
  value: 'Value',
  tooFew: 'too few posts',
  save: 'Save',
  month: 'Month',

  more: 'More in the workbench',

  // Content mix
  takeOver: 'Take it over',
  habitDiffers: 'Over a longer time, too, you post other kinds than planned.',
  againstPlan: 'Against your plan',
  roles: { flagship: 'flagship', supporting: 'supporting', other: 'other' },
  whyUnknown: 'Why this is not known',
  /** On the page that lists it. */
  kpiMissing: 'The monthly indicator cannot be worked out yet. What is missing stands below.',
  pillarHead: ['Topic', 'Posts', 'Result against your usual'],
  zoneOf: (topic: string) => `${topic}: you decide`,
  byEvidence: 'Figures decide',
  always: (zone: string) => zone,
  nextTen: 'Your next ten posts could be',
  nextZones: { stable: 'usual', experiment: 'try' },
  somethingNew: 'something new',
  experiments: (n: string, low: string, high: string) =>
    `${n === '0' ? 'No post' : n === '1' ? '1 post' : `${n} posts`} tried something new in the last 30 days; the plan says ${low} to ${high} a month.`,
  better: (chance: string) => `${chance} chance of being above your average`,
  candidate: (zone: string) => `moves to “${zone}” if the next look agrees`,
  /** A label beside its bar, under a heading that says what is compared. */
  inChart: (label: string) => label.replace(/^Posts (on|tagged) /, ''),
  retest: (day: string) => `worth another try from ${day}`,
  habit: (low: string, high: string) => `From these posts alone, your usual share is likely between ${low} and ${high}.`,
  effectiveTopics: (n: string) => `In effect, as if you posted about ${n} topics equally often.`,
  paidViews: (share: string) => `They made ${share} of the views.`,
  trust: 'Trust',
  unevenness: (value: number): string =>
    value < 0.35
      ? 'Your posts come at very even intervals.'
      : value < 0.9
        ? 'Your posts come at fairly even intervals.'
        : 'Your posts come in bursts with long pauses between.',
  keywords: 'Words and tags you use',
  termClasses: { core: 'All the time', longTail: 'Now and then', hot: 'For a short while' },
  termClass: (name: string, count: string, share: string | null) =>
    `${name}: ${count}${share === null ? '' : ` · in ${share} of your posts`}`,
  termHead: ['Word or tag', 'Posts', 'Result against posts without'],
  allTerms: (count: string) => `Show all ${count}`,
  series: 'Series in your titles',
  seriesFound: (n: number, count: string) =>
    n === 1 ? 'One pattern that several titles share.' : `${count} patterns that several titles share.`,
  seriesUnlabelled: (n: string) => `${n} without a label`,
  opening: 'The opening',

  // Score
  score: 'Score',
  accountScore: 'Score of the account',
  noScore: {
    title: 'No score yet',
    text: 'A score compares each post with your own others of the same age. It begins with 12 posts that are old enough.',
  },
  ofHundred: 'of 100',
  ownMiddle: (total: string | null) =>
    `In response and quality 50 is the middle of your own posts; rhythm goes by your plan.${total === null ? '' : ` The middle of your posts’ totals is ${total}.`} Nobody else is in this comparison.`,
  partHead: ['Part', 'Score', 'Weight'],
  parts: { engagement: 'Response', quality: 'Quality', audience: 'Right audience', frequency: 'Rhythm' },
  honesty: 'Has this score predicted anything for you?',
  correlation: (value: string, low: string, high: string) =>
    `How far the order of the scores is the order of the results: ${value} (between ${low} and ${high}; 0 is not at all, 1 is entirely).`,
  postScores: 'Score of each post',
  provisional: (age: string) => `compared at ${age}`,
  scoreOf: (low: string, high: string) => `Likely ${low} to ${high}`,
  hiddenScore: (share: string) => `No total yet: only ${share} of it is known`,
  geometric: (value: string) => `${value} if a weak part may not be made up for by a strong one (geometric mean).`,
  rank: (best: string, worst: string, of: string) =>
    best === worst
      ? `Place ${best} of ${of}, also with somewhat different weights.`
      : `With somewhat different weights it would be anywhere from place ${best} to ${worst} of ${of}.`,
  measures: 'Measures behind the parts',
  measureHead: ['Measure', 'Place among your own posts, 0–100'],

  // Overview
  noGrowth: {
    title: 'Nothing to look at yet',
    text: 'Once posts of this account are captured or imported, this shows where it stands.',
  },
  stagesTitle: 'From making to following: four stages',
  stagesNote:
    'Typical values of your newest posts at equal age, and how they differ from as many posts before. Responses and new followers are compared per view, so that a change of reach does not count twice.',
  stages: { production: 'Making', distribution: 'Reaching', interaction: 'Responding', conversion: 'Following' },
  weakest: 'Fell most, clearly',
  reasons: 'Why these numbers',
  change: (range: string) => `likely ${range} against the posts before`,
  /** What stands after a count, in languages that need it. */
  stageUnits: {
    views: '',
    impressions: '',
    reach: '',
    viewers: '',
    likes: '',
    comments: '',
    saves: '',
    shares: '',
    reposts: '',
    interactions: '',
    followersGained: '',
    profileVisits: '',
    linkClicks: '',
    planned: '',
    drafts: '',
  } as Partial<Record<string, string>>,
  stageMetrics: {
    views: 'Views',
    impressions: 'Impressions',
    reach: 'Reach',
    viewers: 'Viewers',
    clickThroughRate: 'Click-through rate',
    likes: 'Likes',
    comments: 'Comments',
    saves: 'Saves',
    shares: 'Shares',
    reposts: 'Reposts',
    interactions: 'Interactions',
    completionRate: 'Completion rate',
    completionRate5s: 'Watching at 5 s',
    exitRate2s: 'Leaving within 2 s',
    exitRate3s: 'Leaving within 3 s',
    averageViewedShare: 'Share watched',
    stayedToWatchRate: 'Stayed to watch',
    averageWatchSeconds: 'Watch time',
    followersGained: 'New followers',
    profileVisits: 'Profile visits',
    linkClicks: 'Link clicks',
    planned: 'Planned posts',
    drafts: 'Drafts',
    ratingTopic: 'Your rating: topic (1–5)',
    ratingScript: 'Your rating: script (1–5)',
    ratingMaking: 'Your rating: making (1–5)',
  } as Words,
  diagnosis: 'Against the plan’s benchmarks',
  diagnosisNote: 'The benchmarks come from a planning template, not from a study. Your own figures count for more.',
  cards: {
    qualityShare: 'Share of quality posts',
    completionRate: 'Completion rate',
    stepsToConvert: 'Steps to buying',
    accountLife: 'How long the account has run',
    naturalShare: 'Natural growth',
    commentElasticity: 'What comments bring',
    concentration: 'How much rests on single posts',
  },
  states: { good: 'Fine', attention: 'Look at this', open: 'Not clear yet', unknown: 'Not known' },
  unknownOnes: (n: string) => `Not known yet: ${n}`,
  steps: 'Steps from seeing a post to buying',
  stepsUnit: 'steps',
  anomalies: 'Out of the ordinary',
  noAnomalies: 'Nothing out of the ordinary in what was seen.',

  // Growth
  people: 'Who follows and who watches',
  followers: 'Followers',
  audience: 'Who watches',
  audienceKinds: { age: 'Age', gender: 'Gender', region: 'Region' },
  audienceHead: ['Group', 'Now', 'Wanted (%)'],
  wantedOf: (name: string) => `Wanted share of ${name}, in per cent`,
  madeOf: 'What the growth is made of',
  natural: 'Natural growth',
  traffic: 'Where views come from',
  trafficHead: ['Source', 'Share', 'Plan'],
  sources: { recommended: 'Recommendation', followers: 'Followers', search: 'Search', paid: 'Paid', other: 'Other' },
  depth: 'How deep the response goes',
  depthMonths: 'Comments, saves and shares out of all responses, by month',
  depthShare: 'Deeper than a like',
  elasticity: 'What comments bring',
  layers: 'Viewers who come back',
  layerHead: ['Group', 'Share'],
  concentration: 'How much rests on single posts',
  cadence: 'Rhythm of the last twelve weeks',
  cadenceOf: (c: {
    perWeek: number | null;
    longestGapDays: number | null;
    weeksWithAPost: number;
    weeks: number;
    daysSinceLast: number | null;
  }) =>
    c.perWeek === null
      ? 'Less than a week of history: no rhythm can be told yet.'
      : `${c.perWeek} posts a week, at least one in ${c.weeksWithAPost} of ${c.weeks} weeks; the longest pause was ${c.longestGapDays} days, the newest post is ${c.daysSinceLast} days old.`,
  kpi: 'Indicator of the month',
  kpiWeights: 'What counts how much',
  kpiTargets:
    'Each month’s targets come from your plan, not from the month before: new followers are a share of your count when the month begins; reach, revenue and most rates should be a step above the middle of the three months before.',
  kpiGroups: { core: 'followers, reach and revenue', auxiliary: 'rates and rhythm', qualitative: 'your own judgement' },
  kpiHead: ['Measure', 'Month', 'Before', 'Target', 'Done'],
  kpiNames: {
    netFollowers: 'Net new followers',
    medianReach: 'Typical reach',
    revenue: 'Revenue',
    engagementRate: 'Response rate',
    saveRate: 'Save rate',
    completionRate: 'Completion rate',
    cadence: 'Posts made',
    ratings: 'Your ratings of posts (1–5)',
    monthRating: 'Your rating of the month (1–5)',
  } as Words,
  asUsual: 'usual range',
  lowTarget: 'target below usual',
  belowBefore: 'less than before',
  notCounted: 'Not counted yet',
  /** A figure of the month with what it counts. */
  kpiFigures: {
    netFollowers: (value: string) => value,
    medianReach: (value: string) => value,
    cadence: (value: string) => value,
  } as Partial<Record<string, (value: string) => string>>,
  outlook: (month: string) => `How ${month} is going`,
  chances: { likely: 'Likely', open: 'Open', unlikely: 'Unlikely', unknown: 'Not known' },
  hardly: 'Unlikely this month',
  chance: (word: string, share: string) => `${word}: ${share}`,
  reached: 'Reached',
  reachedSoFar: 'Reached so far',
  stays: (share: string) => `Chance of still being there when the month ends: ${share}.`,
  andMore: (share: string) => `${share} or more`,
  /** A chance worked out from samples is never none and never certain. */
  atMost: (chance: number, share: (value: number) => string) =>
    chance < 0.01 ? `under ${share(0.01)}` : chance > 0.99 ? `over ${share(0.99)}` : share(chance),
  ahead: (soFar: string | null, target: string) =>
    soFar === null ? `Too little known of the month yet; target ${target}.` : `${soFar} so far, target ${target}.`,
  rating: 'Your own judgement of the month',
  ratingNote: 'Not only numbers count. Rate each month soon after it ends; what you do not rate takes no part.',
  anchors: (low: string, high: string) => `1: ${low} · 5: ${high}`,
  ratedItems: (n: string, of: string) => `${n} of ${of} rated.`,
  note: 'Note',
  editRubric: 'Change what is rated',
  newItem: 'New item',
  addItem: 'Add an item',
  rubricFields: { name: 'What is rated', low: 'What 1 means', high: 'What 5 means' },
  rubric: {
    useful: { name: 'Useful to viewers', low: 'not yet clear whom it helps', high: 'people wrote that they used it' },
    original: { name: 'Your own idea', low: 'seen elsewhere before', high: 'only you could have made it' },
    crafted: { name: 'Well made', low: 'sound, picture or text hindered', high: 'you would show it to a client' },
    onBrand: { name: 'Sounds like you', low: 'not yet recognisable as yours', high: 'recognised without the name' },
  } as Record<string, { name: string; low: string; high: string }>,
  swot: 'Strengths, weaknesses, opportunities, threats',
  swotNote: 'Filled in from the findings as a start. Take off what is wrong, add what only you know.',
  quadrants: { strength: 'Strengths', weakness: 'Weaknesses', opportunity: 'Opportunities', threat: 'Threats' },
  takeOff: (text: string) => `Take off: ${text}`,
  addTo: (quadrant: string) => `Add to ${quadrant}`,
  addEntry: 'Add your own …',
  add: 'Add',
  ownEntry: 'Your entry',
  bringBack: (n: string) => `Bring back what was taken off (${n})`,
  seasons: 'Coming up',
  seasonsNote: 'Figures around these days are compared with that in mind.',
  noSeasons: 'Nothing in the next three months.',
  markets: { CN: 'China', US: 'USA', UK: 'UK', EU: 'Europe' },

  // Figures of the plan
  figuresTitle: { mix: 'Change the planned shares', score: 'Change the weights', growth: 'Change the targets' },
  figuresNote: 'Defaults of a planning template. They are yours to change; every figure here follows.',
  usual: (value: string) => `usual: ${value}`,
  backToUsual: 'Back to the usual',
  presets: { ces: 'Xiaohongshu’s own weights (1 · 1 · 4 · 4 · 8)' },
  figures: {
    'kinds.knowledge': 'Knowledge',
    'kinds.experience': 'Experience',
    'kinds.emotion': 'Emotion',
    'kinds.interaction': 'Interaction',
    verticality: 'Share of the core topic',
    'commercial.low': 'Paid posts, at least',
    'commercial.high': 'Paid posts, at most',
    largestSensitiveShare: 'Sensitive posts, at most',
    stableShare: 'Proven posts (the rest is for tries)',
    'experimentsPerMonth.low': 'Tries a month, at least',
    'experimentsPerMonth.high': 'Tries a month, at most',
    postsPerWeek: 'Posts a week',
    'possibleHours.from': 'You can post from (hour)',
    'possibleHours.to': 'You can post until (hour)',
    'scoreWeights.engagement': 'Response',
    'scoreWeights.quality': 'Quality',
    'scoreWeights.audience': 'Right audience',
    'scoreWeights.frequency': 'Rhythm',
    'actionWeights.likes': 'Worth of a like',
    'actionWeights.saves': 'Worth of a save',
    'actionWeights.comments': 'Worth of a comment',
    'actionWeights.shares': 'Worth of a share',
    'actionWeights.followersGained': 'Worth of a new follower',
    'indicatorWeights.core': 'Followers, reach and revenue',
    'indicatorWeights.auxiliary': 'Rates and rhythm',
    'indicatorWeights.qualitative': 'Your own judgement',
    smallestNaturalShare: 'Natural growth, at least',
    targetCompletionRate: 'Completion rate aimed at',
  } as Words,

  /** `have` of `need`, by what is counted. */
  counted: {
    posts: (have: string, need: string) => `${posts(have)}; it takes ${need}.`,
    weights: (have: string, need: string) => `${have}% of the weights are known; it takes ${need}%.`,
    weeks: (have: string, need: string) => `${have} full weeks; it takes ${need}.`,
    looks: (have: string, need: string) => `${have} looks at the count; it takes ${need}.`,
  },

  inputNames: {
    knowledge: 'Knowledge',
    experience: 'Experience',
    emotion: 'Emotion',
    interaction: 'Interaction',
    window: 'Posts in the window',
    labelled: 'Posts with a label',
    posts: 'Posts',
    others: 'Other posts',
    topics: 'Topics',
    weeks: 'Weeks',
    kept: 'Weeks kept',
    postsPerWeek: 'Planned posts a week',
    gaps: 'Pauses',
    firstDayComments: 'Comments of a usual first day',
    slope: '% of growth per 1% of comment rate (80% interval)',
    spread: 'Posts vary by a factor of',
    monthsBelow: 'Months below the average',
    decidedBy: 'Decided by',
    creator: 'you',
    now: 'Posts in the last 28 days',
    before: 'Posts in the 28 days before',
    tagged: 'Posts with a trust tag',
    sensitive: 'Posts you confirmed as sensitive',
    measures: 'Measures',
    metric: 'Metric',
    size: 'Size',
    method: 'Method',
    sources: 'the platform’s own statement',
    baseline: 'compared with ordinary days',
    times: 'Times as much as usual',
    days: 'Days',
    paid: 'Paid',
    all: 'All',
    first: 'First look',
    last: 'Last look',
    target: 'Target',
    audienceMatch: 'Like the audience wanted',
    age: 'Age alike',
    gender: 'Gender alike',
    region: 'Region alike',
    engagement: 'Response',
    quality: 'Quality',
    audience: 'Right audience',
    frequency: 'Rhythm',
    pause: 'Pause before the post',
    saveRate: 'Saves per view',
    followRate: 'New followers per view',
    newViewerShare: 'Share of new viewers',
    dislikesRate: 'Dislikes per view',
    followersLostRate: 'Followers lost per view',
    netFollowers: 'Net new followers, of the way',
    medianReach: 'Typical reach, of the way',
    revenue: 'Revenue, of the way',
    cadence: 'Posts made, of the way',
    ratings: 'Your ratings of posts, of the way',
    monthRating: 'Your rating of the month, of the way',
    ratingTopic: 'Your rating: topic',
    ratingScript: 'Your rating: script',
    ratingMaking: 'Your rating: making',
    planned: 'Planned posts',
    drafts: 'Drafts',
  } as Words,

  /** What a figure is, in a sentence, by the id its reason carries. */
  formulas: {
    'mix.kinds':
      'Posts per kind among the labelled posts of the last 28 days or 20 posts, whichever is more, against the planned shares in whole posts.',
    'mix.pillars': 'Posts per topic among the labelled posts of the last 28 days or 20 posts, whichever is more.',
    'mix.focus':
      'Posts on the largest topic among the labelled ones of the last 30 posts; the range is the Wilson interval of your habit (95%).',
    'mix.commercial': 'Paid posts among the last 50 posts or 90 days, whichever is more.',
    'mix.sensitive':
      'Posts you confirmed as sensitive among the last 50 posts or 90 days; the alarm is a binomial test against the planned share.',
    'mix.zone':
      'Chance that the topic does better than your average, from the same model as the effects. Stable from 80%, back below 65%; rest when 15% worse with 90% certainty in two months.',
    'mix.appointments': 'Full weeks with at least the planned number of posts, among the last 12.',
    'mix.unevenness': 'Standard deviation of the pauses between posts over their mean: 0 is a clock.',
    'mix.topicConsistency': 'One minus half the summed differences of the topic shares of the last 28 days and the 28 before.',
    'mix.styleConsistency':
      'One minus the mean difference of how often each title property occurs in the last 28 days and the 28 before.',
    'mix.cadenceRatio': 'Posts of the last 28 days over posts of the 28 days before.',
    'mix.effect':
      'Difference in the log of the outcome at equal age, adjusted for trend, hour, weekday, pause, season, format and labels, shrunk towards none; 80% interval.',
    'mix.retention': 'Slope of the adjusted outcome on the measure, shrunk towards none; 80% interval.',
    'mix.portfolio':
      'Posts with at least one term of the class. All the time: in a tenth of the posts and half of the months; a short while: within three weeks; now and then: the rest used twice or more.',
    'score.total':
      'Weighted mean of the known parts (by default 35 response, 28 quality, 22 right audience, 15 rhythm), each 0–100. Not shown while less than 60% of the weights are known.',
    'score.engagement':
      'Percentile of weighted actions per view (like 1, save 2, comment 3, share 4, new follower 8), held towards your own mean where views are few, trend taken out.',
    'score.quality':
      'Mean percentile of what is shown of: share watched, click-through rate, save rate, turning away (inverted).',
    'score.audience': 'Mean percentile of what is shown of: new followers per view, share of new viewers.',
    'score.frequency':
      '100 at the planned pause (your own if shorter), 0 at a quarter or four times of it; for the account: share of full weeks with the planned number of posts.',
    'score.honesty': 'Rank correlation between the score of posts at 24 hours and their final percentile, with its 95% interval.',
    'growth.stage':
      'Median of the newest posts (28 days or 20 posts) at equal age; the change is against as many posts before them, interactions and conversions per view, 80% interval.',
    'growth.followers': 'Difference between two looks at the follower count about 28 days apart.',
    'growth.natural':
      'One minus the paid share: as the platform states it; else new followers of promoted posts over those of all posts; else growth on promotion days beyond the same weekday’s usual.',
    'growth.depth':
      'Likes (basic), comments and saves (deep), shares and reposts (co-creation) over all of them, last 90 days or 50 posts.',
    'growth.elasticity':
      'Slope of the log growth after the first day on the log comment rate of the first day, views of the first day and trend held fixed; 80% interval. Worked out from ten comments on a usual first day on, and only where at least half of what the comment rates differ by is more than chance.',
    'growth.traffic': 'Newest shares as the dashboard states them.',
    'growth.layers': 'Returning viewers over new and returning viewers, as the dashboard states them.',
    'growth.concentration': 'Largest post over the sum of the last 50 posts (or 180 days), beside their median and mean.',
    'growth.anomaly':
      'Distance of the log figure from the median of your posts at the same age, in robust standard deviations, beyond 3.5 at two looks.',
    'growth.level': 'Running sum (CUSUM, k 0.5, h 8) of each post’s distance from the 60 before it, hits drawn in.',
    'growth.gap': 'Days since the last look at this account.',
    'growth.qualityShare':
      'Posts whose completion rate reaches the plan’s target, among posts that show it; 95% Wilson interval.',
    'growth.completionRate': 'Median completion rate of the newest posts; interval from its order statistics.',
    'growth.stepsToConvert': 'Entered by you.',
    'growth.accountLife': 'Months from the oldest known post to the last look.',
    'growth.kpi':
      'How much of the way from the last months’ median to the target was gone (0–1.2), mean per group, groups weighted as above; unknown ones re-scaled, not shown below 60%.',
    'mix.trust': 'Posts with each tag among the last 50 posts or 90 days. Posts without a tag count as showing none.',
    'growth.outlook':
      'The month so far, completed 400 times with weeks drawn from the last 56 days; the share of these months that reach the target. Followers grow on in it as they did lately; posts are taken to reach as many as before.',
    'growth.audience':
      'One minus the Jensen–Shannon distance between the shares the dashboard shows and the ones you want; mean over age, gender and region.',
  } as Words,
};

export type InsightTexts = typeof insight;

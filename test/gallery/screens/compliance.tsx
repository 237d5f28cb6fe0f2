import { ComplianceView } from '../../../components/compliance/ComplianceView';
import { RuleSettings } from '../../../components/compliance/RuleSettings';
import { checkText } from '../../../core/engine/compliance';
import type { Platform } from '../../../core/model/platforms';
import { checked } from '../checked';
import { DRAFTS } from '../drafts';
import { accountOf, samplePosts, sampleReport, say } from '../samples';
import { nothing, panel, type Screen, type Screens } from './frame';

export const complianceActs = {
  onDismiss: async () => undefined,
  onConfirm: nothing,
  onReview: nothing,
  onIncident: nothing,
};

const compliance =
  (kind: 'full' | 'clear' | 'none'): Screen =>
  (locale) =>
    panel(
      'compliance',
      <ComplianceView
        platform={DRAFTS[locale].platform}
        posts={kind === 'none' ? 0 : 96}
        report={sampleReport(kind === 'full' ? 'full' : 'clear', locale).compliance}
        titles={
          new Map([
            ...samplePosts(8).map(({ known }) => [known.key, known.post.title] as const),
            ['douyin|p2', '这是全网最好的锅，今晚小黄车见'],
            ['douyin|p5', '新手刷墙工具清单，今晚小黄车见'],
          ])
        }
        check={checked(locale)}
        records={new Map([['CN-AD-ABS', { right: 3, of: 4 }]])}
        reviews={new Map()}
        {...complianceActs}
      />,
      { flagged: kind === 'full' ? 1 : 0, account: accountOf(kind === 'none' ? 0 : 96) },
    );

/** What the rules themselves say of a few titles: words, reason, way out, article and date as a creator sees them. */
const TITLES: readonly { key: string; platform: Platform; title: string }[] = [
  { key: 'douyin|a', platform: 'douyin', title: '这款益生菌能根治便秘，全网最有效，小黄车第一个' },
  { key: 'xiaohongshu|b', platform: 'xiaohongshu', title: '想要教程的加薇❤ abc12345，主页有惊喜' },
  { key: 'instagram|c', platform: 'instagram', title: 'Gifted by @teahouse – use my code HOLLY10 for 10% off' },
];
const found: Screen = (locale) => {
  const posts = TITLES.map(({ key, platform, title }) => ({ post: key, ...checkText({ text: title, platform, locale }) }));
  return panel(
    'compliance',
    <ComplianceView
      platform={null}
      posts={TITLES.length}
      report={{ level: 'red', posts, patterns: [] }}
      titles={new Map(TITLES.map(({ key, title }) => [key, title]))}
      check={checked(locale)}
      records={new Map()}
      reviews={new Map()}
      {...complianceActs}
    />,
    { account: accountOf(TITLES.length, 0), flagged: 2 },
  );
};

const settings: Screen = (locale) =>
  panel(
    'compliance',
    <RuleSettings
      settings={{
        market: 'UK',
        certified: ['finance'],
        muted: [
          {
            rule: 'CN-CONT-CLICKBAIT',
            about: say(locale, 'A title that frightens or teases to be opened.', '标题用惊吓或悬念吸引点击。'),
          },
        ],
      }}
      seldomRight={[
        {
          rule: 'CN-AD-PRICE',
          about: say(locale, 'A comparison of prices needs its basis.', '价格比较要有依据。'),
          right: 0,
          of: 14,
        },
      ]}
      onChange={nothing}
    />,
  );

export const screens: Screens = {
  compliance: {
    found,
    settings,
    full: compliance('full'),
    clear: compliance('clear'),
    none: compliance('none'),
    typing: compliance('clear'),
  },
};

import { ComplianceView } from '../../../components/compliance/ComplianceView';
import { RuleSettings } from '../../../components/compliance/RuleSettings';
import { draftCheck, samplePosts, sampleReport } from '../samples';
import { nothing, panel, type Screen, type Screens } from './frame';

const compliance =
  (kind: 'full' | 'clear' | 'none'): Screen =>
  (locale) =>
    panel(
      'compliance',
      <ComplianceView
        platform="douyin"
        posts={kind === 'none' ? 0 : 96}
        report={sampleReport(kind === 'full' ? 'full' : 'clear', locale).compliance}
        titles={new Map(samplePosts(8).map(({ known }) => [known.key, known.post.title]))}
        check={async () => draftCheck(locale)}
        records={new Map([['CN-AD-ABS', { right: 3, of: 4 }]])}
        reviews={new Map()}
        onDismiss={async () => undefined}
        onConfirm={nothing}
        onReview={nothing}
        onIncident={nothing}
      />,
    );

const settings: Screen = () =>
  panel(
    'compliance',
    <RuleSettings
      settings={{
        market: 'UK',
        certified: ['finance'],
        muted: [{ rule: 'CN-CONT-CLICKBAIT', about: '标题用惊吓或悬念吸引点击。' }],
      }}
      seldomRight={[{ rule: 'CN-AD-PRICE', about: '价格比较要有依据。', right: 0, of: 14 }]}
      onChange={nothing}
    />,
  );

export const screens: Screens = {
  compliance: {
    settings,
    full: compliance('full'),
    clear: compliance('clear'),
    none: compliance('none'),
    typing: compliance('clear'),
  },
};

import { ComplianceView } from '../../../components/compliance/ComplianceView';
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

export const screens: Screens = {
  compliance: { full: compliance('full'), clear: compliance('clear'), none: compliance('none'), typing: compliance('clear') },
};

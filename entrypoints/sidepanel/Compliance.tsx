import { useCallback, useMemo } from 'preact/hooks';
import { ComplianceView } from '../../components/compliance/ComplianceView';
import { RuleSettings } from '../../components/compliance/RuleSettings';
import type { AccountView, CheckDraft } from '../../components/data';
import { recordsOf, rulePrecision } from '../../core/engine/compliance/precision';
import type { DocumentOf } from '../../core/model/documents';
import { verdictId } from '../../core/model/not-an-issue';
import type { ComplianceReport, Finding } from '../../core/model/report';
import type { ReviewRecord } from '../../core/model/review';
import { useAnswer, useApp } from '../lib/app';
import { openWorkbench } from '../lib/browser';
import { dismissalId } from '../lib/dismissals';
import { incidentAddress } from '../lib/incident-address';
import type { OwnFront, Pieces } from '../lib/pieces';
import { setAside } from '../lib/set-aside';

type ComplianceTabProps = { account: AccountView; front: OwnFront } & Pieces['compliance'];

/** The tab of the side panel: drafts, the account's posts, what the creator said of findings, and reviews. */
export function Compliance({ account, front, posts, titles: named }: ComplianceTabProps) {
  const { ask, locale, settings, putSetting } = useApp();
  const report = useMemo(() => ({ ...front.compliance, posts }), [front, posts]);
  const titles = useMemo(() => new Map(Object.entries(named)), [named]);
  const check = useCallback<CheckDraft>(
    (text, platform, context) => ask('check', { text, platform, context, locale }),
    [ask, locale],
  );
  const verdicts = useAnswer('documents', { kind: 'verdict' }).state;
  const steps = useAnswer('documents', { kind: 'postReview' }).state;
  const records = useMemo(
    () => recordsOf(verdicts.state === 'ready' ? (verdicts.value.values as DocumentOf<'verdict'>[]) : []),
    [verdicts],
  );
  const reviews = useMemo(
    () => reviewsOf(steps.state === 'ready' ? (steps.value.values as DocumentOf<'postReview'>[]) : []),
    [steps],
  );
  const seldomRight = useMemo(() => seldomRightOf(records, report), [records, report]);
  const sayRight = (finding: Finding) => {
    const value = { id: verdictId(dismissalId(finding)), rule: finding.rule, right: true, when: new Date().toISOString() };
    return ask('putDocument', { kind: 'verdict', value });
  };
  return (
    <div class="stack">
      <ComplianceView
        platform={account.platform}
        posts={account.posts}
        report={report}
        titles={titles}
        check={check}
        records={records}
        reviews={reviews}
        onDismiss={(finding) => setAside(ask, finding)}
        onConfirm={(finding) => void sayRight(finding)}
        onIncident={(post, rule) => void openWorkbench(incidentAddress(post, rule))}
        onReview={(post, review) =>
          void ask('putDocument', {
            kind: 'postReview',
            value: { id: crypto.randomUUID(), post, ...review, when: new Date().toISOString() },
          })
        }
      />
      <RuleSettings settings={settings.rules} seldomRight={seldomRight} onChange={(rules) => void putSetting({ rules })} />
    </div>
  );
}

/** Rules that are worth muting, with what they say. */
function seldomRightOf(records: ReadonlyMap<string, { right: number; of: number }>, { posts }: ComplianceReport) {
  const flagged = posts.filter(({ level }) => level !== 'green');
  const about = new Map(
    flagged.flatMap(({ findings }) => findings.filter(({ alike }) => !alike).map(({ rule, message }) => [rule, message])),
  );
  return [...records].flatMap(([rule, { right, of }]) =>
    rulePrecision(rule, right, of - right).mute ? [{ rule, about: about.get(rule) ?? rule, right, of }] : [],
  );
}

function reviewsOf(steps: readonly DocumentOf<'postReview'>[]): Map<string, ReviewRecord[]> {
  const reviews = new Map<string, ReviewRecord[]>();
  for (const { post, step, who, when, passed, why } of steps) {
    const list = reviews.get(post) ?? [];
    reviews.set(post, list);
    list.push({ step, who, when: Date.parse(when), passed, why });
  }
  for (const list of reviews.values()) list.sort((a, b) => a.when - b.when);
  return reviews;
}

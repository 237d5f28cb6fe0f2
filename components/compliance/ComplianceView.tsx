import { CircleCheck, FileText } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { LONGEST_WEIGHED } from '../../core/model/draft';
import { worstFirst } from '../../core/model/level';
import type { Platform } from '../../core/model/platforms';
import type { AccountPattern, ComplianceReport, Finding, Level } from '../../core/model/report';
import type { ReviewRecord } from '../../core/model/review';
import type { CheckDraft } from '../data';
import { Button, Empty, useAnnounce } from '../kit';
import { StartButtons } from '../kit/start';
import { useWords } from '../words';
import { DraftChecker } from './DraftChecker';
import { FindingCard, FindingCards, type RuleRecord } from './FindingCard';
import { type NewReview, ReviewSteps } from './ReviewSteps';

/** So many posts with findings are drawn before "show more". */
const AT_ONCE = 10;
const PATTERNS_AT_ONCE = 3;

export interface ComplianceProps {
  platform: Platform | null;
  posts: number;
  report: ComplianceReport;
  /** Titles of the posts in the report, by key. */
  titles: ReadonlyMap<string, string>;
  check: CheckDraft;
  /** How often each rule was right for this creator. */
  records: ReadonlyMap<string, RuleRecord>;
  /** Review steps by post. */
  reviews: ReadonlyMap<string, readonly ReviewRecord[]>;
  /** These words are no issue under this rule, here or anywhere. */
  onDismiss: (finding: Finding | AccountPattern) => Promise<unknown>;
  /** The rule was right here. */
  onConfirm: (finding: Finding) => void;
  onReview: (post: string, review: NewReview) => void;
  onIncident: (post: string, rule: string) => void;
}

export function ComplianceView(props: ComplianceProps) {
  const { platform, report, check, records, onDismiss } = props;
  const { t, f } = useWords('panel');
  const remark = (text: string) =>
    text.length > LONGEST_WEIGHED && <p class="small muted">{t.checks.long(f.number(LONGEST_WEIGHED))}</p>;
  return (
    <div class="stack">
      <section class="section" aria-labelledby="draft-title">
        <h2 id="draft-title">{t.checks.draft}</h2>
        <DraftChecker check={check} platform={platform} remark={remark} records={records} onDismiss={onDismiss} />
      </section>
      <PostFindings {...props} />
      {report.patterns.length > 0 && <Patterns {...props} />}
    </div>
  );
}

function Patterns({ report, records, onDismiss }: ComplianceProps) {
  const { t, f } = useWords('panel');
  const announce = useAnnounce();
  const [all, setAll] = useState(false);
  const sorted = report.patterns.toSorted(worstFirst);
  const shown = all ? sorted : sorted.slice(0, PATTERNS_AT_ONCE);
  return (
    <section class="section stack" aria-labelledby="patterns-title">
      <h2 id="patterns-title">{t.checks.patterns}</h2>
      <ul class="card finding-list">
        {shown.map((pattern) => (
          <FindingCard
            key={`${pattern.rule}${pattern.text}`}
            finding={pattern}
            levels={t.levelsShort}
            record={records.get(pattern.rule)}
            onDismiss={() => {
              void onDismiss(pattern);
              announce(t.checks.patternSetAside);
            }}
          />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <div>
          <Button kind="plain" onClick={() => setAll(true)}>
            {t.common.moreOf(f.number(sorted.length - shown.length))}
          </Button>
        </div>
      )}
    </section>
  );
}

function PostFindings({ posts, report, titles, records, reviews, onDismiss, onConfirm, onReview, onIncident }: ComplianceProps) {
  const { t, f } = useWords('panel');
  const announce = useAnnounce();
  const [shown, setShown] = useState(AT_ONCE);
  const flagged = report.posts.filter(({ level }) => level !== 'green').toSorted(worstFirst);
  const count = (level: Level) => f.number(flagged.filter((post) => post.level === level).length);
  return (
    <section class="section stack" aria-labelledby="flagged-title">
      <div class="row-apart">
        <h2 id="flagged-title" class="section-title">
          {t.checks.posts}
        </h2>
        {flagged.length > 0 && <span class="small muted">{t.checks.counts(count('red'), count('yellow'))}</span>}
      </div>
      {posts === 0 && (
        <Empty icon={FileText} {...t.checks.none}>
          <StartButtons />
        </Empty>
      )}
      {posts > 0 && flagged.length === 0 && <Empty icon={CircleCheck} {...t.checks.allClear} />}
      {flagged.slice(0, shown).map(({ post, level, findings }) => (
        <article key={post} class="card stack-tight">
          <h3 class="clamp">{titles.get(post) || t.posts.untitled}</h3>
          <FindingCards
            findings={findings.filter(({ exemption }) => !exemption)}
            levels={t.levelsShort}
            records={records}
            onDismiss={(told) => {
              for (const one of told) void onDismiss(one);
              announce(t.compliance.dismissed);
            }}
            onConfirm={(told) => {
              for (const one of told) onConfirm(one);
              announce(t.checks.confirmed);
            }}
            onIncident={(rule) => onIncident(post, rule)}
          />
          <ReviewSteps
            level={level}
            records={reviews.get(post) ?? []}
            onReview={(review) => {
              onReview(post, review);
              announce(t.checks.review.saved);
            }}
          />
        </article>
      ))}
      {flagged.length > shown && (
        <div>
          <Button kind="plain" onClick={() => setShown(shown + AT_ONCE)}>
            {t.common.moreOf(f.number(Math.min(AT_ONCE, flagged.length - shown)))}
          </Button>
        </div>
      )}
    </section>
  );
}

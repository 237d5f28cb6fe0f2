/** What the views of content mix, score and growth are given, in the side panel and in the workbench. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo } from 'preact/hooks';
import type { InsightTexts } from '../../assets/locales/en/insight';
import type { Scope } from '../../components/data';
import { type Insight, InsightProvider } from '../../components/insight/words';
import type { AccountNotes } from '../../core/model/documents/account-notes';
import type { MonthlyRating } from '../../core/model/documents/monthly-rating';
import type { EditableFigures, PlanFigures } from '../../core/model/documents/plan-figures';
import type { KindsShift, Zone } from '../../core/model/report-parts';
import { editableOf, planWith } from '../../core/plan/figures';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { useApp } from './app';
import { useDocuments } from './documents';

interface InsightRootProps {
  words: InsightTexts;
  onPost: (key: string) => void;
  onIncident?: Insight['onIncident'];
  children: ComponentChildren;
}
export function InsightRoot({ words, onPost, onIncident, children }: InsightRootProps) {
  const { ask } = useApp();
  const namesOf = useCallback<Insight['namesOf']>((keys) => ask('names', { keys: [...keys] }), [ask]);
  const insight = useMemo(() => ({ words, namesOf, onPost, onIncident }), [words, namesOf, onPost, onIncident]);
  return <InsightProvider insight={insight}>{children}</InsightProvider>;
}

const PLAN = 'plan';
export const DEFAULT_FIGURES = editableOf(DEFAULT_PLAN);

/** The plan as the creator runs it, and what changes it. */
export function usePlan() {
  const { ask } = useApp();
  const [stored] = useDocuments('planFigures');
  const figures = useMemo(() => editableOf(planWith(stored)), [stored]);
  const change = (part: Partial<Omit<PlanFigures, 'id'>>) => put({ ...stored, ...part, id: PLAN });
  const put = (value: PlanFigures) => void ask('putDocument', { kind: 'planFigures', value });
  return {
    figures,
    rubric: stored?.rubric,
    change,
    /** C8: a topic's zone is the creator's word; null: the evidence's again. */
    pin: (topic: string, zone: Zone | null) => {
      const { [topic]: _, ...others } = figures.pinnedZones;
      change({ pinnedZones: zone ? { ...others, [topic]: zone } : others });
    },
    /** C2: takes a proposed step over. */
    shift: ({ kinds }: KindsShift) => change({ kinds, kindsMovedAt: new Date().toISOString() }),
    reset: (fields: readonly (keyof EditableFigures)[]) => {
      const left = { ...stored, id: PLAN };
      for (const field of fields) delete left[field];
      put(left);
    },
  };
}

/** What the creator says of one account, and how they rated its months. */
export function useAccount(scope: Scope | null) {
  const { ask } = useApp();
  const all = useDocuments('accountNotes');
  const rated = useDocuments('monthlyRating');
  const { platform, account } = scope ?? { platform: 'other', account: '' };
  const mine = <T extends Scope>(list: readonly T[]) =>
    list.filter((one) => one.platform === platform && one.account === account);
  const [notes] = mine(all);
  const base = { id: `${platform}|${account}`, platform, account };
  return {
    notes,
    ratings: mine(rated),
    note: (change: Partial<AccountNotes>) => {
      const value: AccountNotes = { ...notes, ...change, ...base };
      for (const key of Object.keys(value) as (keyof AccountNotes)[]) if (value[key] === undefined) delete value[key];
      void ask('putDocument', { kind: 'accountNotes', value });
    },
    rate: (month: string, ratings: MonthlyRating['ratings'], note: string) =>
      void ask('putDocument', {
        kind: 'monthlyRating',
        value: { ...base, id: `${base.id}|${month}`, month, ratings, ...(note.trim() && { note }) },
      }),
  };
}

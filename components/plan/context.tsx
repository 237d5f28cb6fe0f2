/** What every part of the plan is given: its words, the weighed workspace, the creator's clock, and what can be done. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { plan as en } from '../../assets/locales/en/plan';
import type { Finding } from '../../core/model/report';
import type { Arm, WorkspaceKind, WorkspaceObjects } from '../../core/model/workspace/objects';
import type { Workspace } from '../../core/model/workspace/view';
import type { Scope } from '../data';
import type { PlanFormats } from './formats';

export type PlanTexts = typeof en;
export const PLAN_SECTIONS = ['calendar', 'goals', 'experiments', 'reviews', 'money', 'incidents', 'team', 'outside'] as const;
export type PlanSection = (typeof PLAN_SECTIONS)[number];

/** Between moments and what the clock on the wall shows (`2026-06-30T18:00`) in the creator's zone. */
export interface WallClock {
  toWall: (at: string) => string;
  fromWall: (wall: string) => string;
}

export interface PlanActions {
  put: <K extends WorkspaceKind>(kind: K, value: WorkspaceObjects[K]) => void;
  remove: (kind: WorkspaceKind, id: string) => void;
  newId: () => string;
  coin: () => Arm;
  /** Words that from now on mark a post as sensitive. */
  addRule: (id: string, words: string) => void;
  /** These words are no issue under their rules, here or anywhere. */
  setAside: (told: readonly Finding[]) => void;
  /** Gives the planned posts as a calendar file. */
  saveCalendar: () => void;
  saveText: (name: string, text: string) => void;
  print: () => void;
  /** Answers what happened, as a sentence. */
  readCalendar: (file: File) => Promise<string>;
  readMoney: (file: File, currency: string) => Promise<string>;
}

export interface PlanData {
  p: PlanTexts;
  d: PlanFormats;
  workspace: Workspace;
  accounts: readonly Scope[];
  /** Local day in the creator's zone. */
  today: string;
  /** ISO 8601, the moment the page was drawn. */
  now: string;
  zone: string;
  clock: WallClock;
  act: PlanActions;
}

const Context = createContext<PlanData | null>(null);
export function PlanProvider({ data, children }: { data: PlanData; children: ComponentChildren }) {
  return <Context.Provider value={data}>{children}</Context.Provider>;
}
export function usePlan(): PlanData {
  const data = useContext(Context);
  if (!data) throw new Error('usePlan outside PlanProvider');
  return data;
}

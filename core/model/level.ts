import type { Level } from './report';

/** How bad a level is: the higher, the worse. */
export const SEVERITY: Record<Level, number> = { green: 0, yellow: 1, red: 2 };

/** For sorting: the worst first. */
export const worstFirst = (a: { level: Level }, b: { level: Level }): number => SEVERITY[b.level] - SEVERITY[a.level];

import type * as z from 'zod/mini';
import type { Role } from '../domain/roles.ts';

/** One of the shapes that a function's request has, and what it means. */
export interface Action {
  readonly request: z.ZodMiniType;
  /** Whose it is, of the members of the workbook. */
  readonly roles: readonly Role[];
  /** Russian, an infinitive: what a refusal says is not given to the role. */
  readonly deed: string;
  /** Absent: that of the function in `ANSWERS`. */
  readonly answer?: z.ZodMiniType;
  /** Of HTTP; absent: 200. */
  readonly status?: number;
  /** It looks and changes nothing: the same asked at once by the same person is one. */
  readonly isQuestion?: true;
  /** It costs next to nothing, and comes with every edit: no share is taken for it. */
  readonly isLight?: true;
}

/** Whoever reads what is kept. */
export const READERS = ['viewer', 'editor', 'municipal_coordinator', 'head', 'operator'] as const;
/** The office: people who see everything, and have the system look. */
export const OFFICE = ['editor', 'municipal_coordinator', 'head', 'operator'] as const;
/** They change rows; the head reads and answers for reports. */
export const EDITORS = ['editor', 'municipal_coordinator', 'operator'] as const;
/** They answer for reports, and for who gets in. */
export const LEADERS = ['municipal_coordinator', 'head', 'operator'] as const;
/** Bringing the store up to date takes no decision. */
export const WORKERS = ['editor', 'municipal_coordinator', 'head', 'service', 'operator'] as const;
/** Schedules, and the command line in their place. */
export const SCHEDULES = ['service', 'operator'] as const;

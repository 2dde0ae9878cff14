/**
 * Usual bounds of the parts of a school year; the school's own schedule has the exact days. Trimesters are fixed by no
 * law: three months each, or by modules, five or six weeks of lessons and a week of holidays.
 */
export type TermSystem = 'school' | 'trimester' | 'module';

interface TermEdge {
  readonly day: number | 'last';
  readonly month: number;
}
export interface SchoolTerm {
  readonly from: TermEdge;
  readonly to: TermEdge;
}

const months = (from: number, to: number): SchoolTerm => ({
  from: { day: 1, month: from },
  to: { day: 'last', month: to },
});

export const SCHOOL_TERMS: Readonly<Record<TermSystem, readonly SchoolTerm[]>> = {
  school: [months(9, 10), months(11, 12), months(1, 3), months(4, 5)],
  trimester: [months(9, 11), months(12, 2), months(3, 5)],
  module: [
    { from: { day: 1, month: 9 }, to: { day: 15, month: 11 } },
    { from: { day: 16, month: 11 }, to: { day: 20, month: 2 } },
    { from: { day: 21, month: 2 }, to: { day: 'last', month: 5 } },
  ],
};

/** Parts by their numbers, counted from 1, the last of them for a number that the system lacks. */
export const termOf = (system: TermSystem, number: number): SchoolTerm =>
  SCHOOL_TERMS[system][number - 1] ?? (SCHOOL_TERMS[system].at(-1) as SchoolTerm);

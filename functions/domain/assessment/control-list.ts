import type { Finding } from '../findings/finding.ts';

/** From what burns to what can wait; every finding is in exactly one. */
export const CONTROL_GROUPS = ['overdue', 'this_week', 'acceptance', 'figures', 'rest'] as const;

export type ControlGroup = (typeof CONTROL_GROUPS)[number];

export const GROUP_TITLES: Readonly<Record<ControlGroup, string>> = {
  overdue: 'просрочено',
  this_week: 'срок в ближайшие 7 дней',
  acceptance: 'возвращено и ждёт приёмки',
  figures: 'мешает числам',
  rest: 'прочее',
};

const WEEK = 7;

/** A line of «Контроль»: one finding, or equal ones about the same phrase. */
export interface ControlLine {
  readonly group: ControlGroup;
  /** The first of them. */
  readonly finding: Finding;
  /** Numbers of all their measures. */
  readonly measures: readonly string[];
  readonly count: number;
}

export function groupOf({ severity, code, days }: Finding): ControlGroup {
  if (severity === 'overdue') return 'overdue';
  if (isDueFinding(code) && days !== undefined && days >= -WEEK) return 'this_week';
  if (code === 'returned' || code === 'awaiting_acceptance') return 'acceptance';
  return severity === 'error' ? 'figures' : 'rest';
}

function isDueFinding(code: string): boolean {
  return code === 'due_soon' || code === 'due_without_row';
}

/** What burns first: by group, the longest overdue and the nearest term first; otherwise the given order stays. */
export function listControl(findings: readonly Finding[]): readonly ControlLine[] {
  const lines = mergeEqual(findings).map((those): ControlLine => {
    const [finding] = those;
    return {
      group: groupOf(finding),
      finding,
      measures: [...new Set(those.flatMap(({ measure }) => measure ?? []))],
      count: those.length,
    };
  });
  return lines.toSorted(
    (a, b) =>
      CONTROL_GROUPS.indexOf(a.group) - CONTROL_GROUPS.indexOf(b.group) ||
      (b.finding.days ?? -Infinity) - (a.finding.days ?? -Infinity) ||
      0,
  );
}

type Equal = readonly [Finding, ...Finding[]];

/** What is said of a deadline's phrase is said once, however many measures have that phrase. */
function mergeEqual(findings: readonly Finding[]): readonly Equal[] {
  const merged = new Map<string, [Finding, ...Finding[]]>();
  findings.forEach((finding, index) => {
    const { code, place, message, advice } = finding;
    const isOfPhrase = place.worksheet === 'regulation' && place.column === 'deadline';
    const key = isOfPhrase ? [code, message, advice].join('\n') : String(index);
    const same = merged.get(key);
    if (same) same.push(finding);
    else merged.set(key, [finding]);
  });
  return [...merged.values()];
}

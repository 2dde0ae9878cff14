import { takeSteps, type ColumnStep } from '../layout/column-step.ts';
import type { Column, Worksheet } from '../worksheets/spec.ts';
import type { Arrangement } from './arrange-columns.ts';

export interface ColumnOrder {
  readonly steps: readonly ColumnStep[];
  /** Where the columns stand then that were put in, from left to right. */
  readonly headers: readonly { readonly column: number; readonly title: string }[];
}

/**
 * The steps that bring the server's columns of a sheet to where the description has them, and put in those that it
 * lacks. The staff's columns stay in the order in which people keep them, each of people's own beside its neighbour.
 */
export function planColumnOrder(worksheet: Worksheet, arrangement: Arrangement): ColumnOrder {
  const { added, columns } = arrangement;
  const standing = columns.slice(0, columns.length - added.length).map(nameOf);
  const wanted = orderOf(worksheet, standing, arrangement);
  const steps: ColumnStep[] = [];
  let now = standing;
  const take = (step: ColumnStep, name: string): void => {
    steps.push(step);
    now = takeSteps(now, [step], name);
  };
  // From the right: what is put in comes before something that stands there.
  wanted.toReversed().forEach((name, index) => {
    const right = index === 0 ? now.length : now.indexOf(wanted.at(-index) ?? '');
    const from = now.indexOf(name);
    if (from < 0) take({ kind: 'insert', at: right }, name);
    else if (isServers(worksheet, name) && from !== right - 1) take({ kind: 'move', from, to: right }, name);
  });
  const headers = now.flatMap((name, column) => {
    const made = standing.includes(name) ? undefined : worksheet.columns.find(({ key }) => key === name);
    return made ? [{ column, title: made.title }] : [];
  });
  return { steps, headers };
}

/** No two columns have the same: what nobody described is told apart by its place. */
function nameOf({ key }: Column, index: number): string {
  return key === '' ? `@${index}` : key;
}

function isServers({ columns }: Worksheet, name: string): boolean {
  return columns.some(({ key, owner }) => key === name && owner === 'server');
}

function orderOf(
  worksheet: Worksheet,
  standing: readonly string[],
  { added }: Pick<Arrangement, 'added'>,
): readonly string[] {
  const wanted = standing.filter((name) => !isServers(worksheet, name));
  worksheet.columns.forEach(({ key, title, type }, index) => {
    if (wanted.includes(key)) return;
    // Its header was lost: the column stands there, and people are asked.
    if (!standing.includes(key) && !added.includes(title)) return;
    const before = type.kind === 'id' ? lastOf(worksheet, wanted) : leftOf(worksheet, index, wanted);
    wanted.splice(before + 1, 0, key);
  });
  return wanted;
}

/** Where the nearest stands that the description has further left; -1 for none. */
function leftOf({ columns }: Worksheet, index: number, wanted: readonly string[]): number {
  const places = columns.slice(0, index).map(({ key }) => wanted.indexOf(key));
  return places.findLast((place) => place >= 0) ?? -1;
}

function lastOf({ columns }: Worksheet, wanted: readonly string[]): number {
  return Math.max(-1, ...columns.map(({ key }) => wanted.indexOf(key)));
}

import { cutAt } from '../../domain/text/shorten.ts';
import { parseClauses } from './clauses.ts';
import { capitalise, textAt, titleOfTable } from './table/foreign-table.ts';
import type { ForeignTable } from '../layout/layout.ts';
import { parseGrid } from './header/grid-plan.ts';
import type { PlanItem } from './plan-item.ts';
import { byContents } from './header/by-contents.ts';
import { byColumns, ColumnUnknownError, continued, withoutDeadlines } from './header/other-headers.ts';
import { parsePlanTable, type PlanTable } from './parse-plan-table.ts';
import type { UntakenCell } from './table/untaken.ts';
import type { PlanColumn } from './header/plan-header-names.ts';

export type { PlanItem };

export interface ForeignPlan {
  readonly items: readonly PlanItem[];
  /** The tables that the items come from, and how many from each. */
  readonly tables: readonly { readonly title: string; readonly items: number }[];
  /** Rows taken for headings of sections: shown to the person, who may know better. */
  readonly headings: readonly string[];
  /** Rows below a header that are neither item nor section, word for word: nothing is dropped in silence. */
  readonly passedOver: readonly string[];
  /** Texts in no item and no heading, each with its place. */
  readonly untaken: readonly UntakenCell[];
  /** Cells that hold an error instead of a value, each named: Russian sentences. */
  readonly problems: readonly string[];
  /** What else a person would not expect: hidden rows that were taken, tables that were not. */
  readonly remarks: readonly string[];
}

/** Columns that a person has named: of its number from 1, its letter, or what its header says. */
export type ChosenColumns = ReadonlyMap<PlanColumn, string>;

/**
 * The items of all tables that are plans; undefined where none is. Hidden sheets count where nothing else does.
 * Throws `ColumnUnknownError` where a chosen column is in no table.
 */
export function parseForeignPlan(
  tables: readonly ForeignTable[],
  chosen?: ChosenColumns,
): ForeignPlan | undefined {
  const readings = chosen ? byChoice(tables, chosen) : byMeaning(tables);
  const plans = readings.filter(isPlan);
  const visible = plans.filter(({ table }) => !table.isHidden);
  const taken = visible.length > 0 ? visible : plans;
  if (taken.length === 0) return undefined;
  const all = <Part>(part: (plan: PlanTable) => readonly Part[]) => taken.flatMap(({ plan }) => part(plan));
  return {
    items: all(({ items }) => items),
    tables: taken.map(({ table, plan }) => ({ title: titleOfTable(table), items: plan.items.length })),
    headings: all(({ headings }) => headings),
    passedOver: all(({ passedOver }) => passedOver),
    untaken: all(({ untaken }) => untaken),
    problems: all(({ problems }) => problems),
    remarks: [
      ...all(({ remarks }) => remarks),
      ...readings.flatMap((reading) =>
        isPlan(reading) && taken.includes(reading) ? hiddenSheetTaken(reading.table) : notTaken(reading),
      ),
    ],
  };
}

/** By the names of the columns; else by banners and texts that hold the deadlines; else by what the columns hold. */
function byMeaning(tables: readonly ForeignTable[]): readonly Reading[] {
  const named: Reading[] = [];
  for (const table of tables) {
    const plan =
      parseClauses(table) ??
      parseGrid(table) ??
      parsePlanTable(table) ??
      continued(table, named.at(-1)) ??
      withoutDeadlines(table);
    named.push({ table, plan });
  }
  if (named.some(isPlan)) return named;
  return tables.map((table) => ({ table, plan: byContents(table) }));
}

function byChoice(tables: readonly ForeignTable[], chosen: ChosenColumns): readonly Reading[] {
  const readings = tables.map((table) => ({ table, plan: byColumns(table, chosen) }));
  if (!readings.some(isPlan)) throw new ColumnUnknownError([...chosen.values()], tables);
  return readings;
}

interface Reading {
  readonly table: ForeignTable;
  readonly plan: PlanTable | undefined;
}

interface PlanReading extends Reading {
  readonly plan: PlanTable;
}

function isPlan(reading: Reading): reading is PlanReading {
  return reading.plan !== undefined;
}

function hiddenSheetTaken(table: ForeignTable): readonly string[] {
  return table.isHidden ? [`${capitalise(titleOfTable(table))} в файле скрыт; план взят с него.`] : [];
}

const SHOWN = 60;

function notTaken({ table, plan }: Reading): readonly string[] {
  const first = table.rows
    .flatMap((row) => row.map((_, index) => textAt(row, index)))
    .find((text) => text !== '');
  if (first === undefined || (table.isNested && !plan)) return [];
  const title = capitalise(titleOfTable(table));
  if (plan) {
    return [`${title} скрыт и не взят. Если нужен он, укажите ключ --table "${table.name}".`];
  }
  const shown = cutAt(first, SHOWN);
  return [`${title}: столбцов мероприятия и срока нет, это не план (начинается с «${shown}»).`];
}

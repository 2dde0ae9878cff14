import '../../../support/property-seed.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import { STATES } from '../../../../functions/domain/assessment/states/state.ts';
import { monthKey } from '../../../../functions/domain/report/tables/months-table.ts';
import type {
  ReportDocument,
  ReportRow,
  ReportTable,
} from '../../../../functions/domain/report/report-document.ts';
import { formatMonth } from '../../../../functions/domain/report/report-span.ts';
import { WORK_TITLES } from '../../../../functions/domain/report/tables/work-lines.ts';
import { anyReport } from './report-arbitrary.ts';
import { cellOf, figureOf, tableOf, tablesOf } from './tables.ts';
import { runs } from '../../../support/long.ts';

const RUNS = runs(50);

/** A row behind a figure, with the columns of its own table. */
type Read = (key: string) => ReportRow['cells'][number];

interface Linked {
  readonly table: ReportTable;
  readonly row: ReportRow;
  readonly key: string;
  readonly behind: readonly Read[];
}

/** The rows of every table and of its further orders, by key. */
function listsOf(report: ReportDocument): ReadonlyMap<string, readonly Read[]> {
  return new Map(
    tablesOf(report).flatMap((table) => {
      const reads = table.rows.map(
        (row): Read =>
          (key) =>
            cellOf(table, row, key),
      );
      const orders = table.orders ?? [];
      const others = orders.map(({ key, rows }) => [key, rows.flatMap((at) => reads[at] ?? [])] as const);
      return [[table.key, reads] as const, ...others];
    }),
  );
}

function linkedIn(report: ReportDocument, keys: readonly string[]): readonly Linked[] {
  const lists = listsOf(report);
  return keys.flatMap((name) => {
    const table = tableOf(report, name);
    return table.rows.flatMap((row) =>
      Object.entries(row.links ?? {}).map(([key, { from, to, table: target = 'details' }]) => {
        const list = lists.get(target) ?? [];
        expect([target, from >= 0, from < to, to <= list.length]).toEqual([target, true, true, true]);
        return { table, row, key, behind: list.slice(from, to) };
      }),
    );
  });
}

const isDue = (read: Read): boolean => read('due') === 'да' || read('state') === 'overdue';
const isDone = (read: Read): boolean => /^(?:done|done_late|off_control)$/.test(String(read('state')));

/** Their «в срок» counts what was taken off control too. */
const IN_FORM = new Set(['measures', 'matrix']);

function isCounted({ table, key }: Pick<Linked, 'table' | 'key'>, read: Read): boolean {
  if (key === 'total') return true;
  if (key === 'due' || key === 'percent') return isDue(read);
  if (key === 'done' && IN_FORM.has(table.key)) return /^(?:done|off_control)$/.test(String(read('state')));
  return key === 'dueDone' ? isDue(read) && isDone(read) : read('state') === key;
}

function nameMonth(date: ReportRow['cells'][number]): string {
  return formatMonth(`${monthKey(date as CalendarDate)}-01`);
}

/** To whose rows a line of the table may lead. */
function isOfLine({ table, row }: Linked, read: Read): boolean {
  const school = read('school');
  if (table.key === 'matrix') {
    return row.level === 'total' ? school !== 'муниципалитет' : school === cellOf(table, row, 'school');
  }
  if (row.level === 'total') return true;
  if (table.key === 'months') {
    const control = read('control');
    const month = control === null ? 'без контрольной даты' : nameMonth(control);
    return month === cellOf(table, row, 'month');
  }
  return measuresOf(table, row).includes(read('measure'));
}

/** Of a measure itself; of a sub-total those down from its group. */
function measuresOf(table: ReportTable, row: ReportRow): readonly ReportRow['cells'][number][] {
  if (row.level === 'row') return [cellOf(table, row, 'number')];
  const above = table.rows.slice(0, table.rows.indexOf(row));
  const group = above.findLastIndex(({ level }) => level === 'group');
  return above.slice(group + 1).map((each) => cellOf(table, each, 'number'));
}

function isOfEntryLine({ table, row }: Linked, read: Read): boolean {
  if (row.level === 'total') return true;
  const lines: Readonly<Record<string, unknown>> = {
    work_months: nameMonth(read('date')),
    work_schools: read('school'),
    work_topics: read('topic') || 'тема не указана',
  };
  return lines[table.key] === cellOf(table, row, 'title');
}

const KINDS: Readonly<Record<string, string>> = {
  собеседование: 'собеседования',
  консультация: 'консультации',
  КПК: 'КПК',
  экскурсия: 'прочее',
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** Figures that stand without a link although there are rows behind them. */
function unlinkedIn(report: ReportDocument, name: string, keys: readonly string[]): readonly string[] {
  const table = tableOf(report, name);
  return table.rows.flatMap((row) =>
    keys
      .filter((key) => row.level !== 'group' && Number(cellOf(table, row, key)) > 0 && !row.links?.[key])
      .map((key) => `${name} ${row.level} ${key}`),
  );
}

describe('in every report', () => {
  test('a figure of executions leads to exactly the rows that it counts', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const linked of linkedIn(report, ['measures', 'states', 'months', 'matrix'])) {
          const { table, row, key, behind } = linked;
          expect(behind.filter((read) => !isOfLine(linked, read))).toEqual([]);
          if (key.startsWith('m')) {
            expect(behind.map((read) => [`m${read('measure')}`, read('state')])).toEqual([
              [key, cellOf(table, row, key)],
            ]);
            continue;
          }
          expect(behind.filter((read) => !isCounted(linked, read))).toEqual([]);
          if (key === 'percent') {
            const share = (behind.filter(isDone).length * 1000) / behind.length;
            expect(figureOf(table, row, key)).toBe(Math.round(share) / 10);
          } else if (table.columns.some((column) => column.key === key)) {
            expect(behind).toHaveLength(figureOf(table, row, key));
          }
        }
      }),
      RUNS,
    );
  });

  test('a figure of the schools’ plans leads to exactly the measures that it counts', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const hasPlans = tablesOf(report).some(({ key }) => key === 'school_plans');
        for (const { table, row, key, behind } of linkedIn(report, hasPlans ? ['school_plans'] : [])) {
          const schools = new Set(behind.map((read) => read('school')));
          if (row.level === 'row') expect([...schools]).toEqual([cellOf(table, row, 'school')]);
          if (key === 'percent') continue;
          expect(behind).toHaveLength(figureOf(table, row, key));
          if (key === 'total' || key === 'due') continue;
          expect(behind.filter((read) => read('state') !== key)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('a figure of the journal leads to exactly the entries that it counts or sums up', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const linked of linkedIn(report, ['work_months', 'work_schools', 'work_topics'])) {
          const { table, row, key, behind } = linked;
          expect(behind.filter((read) => !isOfEntryLine(linked, read))).toEqual([]);
          const figure = figureOf(table, row, key);
          if (key === 'leaders' || key === 'teachers') {
            expect(sum(behind.map((read) => Number(read(key))))).toBe(figure);
            continue;
          }
          expect(behind).toHaveLength(figure);
          if (key === 'entries') continue;
          const kind = WORK_TITLES[Number(key.slice('kind'.length)) - 1];
          expect(behind.filter((read) => KINDS[String(read('kind'))] !== kind)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  test('no line of it has a count that leads nowhere', () => {
    const perEntry = ['entries', ...WORK_TITLES.map((_, index) => `kind${index + 1}`), 'leaders', 'teachers'];
    fc.assert(
      fc.property(anyReport, (report) => {
        const counts = ['total', ...STATES];
        const unlinked = [
          ...['measures', 'states', 'months'].flatMap((name) => unlinkedIn(report, name, counts)),
          ...unlinkedIn(report, 'matrix', ['total', 'done', 'overdue', 'due', 'percent']),
          ...['work_months', 'work_schools', 'work_topics'].flatMap((name) =>
            unlinkedIn(report, name, perEntry),
          ),
        ];
        expect(unlinked.filter((each) => !/^(matrix|work_\w+) total/.test(each))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('the further orders of a table hold each of its rows once', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { rows, orders = [] } of tablesOf(report)) {
          for (const order of orders) {
            expect(order.rows.toSorted((a, b) => a - b)).toEqual(rows.map((_, index) => index));
          }
        }
      }),
      RUNS,
    );
  });
});

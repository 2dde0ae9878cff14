import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatRowId, parseRowId } from '../../../../functions/domain/sync/row-id.ts';
import { columnsOf, type SheetRow } from '../../../../functions/domain/sync/row.ts';
import { STAFF_WORKSHEETS } from '../../../../functions/domain/records/worksheet-key.ts';
import { planCommit } from '../../../../functions/use-cases/stored/plan-commit.ts';
import { planReconcile } from '../../../../functions/use-cases/sync/plan-reconcile.ts';
import { readReconcilePlan } from '../../../../functions/use-cases/sync/read-bases.ts';
import type { Tables } from '../../../../functions/use-cases/sync/reading/read-sheets.ts';
import type { Head } from '../../../../functions/use-cases/stored/head/head.ts';
import { readRows } from '../../../../functions/use-cases/stored/rows/shards.ts';
import { WORKSHEETS } from '../../../../functions/workbook/worksheets/index.ts';
import '../../../support/property-seed.ts';
import { countStore } from '../../../support/counting-store.ts';
import { createMemoryStore } from '../../../simulation/world/memory-store.ts';
import { gestures, perform, type Gesture, type Sheet } from '../../domain/sync/editor.ts';
import { runs } from '../../../support/long.ts';

const ROWS = 170;
const workbookId = 'книга';
const numberOf = (id: string) => parseRowId(id, workbookId, WORKSHEETS.executions.idPrefix);

function tableOf(rows: readonly SheetRow[]): Tables {
  const blank = Object.fromEntries(columnsOf(rows).map((column) => [column, null]));
  const executions = {
    kind: 'complete' as const,
    worksheet: WORKSHEETS.executions,
    sheetId: 1,
    title: 'Исполнение',
    binding: { headerRow: 0, columns: new Map(), missing: [], repeated: [], extra: [] },
    rows: rows.map(({ idCell, cells }, index) => ({
      rowIndex: index + 1,
      idCell,
      staff: { ...blank, ...cells },
      server: {},
    })),
    leftovers: [],
    above: [],
  };
  const others = STAFF_WORKSHEETS.map((key) => [key, { kind: 'vanished' }]);
  return { ...Object.fromEntries(others), executions };
}

/** A workbook of one worksheet, whose passes read as little as they may. */
function openBook() {
  const counting = countStore(createMemoryStore());
  const { store } = counting;
  const nextNumbers = Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, 1]));
  let head = { revision: 0, nextNumbers, digests: {}, held: {} } as unknown as Head;
  const sheet: Sheet = {
    rows: Array.from({ length: ROWS }, (_, index) => ({
      idCell: '',
      cells: {
        school: `ОО № ${index % 9}`,
        measure: '1.1',
        mark: index % 2 ? 'выполнено' : null,
        note: null,
      },
    })),
    deleted: [],
  };

  /** The plan from what was read, the plan from everything, and the reads that the first took. */
  async function pass(isYes: boolean) {
    const input = {
      workbookId,
      head,
      tables: tableOf(sheet.rows),
      today: '2026-11-23',
      agreed: isYes ? head.held : {},
    };
    counting.reset();
    const { plan, bases } = await readReconcilePlan(store, { ...input, changed: ['executions'] } as never);
    const { reads } = counting.counts;
    const executions = await readRows(store, workbookId, {
      worksheet: 'executions',
      nextNumber: head.nextNumbers.executions,
    });
    const whole = planReconcile({ ...input, bases: { executions } } as never);
    const sync = plan.syncs.executions;
    const next = {
      ...head,
      held: plan.held,
      nextNumbers: { ...head.nextNumbers, executions: sync?.nextNumber ?? 1 },
    };
    const worksheets = [
      {
        worksheet: 'executions' as const,
        base: bases.executions ?? new Map(),
        changes: sync?.changes ?? [],
      },
    ];
    const parts = planCommit({
      workbookId,
      head,
      next,
      worksheets,
      numberOf: (_, id) => numberOf(id) ?? 0,
      at: '2026-11-23T06:00:00.000Z',
      by: 'coordinator@example.ru',
    });
    for (const part of parts) {
      await store.commit(part.writes);
      head = part.head;
    }
    sheet.rows = sheet.rows.map((row, index) => ({ ...row, idCell: sync?.ids[index] ?? '' }));
    return { plan: plan.syncs.executions, whole: whole.syncs.executions, reads };
  }
  return { sheet, pass };
}

/** Gestures reach over all shards. */
const wide = gestures.map((bout): readonly Gesture[] =>
  bout.map((gesture) => ({
    ...gesture,
    from: (gesture.from * 37) % ROWS,
    to: (gesture.to * 41) % ROWS,
  })),
);

describe('the rows that a pass reads before it plans', () => {
  test('lead to the same plan as all rows, whatever people did', async () => {
    const bouts = fc.array(fc.tuple(wide, fc.boolean()), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(bouts, async (all) => {
        const { sheet, pass } = openBook();
        await pass(false);
        for (const [bout, isConfirmed] of all) {
          for (const gesture of bout) perform(sheet, gesture);
          const { plan, whole } = await pass(isConfirmed);
          expect(plan).toEqual(whole);
        }
      }),
      runs(60),
    );
  }, 60_000);

  test('are one shard for a changed cell, none for a sort, all for a new row', async () => {
    const { sheet, pass } = openBook();
    await pass(false);
    const [first] = sheet.rows;
    if (first) sheet.rows[0] = { ...first, cells: { ...first.cells, mark: 'в работе' } };
    expect((await pass(false)).reads).toBe(1);
    sheet.rows.reverse();
    expect((await pass(false)).reads).toBe(0);
    sheet.rows.splice(3, 1);
    expect((await pass(false)).reads).toBe(1);
    sheet.rows.push({ idCell: '', cells: { school: 'ОО № 1', measure: '2.1' } });
    expect((await pass(false)).reads).toBe(4);
    sheet.rows.push({ idCell: formatRowId(workbookId, 'e', 9_000), cells: { school: 'ОО № 1' } });
    expect((await pass(false)).reads).toBe(4);
  });
});

import type { Finding } from '../domain/finding.ts';
import { countOf, NOUNS } from '../domain/russian.ts';
import type { SyncPlan } from '../domain/sync/plan-sync.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import type { Table } from '../workbook/table.ts';

/** What is wrong with a worksheet as a whole: columns lost, rows held back by the brake. */
export function structureFindings(
  tables: Readonly<Record<StaffWorksheetKey, Table>>,
  syncs: Readonly<Partial<Record<StaffWorksheetKey, SyncPlan>>>,
): readonly Finding[] {
  return STAFF_WORKSHEETS.flatMap((key) => [
    ...missingColumns(key, tables[key].binding.missing),
    ...brakeFinding(key, syncs[key]),
  ]);
}

function missingColumns(worksheet: StaffWorksheetKey, titles: readonly string[]): readonly Finding[] {
  return titles.map((title) => ({
    code: 'column_lost',
    severity: 'warning',
    place: { worksheet, rowId: null },
    message: `На листе нет столбца «${title}». Его прежние значения сохранены и не считаются удалёнными.`,
    advice: 'Верните столбец под этим заголовком.',
  }));
}

function brakeFinding(worksheet: StaffWorksheetKey, sync: SyncPlan | undefined): readonly Finding[] {
  if (!sync?.brake) return [];
  const { vanished, limit } = sync.brake;
  return [
    {
      code: 'many_rows_vanished',
      severity: 'error',
      place: { worksheet, rowId: null },
      message:
        `С листа разом пропало ${countOf(vanished.length, NOUNS.row)} (больше ${limit}). ` +
        'Система сохранила их и ничего не удалила.',
      advice:
        'Если удалили нечаянно — отмените удаление (Ctrl+Z). Если так и нужно — подтвердите удаление: ' +
        'sync --confirm-deletions.',
    },
  ];
}

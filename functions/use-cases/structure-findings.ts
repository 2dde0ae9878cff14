import type { Finding } from '../domain/finding.ts';
import { countOf, NOUNS } from '../domain/russian.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../domain/worksheet-key.ts';
import type { Table } from '../workbook/table.ts';
import type { Head } from './stored-documents.ts';

/** What is wrong with a worksheet as a whole: columns lost, rows held back by the brake. */
export function structureFindings(
  tables: Readonly<Record<StaffWorksheetKey, Table>>,
  held: Head['held'],
): readonly Finding[] {
  return STAFF_WORKSHEETS.flatMap((key) => [
    ...missingColumns(key, tables[key].binding.missing),
    ...brakeFinding(key, held[key]),
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

function brakeFinding(
  worksheet: StaffWorksheetKey,
  held: Head['held'][StaffWorksheetKey],
): readonly Finding[] {
  if (!held) return [];
  return [
    {
      code: 'many_rows_vanished',
      severity: 'error',
      place: { worksheet, rowId: null },
      message: `С листа разом пропало ${countOf(held.rows, NOUNS.row)}. Система сохранила их и ничего не удалила.`,
      advice:
        'Если удалили нечаянно — отмените удаление (Ctrl+Z). Если так и нужно — меню «ШНОР» → ' +
        '«Синхронизировать»: система спросит и удалит.',
    },
  ];
}

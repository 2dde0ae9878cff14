import type { Finding } from '../../../domain/findings/finding.ts';
import { countOf, NOUNS, pluralForm } from '../../../domain/text/russian.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../domain/records/worksheet-key.ts';
import type { RepeatedColumn } from '../../../workbook/table/bind-columns.ts';
import { WORKSHEETS } from '../../../workbook/worksheets/index.ts';
import { columnLetters } from '../../../workbook/layout/columns.ts';
import { columnTitle } from '../../../workbook/table/show-cell.ts';
import { isIndispensable } from '../../../workbook/table/find-header.ts';
import { feedsFigures, type Column, type Worksheet } from '../../../workbook/worksheets/spec.ts';
import { describeGap, gapsOf, type Gap } from '../../../workbook/table/gaps.ts';
import { describeLookAlike, findLookAlikes, type LookAlike } from '../../../workbook/table/look-alikes.ts';
import type { Table, UnreadTable } from '../../../workbook/table/table.ts';
import type { Tables } from './read-sheets.ts';
import type { Head } from '../../stored/head/head.ts';

type Held = NonNullable<Head['held'][StaffWorksheetKey]>;
type Told = Pick<Finding, 'code' | 'severity' | 'message' | 'advice'>;

/** What is wrong with a worksheet as a whole: tab or columns lost, columns doubled, losses held by the brake. */
export function structureFindings(tables: Tables, held: Head['held']): readonly Finding[] {
  return STAFF_WORKSHEETS.flatMap((worksheet) => {
    const table = tables[worksheet];
    const waiting = held[worksheet];
    const told =
      table.kind === 'complete'
        ? [...columnsTold(table), ...(waiting ? heldBack(worksheet, waiting) : [])]
        : [unread(worksheet, table, waiting)];
    return told.map((each) => ({ ...each, place: { worksheet, rowId: null } }));
  });
}

function columnsTold(table: Table): readonly Told[] {
  const { missing, repeated } = table.binding;
  const gaps = gapsOf(table);
  // Of a copy that says something else figures may be wrong: that is told already.
  const doubled = new Set(gaps.flatMap((gap) => (gap.kind === 'column_doubled' ? [gap.column.key] : [])));
  return [
    ...missing.filter((column) => !feedsFigures(column) && column.isOptional !== true).map(columnLost),
    ...gaps.map((gap) => gapFound(gap, table)),
    ...repeated.filter(({ column }) => !doubled.has(column.key)).map(columnRepeated),
    ...findLookAlikes(table).map(lookAlikeFound),
  ];
}

function gapFound(gap: Gap, { binding }: Table): Told {
  return { code: gap.kind, severity: 'error', ...describeGap(gap, binding.headerRow) };
}

function lookAlikeFound(lookAlike: LookAlike): Told {
  return { code: 'column_look_alike', severity: 'warning', ...describeLookAlike(lookAlike) };
}

function columnLost({ title, owner }: Column): Told {
  if (owner === 'server') {
    return {
      code: 'column_lost',
      severity: 'warning',
      message: `На листе нет столбца «${title}», который заполняет система.`,
      advice:
        'Отмените удаление (Ctrl+Z) или попросите того, кто сопровождает систему, выполнить команду provision: ' +
        'она вернёт столбец.',
    };
  }
  return {
    code: 'column_lost',
    severity: 'warning',
    message: `На листе нет столбца «${title}». Его прежние значения сохранены и не считаются удалёнными.`,
    advice: 'Верните столбец под этим заголовком.',
  };
}

function columnRepeated({ column, index, other }: RepeatedColumn): Told {
  const [read, kept] = [columnLetters(index), columnLetters(other)];
  return {
    code: 'column_repeated',
    severity: 'warning',
    message:
      `Столбец «${column.title}» стоит на листе дважды: ${read} и ${kept}. ` +
      `Учитывается ${read}; написанное в ${kept} сохраняется, но не учитывается.`,
    advice: 'Оставьте один столбец или дайте второму другой заголовок.',
  };
}

function heldBack(worksheet: StaffWorksheetKey, { rows, columns = [], names = [] }: Held): readonly Told[] {
  return [
    ...(rows > 0 ? [rowsVanished(rows, names)] : []),
    ...columns.map(({ column, cells }) => columnEmptied(columnTitle(worksheet, column), cells)),
  ];
}

function rowsVanished(rows: number, names: readonly string[]): Told {
  return {
    code: 'many_rows_vanished',
    severity: 'error',
    message: `С листа разом ${formatGone(rows)}${listTitles(rows, names)}. Система сохранила их и ничего не удалила.`,
    advice: `Если удалили нечаянно — отмените удаление (Ctrl+Z) или меню «ШНОР» → «Восстановить…». ${HOW_TO_AGREE}`,
  };
}

/** «: ОО № 1, 1.1; ОО № 2, 1.1 и ещё 3»; '' where no names are known. */
export function listTitles(rows: number, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = rows > names.length ? ` и ещё ${rows - names.length}` : '';
  return `: ${names.join('; ')}${more}`;
}

/** «пропала 1 строка», «пропали 2 строки», «пропало 5 строк». */
export function formatGone(rows: number): string {
  return `${pluralForm(rows, ['пропала', 'пропали', 'пропало'])} ${countOf(rows, NOUNS.row)}`;
}

function columnEmptied(title: string, cells: number): Told {
  return {
    code: 'column_emptied',
    severity: 'error',
    message:
      `Столбец «${title}» разом опустел: было заполнено ${countOf(cells, NOUNS.cell)}. ` +
      'Система сохранила прежние значения и ничего не удалила.',
    advice: `Если очистили нечаянно — отмените (Ctrl+Z). ${HOW_TO_AGREE}`,
  };
}

const HOW_TO_AGREE = 'Если так и нужно — меню «ШНОР» → «Синхронизировать»: система спросит и удалит.';

function unread(worksheet: StaffWorksheetKey, table: UnreadTable, held: Held | undefined): Told {
  return table.kind === 'vanished'
    ? worksheetVanished(WORKSHEETS[worksheet].title, held?.rows ?? 0)
    : worksheetUnreadable(table.missing, WORKSHEETS[worksheet]);
}

function worksheetVanished(title: string, rows: number): Told {
  const kept = rows > 0 ? ` Записи с него (${countOf(rows, NOUNS.row)}) сохранены, ничего не удалено.` : '';
  const agree = rows > 0 ? ` ${HOW_TO_AGREE}` : '';
  return {
    code: 'worksheet_vanished',
    severity: 'error',
    message: `В книге нет листа «${title}».${kept}`,
    advice:
      'Верните лист: Ctrl+Z или «Файл» → «История версий». Если остались работать в его копии, назовите её ' +
      `«${title}» и попросите того, кто сопровождает систему, выполнить команду provision; без копии она создаст ` +
      `пустой лист.${agree}`,
  };
}

function worksheetUnreadable(missing: readonly Column[], { columns }: Worksheet): Told {
  const isHeaderGone = missing.length === columns.filter(isIndispensable).length;
  const which = missing.length === 1 ? 'столбца' : 'столбцов';
  const what = isHeaderGone
    ? 'строки заголовков: без неё'
    : `${which} ${missing.map(({ title }) => `«${title}»`).join(', ')}: без этого`;
  return {
    code: 'worksheet_unreadable',
    severity: 'error',
    message:
      `На листе нет ${what} строки не прочесть. ` +
      'Прежние записи сохранены, новые правки на этом листе пока не принимаются.',
    advice:
      'Верните заголовок или отмените удаление (Ctrl+Z). Если не вышло, попросите того, кто сопровождает систему, ' +
      'выполнить команду provision: она вернёт заголовки и ничего не запишет поверх строк.',
  };
}

import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import type { Cell } from '../layout/layout.ts';

/** What a cell of the column means; reading, dropdowns, formats and help follow from it. */
export type ColumnType =
  | { readonly kind: 'text' }
  /** `reach`: as many years before the period are nothing strange; absent: five. */
  | { readonly kind: 'date'; readonly reach?: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly isYear?: boolean }
  | { readonly kind: 'percent' }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly isOpen?: boolean }
  /** The short name of a school from «Школы». */
  | { readonly kind: 'school' }
  /** A time in words; a date that the sheet made of it is read as that date. `options` are offered, not required. */
  | { readonly kind: 'phrase'; readonly options?: readonly string[] }
  /** The number that a measure is called by: `1.1` and `1.10` are two. */
  | { readonly kind: 'measure_number' }
  /** The number of a measure from «Регламент», `1.1`. */
  | { readonly kind: 'measure' }
  /** Several numbers of measures: `1.1; 5.1`. */
  | { readonly kind: 'measures' }
  | { readonly kind: 'link' }
  /** Anything: the name in its row tells its type, or it is the staff's own affair. */
  | { readonly kind: 'parameter' }
  /** The server's name of the row. */
  | { readonly kind: 'id' };

export interface Column {
  /** The word the code uses. */
  readonly key: string;
  /** The header cell. */
  readonly title: string;
  /** Other headers under which the column is recognised. */
  readonly synonyms?: readonly string[];
  readonly owner: 'staff' | 'server';
  readonly type: ColumnType;
  /** Pixels. */
  readonly width: number;
  /** Russian, shown as the header's note and in «Инструкция». */
  readonly note: string;
  /** Older sheets never had it: its absence is no loss where no row has held anything in it. */
  readonly isOptional?: boolean;
  /** A row without it is typed half. */
  readonly isRequired?: boolean;
  /** Of plain texts and links: figures depend on what is typed here. Of all other types they do anyway. */
  readonly feeds?: true;
}

/** Whether figures of reports depend on what staff type in the column: without it they would be wrong in silence. */
export function feedsFigures({ owner, type, isRequired, feeds }: Column): boolean {
  const isPlain = type.kind === 'text' || type.kind === 'link';
  return owner === 'staff' && (!isPlain || isRequired === true || feeds === true);
}

export interface Worksheet {
  readonly key: StaffWorksheetKey;
  readonly title: string;
  readonly synonyms?: readonly string[];
  /** First letter of the row ids. */
  readonly idPrefix: string;
  /** Russian, for «Инструкция»: what the sheet is for. */
  readonly purpose: string;
  /**
   * What names a row for people, then the verdict on it, so that both stay in sight while one types; the staff's columns
   * in the order in which they are filled in; last the id. It is narrow and not hidden: hidden columns are left behind
   * by whoever copies, cuts or sorts what they see.
   */
  readonly columns: readonly Column[];
  /**
   * Lines of text that a row shows at least: its height is fixed, so that it does not jump with what «Проверка» says.
   * Absent: two.
   */
  readonly rowLines?: number;
  /** Keys of the columns that name a row for people; they help to recognise a row that lost its id. */
  readonly naturalKey: readonly string[];
  /** Rows that a new workbook starts with, by column key. */
  readonly seed?: readonly Readonly<Record<string, Cell>>[];
}

type StaffColumn = Omit<Column, 'owner' | 'type'> & { readonly type?: ColumnType };

/** A column that staff type in; plain text unless told otherwise. */
export function staff(column: StaffColumn): Column {
  return { type: { kind: 'text' }, ...column, owner: 'staff' };
}

/** A column that the functions alone write. */
export function server(column: StaffColumn): Column {
  return { type: { kind: 'text' }, ...column, owner: 'server' };
}

export const ID_COLUMN: Column = server({
  key: 'id',
  title: 'ID',
  type: { kind: 'id' },
  width: 64,
  note: 'Имя строки, его ставит система. По нему строку узнают после сортировки и переноса. Не изменяйте.',
});

export const CHECK_COLUMN: Column = server({
  key: 'check',
  title: 'Проверка',
  width: 230,
  note:
    'Что не так в строке и что с этим сделать. Заполняет система при каждой проверке. Если текст не помещается, ' +
    'щёлкните по ячейке: весь он — в строке формул и на листе «Контроль».',
});

export const CONTROL_DATE_COLUMN: Column = server({
  key: 'controlDate',
  title: 'Контрольная дата',
  type: { kind: 'date' },
  width: 105,
  note: 'День, по который нужно исполнить. Вычисляет система из срока регламента.',
});

export const STATE_COLUMN: Column = server({
  key: 'state',
  title: 'Состояние',
  width: 130,
  note: 'Вычисляет система из отметки, документа, контрольной даты и сегодняшнего дня.',
});

/** Where a document can be named, the same in every sheet that has one. */
export const EVIDENCE_COLUMNS: readonly Column[] = [
  staff({
    key: 'evidenceKind',
    title: 'Вид документа',
    synonyms: ['Подтверждающий документ', 'Документ'],
    type: {
      kind: 'choice',
      isOpen: true,
      options: [
        'приказ',
        'распоряжение',
        'протокол',
        'план',
        'программа',
        'справка',
        'письмо',
        'лист регистрации',
        'скриншот',
        'удостоверение КПК',
      ],
    },
    width: 140,
    note: 'Чем подтверждается исполнение: приказ, протокол, справка, письмо…',
  }),
  staff({
    key: 'evidenceNumber',
    title: 'Номер документа',
    synonyms: ['№ документа', 'Номер'],
    width: 110,
    feeds: true,
    note: 'Номер документа, как на нём стоит.',
  }),
  staff({
    key: 'evidenceDate',
    title: 'Дата документа',
    type: { kind: 'date', reach: 3 },
    width: 110,
    note: 'Дата документа: ДД.ММ.ГГГГ.',
  }),
  staff({
    key: 'link',
    title: 'Ссылка',
    synonyms: ['Ссылка на документ', 'Адрес документа'],
    type: { kind: 'link' },
    width: 160,
    feeds: true,
    note: 'Адрес документа или раздела сайта. Заменяет вид, номер и дату.',
  }),
];

export const NOTE_COLUMN: Column = staff({
  key: 'note',
  title: 'Примечание',
  synonyms: ['Комментарий'],
  width: 200,
  note: 'Любой текст. Без персональных данных: только должности и числа.',
});

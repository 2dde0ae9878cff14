import { meaningOf, STATES, STATE_TITLES } from '../../domain/assessment/states/state.ts';
import { FINDING_CATALOGUE, TOPICS } from '../../domain/findings/finding-catalogue.ts';
import { SEVERITY_TITLES } from '../../domain/findings/finding.ts';
import { WORKSHEETS_IN_ORDER } from '../worksheets/index.ts';
import type { LayoutRow, SheetLayout } from '../layout/layout.ts';
import { BODY_STYLE, HEADER_STYLE, TITLE_STYLE, TAB_COLOURS } from '../layout/palette.ts';
import { layoutServerSheet } from './server-layout.ts';
import { SERVER_SHEETS } from './server-sheets.ts';
import { SETTING_SPECS } from '../worksheets/settings.ts';
import type { Column, Worksheet } from '../worksheets/spec.ts';

/** Written for a coordinator who opens the workbook for the first time. */
const STEPS: readonly string[] = [
  '1. Проверьте лист «Настройки»: период, наименование учреждения, адресат отчёта.',
  '2. Внесите школы на лист «Школы» и поставьте каждой статус. Учитываются статусы из настройки «Учитывать статусы».',
  '3. На листе «Регламент» посмотрите, как понят каждый срок. Если понят неверно — заполните «Контрольная дата вручную», «Причина» и «Кем назначена». Мероприятия из чужого плана (.xlsx, .csv, .docx) добавит «ШНОР» → «Импорт плана…».',
  '4. Пришло письмо или приказ министерства — внесите его на лист «Внешние акты» с номером мероприятия: ожидающие сроки сразу получат дату.',
  '5. Ведите лист «Исполнение»: одна строка — одно мероприятие одной школы. Ставьте отметку, дату и документ.',
  '6. Собеседования, консультации, мероприятия, курсы и процедуры записывайте в «Журнал». Планы («дорожные карты») самих школ ведите на листе «Планы школ»; из файла их добавит «ШНОР» → «Импорт плана…», если выбрать школу.',
  '7. Меню «ШНОР» → «Проверить сроки»: рядом со школой и мероприятием, в столбце «Проверка», появится, что не так и что сделать. Всё вместе, самое важное сверху, — на листе «Контроль».',
  '8. Меню «ШНОР» → «Сформировать отчёт»: появится лист «Сводный отчёт № …». Отчёт нумеруется и хранится неизменным; подписывает и отправляет его человек. Другой вид отчёта, другой день, квартал или месяц, файлы .docx и .xlsx, отметка о подписании и отзыв — «ШНОР» → «Отчёты…».',
];

const RULES: readonly string[] = [
  'Белые столбцы — ваши: система в них никогда не пишет. Серые столбцы и листы «Контроль», «О системе», «Инструкция», «Сводный отчёт» ведёт система: набранное там будет заменено.',
  'Строки можно сортировать, вставлять, копировать, переносить и удалять. Система узнаёт строку по столбцу «ID», а если он пропал — по содержанию.',
  'Ничего из набранного не пропадает: недописанная или непонятая строка сохраняется как есть, а рядом написано, чего в ней не хватает.',
  'Если разом исчезнет много строк, система ничего не удалит и спросит.',
  'Дату пишите так: 15.09.2026. Номер мероприятия выбирайте из списка.',
  '«Выполнено» подтверждается видом, номером и датой документа — или ссылкой. Иначе состояние будет «выполнено, не подтверждено».',
  'Сделанное после срока — «выполнено с опозданием»: в отчёте оно стоит отдельно, рядом с выполненным в срок.',
  'Если срок повторяется, пишите в «За какой срок», за какой именно: «III квартал», «сентябрь». Без этого строка берёт свободный срок по дате исполнения.',
  'Контролёр ведёт столбцы «Исполнения» после «Примечания»: «Снято с контроля» — исполнение принято; «Возвращено» — чего не хватает; «Срок перенесён на» действует вместе с «Основание переноса», прежний срок остаётся виден. Нужна ли приёмка, решает лист «Настройки».',
  'Если просрочено, напишите «Причину» и «Принятые меры»: отчёт печатает их рядом с просроченным.',
  'Если почтовый сервер не принял письмо, об этом скажет «Проверка» на листе «Ответственные». Письмо, возвращённое позже (ящика нет, он полон), приходит на адрес отправителя: его читает человек, системе возврат не виден.',
  'Школа отчитывается с дня «Включена с» по день «Дата выхода».',
  'Срок, который ждёт письма или приказа министерства, не считается просроченным.',
  'Без персональных данных: вместо фамилий — должности, вместо списков — числа.',
];

const WIDTHS = [200, 200, 760];

/** «Инструкция»: what to do, the rules, and every column with its meaning, from the descriptions themselves. */
export function layoutInstruction(): SheetLayout {
  const text = sections();
  const textRows = text.reduce((sum, { lines }) => sum + lines.length + 2, 0);
  return layoutServerSheet({
    title: SERVER_SHEETS.instruction.title,
    tabColour: TAB_COLOURS.seldom,
    columnWidths: WIDTHS,
    rows: [
      ...text.flatMap(({ title, lines }) => [
        line(title, TITLE_STYLE),
        ...lines.map((each) => line(each)),
        line(null),
      ]),
      line('Листы и столбцы', TITLE_STYLE),
      { cells: ['Лист', 'Столбец', 'Что значит'].map((value) => ({ value, style: HEADER_STYLE })) },
      ...WORKSHEETS_IN_ORDER.flatMap(worksheetRows),
    ],
    spareRows: 2,
    merges: Array.from({ length: textRows + 1 }, (_, row) => ({
      startRow: row,
      endRow: row + 1,
      startColumn: 0,
      endColumn: 3,
    })),
  });
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

function sections(): readonly Section[] {
  return [
    { title: 'Как работать с книгой', lines: STEPS },
    { title: 'Правила', lines: RULES },
    {
      title: 'Состояния исполнения',
      lines: STATES.map((state) => `«${STATE_TITLES[state]}» — ${meaningOf(state)}`),
    },
    {
      title: 'Важность замечаний',
      lines: [`От самого важного: ${Object.values(SEVERITY_TITLES).join(', ')}.`],
    },
    { title: 'О чём бывают замечания', lines: catalogueLines() },
    {
      title: 'Параметры листа «Настройки» (недостающий впишите строкой: имя и значение)',
      lines: SETTING_SPECS.map(({ title, note }) => `«${title}» — ${note}`),
    },
  ];
}

/** One line a topic: all its findings. */
function catalogueLines(): readonly string[] {
  const all = [...FINDING_CATALOGUE.values()];
  return Object.entries(TOPICS).map(([topic, title]) => {
    const told = all.filter((note) => note.topic === topic).map(({ when }) => when);
    return `${title}: ${told.join('; ')}.`;
  });
}

/** Characters that fit the merged width; longer lines need a second row of text. */
const LINE_CHARACTERS = 165;

function line(text: string | null, style = {}): LayoutRow {
  const lines = Math.max(1, Math.ceil((text?.length ?? 0) / LINE_CHARACTERS));
  return {
    height: lines * 18 + (style === TITLE_STYLE ? 10 : 4),
    cells: [{ value: text, style: { wrap: true, verticalAlign: 'middle', ...style } }],
  };
}

function worksheetRows({ title, purpose, columns }: Worksheet): readonly LayoutRow[] {
  return [
    {
      cells: [
        { value: title, style: { ...BODY_STYLE, bold: true } },
        { value: null, style: BODY_STYLE },
        { value: purpose, style: { ...BODY_STYLE, bold: true } },
      ],
    },
    ...columns.map((column) => columnRow(column)),
  ];
}

function columnRow({ title, owner, note, isRequired }: Column): LayoutRow {
  const marks = [owner === 'server' ? 'Заполняет система.' : '', isRequired ? 'Обязательно.' : ''];
  return {
    cells: [
      { value: null, style: BODY_STYLE },
      { value: title, style: BODY_STYLE },
      { value: [note, ...marks].filter(Boolean).join(' '), style: BODY_STYLE },
    ],
  };
}

import { statesShown } from '../../functions/domain/report/tables/figure-states.ts';
import type {
  ReportColumn,
  ReportDocument,
  ReportPart,
  ReportRow,
  ReportTable,
} from '../../functions/domain/report/report-document.ts';

/** Those that every department has. */
const STATES = statesShown({});

/** A small report with every kind of block, row, column and such state, links, a masked figure and an empty table. */
export const SAMPLE_REPORT: ReportDocument = {
  schema: 'report-document-1',
  form: 'full',
  number: 4,
  date: '2021-10-02',
  asOf: '2021-10-01',
  span: { start: '2021-01-01', end: '2021-12-31', title: '2021 год' },
  revision: 27,
  requisites: {
    standard: 'ГОСТ Р 7.0.97-2016',
    institution: 'МКУ «Управление образования КГО»',
    contacts: 'телефон (351) 000-00-00',
    documentKind: 'СВОДНЫЙ ОТЧЁТ',
    reference: 'На письмо от 20.09.2021 № 15',
    addressee: 'МОиН Челябинской области',
    heading: 'Об исполнении регламента сопровождения ШНОР за 2021 год',
    signer: { position: 'Начальник МКУ «Управление образования КГО»', name: '' },
    executor: 'методист, телефон (351) 000-00-00',
  },
  parts: [title(), summary(), matrix(), late(), details()],
};

function title(): ReportPart {
  return {
    key: 'title',
    title: 'Общие сведения',
    blocks: [
      { kind: 'text', style: 'subheading', text: 'За что отчёт' },
      { kind: 'text', style: 'body', text: 'По состоянию на 01.10.2021 учитывается 9 исполнений.' },
      { kind: 'text', style: 'note', text: 'Процент — доля выполненных из тех, срок которых наступил.' },
    ],
  };
}

function summary(): ReportPart {
  const columns: readonly ReportColumn[] = [
    { key: 'number', title: '№ п/п', kind: 'text', width: 12 },
    { key: 'title', title: 'Мероприятие', kind: 'text', width: 120 },
    { key: 'control', title: 'Контрольная дата', kind: 'date', width: 30 },
    { key: 'total', title: 'Всего', group: 'Исполнений', kind: 'count', width: 35 },
    { key: 'done', title: 'Выполнено', group: 'Исполнений', kind: 'count', width: 35 },
    { key: 'percent', title: '% от наступивших', kind: 'percent', width: 35 },
  ];
  const rows: readonly ReportRow[] = [
    { level: 'group', cells: ['1. Организационная работа с ШНОР', null, null, null, null, null] },
    {
      level: 'row',
      cells: ['1.2', 'Собеседование с руководителями ШНОР', '2021-12-31', 6, 1, null],
      links: { total: { from: 0, to: 6 }, done: { from: 0, to: 1 } },
      source: { worksheet: 'regulation', rowId: 'r1' },
    },
    { level: 'row', cells: ['1.3', 'Консультации =СУММ(A1)', null, 3, 'менее 10', 66.7] },
    { level: 'subtotal', cells: [null, 'Итого по разделу', null, 9, 3, 66.7] },
    { level: 'total', cells: [null, 'Всего', null, 9, 3, 66.7] },
  ];
  const table: ReportTable = { key: 'measures', title: '', columns, rows, emptyText: 'Мероприятий нет.' };
  return {
    key: 'summary',
    title: 'Исполнение по мероприятиям',
    blocks: [
      { kind: 'table', table },
      {
        kind: 'chart',
        chart: {
          title: 'Исполнение по мероприятиям',
          kind: 'stacked_bar',
          tableKey: 'measures',
          labelColumn: 'number',
          valueColumns: ['total', 'done'],
        },
      },
    ],
  };
}

function matrix(): ReportPart {
  const columns: readonly ReportColumn[] = [
    { key: 'school', title: 'Школа', kind: 'text', width: 27 },
    ...STATES.map((state, index): ReportColumn => ({
      key: `m${index}`,
      title: `1.${index + 1}`,
      kind: 'state',
      width: 24,
    })),
  ];
  const rows: readonly ReportRow[] = [
    {
      level: 'row',
      cells: ['ОО № 1', ...STATES],
      links: { m0: { from: 0, to: 1 } },
      source: { worksheet: 'schools', rowId: 's1' },
    },
    { level: 'row', cells: ['ОО № 2 имени длинного наименования', ...STATES.map(() => null)] },
  ];
  const table = { key: 'matrix', title: 'По школам', columns, rows, emptyText: 'Школ нет.' };
  return { key: 'schools', title: 'По школам', blocks: [{ kind: 'table', table }] };
}

function late(): ReportPart {
  const columns: readonly ReportColumn[] = [
    { key: 'school', title: 'Школа', kind: 'text', width: 177 },
    { key: 'control', title: 'Контрольная дата', kind: 'date', width: 30 },
    { key: 'state', title: 'Состояние', kind: 'state', width: 30 },
    { key: 'days', title: 'Дней', kind: 'days', width: 30 },
  ];
  const source = { worksheet: 'executions', rowId: 'e1' };
  const rows: readonly ReportRow[] = [
    { level: 'row', cells: ['ОО № 1', '2021-08-31', 'overdue', 31], source },
    { level: 'row', cells: ['ОО № 2', '2021-10-05', 'in_progress', -4] },
  ];
  return {
    key: 'late',
    title: 'Просрочено и под угрозой',
    blocks: [
      { kind: 'table', table: { key: 'overdue', title: 'Просрочено', columns, rows, emptyText: 'Нет.' } },
      {
        kind: 'table',
        table: {
          key: 'at_risk',
          title: 'Под угрозой',
          columns,
          rows: [],
          emptyText: 'Под угрозой ничего нет.',
        },
      },
    ],
  };
}

function details(): ReportPart {
  const columns: readonly ReportColumn[] = [
    { key: 'measure', title: '№ мероприятия', kind: 'text', width: 67 },
    { key: 'school', title: 'Школа', kind: 'text', width: 100 },
    { key: 'state', title: 'Состояние', kind: 'state', width: 100 },
  ];
  const rows = STATES.map((state, index): ReportRow => ({
    level: 'row',
    cells: [index < 6 ? '1.2' : '1.3', `ОО № ${index + 1}`, state],
    source: { worksheet: 'executions', rowId: `e${index + 1}` },
  }));
  return {
    key: 'details',
    title: 'Расшифровка',
    blocks: [
      { kind: 'table', table: { key: 'details', title: '', columns, rows, emptyText: 'Исполнений нет.' } },
    ],
  };
}

import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import type { Finding } from '../../../../../functions/domain/findings/finding.ts';
import type {
  Execution,
  JournalEntry,
  WorkbookRecords,
} from '../../../../../functions/domain/records/records.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import type { SpanChoice } from '../../../../../functions/domain/report/report-span.ts';
import { excludedTable } from '../../../../../functions/domain/report/tables/excluded-table.ts';
import { execution, PROOF, records } from '../../records/records-builder.ts';
import { linesOfText, printedTable } from '../printed.ts';

const DAY = '2021-09-30';
const TODAY = '2021-11-10';
const QUARTER = { kind: 'quarter', year: 2021, quarter: 3 } as const;

interface Asked {
  readonly asOf?: CalendarDate;
  readonly span?: SpanChoice;
}

function excluded(changes: Partial<WorkbookRecords>, asked: Asked = {}): readonly string[] {
  const assessment = assessWorkbook(records(changes), TODAY);
  return printedTable(excludedTable(prepareBasis({ assessment, ...asked })));
}

/** `Что: сколько` alone. */
function counts(changes: Partial<WorkbookRecords>, asked?: Asked): readonly string[] {
  return excluded(changes, asked)
    .slice(1)
    .map((line) => line.split(' | ').slice(0, 2).join(': '));
}

const MEASURES = records().measures.map((measure) =>
  measure.number === '4.2' ? { ...measure, deadlinePhrase: 'Ежеквартально' } : measure,
);

function finding(worksheet: Finding['place']['worksheet'], rowId: string | null): Finding {
  const place = { worksheet, rowId, column: null } as unknown as Finding['place'];
  return { code: 'unknown_choice', severity: 'error', place, message: '', advice: '' };
}

function entry(rowId: string, changes: Partial<JournalEntry> = {}): JournalEntry {
  const told = {
    date: '2021-08-05',
    kind: 'КПК',
    measure: '4.2',
    school: null,
    topic: '',
    evidence: {},
  } as const;
  return { rowId, ...told, ...changes };
}

const done = (rowId: string, changes: Partial<Execution>): Execution =>
  execution({ rowId, mark: 'выполнено', ...changes });

/** One workbook that has of everything that is left out. */
const MIXED: Partial<WorkbookRecords> = {
  schools: [
    { rowId: 's1', name: 'ОО № 1', status: 'ШНОР' },
    { rowId: 's2', name: 'ОО № 2', status: '500+', bank: { includedOn: '2021-07-01' } },
    { rowId: 's3', name: 'ОО № 3', status: 'вышла' },
    { rowId: 's4', name: 'ОО № 4', status: 'группа риска' },
    { rowId: 's5', name: 'оо № 1', status: 'ШНОР' },
    { rowId: 's6', name: 'ОО № 6', status: 'ШНОР', bank: { includedOn: '2021-10-05' } },
    { rowId: 's7', name: 'ОО № 7', status: 'вышла', bank: { exitDate: '2021-10-20' } },
    { rowId: 's8', name: 'ОО № 8', status: 'ШНОР', bank: { updatedOn: '2021-10-10', vacancies: 1 } },
  ],
  measures: [
    ...MEASURES,
    ...MEASURES.filter(({ number }) => number === '3.2').map((each) => ({ ...each, rowId: 'r9' })),
  ],
  acts: [{ rowId: 'a1', kind: 'письмо', issuer: 'МОиН', number: '1', date: '2021-10-01', measures: ['1.1'] }],
  executions: [
    execution({ rowId: 'e1' }),
    execution({ rowId: 'e2' }),
    execution({ rowId: 'e3', school: 'ОО № 4' }),
    execution({ rowId: 'e4', school: 'ОО № 3', measure: '4.2' }),
    execution({ rowId: 'e5', measure: '9.9' }),
    execution({ rowId: 'e6', measure: '4.2', occurrence: 'март 2019' }),
    execution({ rowId: 'e7', measure: '4.2', occurrence: 'I–III кварталы' }),
    execution({ rowId: 'e8', measure: '4.2', occurrence: 'когда-нибудь' }),
    done('e9', { measure: '4.2', doneOn: '2020-05-01' }),
    execution({ rowId: 'e10', school: 'ОО № 2', measure: '4.2', occurrence: 'I квартал' }),
    done('e11', { school: 'ОО № 2', doneOn: '2021-10-01' }),
    done('e12', { school: 'ОО № 8', doneOn: '2021-09-20', evidence: { ...PROOF, date: '2021-10-02' } }),
    done('e13', { school: 'ОО № 7', evidence: { link: 'https://example.org' } }),
    execution({ rowId: 'e14', school: 'ОО № 8', measure: '2.1', mark: 'в работе' }),
    execution({ rowId: 'e15', school: null, measure: '2.2' }),
  ],
  journal: [
    entry('j1'),
    entry('j2', { date: '2021-03-05' }),
    entry('j3', { date: '2021-10-05' }),
    entry('j4', { evidence: { ...PROOF, date: '2021-10-06' } }),
  ],
  findings: [
    finding('executions', 'x1'),
    finding('executions', 'x1'),
    finding('executions', 'x2'),
    finding('executions', 'e1'),
    finding('executions', null),
    finding('journal', 'x3'),
    finding('journal', 'j1'),
    finding('schools', 'x4'),
  ],
};

/*
 * By hand: the quarter has 2.1, 3.1, 3.2 and one occurrence of 4.2. Outside it are 1.2, 4.1, 5.2 of four schools, 2.2,
 * and of 4.2 the IV quarter of four and the first two of three, for № 2 joined after them: 12 + 1 + 4 + 6 = 23.
 */
test('what is left out of a quarter as of a past day', () => {
  expect(excluded(MIXED, { asOf: DAY, span: QUARTER })).toEqual(
    linesOfText(`
[excluded] what | count | why
Школы со статусом «вышла»: ОО № 3 | 1 | Статус не входит в параметр «Учитывать статусы».
Школы со статусом «группа риска»: ОО № 4 | 1 | Статус не входит в параметр «Учитывать статусы».
Повторные строки школ: ОО № 1 | 1 | Школа записана не один раз; учтена строка, внесённая первой.
Школы, включённые в список позже: ОО № 6 | 1 | В отчётный день школы ещё не было в списке: «Включена с» или «Год включения».
Строки «Исполнения», в которых мероприятие или школа не поняты | 2 | Мероприятия нет на листе «Регламент», школы нет на листе «Школы» или строка не дописана; см. замечания.
Строки «Исполнения» по мероприятиям, которых нет в регламенте | 1 | Мероприятие удалено с листа «Регламент», а исполнения остались.
Строки «Исполнения» неучитываемых школ: ОО № 4, ОО № 3 | 2 | Школа не учитывается.
Повторные строки «Исполнения» | 1 | Та же школа, мероприятие и срок уже есть; учтена строка, где назван срок и есть документ, из равных — внесённая первой.
Строки «Исполнения», у которых «За какой срок» не называет срока мероприятия | 3 | За какой срок работа, не понять; см. замечания.
Строки «Исполнения» с датой исполнения до отчётного периода | 1 | Работа другого периода, и срок этого в строке не назван.
Строки «Исполнения» за сроки, когда школы не было в списке | 1 | Срок закончился до «Включена с» или наступает после «Даты выхода».
Повторные строки «Регламента» | 1 | Номер мероприятия стоит не один раз; учтена строка, внесённая первой.
Записи журнала, в которых дата, мероприятие или школа не поняты | 1 | Строка не дописана или с ошибкой; см. замечания.
Исполнения с контрольной датой в другое время | 23 | Контрольная дата вне отчётных дней.
Исполнения без контрольной даты (мероприятия 1.1, 1.3, 5.1) | 12 | Ожидают акта, идут по запросу или срок не понят: входят только в отчёт за весь период.
Записи журнала за другое время | 1 | Дата записи вне отчётных дней.
Отметки «выполнено» с более поздней датой | 1 | На 30.09.2021 ещё не исполнено.
Подтверждающие документы с более поздней датой | 1 | На 30.09.2021 документа не было: исполнение показано как неподтверждённое.
Отметки «выполнено» без даты исполнения и даты документа | 1 | Было ли исполнено на 30.09.2021, по таблице не узнать: показано как неподтверждённое.
Отметки «в работе» и «не требуется», возвраты и переносы | 1 | Учтены, но стояли ли они уже 30.09.2021, таблица не хранит.
Внешние акты с более поздней датой | 1 | На 30.09.2021 акта не было.
Записи журнала с более поздней датой | 1 | Сделаны после 30.09.2021.
Документы записей журнала с более поздней датой | 1 | На 30.09.2021 документа не было: запись показана без него.
Школы, вышедшие из списка позже: ОО № 7 | 1 | Учтены; прежний статус таблица не хранит, принят «ШНОР».
Сведения банка данных, обновлённые позже: ОО № 8 | 1 | Прежних значений таблица не хранит, поэтому показатели не показаны.
`),
  );
});

const HERE = { rowId: 's1', name: 'ОО № 1', status: 'ШНОР' } as const;

test.each<[string, Partial<WorkbookRecords>, readonly string[]]>([
  ['every school counts', { schools: [HERE] }, []],
  [
    'two schools have a status that does not count',
    {
      schools: [
        HERE,
        { ...HERE, rowId: 's3', name: 'ОО № 3', status: 'вышла' },
        { ...HERE, rowId: 's2', name: 'ОО № 2', status: 'вышла' },
      ],
    },
    ['Школы со статусом «вышла»: ОО № 2, ОО № 3: 2'],
  ],
  [
    'a school stands three times, entered first under the name that is sorted last',
    { schools: [HERE, { ...HERE, rowId: 's2', name: 'оо № 1' }, { ...HERE, rowId: 's3', name: 'ОО №  1' }] },
    ['Повторные строки школ: ОО № 1: 2'],
  ],
  [
    'the first row of a school has a status that does not count, as the figures say',
    {
      schools: [
        { ...HERE, status: 'группа риска' },
        { ...HERE, rowId: 's2', name: 'оо № 1', status: 'вышла' },
      ],
    },
    ['Школы со статусом «группа риска»: ОО № 1: 1', 'Повторные строки школ: ОО № 1: 1'],
  ],
  [
    'work stands by a school that left before the period, twice',
    {
      schools: [HERE],
      executions: [
        execution({ rowId: 'e1', school: 'ОО № 3' }),
        execution({ rowId: 'e2', school: 'ОО № 3', measure: '2.1' }),
      ],
    },
    ['Строки «Исполнения» неучитываемых школ: ОО № 3: 2'],
  ],
  [
    'the work is the municipality’s',
    { schools: [HERE], executions: [execution({ school: null, measure: '2.2' })] },
    [],
  ],
  [
    'work of a municipality names a school that does not count',
    { schools: [HERE], executions: [execution({ school: 'ОО № 3', measure: '2.2' })] },
    [],
  ],
])('where %s', (_, changes, lines) => expect(counts(changes)).toEqual(lines));

test('of a workbook of which all is taken', () =>
  expect(excluded({ schools: [HERE] })).toEqual(['[excluded] Вошло всё, что есть в таблице.']));

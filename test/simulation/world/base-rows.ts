import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { Cell } from '../../../functions/workbook/layout/layout.ts';

type BaseRow = Readonly<Record<string, Cell>>;

/** The rows of the simulated workbook by column key; `*` stands for a token of its own. */
export const BASE_ROWS: Readonly<Record<StaffWorksheetKey, readonly BaseRow[]>> = {
  schools: [
    { name: 'ОО № 1', status: 'ШНОР', officialName: '*', studentsTotal: 210 },
    { name: 'ОО № 2', status: '500+', officialName: '*', studentsTotal: 340 },
    { name: 'ОО № 3', status: 'ШНОР', officialName: '*' },
  ],
  regulation: [
    { section: 'Раздел I', number: '1.1', title: '*', deadline: 'До 15 декабря', scope: 'каждая школа' },
    { section: 'Раздел I', number: '1.2', title: '*', deadline: 'сентябрь', scope: 'муниципалитет' },
  ],
  acts: [
    { kind: 'письмо', number: '*', date: 46_000, measures: '1.1' },
    { kind: 'приказ', number: '*', date: 46_010, measures: '1.2', subject: '*' },
  ],
  executions: [
    { school: 'ОО № 1', measure: '1.1', mark: 'в работе', note: '*' },
    { school: 'ОО № 2', measure: '1.1', mark: 'выполнено', doneOn: 46_300, evidenceNumber: '*' },
    { school: 'ОО № 3', measure: '1.1', executor: '*' },
    { measure: '1.2', mark: 'не начато', note: '*' },
    { school: 'ОО № 1', measure: '1.2', occurrence: '*' },
    // Two rows that a person could hardly tell apart.
    { school: 'ОО № 2', measure: '1.2', mark: 'в работе' },
    { school: 'ОО № 2', measure: '1.2', mark: 'в работе', note: '*' },
  ],
  journal: [
    { date: 46_320, kind: 'консультация', measure: '1.1', school: 'ОО № 1', topic: '*' },
    { date: 46_321, kind: 'собеседование', measure: '1.2', topic: '*', teachers: 4 },
    { date: 46_322, kind: 'КПК', measure: '1.1', school: 'ОО № 3', topic: '*' },
    { date: 46_322, kind: 'КПК', measure: '1.1', school: 'ОО № 3', topic: '*', note: '*' },
  ],
  schoolPlans: [
    { school: 'ОО № 1', title: '*', deadline: 'До 15 декабря', mark: 'в работе', riskFactor: '*' },
    { school: 'ОО № 2', title: '*', deadline: 'сентябрь', responsible: '*', indicator: '*' },
  ],
  calendar: [{ date: 46_388, kind: 'нерабочий', basis: '*' }],
  people: [
    { position: 'Методист', address: 'metodist@uo.example.ru', role: 'исполнитель' },
    { position: 'Начальник', address: 'nachalnik@uo.example.ru', role: 'руководитель' },
  ],
  settings: [
    { name: 'Период: начало', value: 46_023, explanation: '*' },
    { name: 'Период: конец', value: 46_387, explanation: '*' },
    { name: 'Напоминать за, дней', value: 14, explanation: '*' },
    { name: 'Листов отчёта хранить', value: 3, explanation: '*' },
  ],
};

import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import type { JournalEntry } from '../../../../../functions/domain/records/records.ts';
import { composeJournal } from '../../../../../functions/domain/report/parts/work-part.ts';
import { prepareBasis } from '../../../../../functions/domain/report/report-basis.ts';
import { records } from '../../records/records-builder.ts';
import { linesOfText, printed } from '../printed.ts';

const SCHOOLS = ['ОО № 1', 'ОО № 2', 'ОО № 4'].map((name, index) => ({
  rowId: `s${index + 1}`,
  name,
  status: 'ШНОР' as const,
}));

const entry = (rowId: string, changes: Partial<JournalEntry>): JournalEntry => ({
  rowId,
  date: '2021-03-01',
  kind: 'консультация',
  measure: '1.3',
  school: 'ОО № 1',
  topic: 'ФГОС',
  evidence: {},
  ...changes,
});

/** The annex of the journal, without its list of entries. */
function told(journal: readonly JournalEntry[], schools = SCHOOLS): readonly string[] {
  const basis = prepareBasis({ assessment: assessWorkbook(records({ schools, journal }), '2021-10-15') });
  const part = composeJournal(basis);
  return printed({ parts: [{ ...part, blocks: part.blocks.slice(0, -1) }] })
    .slice(1)
    .map((line) => line.replace(/ \{.*\}$/u, ''));
}

test('of a journal without entries no table has a row, and no school is said to have none', () =>
  expect(told([])).toEqual([
    '[work_months] Записей в журнале за отчётный период нет.',
    '[work_schools] Записей в журнале за отчётный период нет.',
    '[work_topics] Записей в журнале за отчётный период нет.',
  ]));

/* Of schools that are not counted the names stand below those that are, № 9 before № 10. */
test('the journal by months, schools and topics', () =>
  expect(
    told([
      entry('j1', { date: '2021-09-10', school: 'ОО № 10', kind: 'КПК', teachers: 3 }),
      entry('j2', { date: '2021-03-10', school: 'ОО № 9', leaders: 1, topic: 'Аттестация' }),
      entry('j3', { date: '2021-09-01', school: 'ОО № 2', leaders: 2, topic: ' фгос' }),
      entry('j4', { date: '2021-02-01', leaders: 1, teachers: 0 }),
    ]),
  ).toEqual(
    linesOfText(`
[work_months] title | entries | kind1 | kind2 | kind3 | kind4 | kind5 | kind6 | leaders | teachers
февраль 2021 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | 0
март 2021 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | 0
сентябрь 2021 | 2 | 0 | 1 | 0 | 1 | 0 | 0 | 2 | 3
== Всего | 4 | 0 | 3 | 0 | 1 | 0 | 0 | 4 | 3
[work_schools] title | entries | kind1 | kind2 | kind3 | kind4 | kind5 | kind6 | leaders | teachers
ОО № 1 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | 0
ОО № 2 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 2 | 0
ОО № 9 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | 0
ОО № 10 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 3
== Всего | 4 | 0 | 3 | 0 | 1 | 0 | 0 | 4 | 3
Своих записей в журнале нет у школ: ОО № 4.
[work_topics] title | entries | kind1 | kind2 | kind3 | kind4 | kind5 | kind6 | leaders | teachers
Аттестация | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 1 | 0
ФГОС | 3 | 0 | 2 | 0 | 1 | 0 | 0 | 3 | 3
== Всего | 4 | 0 | 3 | 0 | 1 | 0 | 0 | 4 | 3
`),
  ));

test('where every school has an entry of its own none is named, and people who were not counted are', () =>
  expect(
    told([entry('j1', {}), entry('j2', { school: 'ОО № 2', teachers: 0 })], SCHOOLS.slice(0, 2)).filter(
      (line) => !line.includes('|') && !line.startsWith('['),
    ),
  ).toEqual(['Число участников не указано в записях журнала: 1.']));

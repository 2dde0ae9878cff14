import { expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { ExternalAct } from '../../../../functions/domain/records/records.ts';
import type { Measure } from '../../../../functions/domain/records/regulation.ts';
import { records } from '../records/records-builder.ts';

const LETTER: ExternalAct = {
  rowId: 'a1',
  kind: 'письмо',
  issuer: 'МОиН',
  number: '12',
  date: '2021-03-01',
  dueDate: '2021-03-19',
  measures: ['4.2'],
};
const EARLIER: ExternalAct = {
  ...LETTER,
  rowId: 'a2',
  number: '9',
  date: '2021-02-10',
  dueDate: '2021-02-20',
};
const BY_LETTER = 'Согласно письму МОиН';
const byHand = (date: NonNullable<Measure['manual']>['date']) => ({
  manual: { date, reason: 'приказ', author: 'начальник' },
});

/** What is found at the rows of «Внешние акты», with the advice of which the first words tell. */
function told(measure: Partial<Measure>, acts: readonly ExternalAct[]): readonly string[] {
  const measures = records()
    .measures.filter(({ number }) => number === '4.1' || number === '4.2')
    .map((each) => ({ ...each, scope: 'municipality', ...measure }) as const);
  return assessWorkbook(records({ measures, acts }), '2021-03-15')
    .findings.filter(({ place }) => place.worksheet === 'acts')
    .map(({ code, severity, place, message, advice }) =>
      [code, severity, `${place.rowId ?? ''}.${place.column ?? ''}`, message, advice].join(' | '),
    );
}

const superseded = (row: string, measure: string) =>
  `act_superseded | warning | ${row}.measures | Срок мероприятия ${measure} считается по другому акту: письмо от ` +
  `01.03.2021 № 12. | Если этот акт больше не действует, уберите ${measure} из «К мероприятиям».`;
const withoutEffect = (why: string) =>
  `act_without_effect | warning | a1.dueDate | Срок по акту (19.03.2021) на мероприятие 4.2 не действует: ${why}. | ` +
  'Если срок теперь задаёт акт, напишите на листе «Регламент» в «Срок» «согласно письму» (приказу) или назначьте дату ' +
  'вручную; если нет, уберите «Срок по акту».';

test.each<[string, Partial<Measure>, readonly ExternalAct[], readonly string[]]>([
  ['sets a term says nothing', { deadlinePhrase: BY_LETTER }, [LETTER], []],
  [
    'a later one has replaced says which',
    { deadlinePhrase: BY_LETTER },
    [LETTER, EARLIER],
    [superseded('a2', '4.2')],
  ],
  [
    'stands above the later one says the same',
    { deadlinePhrase: BY_LETTER },
    [EARLIER, LETTER],
    [superseded('a2', '4.2')],
  ],
  [
    'was replaced for two measures says so of each',
    { deadlinePhrase: BY_LETTER },
    [LETTER, EARLIER].map((act) => ({ ...act, measures: ['4.1', '4.2'] })),
    [superseded('a2', '4.1'), superseded('a2', '4.2')],
  ],
  [
    'belongs to another measure replaces nothing',
    { deadlinePhrase: BY_LETTER },
    [LETTER, { ...EARLIER, measures: ['4.1'] }],
    [],
  ],
  [
    'names no day changes no term',
    { deadlinePhrase: 'Сентябрь' },
    [{ ...LETTER, dueDate: undefined } as never],
    [],
  ],
  [
    'names a day for a measure with a term of its own has no effect',
    { deadlinePhrase: ' Сентябрь ' },
    [LETTER],
    [withoutEffect('его срок «Сентябрь» задаёт не акт')],
  ],
  [
    'names the very day of that term says nothing',
    { deadlinePhrase: 'Сентябрь' },
    [{ ...LETTER, dueDate: '2021-09-30' }],
    [],
  ],
  [
    'names a day where no term is written has no effect',
    { deadlinePhrase: ' ' },
    [LETTER],
    [withoutEffect('его срок пуст')],
  ],
  [
    'names a day for work on request has no effect',
    { deadlinePhrase: BY_LETTER, scope: 'on_request' },
    [LETTER],
    [withoutEffect('оно исполняется по запросу')],
  ],
  [
    'names another day than was set by hand has no effect',
    { deadlinePhrase: BY_LETTER, ...byHand('2021-03-10') },
    [LETTER],
    [withoutEffect('контрольная дата назначена вручную, 10.03.2021')],
  ],
  [
    'names the day that was set by hand says nothing',
    { deadlinePhrase: BY_LETTER, ...byHand('2021-03-19') },
    [LETTER],
    [],
  ],
  [
    'has a term on its own day is in order',
    { deadlinePhrase: BY_LETTER },
    [{ ...LETTER, dueDate: '2021-03-01' }],
    [],
  ],
  [
    'has a term before its own day is wrong',
    { deadlinePhrase: BY_LETTER },
    [{ ...LETTER, dueDate: '2021-02-28' }],
    [
      'act_due_before_date | error | a1.dueDate | Срок по акту (28.02.2021) раньше даты самого акта (01.03.2021). | ' +
        'Исправьте срок или дату акта.',
    ],
  ],
])('an act that %s', (_, measure, acts, findings) => expect(told(measure, acts)).toEqual(findings));

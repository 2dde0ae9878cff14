import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import { prepareBasis } from '../../../../functions/domain/report/report-basis.ts';
import { formatRegister, uncountedTable } from '../../../../functions/domain/report/parts/data-bank-part.ts';
import type { Cell } from '../../../../functions/workbook/layout/layout.ts';
import { parseRecords, type RecordRows } from '../../../../functions/workbook/parse/parse-records.ts';
import { settingsSeed } from '../../../../functions/workbook/worksheets/settings.ts';

type Cells = Readonly<Record<string, Cell>>;
type Sheets = Partial<Readonly<Record<keyof RecordRows, readonly Cells[]>>>;

const TODAY = '2026-11-23';
const MEASURE = {
  section: '1. Раздел',
  title: 'Собеседование',
  deadline: 'до 31.08.2026',
  scope: 'каждая школа',
};
const SCHOOLS = ['ОО № 1 (демо)', 'ОО № 2 (демо)', 'ОО № 10 (демо)'];
const MEASURES = ['1.1', '1.10', '2.3'];

/** The worksheets as the rows stand in them, the one entered first on top. */
function workbook(sheets: Sheets): RecordRows {
  const named: Sheets = {
    schools: SCHOOLS.map((name) => ({ name, status: 'ШНОР' })),
    regulation: MEASURES.map((number) => ({ ...MEASURE, number })),
    settings: settingsSeed(2026),
    ...sheets,
  };
  const keys = [
    'schools',
    'regulation',
    'acts',
    'executions',
    'journal',
    'schoolPlans',
    'calendar',
    'people',
    'settings',
  ] as const;
  const rows = keys.map((key) => [
    key,
    (named[key] ?? []).map((staff, index) => ({ id: `${key[0]}${index + 1}`, staff })),
  ]);
  return Object.fromEntries(rows);
}

const read = (sheets: Sheets) => parseRecords(workbook(sheets), '2026-06-01');

const codesOf = (sheets: Sheets) =>
  assessWorkbook(read(sheets), TODAY)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, place }) => [code, place.rowId]);

const TWINS: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', О: 'O', с: 'c', м: 'm', к: 'k' };
const HIDDEN = ['\u200b', '\u00ad', '\u2060', '\ufeff', '\u200f', '\u2066', '\ufe0f', '\u{e0020}'];

/** The name out of a text processor, a messenger, another keyboard. */
function decorated(name: string): fc.Arbitrary<string> {
  const sign = (each: string) =>
    fc.constantFrom(
      each,
      each.toUpperCase(),
      TWINS[each] ?? each,
      ...HIDDEN.map((hidden) => hidden + each),
      each === ' ' ? '\u00a0 ' : each,
    );
  const ends = fc.constantFrom('', ' ', '.', '\u200b', '\n');
  return fc.tuple(ends, ...[...name].map(sign), ends).map(([, ...signs]) => signs.join(''));
}

const named = <Name extends string>(names: readonly Name[]) =>
  fc.constantFrom(...names).chain((name) => decorated(name).map((typed) => ({ name, typed })));

test('however names are decorated, a row refers to the same school, measure, mark and kind', () => {
  fc.assert(
    fc.property(
      named(SCHOOLS),
      named(MEASURES),
      named(['выполнено', 'в работе', 'не требуется']),
      named(['собеседование', 'консультация', 'КПК']),
      (school, measure, mark, kind) => {
        const { executions, journal, acts, findings } = read({
          executions: [{ school: school.typed, measure: measure.typed, mark: mark.typed }],
          journal: [{ date: '15.04.2026', kind: kind.typed, measure: measure.typed, school: school.typed }],
          acts: [{ kind: 'Письмо', number: '5', date: '15.04.2026', measures: measure.typed }],
        });
        expect([executions[0]?.school, executions[0]?.measure, executions[0]?.mark]).toEqual([
          school.name,
          measure.name,
          mark.name,
        ]);
        expect([journal[0]?.school, journal[0]?.kind]).toEqual([school.name, kind.name]);
        expect([acts[0]?.kind, acts[0]?.measures]).toEqual(['письмо', [measure.name]]);
        expect(findings).toEqual([]);
      },
    ),
  );
});

describe('a name that stands twice is named, and counted once', () => {
  const double = [
    'ОО № 1 (Демо)',
    'ОО  №  1 (демо)',
    'ОО № 1 (демо)\u200b',
    'OO № 1 (демо)',
    'ОО №1 (демо).',
  ];

  test.each(double)('a school as «%s»', (name) => {
    const schools = [...SCHOOLS, name].map((each) => ({ name: each, status: 'ШНОР' }));
    const basis = prepareBasis({ assessment: assessWorkbook(read({ schools }), TODAY) });
    expect(codesOf({ schools })).toEqual([['school_repeated', 's4']]);
    expect(basis.schools.map((school) => school.name)).toEqual(SCHOOLS);
    expect(formatRegister(basis)).toContain('в реестре 3 школы, из них на сопровождении — 3');
    expect(uncountedTable(basis).rows).toEqual([]);
  });

  test('the message says what is the same', () => {
    const schools = ['ОО № 1', 'оо №  1'].map((name) => ({ name, status: 'ШНОР' }));
    const { findings } = assessWorkbook(read({ schools }), TODAY);
    expect(findings.find(({ code }) => code === 'school_repeated')?.message).toBe(
      'Школа «оо №  1» записана на листе «Школы» не один раз: это то же имя, что «ОО № 1», — различаются только ' +
        'регистр, пробелы, похожие буквы или невидимые знаки.',
    );
  });

  test.each(['1.1', '1.1.', '1,1', '1.1\u200b', ' 1.1 '])('a measure as «%s»', (number) => {
    const regulation = [...MEASURES, number].map((each) => ({ ...MEASURE, number: each }));
    expect(codesOf({ regulation })).toEqual([['measure_repeated', 'r4']]);
    expect(assessWorkbook(read({ regulation }), TODAY).measures).toHaveLength(3);
  });

  test('what refers to the double counts for the one that was entered first', () => {
    const schools = ['ОО № 1', 'оо № 1'].map((name) => ({ name, status: 'ШНОР' }));
    const { executions } = read({ schools, executions: [{ school: 'оо № 1', measure: '1.1' }] });
    expect(executions.map(({ school }) => school)).toEqual(['ОО № 1']);
  });

  test('a row without a status counts for nothing: then the name is that of the complete row', () => {
    const schools = [{ name: 'ОО № 1' }, { name: 'оо № 1', status: 'ШНОР' }];
    const { executions } = read({ schools, executions: [{ school: 'ОО № 1', measure: '1.1' }] });
    expect(executions.map(({ school }) => school)).toEqual(['оо № 1']);
  });

  test('a parameter, and the one entered first holds', () => {
    const settings = [...settingsSeed(2026), { name: 'напоминать за,  дней', value: 99 }];
    expect(codesOf({ settings })).toEqual([['setting_repeated', `s${settings.length}`]]);
    expect(read({ settings }).settings.remindDaysBefore).toBe(14);
  });

  test('a day that is called two things, and the row entered first holds', () => {
    const calendar = [
      { date: '15.04.2026', kind: 'нерабочий' },
      { date: '15 апреля 2026', kind: 'рабочий' },
      { date: '16.04.2026', kind: 'рабочий' },
      { date: '16.04.2026г.', kind: 'Рабочий' },
    ];
    expect(codesOf({ calendar })).toEqual([['day_repeated', 'c2']]);
    expect(read({ calendar }).dayOverrides.map(({ kind }) => kind)).toEqual(['day_off', 'working']);
  });
});

describe('settings', () => {
  const withStatuses = (value: string) =>
    settingsSeed(2026).map((row) => (row.name === 'Учитывать статусы' ? { ...row, value } : row));

  test.each(['ШНОР; 500+', 'шнор,500+', ' ШHOP ;\u200b500+;'])('statuses as «%s»', (value) => {
    const records = read({ settings: withStatuses(value) });
    expect([records.settings.countedStatuses, records.findings]).toEqual([['ШНОР', '500+'], []]);
  });

  test('a status that no school can have is a finding, not a school less', () => {
    expect(codesOf({ settings: withStatuses('ШНОР; 500') })).toEqual([['status_unknown', 's20']]);
  });
});

describe('a day far from the period', () => {
  test.each<[string, keyof RecordRows, Cells, string[]]>([
    ['done in another century', 'executions', { doneOn: '15.04.2062' }, ['doneOn']],
    ['a serial number that looks like one', 'executions', { doneOn: 43_083 }, ['doneOn']],
    ['a document of 2017', 'executions', { evidenceDate: 43_083 }, ['evidenceDate']],
    ['the year before', 'executions', { doneOn: '30.12.2025', evidenceDate: '15.04.2024' }, []],
    ['an entry of the journal', 'journal', { date: '15.04.2016', kind: 'КПК' }, ['date']],
    [
      'a school of the future',
      'schools',
      { name: 'ОО № 3', status: 'ШНОР', yearIncluded: 2062 },
      ['yearIncluded'],
    ],
    [
      'a plan of ten years ago',
      'schools',
      { name: 'ОО № 3', status: 'ШНОР', planDate: '15.04.2016' },
      ['planDate'],
    ],
    [
      'a school that left long ago',
      'schools',
      { name: 'ОО № 3', status: 'вышла', exitDate: '15.04.2016' },
      [],
    ],
  ])('%s', (_, sheet, cells, columns) => {
    const row = sheet === 'schools' ? cells : { school: 'ОО № 1 (демо)', measure: '1.1', ...cells };
    const rows = sheet === 'schools' ? [...SCHOOLS.map((name) => ({ name, status: 'ШНОР' })), row] : [row];
    const far = read({ [sheet]: rows }).findings.filter(({ code }) => code === 'date_far');
    expect(far.map(({ place }) => place.column)).toEqual(columns);
  });
});

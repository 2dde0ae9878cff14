import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { Person, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { execution, records, SETTINGS } from '../records/records-builder.ts';

const METHODIST: Person = {
  rowId: 'p1',
  position: 'методист',
  address: 'metodist@uo.example.ru',
  role: 'executor',
  muted: [],
};

/** Of the rows of «Исполнение» one is open, and this executor has it. */
function found(executor: string, people: readonly Person[], more: Partial<WorkbookRecords> = {}) {
  const { findings } = assessWorkbook(
    records({ measures: [], executions: [], people, ...withRow(executor), ...more }),
    '2021-09-20',
  );
  return findings
    .filter(({ place }) => place.worksheet === 'people')
    .map(({ code, place, message }) => [code, place.rowId, message]);
}

function withRow(executor: string): Partial<WorkbookRecords> {
  const measure = records().measures.find(({ number }) => number === '3.2');
  return {
    schools: [{ rowId: 's1', name: 'ОО № 1', status: 'ШНОР' }],
    measures: measure ? [measure] : [],
    executions: [execution({ executor })],
  };
}

describe('of whom nobody can be reminded', () => {
  test('a position that «Ответственные» does not know is told, whatever it is named beside', () => {
    expect(found('методист; заместитель', [METHODIST])).toEqual([
      [
        'position_unknown',
        null,
        'Исполнителя «заместитель» на этом листе нет: напоминать о его сроках некому.',
      ],
    ]);
  });

  test('one without an address is told, if there is anything to tell it', () => {
    const silent = { ...METHODIST, address: null };
    const message = 'У должности «методист» нет адреса, по которому можно писать: о сроках она не узнает.';
    expect(found('методист', [silent])).toEqual([['address_missing', 'p1', message]]);
    expect(found('заместитель', [silent, { ...METHODIST, rowId: 'p2', position: 'заместитель' }])).toEqual(
      [],
    );
  });

  test('nothing is said where nobody is entered, or letters are switched off', () => {
    expect(found('методист', [])).toEqual([]);
    const settings = { ...SETTINGS, mail: { ...SETTINGS.mail, isOn: false } };
    expect(found('заместитель', [METHODIST], { settings })).toEqual([]);
  });
});

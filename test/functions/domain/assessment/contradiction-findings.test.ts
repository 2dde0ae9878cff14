import { describe, expect, test } from '@jest/globals';
import { contradictionFindings } from '../../../../functions/domain/assessment/findings/contradiction-findings.ts';
import type { School, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { REGULATION_148_01 } from '../../../../functions/domain/records/regulation.ts';
import { records } from '../records/records-builder.ts';

const told = (changes: Partial<WorkbookRecords>) =>
  contradictionFindings({ records: records(changes) }).map(
    ({ code, place, message }) => `${code} ${place.rowId}.${place.column} ${message}`,
  );

describe('the section of a measure', () => {
  const of = (number: string, section: string) =>
    told({
      measures: REGULATION_148_01.slice(0, 1).map((each) => ({ ...each, rowId: 'r1', number, section })),
    });

  test('of another number is told', () => {
    expect(of('4.2', '5. Мониторинг')).toEqual([
      'section_of_another r1.section Мероприятие 4.2 стоит в разделе «5. Мониторинг»: отчёт считает его в итогах этого раздела.',
    ]);
  });

  test.each([
    ['4.2', '4. Ресурсы'],
    ['4.2.', '4 . Ресурсы'],
    ['4.2', 'Раздел пятый'],
    ['12', '5. Мониторинг'],
    ['10.1', '10. Прочее'],
  ])('%s in «%s» is not', (number, section) => {
    expect(of(number, section)).toEqual([]);
  });
});

describe('graduates and pupils', () => {
  const of = (bank: NonNullable<School['bank']>) =>
    told({ schools: [{ rowId: 's1', name: 'ОО № 1', status: 'ШНОР', bank }] });

  test('there are never more graduates', () => {
    expect(of({ studentsTotal: 412, graduates9: 400, graduates11: 13 })).toEqual([
      'more_graduates_than_pupils s1.studentsTotal Выпускников 9 и 11 классов 413, а обучающихся во всей школе 412.',
    ]);
    expect(of({ studentsTotal: 412, graduates9: 400, graduates11: 12 })).toEqual([]);
    expect(of({ graduates9: 400 })).toEqual([]);
  });
});

describe('the kind of a work and its measure', () => {
  const of = (kind: string, measure: string) =>
    told({
      journal: [{ rowId: 'j1', date: '2021-04-15', kind, measure, school: null, topic: '', evidence: {} }],
    });

  test('that speaks of another kind is told', () => {
    expect(of('КПК', '1.2')).toEqual([
      'work_of_another j1.kind Вид работы — «КПК», а мероприятие 1.2 — «Собеседование с руководителями ШНОР»: ' +
        'в числах отчёта она среди работ вида «КПК».',
    ]);
  });

  test.each([
    ['собеседование', '1.3', 1],
    ['собеседование', '4.2', 1],
    ['консультация', '5.2', 1],
    ['процедура ОКО', '1.3', 1],
    ['собеседование', '1.2', 0],
    ['Консультация', '1.3', 0],
    ['КПК', '4.2', 0],
    ['процедура ОКО', '5.2', 0],
    ['консультация', '4.1', 0],
    ['мероприятие', '1.2', 0],
    ['выезд', '1.2', 0],
    ['КПК', '9.9', 0],
  ])('«%s» under %s: %d findings', (kind, measure, count) => {
    expect(of(kind, measure)).toHaveLength(count);
  });
});

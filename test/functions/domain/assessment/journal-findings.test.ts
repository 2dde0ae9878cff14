import { describe, expect, test } from '@jest/globals';
import { journalFindings } from '../../../../functions/domain/assessment/findings/journal-findings.ts';
import type { JournalEntry } from '../../../../functions/domain/records/records.ts';
import { records } from '../records/records-builder.ts';

const TALK: JournalEntry = {
  rowId: 'j1',
  date: '2021-04-15',
  kind: 'собеседование',
  measure: '1.2',
  school: 'ОО № 1',
  topic: 'Итоги полугодия',
  leaders: 1,
  evidence: {},
};

const repeated = (...others: readonly Partial<JournalEntry>[]) =>
  journalFindings({
    records: {
      ...records(),
      journal: [TALK, ...others].map((entry, index) => ({ ...TALK, ...entry, rowId: `j${index + 1}` })),
    },
  });

describe('an entry of the journal that says the same as an earlier one', () => {
  test('is told beside the later, for both are counted', () => {
    expect(repeated({ topic: 'итоги  полугодия ', teachers: 0 })).toEqual([
      {
        code: 'journal_repeated',
        severity: 'warning',
        place: { worksheet: 'journal', rowId: 'j2', column: 'topic' },
        message: 'Такая же запись в журнале уже есть (15.04.2021, собеседование, ОО № 1); учтены обе.',
        advice: 'Если это одна и та же работа, удалите лишнюю строку.',
      },
    ]);
  });

  test.each<[string, Partial<JournalEntry>]>([
    ['another day', { date: '2021-04-16' }],
    ['another kind', { kind: 'консультация' }],
    ['another school', { school: null }],
    ['another topic', { topic: 'План' }],
    ['other people', { teachers: 2 }],
  ])('is none with %s', (_, other) => {
    expect(repeated(other)).toEqual([]);
  });
});

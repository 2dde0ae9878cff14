import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../../functions/domain/findings/finding.ts';
import { compareMarks, marksOf } from '../../../../functions/domain/monitor/compare-marks.ts';

const finding = (code: string, rowId: string | null, rest: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'warning',
  place: { worksheet: 'executions', rowId },
  message: `Замечание ${code}.`,
  advice: 'Исправьте.',
  ...rest,
});

const compare = (before: readonly Finding[], now: readonly Finding[]) =>
  compareMarks(marksOf(before), marksOf(now));

describe('what a run finds beside the one before', () => {
  test('is nothing where only days and words have moved on', () => {
    const yesterday = [
      finding('overdue', 'e1', { severity: 'overdue', days: 3, message: 'Просрочено на 3 дня.' }),
      finding('held', null, { message: 'Пропало 20 строк.' }),
    ];
    const today = [
      finding('overdue', 'e1', { severity: 'overdue', days: 4, message: 'Просрочено на 4 дня.' }),
      finding('held', null, { message: 'Пропало 21 строк.' }),
    ];
    expect(compare(yesterday, today)).toEqual({ fresh: [], gone: [], worse: [] });
  });

  test('is new, gone, or worse where a milder finding of the place has become a graver one', () => {
    const before = [
      finding('due_soon', 'e1', { severity: 'reminder', subject: 'ОО № 1, мероприятие 2.1' }),
      finding('unproved', 'e2'),
      finding('label', 'e3'),
    ];
    const now = [
      finding('overdue', 'e1', { severity: 'overdue', subject: 'ОО № 1, мероприятие 2.1' }),
      finding('label', 'e3'),
      finding('label', 'e4'),
    ];
    expect(compare(before, now)).toEqual({
      fresh: ['Замечание label.'],
      gone: ['Замечание unproved.'],
      worse: ['ОО № 1, мероприятие 2.1. Замечание overdue.'],
    });
  });

  test('is gone and new, not worse, where a graver finding has become a milder one', () => {
    const changes = compare(
      [finding('bad_date', 'e1', { severity: 'error' })],
      [finding('due_soon', 'e1', { severity: 'reminder' })],
    );
    expect(changes).toEqual({ fresh: ['Замечание due_soon.'], gone: ['Замечание bad_date.'], worse: [] });
  });
});

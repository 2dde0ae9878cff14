import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../../functions/domain/findings/finding.ts';
import { layoutControl } from '../../../../functions/workbook/server-sheets/control-sheet.ts';

const finding = (code: string, changes: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'reminder',
  place: { worksheet: 'executions', rowId: 'e1', column: 'mark' },
  message: `${code}.`,
  advice: 'Сделайте.',
  ...changes,
});

const sheetOf = (...findings: readonly Finding[]) =>
  layoutControl(findings, {
    today: '2021-10-04',
    findPlace: (_, rowId) => (rowId === 'e1' ? { sheetId: 5, rowNumber: 25 } : undefined),
    titleOf: (number) => (number === '3.2' ? 'Сбор планов' : undefined),
  });

const bodyOf = (layout: ReturnType<typeof sheetOf>, column: number) =>
  layout.rows.slice(3).map(({ cells }) => cells[column]?.value);

describe('«Контроль»', () => {
  test('begins with what burns, then this week, then acceptance, then what blocks figures', () => {
    const layout = sheetOf(
      finding('date_impossible', { severity: 'error' }),
      finding('evidence_missing', { severity: 'warning' }),
      finding('due_soon', { days: -8 }),
      finding('awaiting_acceptance'),
      finding('due_soon', { days: -7 }),
      finding('returned', { severity: 'warning' }),
      finding('overdue', { severity: 'overdue', days: 3 }),
      finding('overdue_without_row', { severity: 'overdue', days: 40 }),
      finding('due_soon', { days: 0 }),
    );
    expect(bodyOf(layout, 5)).toEqual([
      'Просрочено: overdue_without_row.',
      'Просрочено: overdue.',
      'Напоминание: due_soon.',
      'Напоминание: due_soon.',
      'Напоминание: awaiting_acceptance.',
      'Предупреждение: returned.',
      'Ошибка: date_impossible.',
      'Напоминание: due_soon.',
      'Предупреждение: evidence_missing.',
    ]);
    expect(bodyOf(layout, 3).slice(2, 4)).toEqual([0, -7]);
    expect(layout.rows[1]?.cells[0]?.value).toBe(
      'Всего 9: просрочено — 2, срок в ближайшие 7 дней — 2, возвращено и ждёт приёмки — 2, мешает числам — 1, прочее — 2.',
    );
  });

  test('counts the executions that one line tells of, as «Обзор» does, and the schools that owe them', () => {
    const layout = sheetOf(
      finding('overdue', { severity: 'overdue', school: 'ОО № 1 (демо)' }),
      finding('overdue_without_row', { severity: 'overdue', owed: { executions: 8, schools: 4 } }),
    );
    expect(layout.rows[1]?.cells[0]?.value).toBe('Всего 2: просрочено — 2 (9 исполнений).');
    expect(bodyOf(layout, 0)).toEqual(['ОО № 1 (демо)', '4 школы']);
  });

  test('counts the measures of schools’ plans apart, and calls them by their titles', () => {
    const place = { worksheet: 'schoolPlans', rowId: 'm1', column: 'mark' } as const;
    const ofPlan = { severity: 'overdue', place, title: 'Клуб' } as const;
    const layout = sheetOf(
      finding('overdue', ofPlan),
      finding('overdue_without_row', { severity: 'overdue', owed: { executions: 8, schools: 4 } }),
    );
    expect(layout.rows[1]?.cells[0]?.value).toBe(
      'Всего 2: просрочено — 2 (8 исполнений, в планах школ — 1).',
    );
    expect([bodyOf(layout, 1), bodyOf(layout, 7)]).toEqual([
      ['Клуб', null],
      ['Планы школ', 'Исполнение, 25'],
    ]);
    expect(sheetOf(finding('overdue', ofPlan)).rows[1]?.cells[0]?.value).toBe(
      'Всего 1: просрочено — 1 (в планах школ — 1).',
    );
  });

  test('says of each whose it is, of what, by when, who answers, and leads to the row', () => {
    const layout = sheetOf(
      finding('overdue', {
        severity: 'overdue',
        school: 'ОО № 1 (демо)',
        measure: '3.2',
        responsible: 'методист',
        dueOn: '2021-09-30',
        days: 4,
      }),
    );
    expect(layout.rows[2]?.cells.map(({ value }) => value)).toEqual([
      'Школа',
      'Мероприятие',
      'Срок',
      'Дней',
      'Ответственный',
      'Что не так',
      'Что сделать',
      'Строка',
    ]);
    expect(layout.rows[3]?.cells.map(({ value }) => value)).toEqual([
      'ОО № 1 (демо)',
      '3.2 Сбор планов',
      44_469,
      4,
      'методист',
      'Просрочено: overdue.',
      'Сделайте.',
      'Исполнение, 25',
    ]);
    expect(layout.rows[3]?.cells[7]?.link).toBe('#gid=5&range=A25');
  });

  test('tells of a phrase once, however many measures have it', () => {
    const phrase = (measure: string): Finding =>
      finding('deadline_ambiguous', {
        severity: 'warning',
        place: { worksheet: 'regulation', rowId: `r${measure}`, column: 'deadline' },
        measure,
      });
    const layout = sheetOf(phrase('1.2'), phrase('1.3'), phrase('4.1'));
    expect(bodyOf(layout, 1)).toEqual(['1.2; 1.3; 4.1']);
  });

  test('fits a screen of 1280 pixels, and can be filtered', () => {
    const { columnWidths, filter } = sheetOf();
    expect(columnWidths.reduce((sum, width) => sum + width)).toBeLessThanOrEqual(1_210);
    expect(filter).toEqual({ startRow: 2, startColumn: 0, endColumn: 8 });
  });
});

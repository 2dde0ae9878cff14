import { describe, expect, test } from '@jest/globals';
import { bindPlanHeader } from '../../../../../functions/workbook/foreign-plan/header/plan-header.ts';

const isDeadline = (header: string) => bindPlanHeader(['Мероприятие', header])?.columns.get('deadline') === 1;
const isTitle = (header: string) => bindPlanHeader([header, 'Срок'])?.columns.get('title') === 0;
const isNumber = (header: string) =>
  bindPlanHeader([header, 'Мероприятие', 'Срок'])?.columns.get('number') === 0;

describe('the header of a foreign plan', () => {
  test.each([
    'Срок',
    'Сроки',
    'СРОКИ ИСПОЛНЕНИЯ:',
    'Срок реализации*',
    'Сроки\nпроведения',
    'Сро-\nки',
    'Период реализации',
    'Дата ',
    'Cрок',
    'Сроки (период) реализации',
    'Срок\u00a0исполнения¹',
    'Планируемый срок выполнения',
    'Сроки исполнения, 2026 г.',
    'Дата проведения мероприятия',
    'Сроки и место проведения',
    'Срок завершения',
    'Месяц',
  ])('names the deadline by «%s»', (header) => expect(isDeadline(header)).toBe(true));

  test.each([
    'Дата рождения',
    'Дата утверждения',
    'Дата приказа',
    'Дата и номер документа',
    'Срок действия',
    'Срок полномочий',
    'Отчётный период',
    'до 15 сентября',
  ])('does not by «%s»', (header) => expect(isDeadline(header)).toBe(false));

  test.each([
    'Наименование мероприятия',
    'Мероприятия (действия)',
    'Мероприятия по реализации плана',
    'Тема',
  ])('names the measure by «%s»', (header) => expect(isTitle(header)).toBe(true));

  test.each(['Цель мероприятия', 'Ожидаемый результат'])('does not by «%s»', (header) =>
    expect(isTitle(header)).toBe(false),
  );

  test.each(['№', '№ п/п', '№п\\п', 'N п.п.', 'п/п', '№№', 'Номер', '№ пункта'])(
    'names the number by «%s»',
    (header) => expect(isNumber(header)).toBe(true),
  );

  test('has the surest name win where several would do', () => {
    const columns = bindPlanHeader(['Тема', 'Мероприятие', 'Дата окончания', 'Срок исполнения'])?.columns;
    expect(Object.fromEntries(columns ?? [])).toEqual({ title: 1, deadline: 3 });
  });
});

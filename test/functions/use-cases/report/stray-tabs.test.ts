import { describe, expect, test } from '@jest/globals';
import { findStrayTabs } from '../../../../functions/use-cases/report/stray-tabs.ts';

const OURS = {
  schools: 1,
  regulation: 2,
  acts: 3,
  executions: 4,
  journal: 5,
  calendar: 6,
  people: 7,
  settings: 8,
  control: 9,
  about: 10,
  instruction: 11,
  overview: 12,
  schoolPlans: 13,
};

function stray(theirs: string, ours = 'Исполнение') {
  const tabs = [ours, theirs].map((title, index) => ({
    title,
    sheetId: index === 0 ? OURS.executions : 99,
    index,
    rowCount: 1,
    columnCount: 1,
  }));
  return findStrayTabs({ title: 'Книга', timeZone: 'UTC', tabs }, { sheetIds: OURS });
}

describe('a tab that people can take for a sheet that is counted', () => {
  test('bears its name while ours has another', () => {
    expect(stray('исполнение', 'Исполнение 2025')).toEqual({
      impostors: [
        'Вкладка «исполнение» — не та, которую читает система: лист «Исполнение» теперь называется ' +
          '«Исполнение 2025». Перенесите набранное на «Исполнение 2025», а вкладку «исполнение» удалите или ' +
          'назовите иначе.',
      ],
      copies: [],
    });
  });

  test.each([
    'Копия Исполнение',
    'Копия листа Исполнение',
    'Copy of Исполнение',
    'Исполнение (копия)',
    'Исполнение — копия 2',
    'Исполнение (2)',
    'Копия Исполнение (1)',
    'Копия листа «Исполнение»',
    'Копия листа «Исполнение» 2',
    'Копия листа «Копия листа «Исполнение»»',
    'Copy of "Исполнение"',
    'Копия Копия Исполнение',
  ])('is a copy: «%s»', (title) => {
    expect(stray(title)).toEqual({
      impostors: [],
      copies: [
        `Внимание: в книге есть вкладка «${title}» — что набрано в ней, в отчёт не входит. Если в ней работали, ` +
          'перенесите набранное на лист «Исполнение» и сформируйте отчёт ещё раз.',
      ],
    });
  });

  test('is a copy also of a sheet that was given another name', () => {
    expect(stray('Исполнение 2026 (2)', 'Исполнение 2026').copies).toHaveLength(1);
  });

  test.each(['Исполнение (прежний)', 'Исполнение архив', 'Сводный отчёт № 1', 'Лист1'])(
    'is not «%s»',
    (title) => {
      expect(stray(title)).toEqual({ impostors: [], copies: [] });
    },
  );
});

import { describe, expect, test } from '@jest/globals';
import { describeImport } from '../../../../functions/use-cases/import/describe-import.ts';
import { planImport } from '../../../../functions/use-cases/import/plan-import.ts';
import { FileKindUnknownError } from '../../../../functions/use-cases/ports/file-errors.ts';
import { parseForeignPlan } from '../../../../functions/workbook/foreign-plan/parse-plan.ts';
import { goldenRecords2021 } from '../../../support/golden-workbook.ts';

const records = goldenRecords2021();
const [measure] = records.measures;

const preview = (...rows: string[][]) => {
  const foreign = parseForeignPlan([{ kind: 'table', name: '1', rows }]);
  if (!foreign) throw new Error('no plan');
  const plan = planImport(foreign.items, records);
  return { plan, lines: describeImport(plan, foreign).join('\n').split('\n') };
};

describe('the preview of a foreign plan', () => {
  test('says of a measure where it stands, how its deadline is read, and what it may be already', () => {
    const title = `${measure?.title ?? ''} ежегодно`;
    const { lines } = preview(['№', 'Мероприятие', 'Срок'], ['77', title, '12 мая']);
    expect(lines).toEqual(
      expect.arrayContaining([
        `77. ${title}`,
        '   срок: 12 мая — контрольная дата 12.05.2021',
        '   откуда: таблица 1, строка 2',
        expect.stringContaining(`похоже на ${measure?.number ?? ''} в «Регламенте»`),
      ]),
    );
  });

  test('names what has no place in the workbook', () => {
    const { lines } = preview(
      ['План'],
      ['Мероприятие', 'Срок', 'Результат'],
      ['1', '2', '3'],
      ['Слёт волонтёров', 'май', 'Протокол'],
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        '   над таблицей и между пунктами (1 ячейка): «План»',
        '   номера столбцов (3 ячейки): «1», «2», «3»',
        '   столбец «Результат» (1 ячейка): «Протокол»',
      ]),
    );
  });

  test('takes those that are chosen, and names the others', () => {
    const foreign = parseForeignPlan([
      {
        kind: 'file',
        name: '',
        rows: [
          ['№', 'Мероприятие', 'Срок'],
          ['71', 'Слёт', 'май'],
          ['72', 'Бал', 'июнь'],
        ],
      },
    ]);
    if (!foreign) throw new Error('no plan');
    const plan = planImport(foreign.items, records, ['72']);
    expect(plan.additions.map(({ title }) => title)).toEqual(['Бал']);
    expect(describeImport(plan, foreign)).toEqual(
      expect.arrayContaining(['Не выбрано, не дописывается (1):', '   71. Слёт — май']),
    );
  });

  test('has the year of the plan in deadlines without one, where the period has another, and says so', () => {
    const { plan, lines } = preview(['План на 2023 год'], ['Мероприятие', 'Срок'], ['Слёт', 'май']);
    expect(plan.additions.map(({ deadlinePhrase }) => deadlinePhrase)).toEqual(['май 2023 года']);
    expect(lines).toEqual(
      expect.arrayContaining([expect.stringContaining('План другого года'), '   2023 год']),
    );
    const same = preview(['План на 2021 год'], ['Мероприятие', 'Срок'], ['Слёт', 'май']);
    expect(same.plan).toMatchObject({ additions: [{ deadlinePhrase: 'май' }], otherYears: [] });
  });
});

test.each([
  ['план.ods', 'LibreOffice Calc: «Файл» → «Сохранить как» → тип «Excel 2007–365 (.xlsx)»'],
  ['План.XLS', '«Книга Excel (.xlsx)»'],
  ['план.odt', 'LibreOffice Writer'],
  ['план.doc', '«Документ Word (.docx)»'],
  ['план.rtf', '«Документ Word (.docx)»'],
  ['план.pdf', 'скан сначала распознайте'],
  ['план', 'Сохраните его в одном из этих видов.'],
])('%s is refused with the program and the menu item that save it', (name, words) => {
  expect(new FileKindUnknownError(name, ['.docx']).message).toContain(words);
});

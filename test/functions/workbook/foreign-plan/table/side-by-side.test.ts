import { describe, expect, test } from '@jest/globals';
import { parseForeignPlan } from '../../../../../functions/workbook/foreign-plan/parse-plan.ts';
import type { CellGrid, ForeignTable } from '../../../../../functions/workbook/layout/layout.ts';
import { processorMs } from '../../../../support/processor-time.ts';

const tableOf = (...rows: CellGrid): ForeignTable => ({
  kind: 'sheet',
  name: 'План',
  rows,
  columnNames: [...'ABCDEFGHIJ'],
});
/** Titles with their deadlines, and what a person is told. */
const read = (...rows: CellGrid) => {
  const plan = parseForeignPlan([tableOf(...rows)]);
  return [plan?.items.map(({ title, deadlinePhrase }) => `${title}: ${deadlinePhrase}`), plan?.remarks];
};
const beside = (place: string) => `Лист «План»: рядом стоит ещё одна таблица, ${place}; взяты обе.`;

describe('plans side by side', () => {
  test('with the same header twice are both read', () => {
    expect(
      read(
        ['№', 'Мероприятие', 'Срок', '№', 'Мероприятие', 'Срок'],
        ['1', 'Отчёт', 'май', '1', 'Семинар', 'июнь'],
        ['', '', '', '2', 'Курсы', 'июль'],
      ),
    ).toEqual([['Отчёт: май', 'Семинар: июнь', 'Курсы: июль'], [beside('D1 («№»)')]]);
  });

  test('keep their further columns apart', () => {
    const plan = parseForeignPlan([
      tableOf(
        ['Мероприятие', 'Срок', 'Ответственный', 'Мероприятие', 'Срок', 'Ответственный'],
        ['Отчёт', 'май', 'Ирина', 'Семинар', 'июнь', 'Олег'],
      ),
    ]);
    expect(plan?.items.map(({ title, responsible }) => [title, responsible])).toEqual([
      ['Отчёт', 'Ирина'],
      ['Семинар', 'Олег'],
    ]);
  });

  test('apart from one another are both read, whatever their headers; so are three', () => {
    expect(
      read(
        ['План на год'],
        ['Мероприятие', 'Срок', '', 'Наименование мероприятия', 'Дата', '', 'Мероприятия', 'Сроки'],
        ['Отчёт', 'май', '', 'Семинар', 'июнь', '', 'Курсы', 'июль'],
      ),
    ).toEqual([
      ['Отчёт: май', 'Семинар: июнь', 'Курсы: июль'],
      [beside('D2 («Наименование мероприятия»)'), beside('G2 («Мероприятия»)')],
    ]);
  });

  test('that may be one plan are read as one, and the further header is named', () => {
    expect(
      read(
        ['№', 'Мероприятие', 'Срок', 'Наименование мероприятия', 'Дата исполнения'],
        ['1', 'Отчёт', 'май', 'Контроль', 'июнь'],
      ),
    ).toEqual([
      ['Отчёт: май'],
      [expect.stringMatching(/^Лист «План»: правее стоит ещё один столбец .* D1 .*; он не взят\.$/u)],
    ]);
  });

  test('are not seen in one plan whose header cells are merged over two columns', () => {
    expect(
      read(['№', 'Мероприятие', 'Мероприятие', 'Срок', 'Срок'], ['1', 'Отчёт', 'Отчёт', 'май', 'май']),
    ).toEqual([['Отчёт: май'], []]);
  });

  test('inside the cells of another table are read, and it is not', () => {
    const nested = {
      ...tableOf(['Мероприятие', 'Срок'], ['Отчёт', 'май']),
      kind: 'table',
      isNested: true,
    } as const;
    const plan = parseForeignPlan([
      { kind: 'table', name: '1', rows: [['Мероприятие Срок Отчёт май']] },
      { ...nested, name: '1.1' },
      { ...nested, name: '1.2', rows: [['Подпись', 'Дата']] },
    ]);
    expect([plan?.tables, plan?.remarks]).toEqual([
      [{ title: 'таблица 1.1', items: 1 }],
      [expect.stringMatching(/^Таблица 1: .* не план/u)],
    ]);
  });
});

describe('the mark of a footnote', () => {
  test.each([
    ['до 1¹ октября', 'до 1 октября'],
    ['15.09.2026²', '15.09.2026'],
    ['15.09.2026*', '15.09.2026'],
    ['май**, июнь', 'май, июнь'],
    ['I³ квартал', 'I квартал'],
    ['не позднее 5⁴⁾ дней', 'не позднее 5 дней'],
    ['до 1₂ мая', 'до 1 мая'],
  ])('is no part of the deadline «%s»', (phrase, meant) => {
    expect(read(['Мероприятие', 'Срок'], ['Отчёт', phrase])).toEqual([
      [`Отчёт: ${meant}`],
      [`Лист «План»: знаки сносок не взяты: B2 («${phrase}»).`],
    ]);
  });

  test.each([
    ['Ремонт 20 м² и 3 км²', 'Ремонт 20 м² и 3 км²'],
    ['Урок о H₂O', 'Урок о H₂O'],
    ['Игра 2*2', 'Игра 2*2'],
    ['Семинар¹', 'Семинар'],
    ['Атом²', 'Атом'],
  ])('in the title «%s» is told from a unit', (title, meant) => {
    expect(read(['Мероприятие', 'Срок'], [title, 'май'])[0]).toEqual([`${meant}: май`]);
  });
});

describe('what the reader has left out of a plan is said:', () => {
  test.each([
    ['struck_out', 'Лист «План»: зачёркнутое не взято: B2 («до 1 мая»).'],
    ['too_far_right', 'Лист «План»: столбцы так далеко справа не читаются, там осталось: B2 («до 1 мая»).'],
    [
      'open_quote',
      'Лист «План»: кавычки не закрыты, строка взята как есть, с кавычками: B2 («до 1 мая»). Проверьте, верно ли она поделена на столбцы.',
    ],
    [
      'unreadable_signs',
      'Лист «План»: часть знаков не прочиталась (стоит «\ufffd»): B2 («до 1 мая»). Сохраните файл в кодировке UTF-8 и повторите.',
    ],
  ] as const)('%s', (why, sentence) => {
    const table = tableOf(['Мероприятие', 'Срок'], ['Отчёт', 'май']);
    const leftOut = [{ why, row: 1, column: 1, text: 'до 1 мая' }];
    expect(parseForeignPlan([{ ...table, leftOut }])?.remarks).toEqual([sentence]);
  });

  test('a line of CSV with more cells than its header', () => {
    const rows = [
      ['Мероприятие', 'Срок'],
      ['Семинар', ' беседа', 'май'],
      ['Курсы', 'июнь', ''],
    ];
    expect(parseForeignPlan([{ kind: 'file', name: '', rows }])?.remarks).toEqual([
      expect.stringMatching(
        /^Ячеек больше, чем столбцов в заголовке: строка 2 \(«Семинар \| беседа \| май»\)\./u,
      ),
    ]);
  });
});

test('thousands of rows that look like headers are read in a moment', () => {
  const row = (at: number) =>
    Array.from({ length: 100 }, (_, column) => (column % 2 ? 'Срок' : `Мероприятие ${at % 7}`));
  const table = tableOf(...Array.from({ length: 300 }, (_, at) => row(at)));
  expect(processorMs(() => void parseForeignPlan([table]))).toBeLessThan(5000);
});

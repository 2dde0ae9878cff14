import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chosenColumns } from '../../../../functions/workbook/foreign-plan/header/chosen-columns.ts';
import { isOwnWorkbook } from '../../../../functions/workbook/foreign-plan/own-workbook.ts';
import { parseForeignPlan } from '../../../../functions/workbook/foreign-plan/parse-plan.ts';
import { phraseInYear } from '../../../../functions/workbook/foreign-plan/terms/plan-year.ts';
import type { CellGrid, ForeignTable } from '../../../../functions/workbook/layout/layout.ts';
import { processorMs } from '../../../support/processor-time.ts';

/** Tables as authorities make them: their headers, banners and columns of time. */

const tableOf = (rows: CellGrid, more: Partial<ForeignTable> = {}): ForeignTable => ({
  kind: 'table',
  name: '1',
  rows,
  ...more,
});
/** `number title: deadline (responsible)` of every item. */
const read = (...rows: CellGrid) => linesOf([tableOf(rows)]);
const linesOf = (tables: readonly ForeignTable[]) =>
  parseForeignPlan(tables)?.items.map(({ number, title, deadlinePhrase, responsible, year }) => {
    const phrase = (year && phraseInYear(deadlinePhrase, year)) ?? deadlinePhrase;
    return `${number} ${title}: ${phrase}${responsible === '' ? '' : ` (${responsible})`}`.trim();
  });
const banner = (text: string, width = 4) => Array.from({ length: width }, () => text);

describe('the columns of a plan', () => {
  test.each([
    ['№ п/п', 'Направления деятельности', 'Сроки', 'Ответственные лица'],
    ['N', 'Наименование отчета', 'Сроки предоставления отчетов', 'Отв.'],
    ['№', 'Пошаговые мероприятия', 'Сроки выполнения программы', 'Ответственный исполнитель/соисполнители'],
    [
      '№',
      'Номер и наименование основного мероприятия',
      'Срок',
      'Наименование органа, ответственного за мероприятие',
    ],
    ['№', 'Контрольное событие', 'Дата наступления контрольного события', 'Кто отвечает'],
  ])('are known by what they mean: «%s | %s | %s | %s»', (...header) => {
    expect(read(header, ['1', 'Семинар', 'май', 'УО'])).toEqual(['1 Семинар: май (УО)']);
  });

  test('of time are the deadline where they are marked', () => {
    const rows = [
      ['№', 'Мероприятие', 'Срок', 'Срок', 'Срок', 'Ответственный'],
      ['№', 'Мероприятие', 'I квартал 2022 г.', 'II квартал 2022 г.', 'III квартал 2022 г.', 'Ответственный'],
      ['1', 'Аудит', 'х', '-', '●', 'УО'],
      ['2', 'Курсы', '', '+', '', 'ИМЦ'],
    ];
    expect(read(...rows)).toEqual([
      '1 Аудит: I квартал 2022 г., III квартал 2022 г. (УО)',
      '2 Курсы: II квартал 2022 г. (ИМЦ)',
    ]);
  });

  test('of years are one span where the marked years follow one another', () => {
    expect(
      read(
        ['Мероприятие', '2021', '2022', '2023'],
        ['Аудит', '+', '+', ''],
        ['Курсы', '', '', '+'],
        ['Слёт', '+', '', '+'],
      ),
    ).toEqual([
      'Аудит: 2021–2022 годы',
      'Курсы: 2023 год',
      'Слёт: январь – декабрь 2021 года, январь – декабрь 2023 года',
    ]);
  });

  test('of months may hold the day', () => {
    expect(read(['Мероприятие', 'сентябрь', 'октябрь'], ['Отчёт', 'до 5', '10'], ['Сбор', '', 'х'])).toEqual([
      'Отчёт: до 5 сентября, до 10 октября',
      'Сбор: октябрь',
    ]);
  });

  test.each([
    [
      'small',
      [
        ['Мероприятие', 'сентябрь', 'октябрь'],
        ['Сбор', '1', '2'],
      ],
    ],
    [
      'the same',
      [
        ['Мероприятие', 'сентябрь', 'октябрь'],
        ['Сбор', '10', '10'],
      ],
    ],
    [
      'added up',
      [
        ['Мероприятие', 'сентябрь', 'октябрь', 'Итого'],
        ['Сбор', '15', '20', '35'],
      ],
    ],
  ])('of months hold no days where their numbers are %s, and this is told', (_, rows) => {
    expect(read(...rows)).toEqual(['Сбор:']);
    expect(parseForeignPlan([tableOf(rows)])?.remarks).toEqual([
      expect.stringContaining('похожи на количество'),
    ]);
  });

  test.each(['не проводится', 'нет', '—', 'Не планируется.'])('of time are not marked by «%s»', (text) => {
    const rows = [
      ['Мероприятие', 'сентябрь', 'октябрь'],
      ['Сбор', text, 'х'],
    ];
    expect(read(...rows)).toEqual(['Сбор: октябрь']);
    expect(parseForeignPlan([tableOf(rows)])?.untaken).toEqual([]);
  });

  test.each(['Иванов', '9 кл.'])('of time say no term by «%s», which is told to be unread', (text) => {
    const rows = [
      ['Мероприятие', 'сентябрь', 'октябрь'],
      ['Сбор', text, 'х'],
    ];
    expect(read(...rows)).toEqual(['Сбор: октябрь']);
    expect(parseForeignPlan([tableOf(rows)])?.untaken).toEqual([expect.objectContaining({ text })]);
  });

  test('of money are no deadline beside one', () => {
    expect(read(['Мероприятие', 'Срок', '2021', '2022'], ['Закупка', 'май', '10,5', '20,0'])).toEqual([
      'Закупка: май',
    ]);
  });

  test('of one name are so many deadlines; what divides them is said', () => {
    expect(read(['Мероприятие', 'Дата', 'Дата'], ['Отчёт', '1 мая', '1 июня'])).toEqual([
      'Отчёт: 1 мая, 1 июня',
    ]);
    expect(
      read(
        ['Мероприятие', 'Срок', 'Срок'],
        ['Мероприятие', 'школы', 'УО'],
        ['Отчёт', 'до 1 мая', 'до 1 июня'],
      ),
    ).toEqual(['Отчёт: до 1 мая (школы), до 1 июня (УО)']);
  });

  test('keep the one who answers before those who help', () => {
    expect(
      read(['Мероприятие', 'Срок', 'Ответственный', 'Соисполнители'], ['Сбор', 'май', 'УО', 'ИМЦ']),
    ).toEqual(['Сбор: май (УО (соисполнители: ИМЦ))']);
  });

  test('are known by what they hold where their names say nothing, and this is told', () => {
    const rows = [
      ['Делаем', 'К какому числу'],
      ['Собираем сведения', 'до 1 мая'],
      ['Пишем справку', 'июнь'],
    ];
    const plan = parseForeignPlan([tableOf(rows)]);
    expect(plan?.items.map(({ title, deadlinePhrase }) => [title, deadlinePhrase])).toEqual(rows.slice(1));
    expect(plan?.remarks).toEqual([expect.stringContaining('срок — «К какому числу»')]);
  });

  test('are those that a person names, by number, letter or header', () => {
    const rows = [
      ['А', 'Б', 'Ещё'],
      ['май', 'Семинар', 'УО'],
    ];
    const columns = chosenColumns({ мероприятие: 'B', Срок: '1', ответственный: 'ещё' });
    const plan = parseForeignPlan([tableOf(rows, { kind: 'sheet', columnNames: ['A', 'B', 'C'] })], columns);
    expect(plan?.items).toMatchObject([{ title: 'Семинар', deadlinePhrase: 'май', responsible: 'УО' }]);
    expect(() => parseForeignPlan([tableOf(rows)], chosenColumns({ мероприятие: '2', срок: '9' }))).toThrow(
      'Таблица 1: столбцы — 1 «А», 2 «Б», 3 «Ещё».',
    );
    expect(() => chosenColumns({ срок: '1' })).toThrow('мероприятие и срок');
    expect(() => chosenColumns({ цена: '1' })).toThrow('«цена»');
  });
});

describe('a banner over rows', () => {
  const HEADER = ['№', 'Мероприятие', 'Срок', 'Ответственный'];

  test('of a year gives it to the deadlines below that have none', () => {
    const rows = [
      HEADER,
      banner('2021 год'),
      ['1', 'Отчёт', 'до 20.12', ''],
      banner('2022/2023 учебный год'),
      ['2', 'Сбор', 'октябрь – март', ''],
      ['3', 'Сводка', 'до 15.01', ''],
      ['4', 'Слёт', 'май 2024 года', ''],
      ['5', 'Учёт', 'в течение года', ''],
    ];
    expect(read(...rows)).toEqual([
      '1 Отчёт: до 20.12.2021',
      '2 Сбор: октябрь – март 2022/2023 учебного года',
      '3 Сводка: до 15.01.2023',
      '4 Слёт: май 2024 года',
      '5 Учёт: в течение 2022/2023 учебного года',
    ]);
  });

  test('of a month, quarter or stage is the deadline of rows without one', () => {
    const rows = [
      HEADER,
      banner('СЕНТЯБРЬ'),
      ['1', 'Сбор', '', 'УО'],
      ['2', 'Слёт', '2 неделя', 'УО'],
      banner('II этап – основной (октябрь – декабрь 2021)'),
      ['3', 'Курсы', '', 'ИМЦ'],
      banner('III этап'),
      ['4', 'Итоги', '', 'УО'],
    ];
    expect(read(...rows)).toEqual([
      '1 Сбор: СЕНТЯБРЬ (УО)',
      '2 Слёт: 2 неделя сентябрь (УО)'.replace('сентябрь', 'сентября'),
      '3 Курсы: октябрь – декабрь 2021 (ИМЦ)',
      '4 Итоги:  (УО)',
    ]);
  });

  test('stands for the column of the deadline where there is none', () => {
    const rows = [['№', 'Мероприятие', 'Ответственный'], banner('МАЙ', 3), ['1', 'Сбор', 'УО']];
    expect(read(...rows)).toEqual(['1 Сбор: МАЙ (УО)']);
  });
});

describe('a deadline', () => {
  test('may stand in the measure itself', () => {
    const rows = [
      ['№', 'Мероприятие', 'Ответственный'],
      ['1', 'Направить планы (в срок до 10 августа)', 'ОО'],
      ['2', 'Ежеквартально до 5 числа направлять сводки', 'ОО'],
    ];
    expect(read(...rows)).toEqual([
      '1 Направить планы (в срок до 10 августа): в срок до 10 августа (ОО)',
      '2 Ежеквартально до 5 числа направлять сводки: Ежеквартально до 5 числа (ОО)',
    ]);
  });

  test('has the year of the title over its table', () => {
    const rows = [
      ['Мероприятие', 'Срок'],
      ['Сбор', 'март'],
    ];
    const heading = ['Утверждено 01.12.2021', 'План работы на 2022 год'];
    expect(linesOf([tableOf(rows, { heading })])).toEqual(['Сбор: март 2022 года']);
    expect(linesOf([tableOf([['План на 2021/22 учебный год'], ...rows])])).toEqual([
      'Сбор: март 2021/2022 учебного года',
    ]);
  });

  test.each([
    ['План на 2022 год', 'март 2022 года', 0],
    ['План работы 2022 год', 'март 2022 года', 0],
    ['План семинаров по математике 2022 г.', 'март 2022 года', 0],
    ['План с 15 марта 2022 г.', 'март', 0],
    ['План на 2021/2022 год', 'март 2021/2022 учебного года', 0],
    ['План на 2021–2022 уч. г.', 'март 2021/2022 учебного года', 0],
    ['План на 2022 год | по результатам ВПР за 2021 год', 'март 2022 года', 0],
    ['План по итогам ГИА за 2025 год на 2026 год', 'март 2026 года', 0],
    ['План на 2022 год | программы на 2021–2025 годы', 'март 2022 года', 0],
    ['Мероприятия за 2021 год', 'март 2021 года', 0],
    ['План, утверждён приказом от 15 марта 2021 г.', 'март', 0],
    ['План на 2021-2022 годы', 'март', 1],
    ['План на 2025–2026 гг.', 'март', 1],
    ['План на 2021/2022 годы', 'март', 1],
    ['План на 2022 год | План на 2023 год', 'март', 1],
  ])('has the year that the title «%s» is for: «%s»', (title, phrase, remarks) => {
    const rows = [
      ['Мероприятие', 'Срок'],
      ['Сбор', 'март'],
    ];
    const tables = [tableOf(rows, { heading: title.split(' | ') })];
    expect(linesOf(tables)).toEqual([`Сбор: ${phrase}`]);
    expect(parseForeignPlan(tables)?.remarks).toEqual(
      Array.from({ length: remarks }, () => expect.stringContaining('назван не один год')),
    );
  });

  test('that is a number without the look of a date is a date, and this is told', () => {
    const plan = parseForeignPlan([
      tableOf([
        ['Мероприятие', 'Срок'],
        ['Сбор', '44561'],
      ]),
    ]);
    expect(plan?.items).toMatchObject([{ deadlinePhrase: '31.12.2021' }]);
    expect(plan?.remarks).toEqual([expect.stringContaining('44561 — 31.12.2021')]);
  });
});

describe('a table', () => {
  test('goes on below on the next page, under «1 | 2 | 3» or with the next items', () => {
    const first = [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Сбор', 'май'],
    ];
    const tables = [
      tableOf(first),
      tableOf(
        [
          ['1', '2', '3'],
          ['2', 'Слёт', 'июнь'],
        ],
        { name: '2' },
      ),
      tableOf([['3', 'Курсы', 'до 1 июля']], { name: '3' }),
      tableOf([['Директор', 'Подпись', 'Дата']], { name: '4' }),
    ];
    expect(linesOf(tables)).toEqual(['1 Сбор: май', '2 Слёт: июнь', '3 Курсы: до 1 июля']);
  });

  test('may be missing: then the clauses of the text with their terms are the plan', () => {
    const rows = [
      ['ПРИКАЗЫВАЮ:'],
      ['1. Школам представить планы не позднее 5 октября 2021 года.'],
      ['1.2. Кураторам посещать школы.'],
      ['2) Отделу направить сводку в министерство до 20.12.2021.'],
    ];
    const plan = parseForeignPlan([tableOf(rows, { kind: 'text', name: '' })]);
    expect(plan?.items.map(({ number, deadlinePhrase, place }) => [number, deadlinePhrase, place])).toEqual([
      ['1', 'не позднее 5 октября 2021 года', 'абзац 2'],
      ['2', 'до 20.12.2021', 'абзац 4'],
    ]);
    expect(plan?.untaken.map(({ text }) => text)).toEqual([rows[0]?.[0], rows[2]?.[0]]);
  });

  test('of this very program is known', () => {
    const sheets = ['Регламент', 'Школы', 'Исполнение'].map((name) => tableOf([], { kind: 'sheet', name }));
    expect(isOwnWorkbook(sheets)).toBe(true);
    expect(isOwnWorkbook(sheets.slice(1))).toBe(false);
  });
});

const text = fc.constantFrom(
  '',
  'Сбор',
  'май',
  'до 1 июня',
  'УО',
  '2',
  '1.1',
  '12,5',
  'х',
  'Раздел',
  'справка',
  '2022 год',
);
const header = fc.constantFrom(
  ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат'],
  ['Мероприятие', 'Дата', 'Дата', 'Место', 'Отметка'],
  ['№', 'Мероприятие', 'сентябрь', 'октябрь', 'Ответственный'],
  ['№', 'Мероприятие', 'Дата начала', 'Дата окончания', 'Соисполнители'],
);
/** After it no row can be the second storey of the header. */
const FIRST = ['1', 'Слёт', 'июнь', 'июль', 'ИМЦ'];
const body = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

test('every cell below a header is in a measure, in a banner, or in what was left out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('План', 'на 2022 год'), { maxLength: 2 }),
      header,
      body,
      (above, names, rows) => {
        const plan = parseForeignPlan([tableOf([above, names, FIRST, ...rows])]);
        const said = JSON.stringify(plan).toLocaleLowerCase('ru');
        const lost = [above, ...rows]
          .flat()
          .filter((cell) => cell !== 'х' && !said.includes(cell.toLocaleLowerCase('ru')));
        expect(lost).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('thousands of rows that look like headers of months are read in a moment', () => {
  const rows = Array.from({ length: 2000 }, (_, index) => [
    'Мероприятие',
    'май',
    `июнь ${2000 + (index % 90)}`,
  ]);
  expect(processorMs(() => void parseForeignPlan([tableOf(rows)]))).toBeLessThan(5000);
});

import { describe, expect, test } from '@jest/globals';
import type { CellGrid, ForeignTable } from '../../../../functions/workbook/layout/layout.ts';
import { parseForeignPlan } from '../../../../functions/workbook/foreign-plan/parse-plan.ts';

const HEADER = ['№', 'Мероприятие', 'Срок', 'Ответственный'];

const tableOf = (...rows: CellGrid): ForeignTable => ({ kind: 'file', name: '', rows });
const read = (...rows: CellGrid) => parseForeignPlan([tableOf(...rows)]);
const titlesOf = (...rows: CellGrid) => read(...rows)?.items.map(({ title }) => title);

describe('a foreign plan', () => {
  test('is none where no table names a measure and a deadline', () => {
    expect(read(['Школа', 'Адрес'], ['ОО № 1', 'КГО'])).toBeUndefined();
  });

  test('tells of rows that it could not take for items', () => {
    expect(read(HEADER, ['3', '', 'ноябрь', 'методист'])).toMatchObject({
      items: [],
      passedOver: ['3 | ноябрь | методист'],
    });
  });

  test('does not take the sum below its items for one', () => {
    expect(
      read(HEADER, ['1', 'Семинар', 'май', ''], ['Итого', '1', '', ''], ['', 'Всего', 'май', '1']),
    ).toMatchObject({
      items: [{ title: 'Семинар' }],
      passedOver: ['Итого | 1', 'Всего | май | 1'],
    });
  });

  test('keeps an item without a deadline, and says what it took for headings', () => {
    const plan = read(
      HEADER,
      ['1', 'Кадры', '', ''],
      ['1.1', 'Семинар', '', ''],
      ['1.2', 'Курсы', 'Курсы', ''],
    );
    expect([plan?.headings, plan?.items.map(({ title, section }) => [title, section])]).toEqual([
      ['Кадры'],
      [
        ['Семинар', 'Кадры'],
        ['Курсы', 'Кадры'],
      ],
    ]);
  });

  test('goes on counting its items where one has no deadline', () => {
    expect(titlesOf(HEADER, ['1', 'Семинар', 'май', ''], ['2', 'Курсы', '', ''])).toEqual([
      'Семинар',
      'Курсы',
    ]);
  });

  test('may begin below a long heading, and repeat its header on the next page', () => {
    const heading = Array.from({ length: 14 }, (_, index) => [index === 3 ? 'УТВЕРЖДАЮ' : '']);
    const rows = [HEADER, ['1', 'Семинар', 'май', ''], HEADER, ['2', 'Курсы', 'июнь', '']];
    expect(titlesOf(...heading, ...rows)).toEqual(['Семинар', 'Курсы']);
  });

  test('passes over the row that numbers the columns', () => {
    expect(titlesOf(HEADER, ['1', '2', '3', '4'], ['1', 'Семинар', 'май', ''])).toEqual(['Семинар']);
  });

  test('has a deadline from and till where two columns hold it', () => {
    const header = ['Мероприятие', 'Дата начала', 'Дата окончания'];
    const plan = read(header, ['Семинар', '01.09.2026', '30.09.2026'], ['Курсы', '', 'май']);
    expect(plan?.items.map(({ deadlinePhrase }) => deadlinePhrase)).toEqual([
      'с 01.09.2026 по 30.09.2026',
      'май',
    ]);
  });

  test('says which part of a divided deadline it took', () => {
    const plan = read(
      ['Мероприятие', 'Срок', 'Срок'],
      ['Мероприятие', 'план', 'факт'],
      ['Семинар', 'май', 'июнь'],
    );
    expect(plan).toMatchObject({
      items: [{ title: 'Семинар', deadlinePhrase: 'май' }],
      remarks: ['Столбец «Срок» разделён на несколько: срок взят из столбца «план».'],
    });
  });

  test.each(['#ССЫЛКА!', '#Н/Д', '########', 'я'.repeat(5001)])(
    'takes %.10s for no deadline and says where it stands',
    (fault) => {
      const plan = read(HEADER, ['1', 'Семинар', fault, '']);
      expect(plan?.items).toEqual([
        {
          number: '1',
          section: '',
          title: 'Семинар',
          deadlinePhrase: '',
          responsible: '',
          place: 'строка 2',
        },
      ]);
      expect(plan?.problems).toEqual([expect.stringContaining('Строка 2, столбец «Срок»:')]);
    },
  );

  test('prefers the columns that a person sees, and takes a hidden sheet where there is no other plan', () => {
    const rows = [
      ['Мероприятие', 'Срок', 'Срок исполнения'],
      ['Семинар', 'старый', 'май'],
    ];
    const table: ForeignTable = {
      kind: 'sheet',
      name: 'План',
      rows,
      hiddenColumns: new Set([1]),
      isHidden: true,
    };
    expect(parseForeignPlan([table])).toMatchObject({
      items: [{ deadlinePhrase: 'май' }],
      remarks: ['Лист «План» в файле скрыт; план взят с него.'],
    });
  });
});

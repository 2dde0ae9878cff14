import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  comparableName,
  groupByName,
  isSameName,
  withoutInvisible,
} from '../../../../functions/domain/text/same-name.ts';

describe('what is one name to people', () => {
  test.each<[string, string, string]>([
    ['letter case', 'Выполнено', 'выполнено'],
    ['ё and е', 'Отчёт учёбы', 'отчет учебы'],
    ['ё put together of two signs', 'отче\u0308т', 'отчёт'],
    ['й put together of two signs', 'муниципальныи\u0306', 'муниципальный'],
    ['blanks at the ends and double ones', '  ОО  №  1 ', 'ОО № 1'],
    ['a non-breaking blank', 'ОО\u00a0№\u202f1', 'ОО № 1'],
    ['a line break', 'Номер\nдокумента', 'Номер документа'],
    ['a zero-width blank', 'собесе\u200bдование', 'собеседование'],
    ['a byte order mark', '\ufeffШкола', 'Школа'],
    ['a soft hyphen', 'собе\u00adседование', 'собеседование'],
    ['marks of direction', '\u20681.1\u2069\u200e', '1.1'],
    ['a selector of a glyph', 'да\ufe0f', 'да'],
    ['signs of tags', 'да\u{e0041}', 'да'],
    ['a stress mark', 'шко\u0301ла', 'школа'],
    ['Latin letters inside a Russian word', 'собеceдование', 'собеседование'],
    ['a word of Latin letters that looks Russian', 'OO № 1', 'ОО № 1'],
    ['Greek letters that look Russian', 'ΟΟ № 1', 'ОО № 1'],
    ['a Latin ë', 'отчëт', 'отчёт'],
    ['a zero and a three inside a word', 'к0нтр0ль пока3ателей', 'контроль показателей'],
    ['wide letters', '５００＋', '500+'],
    ['the Roman figure of one sign', 'Ⅲ квартал', 'III квартал'],
    ['a Ukrainian І in a Roman figure', 'ІІІ квартал', 'III квартал'],
    ['the shape of quotes', '«Лицей»', '"Лицей"'],
    ['nested quotes', 'МБОУ «СОШ „Лицей“»', 'МБОУ "СОШ "Лицей""'],
    ['the shape of dashes', 'Срок — план', 'Срок-план'],
    ['a minus and a hyphen that does not break', 'А\u2011Б', 'А−Б'],
    ['no blank after №', 'ОО №1', 'ОО № 1'],
    ['No and N for №', 'ОО No 1', 'ОО N1'],
    ['a dot behind', '1.1.', '1.1'],
    ['a colon behind', 'Отметка:', 'Отметка'],
    ['a decimal comma', '1,10', '1.10'],
  ])('%s makes no other name', (_, a, b) => {
    expect([isSameName(a, b), comparableName(a)]).toEqual([true, comparableName(b)]);
  });

  test.each<[string, string]>([
    ['1.1', '1.10'],
    ['ОО № 1', 'ОО № 11'],
    ['ОО № 1', 'ОО № 1 (демо)'],
    ['выполнено', 'не выполнено'],
    ['Школа', 'Школы'],
    ['1-5', '15'],
    ['и', 'й'],
    ['1 кв', '1в'],
    ['но 1', '№ 1'],
    ['Дата', 'Дата акта'],
  ])('«%s» and «%s» are two', (a, b) => {
    expect(isSameName(a, b)).toBe(false);
  });

  test('the name by which names are compared stands for itself', () => {
    const sign = fc.constantFrom(...'аоАсcCёйЁ№N.,-—«"10з3 \u00a0\u200bΟ');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
        expect(comparableName(comparableName(text))).toBe(comparableName(text));
      }),
    );
  });
});

const NAMES = ['ОО № 1 (демо)', 'ОО № 10 (демо)', 'собеседование', '1.1', '5.2', 'Номер документа', '500+'];
const TWINS: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', с: 'c', О: 'O', Н: 'H', р: 'p' };

/** The name as it may come out of a text processor, a messenger or a careless keyboard. */
const decorated = fc.constantFrom(...NAMES).chain((name) =>
  fc
    .array(fc.constantFrom('as it is', 'invisible', 'case', 'twin', 'blank'), {
      minLength: name.length,
      maxLength: name.length,
    })
    .chain((acts) =>
      fc.tuple(
        fc.constant(name),
        fc.constant(acts),
        fc.constantFrom(...'\u200b\u00ad\u2060\u200f\ufeff\u2066'),
      ),
    )
    .map(([whole, acts, hidden]) => ({
      name: whole,
      typed: [...whole].map((sign, index) => decorate(sign, acts[index] ?? '', hidden)).join(''),
    })),
);

function decorate(sign: string, act: string, hidden: string): string {
  if (act === 'invisible') return `${hidden}${sign}`;
  if (act === 'case') return sign.toUpperCase();
  if (act === 'twin') return TWINS[sign] ?? sign;
  return act === 'blank' && sign === ' ' ? '\u00a0 ' : sign;
}

test('however a name is decorated, it is the same one name and no other', () => {
  fc.assert(
    fc.property(decorated, ({ name, typed }) => {
      expect(NAMES.filter((each) => isSameName(each, typed))).toEqual([name]);
    }),
  );
});

test('of items of one name the first says how it is written', () => {
  const groups = groupByName(['ОО № 2', 'оо №  2', 'ОО № 1', 'ОО\u200b № 2'], (name) => name);
  expect(groups).toEqual([
    ['ОО № 2', ['ОО № 2', 'оо №  2', 'ОО\u200b № 2']],
    ['ОО № 1', ['ОО № 1']],
  ]);
});

test('what nobody sees is dropped, and blanks stay', () => {
  expect(withoutInvisible('\u200e15.\u00ad04\u2069. 2026\t')).toBe('15.04. 2026\t');
});

import { describe, expect, test } from '@jest/globals';
import { findPersonal, maskPersonal } from '../../../../functions/domain/text/personal-data.ts';
import { processorMs } from '../../../support/processor-time.ts';

describe('data of persons', () => {
  test.each([
    ['112-233-445 95', ['СНИЛС']],
    ['11223344595', ['СНИЛС']],
    ['112-233-445 96', []],
    ['паспорт 7512 № 345678', ['паспорт']],
    ['75 12 345678', ['паспорт']],
    ['+7 (912) 345-67-89', ['мобильный телефон']],
    ['89123456789', ['мобильный телефон']],
    ['8 (351) 345-67-89', []],
    ['anna.petrova@gmail.com, школа', ['личная почта']],
    ['school5@edu.example.ru', []],
    ['приказ № 15 от 20.09.2021', []],
    ['https://example.org/2021/09/20', []],
    ['методист по кадрам', []],
  ])('in «%s»: %j', (text, kinds) => {
    expect(findPersonal(text, { withNames: true })).toEqual(kinds);
  });

  test.each([
    ['Пример П.П.', ['фамилия, имя']],
    ['П. П. Пример', ['фамилия, имя']],
    ['Примерова Анна Петровна', ['фамилия, имя']],
    ['Заместитель директора по УВР', []],
    ['МКУ «Управление образования КГО»', []],
  ])('a name where a position belongs: «%s» %j', (text, kinds) => {
    expect(findPersonal(text, { withNames: true })).toEqual(kinds);
    expect(findPersonal(text)).toEqual([]);
  });

  test('are masked, and the words around stay', () => {
    expect(maskPersonal('тел. 8 912 345 67 89, СНИЛС 112-233-445 95')).toBe(
      'тел. [скрыто: мобильный телефон], СНИЛС [скрыто: СНИЛС]',
    );
    expect(maskPersonal('приказ № 15')).toBe('приказ № 15');
    expect(maskPersonal('Пример П.П., методист', { withNames: true })).toBe(
      '[скрыто: фамилия, имя], методист',
    );
  });
});

test('a picture that somebody has pasted as text holds up nobody', () => {
  const look = () => expect(findPersonal(`123${'a1B'.repeat(16_000)}`)).toEqual([]);
  // Looked at from each of its signs it would be seconds.
  expect(processorMs(look)).toBeLessThan(1_000);
});

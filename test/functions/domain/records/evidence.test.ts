import { describe, expect, test } from '@jest/globals';
import {
  emptyWords,
  isProof,
  missingForProof,
  type Evidence,
} from '../../../../functions/domain/records/evidence.ts';

describe('a link proves where somebody can go by it', () => {
  test.each([
    'https://disk.example.org/d/1',
    'см. https://example.org',
    'disk.example.org/i/xyz',
    'школа.рф',
    'http://localhost:8080/приказ',
    String.raw`C:\Документы\приказ`,
    String.raw`\\server\отчёты\приказ`,
    '/home/отчёты/приказ',
    '#gid=148001&range=A5',
    'Приказ № 5 от 10.11.2026.pdf',
    'скан протокола.JPG',
  ])('«%s»', (link) => {
    expect(isProof({ link })).toBe(true);
    expect(emptyWords({ link })).toEqual([]);
  });

  test.each([
    'потом',
    'нет',
    'см. журнал',
    'https://',
    'ссылка будет позже',
    'у директора',
    'т.д.',
    '5',
    'приказ № 5',
  ])('and not «%s»', (link) => {
    expect(isProof({ link })).toBe(false);
    expect(emptyWords({ link })).toEqual([['link', link]]);
  });
});

describe('a document proves where its kind and number name one', () => {
  const date = '2026-11-10';

  test.each<[string, string]>([
    ['приказ', '5'],
    ['Приказ', '01-05/17'],
    ['письмо', 'б/н'],
    ['письмо', 'Без номера'],
    ['справка', 'IV'],
    ['акт', 'А'],
    ['нетиповая форма', '3'],
  ])('«%s» № %s', (kind, number) => {
    expect(isProof({ kind, number, date })).toBe(true);
  });

  test.each<[Evidence, string[]]>([
    [{ kind: 'нет', number: 'нет', date }, ['вид документа', 'номер']],
    [{ kind: 'Устно', number: '1', date }, ['вид документа']],
    [{ kind: 'приказ', number: 'в работе', date }, ['номер']],
    [{ kind: 'приказ', number: 'да', date }, ['номер']],
    [{ kind: 'приказ', number: '0', date }, ['номер']],
    [{ kind: 'приказ', number: '№ 00', date }, ['номер']],
    [{ kind: 'приказ', number: '5' }, ['дату документа']],
    [{ kind: 'приказ', number: '5', link: 'потом' }, ['дату документа']],
  ])('and not %j', (evidence, missing) => {
    expect(isProof(evidence)).toBe(false);
    expect(missingForProof(evidence)).toEqual(missing);
  });
});

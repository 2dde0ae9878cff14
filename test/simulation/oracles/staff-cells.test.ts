import { describe, expect, test } from '@jest/globals';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import type { Cell, Row } from '../../../local/sheets-api/model/types.ts';
import { columnTag, rowTag } from '../world/tags.ts';
import { bookOf, SHEET_IDS } from './small-book.ts';
import { checkFunctionWrite } from './staff-cells.ts';

const COLUMNS = ['id', 'topic', 'check'].map((key) => {
  const column = WORKSHEETS.journal.columns.find((each) => each.key === key);
  return { key, title: column?.title ?? '' };
});

/** The header with its marks, whatever people have put over its words. */
const header = (...titles: readonly (string | undefined)[]): Row =>
  COLUMNS.map(({ key }, index): Cell => {
    const value = titles[index];
    return { note: columnTag(key), ...(value !== undefined && { value }) };
  });

/** An id, the topic that somebody typed, and the verdict; '' for an empty cell. */
const row = (id: string, topic: string, check = ''): Row => [
  id === '' ? undefined : { value: id },
  { note: rowTag(1), value: topic },
  check === '' ? undefined : { value: check },
];

const TITLES = COLUMNS.map(({ title }) => title);

function judge(before: readonly Row[], after: readonly Row[]) {
  return checkFunctionWrite(bookOf('journal', before), bookOf('journal', after), SHEET_IDS)?.what;
}

describe('cells that functions may write', () => {
  test.each<readonly [what: string, head: Row, before: Row, after: Row]>([
    ['an id and a verdict', header(...TITLES), row('', 'Итоги'), row('j1', 'Итоги', 'Замечаний нет')],
    ['an id under a header that was emptied', header(), row('', 'Итоги'), row('j1', 'Итоги')],
    [
      'an id under a record pasted over the header',
      header(undefined, 'Итоги', undefined),
      row('', 'Итоги'),
      row('j1', 'Итоги', 'Замечаний нет'),
    ],
  ])('%s', (_, head, before, after) => {
    expect(judge([head, before], [head, after])).toBeUndefined();
  });
});

describe('cells that they may not', () => {
  test.each<readonly [what: string, head: Row, before: Row, after: Row, told: string]>([
    [
      'the topic',
      header(...TITLES),
      row('j1', 'Итоги'),
      row('j1', 'Сводка'),
      '«Итоги» became «Сводка» at 2:2',
    ],
    [
      'the topic under a header that was emptied',
      header(),
      row('j1', 'Итоги'),
      row('j1', ''),
      '«Итоги» became «» at 2:2',
    ],
    [
      'a column of people’s own in the place of the server’s',
      [{ value: 'Моё' }, ...header(...TITLES).slice(1)],
      row('', 'Итоги'),
      row('j1', 'Итоги'),
      '«» became «j1» at 2:1',
    ],
  ])('%s', (_, ...[head, before, after, told]) => {
    expect(judge([head, before], [head, after])).toBe(`journal: ${told}`);
  });
});

import { STAFF_WORKSHEETS } from '../../../domain/worksheet-key.ts';
import { describeGap, gapsOf } from '../../../workbook/table/gaps.ts';
import { WORKSHEETS } from '../../../workbook/worksheets/index.ts';
import type { Tables } from './read-sheets.ts';

/** What of the worksheets is not read although figures depend on it, and how to mend it: Russian sentences. */
export function describeGaps(tables: Tables): readonly string[] {
  return STAFF_WORKSHEETS.flatMap((key) => {
    const table = tables[key];
    if (table.kind !== 'complete') return [];
    return gapsOf(table).map((gap) => {
      const { message, advice } = describeGap(gap, table.binding.headerRow);
      return `Лист «${WORKSHEETS[key].title}»: ${message[0]?.toLowerCase()}${message.slice(1)} ${advice}`;
    });
  });
}

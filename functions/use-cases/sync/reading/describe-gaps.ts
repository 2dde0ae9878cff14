import { STAFF_WORKSHEETS } from '../../../domain/records/worksheet-key.ts';
import { describeGap, gapsOf } from '../../../workbook/table/gaps.ts';
import { describeLookAlike, findLookAlikes } from '../../../workbook/table/look-alikes.ts';
import type { Table } from '../../../workbook/table/table.ts';
import { WORKSHEETS } from '../../../workbook/worksheets/index.ts';
import type { Tables } from './read-sheets.ts';

/** What of the worksheets is not read although figures depend on it, and how to mend it: Russian sentences. */
export function describeGaps(tables: Tables): readonly string[] {
  return toldOf(tables, (table) => gapsOf(table).map((gap) => describeGap(gap, table.binding.headerRow)));
}

/** Columns of people's own that say something else than those that are read: Russian sentences. */
export function describeLookAlikes(tables: Tables): readonly string[] {
  const told = toldOf(tables, (table) => findLookAlikes(table).map(describeLookAlike));
  return told.map((sentence) => `Внимание. ${sentence}`);
}

type Told = ReturnType<typeof describeGap>;

function toldOf(tables: Tables, tell: (table: Table) => readonly Told[]): readonly string[] {
  return STAFF_WORKSHEETS.flatMap((key) => {
    const table = tables[key];
    if (table.kind !== 'complete') return [];
    return tell(table).map(
      ({ message, advice }) =>
        `Лист «${WORKSHEETS[key].title}»: ${message[0]?.toLowerCase()}${message.slice(1)} ${advice}`,
    );
  });
}

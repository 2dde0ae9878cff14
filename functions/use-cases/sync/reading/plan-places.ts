import { STAFF_WORKSHEETS } from '../../../domain/records/worksheet-key.ts';
import { lostColumns } from '../../../workbook/table/gaps.ts';
import { isOwnColumn } from '../../../workbook/table/own-columns.ts';
import type { Places } from '../../../workbook/table/places.ts';
import type { Table } from '../../../workbook/table/table.ts';
import type { Head } from '../../stored/head/head.ts';
import type { Tables } from './read-sheets.ts';

/**
 * Where the columns stand, and which are lost: what the head is to remember of the tables. One that stands again but
 * empty stays lost while the brake holds it.
 */
export function planPlaces(head: Head, tables: Tables, held: Head['held']): Pick<Head, 'places' | 'lost'> {
  const read = STAFF_WORKSHEETS.flatMap((key) => {
    const table = tables[key];
    return table.kind === 'complete' ? [{ key, table }] : [];
  });
  const places = read.map(({ key, table }) => [key, newPlaces(head.places?.[key], table)]);
  const lost = read.map(({ key, table }) => {
    const waiting = held[key]?.columns?.filter(({ column }) => head.lost?.[key]?.includes(column)) ?? [];
    return [
      key,
      [...lostColumns(table).map((each) => each.key), ...waiting.map(({ column }) => column)],
    ] as const;
  });
  const still = { ...head.lost, ...Object.fromEntries(lost) };
  const standing = Object.entries(still).filter(([, keys]) => keys.length > 0);
  return {
    places: { ...head.places, ...Object.fromEntries(places) },
    ...((standing.length > 0 || head.lost) && { lost: Object.fromEntries(standing) }),
  };
}

/** While a column is lost, or records stand above, it is remembered how all was before. */
function newPlaces(known: Places | undefined, { binding, above }: Table): Places {
  const isWhole = known?.columns.every((key) => key === '' || isOwnColumn(key) || binding.columns.has(key));
  const { headerRow, columns } = known && (!isWhole || above.length > 0) ? known : binding.places;
  return { headerRow, columns: [...columns] };
}

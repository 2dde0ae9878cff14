import { hash } from 'node:crypto';
import type { RowId } from '../records/worksheet-key.ts';

/**
 * A row id is `e17-4fa`: the worksheet's letter, the number of the row in the order of first sight, and a
 * check over both and the workbook. The check tells an id of this workbook from one that was copied in from
 * another or mistyped (1 in 4,096 slips through, and content decides then). Numbers make ids without chance,
 * and a row's number tells which shard of the store keeps it.
 */
const CHECK_LENGTH = 3;
const ROW_ID = /^([a-z])(\d{1,9})-([0-9a-f]{3})$/u;

export function formatRowId(workbookId: string, prefix: string, number: number): RowId {
  return `${prefix}${number}-${checkOf(workbookId, prefix, number)}`;
}

/** The number in an id of this workbook and worksheet; undefined for anything else. */
export function parseRowId(id: string, workbookId: string, prefix: string): number | undefined {
  const parts = ROW_ID.exec(id);
  if (!parts || parts[1] !== prefix) return undefined;
  const number = Number(parts[2]);
  return parts[3] === checkOf(workbookId, prefix, number) ? number : undefined;
}

/** Whether the text looks like an id of such a worksheet, of whatever workbook it may be. */
export function isRowIdShaped(text: string, prefix: string): boolean {
  return ROW_ID.exec(text)?.[1] === prefix;
}

function checkOf(workbookId: string, prefix: string, number: number): string {
  return hash('sha256', `${workbookId}\n${prefix}${number}`, 'hex').slice(0, CHECK_LENGTH);
}

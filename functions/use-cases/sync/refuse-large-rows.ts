import type { Finding } from '../../domain/findings/finding.ts';
import type { SyncPlan } from '../../domain/sync/plan-sync.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { sizeOfCells } from '../stored/encoding/split-cells.ts';
import type { Head } from '../stored/head/head.ts';

/**
 * The largest row that a commit can take: it may carry the cells three times, as they were and are in the history
 * and once in the row, and must stay below 10 MiB. Some 30 cells full of Cyrillic, 60 of Latin.
 */
export const MAX_ROW_BYTES = 3_000_000;

type TooLarge = NonNullable<Head['tooLarge']>;
type Syncs = Readonly<Partial<Record<StaffWorksheetKey, SyncPlan>>>;

interface Accepted {
  readonly syncs: Syncs;
  /** What the head is to say; undefined where it never had to say anything. */
  readonly tooLarge: Head['tooLarge'];
}

/** What the store can take. A row that is too large stays there as it stood; all others go on. */
export function refuseLargeRows(syncs: Syncs, head: Head): Accepted {
  const refused: TooLarge = { ...head.tooLarge };
  const accepted: Record<string, SyncPlan> = {};
  for (const key of STAFF_WORKSHEETS) {
    const sync = syncs[key];
    if (!sync) continue;
    const measured = sync.changes.map((change) => ({ change, bytes: sizeOfCells(change.after) }));
    const large = measured.filter(({ bytes }) => bytes > MAX_ROW_BYTES);
    const isFree = large.length === 0;
    accepted[key] = isFree ? sync : { ...sync, changes: withoutLarge(measured) };
    if (isFree) delete refused[key];
    else refused[key] = large.map(({ change, bytes }) => ({ rowId: change.rowId, bytes }));
  }
  const isTold = head.tooLarge !== undefined || Object.keys(refused).length > 0;
  return { syncs: accepted, tooLarge: isTold ? refused : undefined };
}

interface Measured {
  readonly change: SyncPlan['changes'][number];
  readonly bytes: number;
}

function withoutLarge(measured: readonly Measured[]): SyncPlan['changes'] {
  return measured.filter(({ bytes }) => bytes <= MAX_ROW_BYTES).map(({ change }) => change);
}

/** What people are told of rows that the store could not take, beside each of them. */
export function largeRowFindings(tooLarge: Head['tooLarge']): readonly Finding[] {
  return STAFF_WORKSHEETS.flatMap((worksheet) =>
    (tooLarge?.[worksheet] ?? []).map(({ rowId, bytes }) => ({
      code: 'row_too_large',
      severity: 'error' as const,
      place: { worksheet, rowId },
      message:
        `В строке слишком много текста: ${megabytes(bytes)}, а система может хранить не больше ` +
        `${megabytes(MAX_ROW_BYTES)} в одной строке. В таблице всё цело, но последние изменения этой строки ` +
        'системой не приняты: она хранит строку такой, какой приняла её раньше.',
      advice:
        'Сократите тексты в ячейках этой строки или перенесите их в документ и вставьте ссылку на него. Строка ' +
        'будет принята при следующей синхронизации.',
    })),
  );
}

/** «3,4 МБ». */
function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('ru', { maximumFractionDigits: 1 })} МБ`;
}

import * as z from 'zod';
import { formatDate, type CalendarDate } from '../../../domain/dates/dates.ts';
import type { ReportDocument } from '../../../domain/report/report-document.ts';
import { dateInZone } from '../../../domain/dates/moment.ts';
import { ROLES } from '../../../domain/roles.ts';
import { parseStored } from '../encoding/parse-stored.ts';
import type { JsonObject, Store, StoreWrite } from '../../ports/store.ts';

const author = {
  /** The day on which it was said, by the workbook's clock or as the request named it; absent in what is older. */
  on: z.string().optional(),
  /** The instant, ISO 8601 in UTC; the address and its role in the workbook. */
  at: z.string(),
  by: z.string(),
  role: z.enum(ROLES),
};

const changeSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed'), paperNumber: z.string(), paperDate: z.string(), ...author }),
  z.object({ state: z.literal('recalled'), reason: z.string(), ...author }),
]);

/**
 * `workbooks/ID/report-states/NUMBER`: what people have said of a report since it was formed, oldest first. Apart
 * from the report, which is never written again.
 */
const statesSchema = z.object({ changes: z.array(changeSchema) });

export type StateChange = z.infer<typeof changeSchema>;

export interface ReportStates {
  readonly changes: readonly StateChange[];
  readonly version: string | 'absent';
}

function statesKey(workbookId: string, number: number): string {
  return `workbooks/${workbookId}/report-states/${String(number).padStart(6, '0')}`;
}

/** One store read. */
export async function readReportStates(
  store: Store,
  workbookId: string,
  number: number,
): Promise<ReportStates> {
  const [found] = await store.getMany([statesKey(workbookId, number)]);
  if (!found) return { changes: [], version: 'absent' };
  return { changes: parseStored(statesSchema, found).changes, version: found.version };
}

export function planStates(
  workbookId: string,
  number: number,
  { changes, version }: ReportStates,
): StoreWrite {
  return {
    kind: 'put',
    key: statesKey(workbookId, number),
    data: { changes } as unknown as JsonObject,
    ifVersion: version,
  };
}

/**
 * «сформировано 23.11.2026», «подписано: № 01-15/7 от 25.11.2026»: as the tab and messages say it, of a report as of a
 * card or a list.
 */
export function describeState(
  { date }: Pick<ReportDocument, 'date'>,
  changes: readonly StateChange[],
  timeZone: string,
): string {
  const latest = changes.at(-1);
  if (!latest) return `сформировано ${formatDate(date)}`;
  if (latest.state === 'recalled')
    return `отозвано ${formatDate(dayOfChange(latest, timeZone))}: ${latest.reason}`;
  return `подписано: № ${latest.paperNumber} от ${formatDate(latest.paperDate as CalendarDate)}`;
}

export function dayOfChange({ on, at }: StateChange, timeZone: string): CalendarDate {
  return (on as CalendarDate | undefined) ?? dateInZone(at, timeZone);
}

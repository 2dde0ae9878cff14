import { STAFF_WORKSHEETS } from '../../../domain/records/worksheet-key.ts';
import type { Head } from './head.ts';
import { WORKBOOK_LAYOUT } from './upgrades.ts';

/** The head of a new workbook, or the known one with its sheets brought up to date. */
export function newHead(
  known: Head | undefined,
  request: {
    readonly title: string;
    readonly timeZone: string;
    readonly members: Head['members'];
    readonly grants?: Head['grants'];
    readonly sheetIds: Readonly<Record<string, number>>;
  },
): Head {
  const { title, timeZone, members, grants } = request;
  const sheetIds = request.sheetIds as Head['sheetIds'];
  const given = { sheetIds, layout: WORKBOOK_LAYOUT };
  if (known) return { ...known, ...given, digests: {} };
  return { ...UNSEEN, ...given, title, timeZone, members, ...(grants && { grants }) };
}

/** What is known of a workbook before the first synchronisation. */
const UNSEEN = {
  revision: 0,
  nextNumbers: Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, 1])) as Head['nextNumbers'],
  digests: {},
  held: {},
  assessedOn: null,
  monitoredOn: null,
  findings: { error: 0, overdue: 0, warning: 0, reminder: 0 },
  lastReport: null,
};

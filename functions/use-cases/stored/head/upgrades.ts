import { StoreDamagedError, StoreNewerError } from '../../ports/errors.ts';
import type { Json, JsonObject, StoredDocument } from '../../ports/store.ts';

/** The sheet id of a worksheet that the workbook was never given: it has no rows, and none are lost. */
export const NO_SHEET = -1;

/**
 * Forward steps of what is stored of a workbook: the first makes schema 2 of schema 1, and so on. The head bears the
 * number for all documents below it; what was stored before heads bore one is schema 1. A step is written once and
 * stays as it is: what it adds is named in it, not taken from today's descriptions.
 */
const STEPS: readonly ((head: JsonObject) => JsonObject)[] = [
  // «Ответственные» and «Обзор» came, and the layout of the workbook was counted from then on; `operator` became a role
  // of its own, before which the command line of a folder was a `service` that was allowed everything.
  (head) => ({
    ...head,
    members: withOperator(asObject(head['members'])),
    sheetIds: { people: NO_SHEET, overview: NO_SHEET, ...asObject(head['sheetIds']) },
    nextNumbers: { people: 1, ...asObject(head['nextNumbers']) },
    layout: 1,
  }),
  // Reports by forms of the authority's own came, and the head names the latest: nothing is made otherwise, but a program
  // from before would take that name, and the record of such a report, for damage.
  (head) => head,
  // «Планы школ» came.
  (head) => ({
    ...head,
    sheetIds: { schoolPlans: NO_SHEET, ...asObject(head['sheetIds']) },
    nextNumbers: { schoolPlans: 1, ...asObject(head['nextNumbers']) },
  }),
];

/** What this program writes, and the newest that it reads. */
export const STORED_SCHEMA = STEPS.length + 1;

/**
 * Of the sheets and columns as provisioning lays them out; 1: before «Ответственные», «Обзор» and the control's
 * columns, 2: before «Обзор» named what is overdue, 3: with the id first, and the verdict behind all that staff type,
 * 4: before «Планы школ».
 */
export const WORKBOOK_LAYOUT = 5;
/** From this layout on the columns and tabs stand where people have them: it is they who move them. */
export const LAYOUT_IN_ORDER = 4;

/**
 * The head of today's schema, whichever program stored it; nothing is written: the next write of the head stores it so.
 * Throws `StoreNewerError` where a later program wrote it, whose fields this one would lose, `StoreDamagedError`.
 */
export function upgradeHead({ key, data }: StoredDocument): JsonObject {
  const { schema = 1, ...head } = data;
  if (!Number.isInteger(schema) || Number(schema) < 1) throw new StoreDamagedError(key);
  const stands = Number(schema);
  if (stands > STORED_SCHEMA || Number(head['layout'] ?? 1) > WORKBOOK_LAYOUT) throw new StoreNewerError(key);
  return STEPS.slice(stands - 1).reduce((before, step) => step(before), head);
}

function withOperator(members: JsonObject): JsonObject {
  const commandLine = 'operator@shnor.local';
  return members[commandLine] === 'service' ? { ...members, [commandLine]: 'operator' } : members;
}

/** What is no object is left for the schema to refuse. */
function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

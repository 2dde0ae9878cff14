import { within } from '../wire/api-error.ts';
import type { BatchRequest, RequestKind } from '../schema/requests.ts';
import { Draft } from './draft.ts';
import type { Handler, Handlers } from './handler.ts';
import { fillHandlers } from './requests/cells/auto-fill.ts';
import { bandingHandlers } from './requests/sheets/banding.ts';
import { borderHandlers } from './requests/cells/borders.ts';
import { cellHandlers } from './requests/cells/cells.ts';
import { cleanHandlers } from './requests/cells/clean-cells.ts';
import { conditionalHandlers } from './requests/objects/conditional-rules.ts';
import { groupHandlers } from './requests/sheets/dimension-groups.ts';
import { dimensionHandlers } from './requests/sheets/dimensions.ts';
import { filterHandlers } from './requests/objects/filter-sort.ts';
import { filterViewHandlers } from './requests/objects/filter-views.ts';
import { findHandlers } from './requests/cells/find-replace.ts';
import { mergeHandlers } from './requests/cells/merges.ts';
import { moveHandlers } from './requests/sheets/move-dimension.ts';
import { metadataHandlers } from './requests/objects/metadata.ts';
import { namedRangeHandlers } from './requests/objects/named-ranges.ts';
import { objectHandlers } from './requests/objects/objects.ts';
import { pasteTextHandlers } from './requests/cells/paste-text.ts';
import { pasteHandlers } from './requests/cells/paste.ts';
import { protectionHandlers } from './requests/objects/protections.ts';
import { sheetHandlers } from './requests/sheets/sheets.ts';
import { shiftHandlers } from './requests/cells/shift-cells.ts';
import type { Spreadsheet, Surroundings } from './types.ts';

const HANDLERS: Handlers<RequestKind> = {
  ...sheetHandlers,
  ...cellHandlers,
  ...borderHandlers,
  ...mergeHandlers,
  ...dimensionHandlers,
  ...moveHandlers,
  ...groupHandlers,
  ...protectionHandlers,
  ...conditionalHandlers,
  ...filterHandlers,
  ...findHandlers,
  ...pasteHandlers,
  ...shiftHandlers,
  ...namedRangeHandlers,
  ...filterViewHandlers,
  ...bandingHandlers,
  ...objectHandlers,
  ...cleanHandlers,
  ...pasteTextHandlers,
  ...fillHandlers,
  ...metadataHandlers,
};

export interface BatchOutcome {
  readonly spreadsheet: Spreadsheet;
  readonly replies: readonly object[];
}

/**
 * The spreadsheet after all requests in their order. `base` stays as it was.
 * Throws `ApiError` naming the request that failed: then nothing is applied.
 */
export function applyBatch(
  base: Spreadsheet,
  requests: readonly BatchRequest[],
  around: Surroundings,
): BatchOutcome {
  const draft = new Draft(base, around);
  const replies = requests.map((request, index) => applyOne(draft, { request, index }, around));
  return { spreadsheet: draft.finish(), replies };
}

function applyOne(
  draft: Draft,
  { request, index }: { request: BatchRequest; index: number },
  around: Surroundings,
): object {
  // The table pairs each kind with its body; the pairing is lost when one is looked up.
  const handler = HANDLERS[request.kind] as Handler<RequestKind>;
  return within(`requests[${index}].${request.kind}`, () => {
    const reply = handler(draft, request.body, around);
    draft.checkSize();
    return reply;
  });
}

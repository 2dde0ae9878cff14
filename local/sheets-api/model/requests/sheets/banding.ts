import { invalidArgument } from '../../../wire/api-error.ts';
import { merge } from '../../../wire/field-mask.ts';
import { bandedRange, type BandedRange } from '../../../schema/objects.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, intersects, rangeOfBox } from '../../ranges/boxes.ts';
import { withColourTwins } from '../../values/cells.ts';
import { completeColours } from '../../colours.ts';
import { describeRanged } from '../../describe/describe-ranges.ts';
import type { Draft } from '../../draft.ts';
import { findObject, replaced, type Found } from '../../find-object.ts';
import { required, updateMask, type Handlers } from '../../handler.ts';
import type { Surroundings } from '../../types.ts';

function complete(draft: Draft, given: BandedRange, bandedRangeId: number): BandedRange {
  const range = required(given.range, 'bandedRange.range');
  const sheetId = range.sheetId ?? 0;
  const sheet = draft.read(sheetId);
  const box = boxOf(sheet, range);
  const overlaps = (other: BandedRange): boolean =>
    other.bandedRangeId !== bandedRangeId && intersects(boxOf(sheet, other.range ?? {}), box);
  if (sheet.bandedRanges.some(overlaps))
    throw invalidArgument(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  const { rowProperties: rows, columnProperties: columns } = given;
  if (!rows && !columns)
    throw invalidArgument('At least one of rowProperties and columnProperties must be specified.');
  return {
    bandedRangeId,
    range: rangeOfBox(sheetId, box),
    ...(rows && { rowProperties: completeColours(rows) }),
    ...(columns && { columnProperties: completeColours(columns) }),
  };
}

function addBanding(draft: Draft, body: RequestBody<'addBanding'>, around: Surroundings): object {
  const given = required(body.bandedRange, 'bandedRange');
  const id = given.bandedRangeId ?? Number(around.newId('bandedRange'));
  if (findBand(draft, id)) throw invalidArgument(`A banded range with ID: ${id} already exists.`);
  const band = complete(draft, given, id);
  const sheet = draft.edit(band.range?.sheetId ?? 0);
  sheet.bandedRanges = [...sheet.bandedRanges, band];
  return { addBanding: { bandedRange: describeRanged(band) } };
}

function findBand(draft: Draft, id: number | undefined): Found<'bandedRanges'> | undefined {
  return findObject(draft, 'bandedRanges', ({ bandedRangeId }) => bandedRangeId === id);
}

function existing(draft: Draft, id: number | undefined): Found<'bandedRanges'> {
  const found = findBand(draft, id);
  if (!found) throw invalidArgument(`No banded range with ID: ${id ?? 0}`);
  return found;
}

function updateBanding(draft: Draft, body: RequestBody<'updateBanding'>): object {
  const mask = withColourTwins(updateMask(body.fields, bandedRange));
  const { sheet, entry } = existing(draft, body.bandedRange?.bandedRangeId);
  const merged = merge(entry, completeBand(body.bandedRange ?? {}), mask) ?? {};
  const after = complete(draft, merged, entry.bandedRangeId ?? 0);
  sheet.bandedRanges = replaced(sheet.bandedRanges, entry, after);
  return {};
}

/** Both spellings of each colour, so that a mask which names one takes the other along. */
function completeBand(band: BandedRange): BandedRange {
  const { rowProperties: rows, columnProperties: columns } = band;
  return {
    ...band,
    ...(rows && { rowProperties: completeColours(rows) }),
    ...(columns && { columnProperties: completeColours(columns) }),
  };
}

function deleteBanding(draft: Draft, body: RequestBody<'deleteBanding'>): object {
  const { sheet, entry } = existing(draft, body.bandedRangeId);
  sheet.bandedRanges = replaced(sheet.bandedRanges, entry);
  return {};
}

export const bandingHandlers: Handlers<'addBanding' | 'updateBanding' | 'deleteBanding'> = {
  addBanding,
  updateBanding,
  deleteBanding,
};

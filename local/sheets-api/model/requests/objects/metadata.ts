import { invalidArgument } from '../../../wire/api-error.ts';
import { merge } from '../../../wire/field-mask.ts';
import { developerMetadata, type DeveloperMetadata } from '../../../schema/sheet.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { describeMetadata } from '../../describe/describe-ranges.ts';
import { closeDimensionRange, insideGrid } from '../../dimensions/dimension-range.ts';
import type { Draft } from '../../draft.ts';
import { metadataMatcher } from '../../ranges/match-metadata.ts';
import { required, updateMask, type Handlers } from '../../handler.ts';
import type { Surroundings } from '../../types.ts';

type Location = NonNullable<DeveloperMetadata['location']>;

function complete(draft: Draft, given: DeveloperMetadata, metadataId: number): DeveloperMetadata {
  const metadataKey = required(given.metadataKey || undefined, 'developerMetadata.metadataKey');
  const visibility = required(given.visibility, 'developerMetadata.visibility');
  const location = completeLocation(draft, required(given.location, 'developerMetadata.location'));
  const value = given.metadataValue ? { metadataValue: given.metadataValue } : {};
  return { metadataId, metadataKey, ...value, location, visibility };
}

function completeLocation(draft: Draft, { spreadsheet, sheetId, dimensionRange }: Location): Location {
  if (spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet };
  if (sheetId !== undefined) {
    draft.read(sheetId);
    return { locationType: 'SHEET', sheetId };
  }
  const range = required(dimensionRange, 'developerMetadata.location');
  const { startIndex = 0, endIndex = 0, dimension } = range;
  if (endIndex - startIndex !== 1)
    throw invalidArgument('developerMetadata.location.dimensionRange must be a single row or column.');
  insideGrid(draft, closeDimensionRange(draft, range));
  return { locationType: dimension === 'COLUMNS' ? 'COLUMN' : 'ROW', dimensionRange: range };
}

function createDeveloperMetadata(
  draft: Draft,
  body: RequestBody<'createDeveloperMetadata'>,
  around: Surroundings,
): object {
  const given = required(body.developerMetadata, 'developerMetadata');
  const id = given.metadataId ?? Number(around.newId('developerMetadata'));
  // That ids are unique is documented; Google's words for a taken one are not known.
  if (draft.developerMetadata.some((other) => other.metadataId === id))
    throw invalidArgument(
      `Cannot add developer metadata with ID [${id}] because developer metadata with that ID already exists.`,
    );
  const added = complete(draft, given, id);
  draft.developerMetadata = [...draft.developerMetadata, added];
  return { createDeveloperMetadata: { developerMetadata: describeMetadata(added) } };
}

function updateDeveloperMetadata(draft: Draft, body: RequestBody<'updateDeveloperMetadata'>): object {
  const mask = updateMask(body.fields, developerMetadata);
  const matchers = required(body.dataFilters, 'dataFilters').map((filter) => metadataMatcher(draft, filter));
  const changed: DeveloperMetadata[] = [];
  draft.developerMetadata = draft.developerMetadata.map((entry) => {
    if (!matchers.some((matches) => matches(entry))) return entry;
    const merged = merge(entry, body.developerMetadata, mask) ?? {};
    const after = complete(draft, merged, entry.metadataId ?? 0);
    changed.push(describeMetadata(after));
    return after;
  });
  return { updateDeveloperMetadata: changed.length > 0 ? { developerMetadata: changed } : {} };
}

function deleteDeveloperMetadata(draft: Draft, body: RequestBody<'deleteDeveloperMetadata'>): object {
  const matches = metadataMatcher(draft, required(body.dataFilter, 'dataFilter'));
  const gone = draft.developerMetadata.filter(matches);
  draft.developerMetadata = draft.developerMetadata.filter((entry) => !gone.includes(entry));
  const deleted = gone.map((entry) => describeMetadata(entry));
  return { deleteDeveloperMetadata: gone.length > 0 ? { deletedDeveloperMetadata: deleted } : {} };
}

export const metadataHandlers: Handlers<
  'createDeveloperMetadata' | 'updateDeveloperMetadata' | 'deleteDeveloperMetadata'
> = { createDeveloperMetadata, updateDeveloperMetadata, deleteDeveloperMetadata };

import { invalidArgument } from '../../../wire/api-error.ts';
import { merge } from '../../../wire/field-mask.ts';
import type { GridRange } from '../../../schema/common.ts';
import { protectedRange, type ProtectedRange } from '../../../schema/sheet.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf } from '../../ranges/boxes.ts';
import { dropDefaults } from '../../sheets/defaults.ts';
import { describeRange } from '../../describe/describe-ranges.ts';
import type { Draft, MutableSheet } from '../../draft.ts';
import { isWhole, mayEdit, OWNER_ADDRESS } from '../../sheets/protection.ts';
import { refuse, required, updateMask, type Handlers } from '../../handler.ts';
import type { Surroundings } from '../../types.ts';

/** As it is kept: without defaults, and without what depends on who asks. */
function complete(draft: Draft, given: ProtectedRange, protectedRangeId: number): ProtectedRange {
  if (given.warningOnly && given.editors && Object.keys(given.editors).length > 0)
    throw invalidArgument('ProtectedRange is warningOnly. Editors cannot be set on it.');
  const range = required(given.range ?? rangeOfNamed(draft, given.namedRangeId), 'protectedRange.range');
  boxOf(draft.read(range.sheetId ?? 0), range);
  const { requestingUserCanEdit: _asked, editors, ...others } = given;
  const people = editors && completeEditors(editors);
  return { ...dropDefaults(others), protectedRangeId, range, ...(people && { editors: people }) };
}

/** A named range and its protection name the same cells. */
function rangeOfNamed(draft: Draft, id: string | undefined): GridRange | undefined {
  return id === undefined
    ? undefined
    : draft.namedRanges.find(({ namedRangeId }) => namedRangeId === id)?.range;
}

type Editors = NonNullable<ProtectedRange['editors']>;

function completeEditors({ users = [], groups = [], domainUsersCanEdit }: Editors): Editors {
  return {
    ...(users.length > 0 && { users }),
    ...(groups.length > 0 && { groups }),
    ...(domainUsersCanEdit && { domainUsersCanEdit }),
  };
}

function addProtectedRange(
  draft: Draft,
  body: RequestBody<'addProtectedRange'>,
  around: Surroundings,
): object {
  const given = required(body.protectedRange, 'protectedRange');
  const chosen = given.protectedRangeId;
  if (chosen !== undefined && find(draft, chosen))
    throw invalidArgument(`A protected range with ID: ${chosen} already exists.`);
  const added = complete(draft, given, chosen ?? Number(around.newId('protectedRange')));
  const sheet = draft.edit(added.range?.sheetId ?? 0);
  if (isWhole(added) && sheet.protectedRanges.some(isWhole))
    throw invalidArgument(`Sheet "${sheet.properties.title}" already has sheet protection.`);
  const owner = around.email === undefined || added.warningOnly ? [] : [around.email];
  const users = [...new Set([...owner, ...(added.editors?.users ?? [])])];
  const kept = users.length > 0 ? { ...added, editors: { ...added.editors, users } } : added;
  sheet.protectedRanges = [...sheet.protectedRanges, kept];
  // The reply names the editors that the request named; whoever reads the range later learns them all.
  const protectedRange = { ...describeProtection(kept, around.email), editors: added.editors ?? {} };
  return { addProtectedRange: { protectedRange } };
}

/** On the wire, as `email` sees it; undefined: the owner. Only who may edit the range learns who else may. */
export function describeProtection(entry: ProtectedRange, email: string | undefined): ProtectedRange {
  const { editors, ...others } = entry;
  const described = { ...others, range: describeRange(entry.range ?? {}) };
  if (!mayEdit(entry, email)) return described;
  const users = [...new Set([OWNER_ADDRESS, ...(editors?.users ?? [])])];
  return { ...described, requestingUserCanEdit: true, editors: { ...editors, users } };
}

function find(draft: Draft, id: number): MutableSheet | undefined {
  const has = (entry: ProtectedRange): boolean => entry.protectedRangeId === id;
  const sheet = draft.sheets.find((candidate) => candidate.protectedRanges.some(has));
  return sheet && draft.edit(sheet.properties.sheetId);
}

function findProtected(draft: Draft, protectedRangeId = 0): { sheet: MutableSheet; entry: ProtectedRange } {
  const sheet = find(draft, protectedRangeId);
  const entry = sheet?.protectedRanges.find((candidate) => candidate.protectedRangeId === protectedRangeId);
  if (!sheet || !entry) throw invalidArgument(`No protected range with id: ${protectedRangeId}`);
  return { sheet, entry };
}

function updateProtectedRange(draft: Draft, body: RequestBody<'updateProtectedRange'>): object {
  const mask = updateMask(body.fields, protectedRange);
  const { sheet, entry } = findProtected(draft, body.protectedRange?.protectedRangeId);
  draft.guard?.checkProtection(entry);
  const merged = merge(entry, body.protectedRange, mask) ?? {};
  const after = complete(draft, merged, entry.protectedRangeId ?? 0);
  if ((after.range?.sheetId ?? 0) !== sheet.properties.sheetId)
    refuse('how to move a protected range to another sheet');
  sheet.protectedRanges = sheet.protectedRanges.map((other) => (other === entry ? after : other));
  return {};
}

function deleteProtectedRange(draft: Draft, body: RequestBody<'deleteProtectedRange'>): object {
  const { sheet, entry } = findProtected(draft, body.protectedRangeId);
  draft.guard?.checkProtection(entry);
  sheet.protectedRanges = sheet.protectedRanges.filter((other) => other !== entry);
  return {};
}

export const protectionHandlers: Handlers<
  'addProtectedRange' | 'updateProtectedRange' | 'deleteProtectedRange'
> = { addProtectedRange, updateProtectedRange, deleteProtectedRange };

import { invalidArgument } from '../../../wire/api-error.ts';
import { parseA1Cells } from '../../../wire/a1.ts';
import { merge } from '../../../wire/field-mask.ts';
import { namedRange, type NamedRange } from '../../../schema/sheet.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf } from '../../ranges/boxes.ts';
import { describeNamed } from '../../describe/describe-ranges.ts';
import type { Draft } from '../../draft.ts';
import { required, updateMask, type Handlers } from '../../handler.ts';
import type { Surroundings } from '../../types.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_]{0,249}$/u;

function complete(draft: Draft, given: NamedRange, namedRangeId: string): NamedRange {
  const name = required(given.name, 'namedRange.name');
  const range = required(given.range, 'namedRange.range');
  boxOf(draft.read(range.sheetId ?? 0), range);
  if (!NAME.test(name) || parseA1Cells(name)) throw invalidArgument(`The name "${name}" is not valid.`);
  const same = (other: NamedRange): boolean =>
    other.name?.toLowerCase() === name.toLowerCase() && other.namedRangeId !== namedRangeId;
  if (draft.namedRanges.some(same))
    throw invalidArgument(
      `Cannot add named range with name ${name}, a named range with that name already exists.`,
    );
  return { namedRangeId, name, range };
}

function addNamedRange(draft: Draft, body: RequestBody<'addNamedRange'>, around: Surroundings): object {
  const given = required(body.namedRange, 'namedRange');
  const id = given.namedRangeId ?? around.newId('namedRange');
  if (draft.namedRanges.some((other) => other.namedRangeId === id))
    throw invalidArgument(`A named range with id: ${id} already exists.`);
  const added = complete(draft, given, id);
  draft.namedRanges = [...draft.namedRanges, added];
  return { addNamedRange: { namedRange: describeNamed(added) } };
}

function findNamed(draft: Draft, id: string | undefined): NamedRange {
  const namedRangeId = required(id, 'namedRangeId');
  const named = draft.namedRanges.find((candidate) => candidate.namedRangeId === namedRangeId);
  if (!named) throw invalidArgument(`No named range with id: ${namedRangeId}`);
  return named;
}

function updateNamedRange(draft: Draft, body: RequestBody<'updateNamedRange'>): object {
  const mask = updateMask(body.fields, namedRange);
  const before = findNamed(draft, body.namedRange?.namedRangeId);
  const merged = merge(before, body.namedRange, mask) ?? {};
  const after = complete(draft, merged, before.namedRangeId ?? '');
  draft.namedRanges = draft.namedRanges.map((other) => (other === before ? after : other));
  return {};
}

function deleteNamedRange(draft: Draft, body: RequestBody<'deleteNamedRange'>): object {
  const gone = findNamed(draft, body.namedRangeId);
  draft.namedRanges = draft.namedRanges.filter((other) => other !== gone);
  return {};
}

export const namedRangeHandlers: Handlers<'addNamedRange' | 'updateNamedRange' | 'deleteNamedRange'> = {
  addNamedRange,
  updateNamedRange,
  deleteNamedRange,
};

import fc from 'fast-check';
import {
  rowKey,
  type PastChange,
  type RowState,
  type RowStates,
} from '../../../../functions/domain/history/past-change.ts';
import { applyChanges, diffCells, type Cells } from '../../../../functions/domain/sync/row.ts';

/** One accepted change as a person makes it: types into a row (makes it, brings it back) or deletes it. */
export interface Edit {
  readonly row: number;
  readonly kind: 'type' | 'delete';
  readonly cells: Cells;
}

export interface Replay {
  readonly changes: readonly PastChange[];
  /** The rows after each revision, from revision 0 on. */
  readonly remembered: readonly RowStates[];
}

const anyCell = fc.oneof(fc.constant(null), fc.string({ maxLength: 3 }), fc.integer(), fc.boolean());

export const anyEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    row: fc.nat({ max: 3 }),
    kind: fc.constantFrom('type', 'type', 'type', 'delete'),
    cells: fc.dictionary(fc.constantFrom('a', 'b', 'c'), anyCell, { noNullPrototype: true }),
  }),
  { maxLength: 20 },
);

/** Each edit that changes something is a revision of its own. */
export function replay(edits: readonly Edit[]): Replay {
  const changes: PastChange[] = [];
  const remembered: RowStates[] = [new Map()];
  for (const edit of edits) {
    const before = remembered.at(-1) ?? new Map<string, RowState>();
    const key = rowKey('schools', `s${edit.row}`);
    const change = changeOf(edit, before.get(key), remembered.length);
    if (!change) continue;
    const cells = applyChanges(before.get(key)?.cells ?? {}, change.cells);
    const after: RowState = {
      cells,
      revision: change.revision,
      ...(change.kind === 'delete' && { isDeleted: true }),
    };
    changes.push(change);
    remembered.push(new Map([...before, [key, after]]));
  }
  return { changes, remembered };
}

function changeOf({ row, kind, cells }: Edit, base: RowState | undefined, revision: number) {
  const common = { worksheet: 'schools' as const, rowId: `s${row}`, revision };
  const previousRevision = base?.revision ?? null;
  if (kind === 'delete') {
    if (!base || base.isDeleted) return undefined;
    return { ...common, kind, cells: {}, previousRevision };
  }
  const differing = diffCells(base?.cells ?? {}, cells);
  if (base && !base.isDeleted && Object.keys(differing).length === 0) return undefined;
  const changed = base ? (base.isDeleted ? 'restore' : 'update') : 'create';
  return { ...common, kind: changed, cells: differing, previousRevision } satisfies PastChange;
}

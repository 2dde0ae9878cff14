import type { ChangeType } from '../../addon-host/host-api.ts';
import type { Edit, Step } from '../wire/edits.ts';

const TYPES: Readonly<Record<Step['kind'], ChangeType>> = {
  cells: 'EDIT',
  reorder: 'OTHER',
  style: 'FORMAT',
  insert: 'INSERT_ROW',
  delete: 'REMOVE_ROW',
  move: 'OTHER',
  size: 'FORMAT',
  hide: 'OTHER',
  freeze: 'OTHER',
  merge: 'FORMAT',
  unmerge: 'FORMAT',
  add_sheet: 'INSERT_GRID',
  copy_sheet: 'INSERT_GRID',
  delete_sheet: 'REMOVE_GRID',
  rename_sheet: 'OTHER',
  move_sheet: 'OTHER',
  hide_sheet: 'OTHER',
  colour_sheet: 'FORMAT',
};

/** What Apps Script would tell its triggers of these edits. */
export function changeTypesOf(edits: readonly Edit[]): ReadonlySet<ChangeType> {
  return new Set(edits.flatMap(({ steps }) => steps.map(toType)));
}

function toType(step: Step): ChangeType {
  if (step.kind === 'insert' && step.axis === 'columns') return 'INSERT_COLUMN';
  if (step.kind === 'delete' && step.axis === 'columns') return 'REMOVE_COLUMN';
  return TYPES[step.kind];
}

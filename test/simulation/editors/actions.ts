import * as columns from './columns.ts';
import type { Action } from './desk.ts';
import * as headers from './headers.ts';
import * as ids from './ids.ts';
import * as lost from './lost-headers.ts';
import * as paste from './paste.ts';
import * as rows from './rows.ts';
import * as tabs from './tabs.ts';
import * as typing from './typing.ts';

/** Everything that people do, and how often: typing and sorting by far before breaking things. */
const CATALOGUE = {
  'type a cell': [30, typing.typeCell],
  'clear a cell': [5, typing.clearCell],
  'type a row': [10, typing.newRow],
  'type half a row': [3, typing.halfRow],
  'type a row far below': [2, typing.farRow],
  'insert a row': [5, typing.insertRow],
  'type beside the table': [0.7, typing.typeBeside],
  'type over a server cell': [1.5, typing.typeOverServerCell],
  'add checkboxes': [0.7, typing.addCheckboxes],
  'clear a row': [4, rows.clearRow],
  'delete a row': [5, rows.deleteRow],
  'delete a block': [1.5, rows.deleteBlock],
  'clear everything': [0.4, rows.clearAll],
  'move a row': [4, rows.moveRow],
  'sort the sheet': [5, rows.sortSheet],
  'sort without ids': [3, rows.sortWithoutIds],
  'merge cells': [0.7, rows.mergeCells],
  'copy a row below': [4, paste.copyBelow],
  'copy a row above': [2, paste.copyAbove],
  'copy over a row': [1, paste.copyOver],
  'cut and paste a row': [3, paste.cutRow],
  'cut and paste own cells': [1, paste.cutOwnCells],
  'paste a block': [3, paste.pasteBlock],
  'paste rows': [1.5, paste.pasteRows],
  'fill down': [1.5, paste.fillDown],
  'clear an id': [1.5, ids.clearId],
  'clear all ids': [0.7, ids.clearAllIds],
  'double an id': [1, ids.doubleId],
  'swap ids': [1, ids.swapIds],
  'type a foreign id': [1, ids.foreignId],
  'rename to a synonym': [1.2, headers.renameToSynonym],
  'retype a header': [1.5, headers.disguiseHeader],
  'rename an optional column': [0.8, headers.renameOptional],
  'rename a needed column': [0.5, headers.renameNeeded],
  'move a column': [2, columns.moveColumn],
  'duplicate a column': [0.8, columns.duplicateColumn],
  'add a column': [1, columns.addOwnColumn],
  'delete an optional column': [0.7, columns.deleteOptionalColumn],
  'delete a needed column': [0.5, columns.deleteNeededColumn],
  'empty a column': [0.7, columns.emptyColumn],
  'repeat the header': [0.5, headers.secondHeader],
  'empty the header': [0.4, lost.emptyHeader],
  'translate the header': [0.3, lost.translateHeader],
  'paste over the header': [0.4, lost.pasteOverHeader],
  'move the header below rows': [0.8, lost.moveHeaderBelow],
  'delete the header': [0.5, lost.deleteHeader],
  'insert a title': [0.7, headers.titleAbove],
  'rename the tab': [0.8, tabs.renameTab],
  'move the tab': [0.5, tabs.moveTab],
  'duplicate the tab': [0.5, tabs.duplicateTab],
  'delete the tab': [0.5, tabs.deleteTab],
} as const satisfies Readonly<Record<string, readonly [number, Action]>>;

export type ActionName = keyof typeof CATALOGUE | 'undo';

const UNDO_WEIGHT = 5;

export const ACTION_WEIGHTS = {
  ...Object.fromEntries(Object.entries(CATALOGUE).map(([name, [weight]]) => [name, weight])),
  undo: UNDO_WEIGHT,
} as Readonly<Record<ActionName, number>>;

export function actionOf(name: Exclude<ActionName, 'undo'>): Action {
  return CATALOGUE[name][1];
}

import { rangeOfBox } from '../../sheets-api/model/ranges/boxes.ts';
import type { Step, StepOf } from '../wire/edits.ts';
import { EditRefusedError, type Planning } from './planning.ts';
import { toColourStyle } from './to-format.ts';

type SheetStep = StepOf<'rename_sheet' | 'move_sheet' | 'hide_sheet' | 'colour_sheet' | 'freeze'>;

export function planAddSheet(planning: Planning, step: StepOf<'add_sheet'>): void {
  const { sheetId, title, index } = step;
  const properties = { sheetId, index, title: title ?? freeTitle(planning) };
  planning.requests.push({ addSheet: { properties } });
}

export function planCopySheet(planning: Planning, { sheetId, source }: StepOf<'copy_sheet'>): void {
  const { frame } = planning.sheet(source).shown;
  const insertSheetIndex = 1 + planning.book.sheets.findIndex((each) => each.properties.sheetId === source);
  const newSheetName = freeTitle(planning, `Копия листа «${frame.title}»`.slice(0, 90));
  planning.requests.push({
    duplicateSheet: { sourceSheetId: source, newSheetId: sheetId, insertSheetIndex, newSheetName },
  });
}

export function planDeleteSheet(planning: Planning, { sheetId }: StepOf<'delete_sheet'>): void {
  const { title, guards } = planning.sheet(sheetId).shown.frame;
  if (guards.length > 0)
    throw new EditRefusedError(
      `Лист «${title}» нужен системе, удалить его нельзя. Если он мешает, скройте его: правая кнопка на ярлыке.`,
    );
  planning.requests.push({ deleteSheet: { sheetId } });
  planning.removedSheets.add(sheetId);
}

export function planSheetProperties(planning: Planning, step: SheetStep): void {
  planning.sheet(step.sheetId);
  const { properties, fields } = propertiesOf(step);
  planning.requests.push({
    updateSheetProperties: { properties: { sheetId: step.sheetId, ...properties }, fields },
  });
}

function propertiesOf(step: SheetStep): { properties: object; fields: string } {
  switch (step.kind) {
    case 'rename_sheet':
      return { properties: { title: step.title }, fields: 'title' };
    case 'move_sheet':
      return { properties: { index: step.index }, fields: 'index' };
    case 'hide_sheet':
      return { properties: { hidden: step.isHidden }, fields: 'hidden' };
    case 'colour_sheet':
      return {
        properties: step.colour === null ? {} : { tabColorStyle: toColourStyle(step.colour) },
        fields: 'tabColorStyle',
      };
    case 'freeze':
      return {
        properties: { gridProperties: { frozenRowCount: step.rows, frozenColumnCount: step.columns } },
        fields: 'gridProperties(frozenRowCount,frozenColumnCount)',
      };
  }
}

export function planMerge(planning: Planning, step: Extract<Step, { areas: unknown }>): void {
  const { places } = planning.sheet(step.sheetId);
  for (const [firstRow, lastRow, firstColumn, lastColumn] of step.areas) {
    const startRow = places.indexOf('rows', firstRow);
    const endRow = places.indexOf('rows', lastRow);
    const startColumn = places.indexOf('columns', firstColumn);
    const endColumn = places.indexOf('columns', lastColumn);
    if (startRow === undefined || endRow === undefined) continue;
    if (startColumn === undefined || endColumn === undefined) continue;
    const box = { startRow, endRow: endRow + 1, startColumn, endColumn: endColumn + 1 };
    const range = rangeOfBox(step.sheetId, box);
    planning.requests.push(
      step.kind === 'merge' ? { mergeCells: { range, mergeType: 'MERGE_ALL' } } : { unmergeCells: { range } },
    );
  }
}

function freeTitle({ book }: Planning, wanted?: string): string {
  const taken = new Set(book.sheets.map(({ properties }) => properties.title.toLowerCase()));
  const isFree = (title: string) => !taken.has(title.toLowerCase());
  if (wanted !== undefined && isFree(wanted)) return wanted;
  const head = wanted === undefined ? 'Лист' : `${wanted} `;
  let number = wanted === undefined ? book.sheets.length + 1 : 2;
  while (!isFree(`${head}${number}`)) number += 1;
  return `${head}${number}`;
}

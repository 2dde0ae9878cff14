import { insertKeys, removeKeys, type Axis } from '../wire/axis-keys.ts';
import type { StepOf } from '../wire/edits.ts';
import { columnTitle, isWholeSheet } from '../wire/explain-guard.ts';
import { spansOf } from './places.ts';
import { EditRefusedError, type PlannedSheet, type Planning } from './planning.ts';

const DIMENSIONS = { rows: 'ROWS', columns: 'COLUMNS' } as const;

type Lines = StepOf<'delete'>;

export function planInsert(planning: Planning, { sheetId, axis, keys, before }: StepOf<'insert'>): void {
  const sheet = planning.sheet(sheetId);
  refuseOnSystemSheet(sheet, axis === 'rows' ? 'Строки сюда добавляет' : 'Столбцы сюда добавляет');
  const { places } = sheet;
  const added = keys.filter((key) => places.indexOf(axis, key) === undefined);
  if (added.length === 0) return;
  const index = (before === null ? undefined : places.indexOf(axis, before)) ?? places.keys(axis).length;
  const header = axis === 'rows' ? sheet.shown.frame.frozenRows : 0;
  const range = { sheetId, dimension: DIMENSIONS[axis], startIndex: index, endIndex: index + added.length };
  // Right below the header a new row must not look like one.
  planning.requests.push({ insertDimension: { range, inheritFromBefore: index > header } });
  places.replace(axis, insertKeys(places.keys(axis), before, added));
  if (axis === 'rows') for (const key of added) sheet.newRows.add(key);
}

export function planDelete(planning: Planning, step: Lines): void {
  const sheet = planning.sheet(step.sheetId);
  refuseOnSystemSheet(sheet, 'Его строки и столбцы ведёт');
  const indexes = indexesOf(sheet, step);
  if (step.axis === 'columns') refuseSystemColumns(sheet, indexes);
  else if (indexes.some((row) => row < sheet.shown.frame.frozenRows))
    throw new EditRefusedError('Строку заголовков удалить нельзя: по ней система узнаёт столбцы.');
  for (const { start, end } of spansOf(indexes).toReversed()) {
    const range = {
      sheetId: step.sheetId,
      dimension: DIMENSIONS[step.axis],
      startIndex: start,
      endIndex: end,
    };
    planning.requests.push({ deleteDimension: { range } });
  }
  sheet.places.replace(step.axis, removeKeys(sheet.places.keys(step.axis), step.keys));
}

export function planMove(planning: Planning, step: StepOf<'move'>): void {
  const sheet = planning.sheet(step.sheetId);
  const { places } = sheet;
  const [span, ...more] = spansOf(indexesOf(sheet, step));
  if (!span || more.length > 0)
    throw new EditRefusedError('Переносить можно строки или столбцы, которые стоят подряд.');
  const keys = places.keys(step.axis).slice(span.start, span.end);
  const destinationIndex =
    (step.before === null ? undefined : places.indexOf(step.axis, step.before)) ??
    places.keys(step.axis).length;
  if (destinationIndex >= span.start && destinationIndex <= span.end) return;
  const source = {
    sheetId: step.sheetId,
    dimension: DIMENSIONS[step.axis],
    startIndex: span.start,
    endIndex: span.end,
  };
  planning.requests.push({ moveDimension: { source, destinationIndex } });
  places.replace(step.axis, insertKeys(removeKeys(places.keys(step.axis), keys), step.before, keys));
}

export function planSize(planning: Planning, step: StepOf<'size'>): void {
  planProperties(planning, step, { properties: { pixelSize: step.pixels }, fields: 'pixelSize' });
}

export function planHide(planning: Planning, step: StepOf<'hide'>): void {
  planProperties(planning, step, { properties: { hiddenByUser: step.isHidden }, fields: 'hiddenByUser' });
}

function planProperties(
  planning: Planning,
  step: StepOf<'size'> | StepOf<'hide'>,
  change: { properties: object; fields: string },
): void {
  const sheet = planning.sheet(step.sheetId);
  for (const { start, end } of spansOf(indexesOf(sheet, step))) {
    const range = {
      sheetId: step.sheetId,
      dimension: DIMENSIONS[step.axis],
      startIndex: start,
      endIndex: end,
    };
    planning.requests.push({ updateDimensionProperties: { range, ...change } });
  }
}

function indexesOf(sheet: PlannedSheet, { axis, keys }: { axis: Axis; keys: readonly string[] }): number[] {
  return keys.flatMap((key) => sheet.places.indexOf(axis, key) ?? []);
}

function refuseOnSystemSheet(sheet: PlannedSheet, what: string): void {
  if (isWholeSheet(sheet.shown.frame))
    throw new EditRefusedError(`Лист «${sheet.shown.frame.title}»: ${what} система.`);
}

function refuseSystemColumns(sheet: PlannedSheet, columns: readonly number[]): void {
  const { guards } = sheet.shown.frame;
  const owned = columns.find((column) =>
    guards.some(({ box }) => column >= box.startColumn && column < box.endColumn),
  );
  if (owned === undefined) return;
  throw new EditRefusedError(
    `Столбец «${columnTitle(sheet.shown, owned)}» нужен системе, удалить его нельзя. Если он мешает, скройте его.`,
  );
}

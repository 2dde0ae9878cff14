import { invalidArgument } from '../../../wire/api-error.ts';
import { merge } from '../../../wire/field-mask.ts';
import { objectPosition, objectBorder, slicer, type ObjectPosition } from '../../../schema/objects.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { completeColours } from '../../colours.ts';
import type { Draft, MutableSheet } from '../../draft.ts';
import { findObject, replaced } from '../../find-object.ts';
import { refuse, required, updateMask, type Handlers } from '../../handler.ts';
import type { Surroundings } from '../../types.ts';

/** The size that Google gives a chart for which none is asked. */
const SIZE = { widthPixels: 600, heightPixels: 371 };

/** Charts and slicers are kept and given back; nothing here draws them. */
function complete(draft: Draft, position: ObjectPosition | undefined): ObjectPosition & { sheet: number } {
  if (position?.newSheet || position?.sheetId !== undefined) refuse('a chart on a sheet of its own');
  const overlay = required(position?.overlayPosition, 'position.overlayPosition');
  const anchorCell = overlay.anchorCell ?? {};
  const sheet = anchorCell.sheetId ?? 0;
  draft.read(sheet);
  return { overlayPosition: { ...SIZE, ...overlay, anchorCell }, sheet };
}

function addChart(draft: Draft, body: RequestBody<'addChart'>, around: Surroundings): object {
  const given = required(body.chart, 'chart');
  const spec = required(given.spec, 'chart.spec');
  const chartId = given.chartId ?? Number(around.newId('chart'));
  if (findChart(draft, chartId)) throw invalidArgument(`A chart with ID: ${chartId} already exists.`);
  const { sheet: sheetId, ...position } = complete(draft, given.position);
  const border = given.border && { border: completeColours(given.border) };
  const chart = { chartId, spec, position, ...border };
  const sheet = draft.edit(sheetId);
  sheet.charts = [...sheet.charts, chart];
  return { addChart: { chart } };
}

function findChart(draft: Draft, id: number | undefined) {
  return findObject(draft, 'charts', ({ chartId }) => chartId === id);
}

function findSlicer(draft: Draft, id: number | undefined) {
  return findObject(draft, 'slicers', ({ slicerId }) => slicerId === id);
}

function missing(id: number | undefined): Error {
  return invalidArgument(`No embedded object with ID: ${id ?? 0}`);
}

function updateChartSpec(draft: Draft, body: RequestBody<'updateChartSpec'>): object {
  const found = findChart(draft, body.chartId);
  if (!found) throw invalidArgument(`No chart with ID: ${body.chartId ?? 0}`);
  const { sheet, entry } = found;
  sheet.charts = replaced(sheet.charts, entry, { ...entry, spec: required(body.spec, 'spec') });
  return {};
}

function addSlicer(draft: Draft, body: RequestBody<'addSlicer'>, around: Surroundings): object {
  const given = required(body.slicer, 'slicer');
  const slicerId = given.slicerId ?? Number(around.newId('slicer'));
  if (findSlicer(draft, slicerId)) throw invalidArgument(`A slicer with ID: ${slicerId} already exists.`);
  const { sheet: sheetId, ...position } = complete(draft, given.position);
  const added = { slicerId, spec: required(given.spec, 'slicer.spec'), position };
  const sheet = draft.edit(sheetId);
  sheet.slicers = [...sheet.slicers, added];
  return { addSlicer: { slicer: added } };
}

function updateSlicerSpec(draft: Draft, body: RequestBody<'updateSlicerSpec'>): object {
  const mask = updateMask(body.fields, slicer.shape.spec);
  const found = findSlicer(draft, body.slicerId);
  if (!found) throw missing(body.slicerId);
  const spec = merge(found.entry.spec, body.spec, mask) ?? {};
  found.sheet.slicers = replaced(found.sheet.slicers, found.entry, { ...found.entry, spec });
  return {};
}

type Position = RequestBody<'updateEmbeddedObjectPosition'>;

function updateEmbeddedObjectPosition(draft: Draft, body: Position): object {
  // The mask speaks of the fields of the overlay, as every example of Google's does.
  const mask = updateMask(body.fields, objectPosition.shape.overlayPosition.unwrap());
  const placed = (before: ObjectPosition | undefined): ObjectPosition => {
    if (body.newPosition?.newSheet) refuse('a chart on a sheet of its own');
    const overlay = merge(before?.overlayPosition, body.newPosition?.overlayPosition, mask);
    const { sheet: _sheet, ...position } = complete(draft, { overlayPosition: overlay });
    return position;
  };
  const position = changeObject(draft, body.objectId, (object) => ({
    ...object,
    position: placed(object.position),
  }));
  return { updateEmbeddedObjectPosition: { position: position.position } };
}

type EmbeddedObject = MutableSheet['charts'][number] | MutableSheet['slicers'][number];

/** Replaces the chart or slicer; it goes to the sheet that its anchor names. */
function changeObject(
  draft: Draft,
  id: number | undefined,
  change: (object: { readonly position?: ObjectPosition | undefined }) => object,
): EmbeddedObject {
  const [chart, other] = [findChart(draft, id), findSlicer(draft, id)];
  const found = chart ?? other;
  if (!found) throw missing(id);
  const after = change(found.entry) as EmbeddedObject;
  const target = draft.edit(after.position?.overlayPosition?.anchorCell?.sheetId ?? 0);
  const list = chart ? 'charts' : 'slicers';
  const stays = target === found.sheet;
  found.sheet[list] = replaced<EmbeddedObject>(found.sheet[list], found.entry, stays ? after : undefined);
  if (!stays) target[list] = [...target[list], after];
  return after;
}

function updateEmbeddedObjectBorder(draft: Draft, body: RequestBody<'updateEmbeddedObjectBorder'>): object {
  updateMask(body.fields, objectBorder);
  changeObject(draft, body.objectId, (object) => ({ ...object, border: completeColours(body.border ?? {}) }));
  return {};
}

function deleteEmbeddedObject(draft: Draft, { objectId }: RequestBody<'deleteEmbeddedObject'>): object {
  const [chart, other] = [findChart(draft, objectId), findSlicer(draft, objectId)];
  if (chart) chart.sheet.charts = replaced(chart.sheet.charts, chart.entry);
  else if (other) other.sheet.slicers = replaced(other.sheet.slicers, other.entry);
  else throw missing(objectId);
  return {};
}

export const objectHandlers: Handlers<
  | 'addChart'
  | 'updateChartSpec'
  | 'addSlicer'
  | 'updateSlicerSpec'
  | 'updateEmbeddedObjectPosition'
  | 'updateEmbeddedObjectBorder'
  | 'deleteEmbeddedObject'
> = {
  addChart,
  updateChartSpec,
  addSlicer,
  updateSlicerSpec,
  updateEmbeddedObjectPosition,
  updateEmbeddedObjectBorder,
  deleteEmbeddedObject,
};

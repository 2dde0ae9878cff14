import type { Draft } from '../draft.ts';
import type { Sheet, Surroundings } from '../types.ts';

/** `Copy of Sheet1`, then `Copy of Sheet1 2`; in Russian `Лист1 (копия)`. */
export function copyTitle(draft: Draft, title: string): string {
  const taken = new Set(draft.sheets.map((sheet) => sheet.properties.title));
  const name = draft.properties.locale.startsWith('ru') ? `${title} (копия)` : `Copy of ${title}`;
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) candidate = `${name} ${number}`;
  return candidate;
}

/** The sheet under another id; what lies on it gets fresh ids and comes along. */
export function copySheet(source: Sheet, properties: Sheet['properties'], around: Surroundings): Sheet {
  const { sheetId } = properties;
  const onCopy = <T extends object>(range: T): T => ({ ...range, sheetId });
  const ranged = <T extends { range?: object | undefined }>(entry: T): T => ({
    ...entry,
    ...(entry.range && { range: onCopy(entry.range) }),
  });
  const newId = (kind: Parameters<Surroundings['newId']>[0]): number => Number(around.newId(kind));
  return {
    ...source,
    properties,
    merges: [...source.merges],
    protectedRanges: source.protectedRanges.map((entry) => ({
      ...ranged(entry),
      protectedRangeId: newId('protectedRange'),
      ...(entry.unprotectedRanges && { unprotectedRanges: entry.unprotectedRanges.map(onCopy) }),
    })),
    conditionalFormats: source.conditionalFormats.map((rule) => ({
      ...rule,
      ranges: (rule.ranges ?? []).map(onCopy),
    })),
    basicFilter: source.basicFilter && ranged(source.basicFilter),
    filterViews: source.filterViews.map((view) => ({ ...ranged(view), filterViewId: newId('filterView') })),
    bandedRanges: source.bandedRanges.map((band) => ({
      ...ranged(band),
      bandedRangeId: newId('bandedRange'),
    })),
    charts: source.charts.map((chart) => ({ ...toSheet(chart, sheetId), chartId: newId('chart') })),
    slicers: source.slicers.map((slicer) => ({ ...toSheet(slicer, sheetId), slicerId: newId('slicer') })),
    rowGroups: source.rowGroups.map(ranged),
    columnGroups: source.columnGroups.map(ranged),
  };
}

type Placed = Pick<Sheet['charts'][number], 'position'>;

function toSheet<T extends Placed>(object: T, sheetId: number): T {
  const overlay = object.position?.overlayPosition;
  if (!overlay) return object;
  const overlayPosition = { ...overlay, anchorCell: { ...overlay.anchorCell, sheetId } };
  return { ...object, position: { ...object.position, overlayPosition } };
}

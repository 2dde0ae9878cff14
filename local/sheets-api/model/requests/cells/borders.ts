import type { Border, CellFormat } from '../../../schema/cell.ts';
import type { RequestBody } from '../../../schema/requests.ts';
import { boxOf, placesOf } from '../../ranges/boxes.ts';
import { changeCell } from '../../values/cells.ts';
import { completeBorder } from '../../colours.ts';
import type { Draft } from '../../draft.ts';
import { required, type Handlers } from '../../handler.ts';
import type { Box } from '../../types.ts';

type Side = 'top' | 'bottom' | 'left' | 'right';
/** An absent side stays as it is; null takes the border away. */
type SideChanges = { readonly [Key in Side]?: Border | null };

function updateBorders(draft: Draft, body: RequestBody<'updateBorders'>): object {
  const range = required(body.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const box = boxOf(draft.read(sheetId), range);
  const sheet = draft.edit(sheetId);
  const reformat = planBorders(body);
  for (const at of placesOf(box)) {
    const cell = sheet.rows[at.row]?.[at.column];
    draft.setCell(sheet, at, changeCell(cell, { format: reformat(cell?.format, edgesOf(at, box)) }));
  }
  return {};
}

/** For each side whether the cell lies at that edge of the box. */
type Edges = Readonly<Record<Side, boolean>>;

function edgesOf(at: { row: number; column: number }, box: Box): Edges {
  return {
    top: at.row === box.startRow,
    bottom: at.row === box.endRow - 1,
    left: at.column === box.startColumn,
    right: at.column === box.endColumn - 1,
  };
}

/** Remembers its answers, so that like cells keep sharing one format. */
function planBorders(
  body: RequestBody<'updateBorders'>,
): (format: CellFormat | undefined, edges: Edges) => CellFormat | undefined {
  const known = new Map<CellFormat | undefined, Map<string, CellFormat | undefined>>();
  const sides = sidesOf(body);
  return (format, edges) => {
    const answers = known.get(format) ?? new Map<string, CellFormat | undefined>();
    known.set(format, answers);
    const key = `${edges.top}${edges.bottom}${edges.left}${edges.right}`;
    if (!answers.has(key)) answers.set(key, withBorders(format, sides(edges)));
    return answers.get(key);
  };
}

function sidesOf(body: RequestBody<'updateBorders'>): (edges: Edges) => SideChanges {
  const complete = (border: Border | undefined): Border | null | undefined =>
    border && (border.style === 'NONE' ? null : completeBorder(border));
  const outer = {
    top: complete(body.top),
    bottom: complete(body.bottom),
    left: complete(body.left),
    right: complete(body.right),
  };
  const [across, along] = [complete(body.innerHorizontal), complete(body.innerVertical)];
  const inner = { top: across, bottom: across, left: along, right: along };
  return (edges) => {
    const chosen = (['top', 'bottom', 'left', 'right'] as const).map(
      (side) => [side, edges[side] ? outer[side] : inner[side]] as const,
    );
    return Object.fromEntries(chosen.filter(([, border]) => border !== undefined));
  };
}

function withBorders(format: CellFormat | undefined, changes: SideChanges): CellFormat | undefined {
  const { borders: before, ...others } = format ?? {};
  const sides = Object.entries({ ...before, ...changes }).filter(([, border]) => border !== null);
  const after = sides.length > 0 ? { ...others, borders: Object.fromEntries(sides) } : others;
  return Object.keys(after).length > 0 ? after : undefined;
}

export const borderHandlers: Handlers<'updateBorders'> = { updateBorders };

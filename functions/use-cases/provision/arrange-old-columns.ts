import type { StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { arrangeColumns } from '../../workbook/table/arrange-columns.ts';
import { bindColumns } from '../../workbook/table/bind-columns.ts';
import { planColumnOrder } from '../../workbook/table/order-columns.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import { SheetMovedError, SpreadsheetRefusedError } from '../ports/spreadsheet-errors.ts';
import type { SheetEdit, SheetValues, Spreadsheets } from '../ports/spreadsheets.ts';
import type { Head } from '../stored/head/head.ts';
import { positionsOf } from '../sync/writing/guard-edits.ts';
import { isStaffTab, type TabPlan } from './plan-tabs.ts';

/** What came of bringing the columns of an older layout into today's order. */
export interface OldColumns {
  /** Columns that were put in, by the titles of sheet and header. */
  readonly added: readonly { readonly sheet: string; readonly title: string }[];
  /** Worksheets whose columns moved: where they stood before is known no more. */
  readonly moved: readonly StaffWorksheetKey[];
  /** Russian sentences: sheets that stay as they were, and why. */
  readonly unmoved: readonly string[];
}

interface OldWorkbook {
  readonly workbookId: string;
  readonly tabs: readonly TabPlan[];
  readonly places: Head['places'];
}

/** How often a sheet whose columns people are moving right now is read and tried again. */
export const ATTEMPTS = 3;

/**
 * Moves the server's columns of every sheet of ours to where today's description has them, with all that is in them,
 * and puts in the lacking ones. No cell is written but the new headers, and no column of the staff's passes another.
 * Throws `SheetMovedError` where people do not stop moving columns.
 */
export async function arrangeOldColumns(
  spreadsheets: Spreadsheets,
  { workbookId, tabs, places }: OldWorkbook,
): Promise<OldColumns> {
  const added: Plan['added'][number][] = [];
  const moved: StaffWorksheetKey[] = [];
  const unmoved: string[] = [];
  for (const { key, sheetId } of tabs.filter((tab) => tab.standing).filter(isStaffTab)) {
    const plan = async (): Promise<Plan | undefined> => {
      const [sheet] = await spreadsheets.readValues(workbookId, [sheetId]);
      return sheet && planSheet(key, sheet, places);
    };
    const outcome = await moveColumns(spreadsheets, workbookId, plan);
    if (outcome.kind === 'moved') {
      moved.push(key);
      added.push(...outcome.plan.added);
    } else if (outcome.kind === 'refused') unmoved.push(tellUnmoved(outcome.plan.title));
  }
  return { added, moved, unmoved };
}

interface Plan {
  readonly title: string;
  readonly added: OldColumns['added'];
  readonly guard: SheetEdit & { readonly kind: 'assert_positions' };
  readonly edits: readonly SheetEdit[];
}

type Outcome = { readonly kind: 'stands' } | { readonly kind: 'moved' | 'refused'; readonly plan: Plan };

async function moveColumns(
  spreadsheets: Spreadsheets,
  workbookId: string,
  readPlan: () => Promise<Plan | undefined>,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const plan = await readPlan();
    if (!plan) return { kind: 'stands' };
    // A marker that stands elsewhere though nobody moves anything was left behind by cutting and pasting.
    const kind = attempt < ATTEMPTS ? 'assert_positions' : 'mark_positions';
    try {
      await spreadsheets.apply(workbookId, [{ ...plan.guard, kind }, ...plan.edits]);
      return { kind: 'moved', plan };
    } catch (error) {
      if (error instanceof SpreadsheetRefusedError) return { kind: 'refused', plan };
      if (!(error instanceof SheetMovedError) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Undefined where the columns stand as they should, where the sheet is people's own, and where titles stand above. */
function planSheet(key: StaffWorksheetKey, sheet: SheetValues, places: Head['places']): Plan | undefined {
  const worksheet = WORKSHEETS[key];
  const arrangement = arrangeColumns(worksheet, sheet, places?.[key]);
  const binding = bindColumns(worksheet, sheet, places?.[key]);
  if (!arrangement || arrangement.restored || arrangement.headerRow > 0 || !binding.columns.has('id')) return;
  const { steps, headers } = planColumnOrder(worksheet, arrangement);
  if (steps.length === 0) return undefined;
  const { sheetId, title } = sheet;
  const positions = positionsOf({ worksheet, binding }, sheet);
  return {
    title,
    added: headers.map((header) => ({ sheet: title, title: header.title })),
    guard: { kind: 'assert_positions', sheetId, positions },
    edits: [
      { kind: 'arrange_columns', sheetId, steps },
      ...headers.map((header): SheetEdit => ({
        kind: 'write_values',
        block: { sheetId, row: 0, column: header.column, values: [[header.title]] },
      })),
    ],
  };
}

function tellUnmoved(title: string): string {
  return (
    `Лист «${title}»: столбцы остались в прежнем порядке, мешают объединённые ячейки. Состояние, контрольную дату и ` +
    '«Проверку» можно перетащить к началу листа самим: система узнаёт столбцы по заголовкам.'
  );
}

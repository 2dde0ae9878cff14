import { ICommandService } from '@univerjs/core';
import type { Grid } from '../grid/univer.ts';

interface Target {
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
}

/** Puts the text into the cell as if it were typed: the spreadsheet reads it, and the look of the cell stays. */
export async function enterText({ injector, workbook }: Grid, target: Target, text: string): Promise<void> {
  const { subUnitId, row, column } = target;
  await injector.get(ICommandService).executeCommand('sheet.command.set-range-values', {
    unitId: workbook.getUnitId(),
    subUnitId,
    range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    value: { v: text, t: 1, p: null, f: null, si: null, custom: null },
  });
}

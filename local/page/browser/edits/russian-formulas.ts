import { BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { toRussianFormula } from '../../wire/formula-names.ts';
import { truthOf } from '../grid/cell-data.ts';
import type { Grid } from '../grid/univer.ts';

const STRING = 1;

/** The editor and the formula bar show the formula of a cell, and not what it comes to. */
export function editFormulas({ injector }: Grid): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: 1000,
    handler: (cell, _context, next) => {
      const formula = truthOf(cell)?.value;
      if (!cell || typeof formula !== 'string' || !formula.startsWith('=')) return next(cell);
      return next({ ...cell, v: toRussianFormula(formula), t: STRING, p: null, f: null });
    },
  });
}

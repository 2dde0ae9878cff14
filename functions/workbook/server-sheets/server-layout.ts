import type { Protection, SheetLayout } from '../layout/layout.ts';

/** What a sheet that the functions alone write has to say of itself. */
type ServerSheet = Pick<SheetLayout, 'title' | 'tabColour' | 'columnWidths' | 'rows'> &
  Partial<
    Pick<SheetLayout, 'frozenRows' | 'merges' | 'spareRows' | 'charts' | 'conditionalRules' | 'filter'>
  > & {
    /** Printed on one page whatever it takes. */
    readonly isOnePage?: boolean;
  };

const WHOLE_SHEET: Protection = {
  range: { startRow: 0, startColumn: 0 },
  description: 'Лист заполняет система: набранное здесь будет заменено при следующей проверке.',
};

/** A sheet without anything to type: protected as a whole, printed one page wide. */
export function layoutServerSheet({ isOnePage, ...sheet }: ServerSheet): SheetLayout {
  const frozenRows = sheet.frozenRows ?? 0;
  return {
    frozenColumns: 0,
    spareRows: 0,
    columnStyles: [],
    merges: [],
    validations: [],
    conditionalRules: [],
    protections: [WHOLE_SHEET],
    ...sheet,
    frozenRows,
    print: {
      landscape: true,
      repeatRows: isOnePage ? 0 : frozenRows,
      pagesWide: 1,
      ...(isOnePage && { pagesTall: 1 }),
    },
  };
}

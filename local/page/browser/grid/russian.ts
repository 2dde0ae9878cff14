import { LocaleService, LocaleType, mergeLocales, type Injector } from '@univerjs/core';
import design from '@univerjs/design/locale/ru-RU';
import docsUi from '@univerjs/docs-ui/locale/ru-RU';
import sheets from '@univerjs/sheets/locale/ru-RU';
import dataValidation from '@univerjs/data-validation/locale/ru-RU';
import sheetsDataValidation from '@univerjs/sheets-data-validation/locale/ru-RU';
import sheetsDataValidationUi from '@univerjs/sheets-data-validation-ui/locale/ru-RU';
import sheetsFilter from '@univerjs/sheets-filter/locale/ru-RU';
import sheetsFilterUi from '@univerjs/sheets-filter-ui/locale/ru-RU';
import sheetsFormulaUi from '@univerjs/sheets-formula-ui/locale/ru-RU';
import sheetsSortUi from '@univerjs/sheets-sort-ui/locale/ru-RU';
import sheetsUi from '@univerjs/sheets-ui/locale/ru-RU';
import ui from '@univerjs/ui/locale/ru-RU';

/** All words of the grid, but those of `explainFunctions`. */
export const RUSSIAN = mergeLocales(
  design,
  docsUi,
  sheets,
  dataValidation,
  sheetsDataValidation,
  sheetsDataValidationUi,
  sheetsFilter,
  sheetsFilterUi,
  sheetsFormulaUi,
  sheetsSortUi,
  sheetsUi,
  ui,
);

/** What each function does and wants, a megabyte of words: nobody needs them before they begin a formula. */
export async function explainFunctions(injector: Injector): Promise<void> {
  const { default: functions } = await import('@univerjs/sheets-formula/locale/ru-RU');
  injector.get(LocaleService).load({ [LocaleType.RU_RU]: functions });
}

import { mergeLocales } from '@univerjs/core';
import design from '@univerjs/design/locale/ru-RU';
import docsUi from '@univerjs/docs-ui/locale/ru-RU';
import sheets from '@univerjs/sheets/locale/ru-RU';
import dataValidation from '@univerjs/data-validation/locale/ru-RU';
import sheetsDataValidation from '@univerjs/sheets-data-validation/locale/ru-RU';
import sheetsDataValidationUi from '@univerjs/sheets-data-validation-ui/locale/ru-RU';
import sheetsFilter from '@univerjs/sheets-filter/locale/ru-RU';
import sheetsFilterUi from '@univerjs/sheets-filter-ui/locale/ru-RU';
import sheetsFormula from '@univerjs/sheets-formula/locale/ru-RU';
import sheetsFormulaUi from '@univerjs/sheets-formula-ui/locale/ru-RU';
import sheetsSortUi from '@univerjs/sheets-sort-ui/locale/ru-RU';
import sheetsUi from '@univerjs/sheets-ui/locale/ru-RU';
import ui from '@univerjs/ui/locale/ru-RU';

/** All words of the grid. */
export const RUSSIAN = mergeLocales(
  design,
  docsUi,
  sheets,
  dataValidation,
  sheetsDataValidation,
  sheetsDataValidationUi,
  sheetsFilter,
  sheetsFilterUi,
  sheetsFormula,
  sheetsFormulaUi,
  sheetsSortUi,
  sheetsUi,
  ui,
);

import {
  DEFAULT_STYLES,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type Injector,
  type IWorkbookData,
  type Workbook,
} from '@univerjs/core';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsDataValidationUIPlugin } from '@univerjs/sheets-data-validation-ui';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsFilterUIPlugin } from '@univerjs/sheets-filter-ui';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import { UniverSheetsSortUIPlugin } from '@univerjs/sheets-sort-ui';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import { HIDDEN_MENUS } from './hidden-menus.ts';
import { RUSSIAN } from './russian.ts';
import { DEFAULT_STYLE } from './workbook-data.ts';

/** The grid with the workbook in it. */
export interface Grid {
  readonly injector: Injector;
  readonly workbook: Workbook;
}

/** Starts Univer in the element, in Russian, without anything that calculates. */
export function openGrid(container: HTMLElement, data: IWorkbookData): Grid {
  // Cells with a list are drawn without regard to the look that the sheet gives by default.
  Object.assign(DEFAULT_STYLES, { ff: DEFAULT_STYLE.ff, fs: DEFAULT_STYLE.fs });
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.RU_RU,
    locales: { [LocaleType.RU_RU]: RUSSIAN },
    logLevel: LogLevel.WARN,
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, ribbonType: 'simple', menu: HIDDEN_MENUS });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin, { freezeSync: false });
  univer.registerPlugin(UniverSheetsUIPlugin, {
    menu: HIDDEN_MENUS,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    protectedRangeShadow: false,
  });
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  // The editor of cells and of the formula bar is in here.
  univer.registerPlugin(UniverSheetsFormulaUIPlugin, { menu: HIDDEN_MENUS });
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, {
    menu: HIDDEN_MENUS,
    showEditOnDropdown: false,
    // The search field would take the keys from whoever types into the cell.
    showSearchOnDropdown: false,
  });
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsSortUIPlugin);
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  return { injector: univer.__getInjector(), workbook };
}

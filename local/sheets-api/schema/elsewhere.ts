/**
 * Fields of messages, and kinds of requests, that Google has and the stand-in has not: tables, data sources,
 * pivot tables, smart chips. To name one is answered with 501; any other name that is not known, with Google's
 * own 400.
 */
export const ELSEWHERE: ReadonlySet<string> = new Set([
  'addDataSource',
  'addTable',
  'cancelDataSourceRefresh',
  'chipRuns',
  'dataSourceColumnReference',
  'dataSourceFormula',
  'dataSourceSheetDimensions',
  'dataSourceSheetProperties',
  'dataSourceSheetRange',
  'dataSourceTable',
  'dataSourceSchedules',
  'dataSources',
  'tables',
  'deleteDataSource',
  'deleteTable',
  'pivotTable',
  'refreshDataSource',
  'tableId',
  'updateDataSource',
  'updateTable',
]);

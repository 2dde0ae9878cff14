import type { MethodName } from '../schema/answers.ts';
import type { Method } from './method.ts';
import { valuesBatchGet, valuesBatchGetByDataFilter, valuesGet } from './read-values.ts';
import { copySheetTo } from './copy-sheet.ts';
import { getDeveloperMetadata, searchDeveloperMetadata } from './metadata.ts';
import { batchUpdate, get, getByDataFilter } from './spreadsheets.ts';
import { valuesBatchClear, valuesBatchClearByDataFilter, valuesClear } from './clear-values.ts';
import { valuesBatchUpdate, valuesBatchUpdateByDataFilter } from './write-many-values.ts';
import { valuesAppend, valuesUpdate } from './write-values.ts';

/** Every method on a spreadsheet that stands. */
export const METHODS: Readonly<Record<Exclude<MethodName, 'create'>, Method>> = {
  get,
  getByDataFilter,
  batchUpdate,
  'developerMetadata.get': getDeveloperMetadata,
  'sheets.copyTo': copySheetTo,
  'developerMetadata.search': searchDeveloperMetadata,
  'values.get': valuesGet,
  'values.batchGet': valuesBatchGet,
  'values.batchGetByDataFilter': valuesBatchGetByDataFilter,
  'values.update': valuesUpdate,
  'values.append': valuesAppend,
  'values.batchUpdate': valuesBatchUpdate,
  'values.batchUpdateByDataFilter': valuesBatchUpdateByDataFilter,
  'values.clear': valuesClear,
  'values.batchClear': valuesBatchClear,
  'values.batchClearByDataFilter': valuesBatchClearByDataFilter,
};

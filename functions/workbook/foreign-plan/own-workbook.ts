import { isSameName } from '../../domain/text/same-name.ts';
import type { ForeignTable } from '../layout/layout.ts';
import { EXECUTIONS } from '../worksheets/executions.ts';
import { REGULATION } from '../worksheets/regulation.ts';

/** A file of the workbook itself: it has the sheets of the regulation and of its executions. */
export function isOwnWorkbook(tables: readonly ForeignTable[]): boolean {
  const sheets = tables.filter(({ kind }) => kind === 'sheet');
  return [REGULATION, EXECUTIONS].every(({ title }) => sheets.some(({ name }) => isSameName(name, title)));
}

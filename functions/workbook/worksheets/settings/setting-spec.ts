import type { Cell } from '../../layout/layout.ts';
import type { ColumnType } from '../spec.ts';

/** A row of «Настройки». */
export interface SettingSpec {
  readonly key: string;
  readonly title: string;
  readonly type: ColumnType;
  /** As the cell of a new workbook; the two dates of the period are set when the workbook is made. */
  readonly initial: Cell;
  readonly note: string;
}

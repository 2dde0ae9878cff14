import type { Severity } from '../../domain/findings/finding.ts';
import type { CellStyle, Colour } from './layout.ts';

/** The few colours of the workbook. Colour never says anything alone: the words stand in the cell. */
export const PALETTE = {
  header: '#1f4e79',
  /** Of tables that are printed. */
  paperHeader: '#d9d9d9',
  headerText: '#ffffff',
  serverHeader: '#6b7280',
  serverCell: '#f1f3f4',
  muted: '#5f6368',
  error: '#f8d7da',
  overdue: '#fbe0c4',
  warning: '#fff3cd',
  reminder: '#dbeafe',
  done: '#dcefdc',
  section: '#e3ecf5',
  total: '#d0dfee',
} as const satisfies Record<string, Colour>;

/** Of tabs: what one looks at, types into every day, sets up now and then, and seldom opens. */
export const TAB_COLOURS = {
  look: '#2f6f73',
  daily: PALETTE.header,
  now_and_then: '#9fb3c8',
  seldom: '#c4c7cc',
} as const satisfies Record<string, Colour>;

export const HEADER_STYLE: CellStyle = {
  bold: true,
  colour: PALETTE.headerText,
  background: PALETTE.header,
  wrap: true,
  align: 'center',
  verticalAlign: 'middle',
  border: true,
};

export const SERVER_HEADER_STYLE: CellStyle = { ...HEADER_STYLE, background: PALETTE.serverHeader };

export const TITLE_STYLE: CellStyle = { bold: true, size: 14 };

export const BODY_STYLE: CellStyle = { wrap: true, verticalAlign: 'top', border: true };

export const SEVERITY_COLOURS: Readonly<Record<Severity, Colour>> = {
  error: PALETTE.error,
  overdue: PALETTE.overdue,
  warning: PALETTE.warning,
  reminder: PALETTE.reminder,
};

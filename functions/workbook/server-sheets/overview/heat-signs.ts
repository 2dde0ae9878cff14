import type { State } from '../../../domain/assessment/states/state.ts';
import type { HeatCell } from '../../../domain/overview/overview.ts';
import type { CellStyle } from '../../layout/layout.ts';
import { PALETTE } from '../../layout/palette.ts';

interface Sign {
  readonly sign: string;
  /** Russian, for the legend. */
  readonly meaning: string;
  readonly style: CellStyle;
}

const CELL: CellStyle = { size: 10, align: 'center', verticalAlign: 'middle', border: true };
const MUTED: CellStyle = { ...CELL, colour: PALETTE.muted };

/** Each state has a sign: on black-and-white paper, and to whoever sees no colours, the signs say it all. */
const SIGNS: Readonly<Record<State, Sign>> = {
  overdue: {
    sign: '!',
    meaning: 'просрочено, дней',
    style: { ...CELL, bold: true, background: PALETTE.overdue },
  },
  no_deadline: { sign: '?', meaning: 'срок не определён', style: { ...CELL, background: PALETTE.warning } },
  done_unproved: { sign: '✓?', meaning: 'без документа', style: { ...CELL, background: PALETTE.warning } },
  returned: { sign: '↩', meaning: 'возвращено', style: { ...CELL, background: PALETTE.warning } },
  awaiting_acceptance: { sign: '✓…', meaning: 'ждёт приёмки', style: CELL },
  due_soon: { sign: '·', meaning: 'не начато', style: CELL },
  not_started: { sign: '·', meaning: 'не начато', style: CELL },
  in_progress: { sign: '…', meaning: 'в работе', style: CELL },
  waiting_act: { sign: 'акт', meaning: 'ждёт акта', style: MUTED },
  on_request: { sign: '○', meaning: 'по запросу', style: MUTED },
  done_late: { sign: '✓!', meaning: 'с опозданием', style: { ...CELL, background: PALETTE.done } },
  done: { sign: '✓', meaning: 'выполнено', style: { ...CELL, background: PALETTE.done } },
  off_control: { sign: '✓', meaning: 'выполнено', style: { ...CELL, background: PALETTE.done } },
  not_required: { sign: '—', meaning: 'не требуется', style: MUTED },
};

const SOON: CellStyle = { ...CELL, background: PALETTE.reminder };

/** What a cell of the heat map shows: how long overdue, when due, or the sign of its state. */
export function drawHeatCell(cell: HeatCell | null): {
  readonly value: string | null;
  readonly style: CellStyle;
} {
  if (!cell) return { value: null, style: CELL };
  const { sign, style } = SIGNS[cell.state];
  if (cell.state === 'overdue') return { value: `${sign} ${cell.days}`, style };
  if (cell.dueOn) return { value: dayAndMonth(cell.dueOn), style: SOON };
  return { value: sign, style };
}

/** «23.11» */
export function dayAndMonth(day: string): string {
  return `${day.slice(8)}.${day.slice(5, 7)}`;
}

/** All signs in one line. */
export function describeSigns(): string {
  const states = new Set(Object.values(SIGNS).map(({ sign, meaning }) => `${sign} ${meaning}`));
  return `Знаки: ${[...states].join('; ')}; 28.11 — срок в ближайшие 30 дней; пусто — не требуется школе.`;
}

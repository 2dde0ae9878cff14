import type { Overview } from '../../../domain/overview/overview.ts';
import type { CellRange, CellStyle, LayoutCell, LayoutRow } from '../../layout/layout.ts';
import { PALETTE } from '../../layout/palette.ts';
import { joined, rowOf, styled, WIDTH } from './grid.ts';
import { formatWeekAgo } from './overview-texts.ts';

interface Card {
  readonly title: string;
  readonly figure: number | null;
  readonly note: string;
  readonly isBurning?: boolean;
}

/** The first card has the wide column, the five others three narrow ones each. */
const CARD_COLUMNS = 3;
const STARTS = [0, ...Array.from({ length: 5 }, (_, card) => 1 + card * CARD_COLUMNS)];

/** Large enough to be read across a desk. */
const FIGURE_SIZE = 28;

/** The six figures, in three rows from the row `at` on: the title, the figure, what it was. */
export function drawCards(
  overview: Overview | undefined,
  at: number,
): { readonly rows: readonly LayoutRow[]; readonly merges: readonly CellRange[] } {
  const cards = cardsOf(overview);
  const rows = [
    cardRow(cards, 20, (card) => styled(card.title, { ...styleOf(card), size: 10, bold: true })),
    cardRow(cards, 46, (card) => styled(card.figure, { ...styleOf(card), size: FIGURE_SIZE, bold: true })),
    cardRow(cards, 18, (card) => styled(card.note, { ...styleOf(card), size: 9 })),
  ];
  return {
    rows: [...rows, rowOf([], 8)],
    merges: rows.flatMap((_row, line) =>
      STARTS.slice(1).map((start) => joined(at + line, start, start + CARD_COLUMNS)),
    ),
  };
}

function cardRow(cards: readonly Card[], height: number, draw: (card: Card) => LayoutCell): LayoutRow {
  const pieces = cards.map((card, index) => {
    const start = STARTS[index] ?? 0;
    const cell = draw(card);
    const rest =
      start === 0 ? [] : Array.from({ length: CARD_COLUMNS - 1 }, () => ({ ...cell, value: null }));
    return [start, [cell, ...rest]] as const;
  });
  return rowOf(
    pieces.filter(([start]) => start < WIDTH),
    height,
  );
}

function styleOf({ isBurning }: Card): CellStyle {
  return {
    align: 'center',
    verticalAlign: 'middle',
    border: 'rows',
    background: isBurning ? PALETTE.overdue : PALETTE.serverCell,
  };
}

function cardsOf(overview: Overview | undefined): readonly Card[] {
  const { figures, weekAgo } = overview ?? {};
  const card = (title: string, figure: number | undefined, note: string): Card => ({
    title,
    figure: figure ?? null,
    note,
  });
  const noteOf = (key: 'done' | 'late' | 'overdue' | 'waiting') =>
    figures ? formatWeekAgo(figures[key], weekAgo?.[key]) : '';
  return [
    card('Выполнено', figures?.done, figures ? formatDone(figures.total, noteOf('done')) : ''),
    card('Из них с опозданием', figures?.late, noteOf('late')),
    { ...card('Просрочено', figures?.overdue, noteOf('overdue')), isBurning: (figures?.overdue ?? 0) > 0 },
    card('Срок в 7 дней', figures?.week, 'ещё не выполнено'),
    card('Срок в 30 дней', figures?.month, 'ещё не выполнено'),
    card('Ждёт акта', figures?.waiting, noteOf('waiting')),
  ];
}

function formatDone(total: number, change: string): string {
  return [`из ${total}`, change].filter(Boolean).join(', ');
}

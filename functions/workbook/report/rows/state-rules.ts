import { STATES } from '../../../domain/assessment/states/state.ts';
import type { ReportColumn } from '../../../domain/report/report-document.ts';
import type { ConditionalRule } from '../../layout/layout.ts';
import type { GridSpan } from '../grid.ts';
import { STATE_EMPHASIS, wordsOf } from '../words.ts';

/**
 * Paints the states of a table by a few rules in place of a format for each cell: the matrix of a large municipality
 * has tens of thousands.
 */
export function planStateRules(
  columns: readonly ReportColumn[],
  spans: readonly GridSpan[],
  { start, count }: { readonly start: number; readonly count: number },
): readonly ConditionalRule[] {
  return groupNeighbours(columns, spans).flatMap(({ words, from, to }) =>
    STATES.flatMap((state): ConditionalRule[] => {
      const { bold, background } = STATE_EMPHASIS[state];
      if (!background) return [];
      const range = { startRow: start, endRow: start + count, startColumn: from, endColumn: to };
      const style = { background, ...(bold && { bold }) };
      return [{ range, when: 'text_equals', text: words[state], style }];
    }),
  );
}

/** State columns beside each other that say the same words. */
function groupNeighbours(columns: readonly ReportColumn[], spans: readonly GridSpan[]) {
  const groups: { words: ReturnType<typeof wordsOf>; from: number; to: number }[] = [];
  columns.forEach((column, index) => {
    const span = spans[index];
    if (column.kind !== 'state' || !span) return;
    const words = wordsOf(column);
    const last = groups.at(-1);
    if (last && last.words === words && last.to === span.from) last.to = span.to;
    else groups.push({ words, ...span });
  });
  return groups;
}

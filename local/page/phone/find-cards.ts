import type { PageSheet } from '../wire/book.ts';
import { shownText } from '../wire/shown-text.ts';

/** A large figure with its title above and its note below. */
export interface PhoneCard {
  readonly title: string;
  readonly figure: string;
  readonly note: string;
  readonly background: string | undefined;
}

/** Points; what is set so large is a figure to be read at once. */
const LARGE = 20;

export function findCards({ rows }: PageSheet): readonly PhoneCard[] {
  const at = rows.findIndex((row) =>
    row?.some((cell) => (cell?.s?.size ?? 0) >= LARGE && cell?.v !== undefined),
  );
  return (rows[at] ?? []).flatMap((cell, column) => {
    if (cell?.v === undefined) return [];
    return [
      {
        title: shownText(rows[at - 1]?.[column]),
        figure: shownText(cell),
        note: shownText(rows[at + 1]?.[column]),
        background: cell.s?.background,
      },
    ];
  });
}

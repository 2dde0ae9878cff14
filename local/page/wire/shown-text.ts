import type { PageCell } from './book.ts';

/** As people see it. */
export function shownText(cell: PageCell | null | undefined): string {
  return cell?.t ?? (cell?.v === undefined ? '' : String(cell.v));
}

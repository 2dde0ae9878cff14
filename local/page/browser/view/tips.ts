import { HoverManagerService } from '@univerjs/sheets-ui';
import type { PageBook } from '../../wire/book.ts';
import { columnTitle, findGuard } from '../../wire/explain-guard.ts';
import { isValidatedAs } from '../grid/validated.ts';
import { element } from './elements.ts';
import type { Grid } from '../grid/univer.ts';

const DELAY_MS = 500;
const CALENDAR = 'Дата: наберите 15.04.2026 или щёлкните дважды — откроется календарь.';

/** Over a header or a cell with something to say: its note, what may be typed there, or whose it is. */
export function showTips({ injector }: Grid, book: () => PageBook): void {
  const tip = element('div', { className: 'tip', hidden: true });
  tip.setAttribute('role', 'tooltip');
  document.body.append(tip);
  let timer = 0;
  let pointer = { x: 0, y: 0 };
  document.addEventListener('pointermove', ({ clientX, clientY }) => (pointer = { x: clientX, y: clientY }));
  injector.get(HoverManagerService).currentCell$.subscribe((hovered) => {
    clearTimeout(timer);
    tip.hidden = true;
    const text = hovered && describe(book(), hovered.location);
    if (!text) return;
    timer = Number(
      setTimeout(() => {
        tip.replaceChildren(text);
        tip.hidden = false;
        place(tip, pointer);
      }, DELAY_MS),
    );
  });
  document.addEventListener('pointerdown', () => {
    clearTimeout(timer);
    tip.hidden = true;
  });
}

interface Location {
  readonly subUnitId: string;
  readonly row: number;
  readonly col: number;
}

function describe(book: PageBook, { subUnitId, row, col }: Location): string | undefined {
  const sheet = book.sheets.find(({ frame }) => String(frame.sheetId) === subUnitId);
  if (!sheet) return undefined;
  const note = sheet.rows[row]?.[col]?.n;
  const { frame } = sheet;
  if (row < frame.frozenRows) return note;
  const isGuarded = findGuard(frame, row, col) !== undefined && frame.guards.length > 1;
  const whose = isGuarded ? `«${columnTitle(sheet, col)}» заполняет система.` : undefined;
  return note ?? whose ?? (isValidatedAs('date', frame, { row, column: col }) ? CALENDAR : undefined);
}

/** Below the pointer, and inside the window. */
function place(tip: HTMLElement, { x, y }: { x: number; y: number }): void {
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(4, Math.min(x + 12, window.innerWidth - width - 8))}px`;
  tip.style.top = `${y + 20 + height > window.innerHeight ? y - height - 12 : y + 20}px`;
}

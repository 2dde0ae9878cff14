import { ILayoutService } from '@univerjs/ui';
import { enterToday } from './edits/enter-today.ts';
import { fillByMeaning } from './edits/fill/fill.ts';
import { pasteValues } from './edits/paste-values.ts';
import type { Grid } from './grid/univer.ts';
import type { Session } from './session.ts';
import { offerDates } from './view/date-picker.ts';
import { showKeys } from './view/dialogs/key-list.ts';
import { createFindPanel } from './view/find/find-panel.ts';
import { listenToKeys } from './view/page-keys.ts';
import { listenToMoves } from './view/place/move-keys.ts';
import { followAddress, followLinks } from './view/place/links.ts';
import { revealPlaces } from './view/place/reveal.ts';
import { printByKey } from './view/printing.ts';
import { showTips } from './view/tips.ts';
import { MESSAGE_SECONDS, showToast } from './view/toasts.ts';

/** What the hand knows from Google Sheets, and the grid has not. */
export function learnHabits(grid: Grid, session: Session): void {
  revealPlaces(grid);
  followLinks(grid);
  followAddress(grid);
  printByKey(grid);
  fillByMeaning(grid, session.book);
  pasteValues(grid);
  openKeys(grid, session);
  offerDates(grid, session.book);
  showTips(grid, session.book);
}

function openKeys(grid: Grid, { book }: Session): void {
  listenToMoves(grid);
  const find = createFindPanel(grid, book);
  const onRefused = (message: string): void =>
    showToast({ message, seconds: MESSAGE_SECONDS, kind: 'refusal' });
  listenToKeys([
    { code: 'KeyF', run: () => find.open('find') },
    { code: 'KeyH', run: () => find.open('replace') },
    { code: 'Semicolon', run: () => void enterToday(grid, { book, onRefused }) },
    { code: 'Slash', run: () => showKeys(() => grid.injector.get(ILayoutService).focus()) },
  ]);
}

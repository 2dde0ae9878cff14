import {
  Direction,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  ICommandService,
  type ICommandInfo,
  IUniverInstanceService,
  type DocumentDataModel,
} from '@univerjs/core';
import { RichTextEditingMutation } from '@univerjs/docs';
import { IEditorBridgeService, MoveSelectionEnterAndTabCommand } from '@univerjs/sheets-ui';
import { KeyCode } from '@univerjs/ui';
import type { Grid } from '../grid/univer.ts';

/** Univer's own list below a cell, and its lines. */
const LINES = '[data-u-comp="sheets-dropdown-list"] .univer-overflow-y-auto > *';
const ACTIVE = 'data-active';
/** The list appears a moment after the first letter. */
const APPEARS_MS = [0, 60, 200];

/**
 * The list of a cell as the hand knows it: typing narrows it, arrows choose, Enter and Tab take what is chosen and go on.
 * What is typed is taken for a choice only where it leaves a single line: else it stays as it was typed.
 */
export function openChoices(): { attach(grid: Grid): void } {
  let attached: Grid | undefined;
  // Before the grid is there: its own keys are caught at the same place, and who comes first hears first.
  window.addEventListener('keydown', (event) => attached && press(attached, event), true);
  return {
    attach(grid) {
      attached = grid;
      narrowAsTyped(grid);
    },
  };
}

function narrowAsTyped(grid: Grid): void {
  grid.injector
    .get(ICommandService)
    .onCommandExecuted(({ id, params = {} }: Readonly<ICommandInfo<{ unitId?: string }>>) => {
      if (id !== RichTextEditingMutation.id) return;
      if (params.unitId !== DOCS_NORMAL_EDITOR_UNIT_ID_KEY) return;
      for (const ms of APPEARS_MS) setTimeout(() => narrow(typedText(grid)), ms);
    });
}

/** What the lines were last narrowed to, and were chosen from by arrows. */
let narrowed: { readonly typed: string; isChosen: boolean } = { typed: '', isChosen: false };

function narrow(typed: string): void {
  const lines = allLines();
  // Chosen by an arrow meanwhile: a list that is only drawn again stays as the hand has left it.
  if (typed === narrowed.typed && narrowed.isChosen && lines.some((line) => line.hasAttribute(ACTIVE)))
    return;
  narrowed = { typed, isChosen: false };
  const wanted = comparable(typed);
  for (const line of lines) line.hidden = !comparable(line.textContent).includes(wanted);
  const [only, ...others] = shownLines();
  const isChosen = wanted !== '' && only !== undefined && others.length === 0;
  choose(isChosen ? only : undefined);
}

function press(grid: Grid, event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || allLines().length === 0) return;
  // Fields of panels and questions have keys of their own.
  if (event.target instanceof HTMLElement && event.target.closest('input,select,textarea,dialog')) return;
  const isTyping = grid.injector.get(IEditorBridgeService).isVisible().visible;
  // The last letter may not have been looked at yet: nothing is taken that it has ruled out.
  if (isTyping && typedText(grid) !== narrowed.typed) narrow(typedText(grid));
  const lines = shownLines();
  if (lines.length === 0) return;
  const at = lines.findIndex((line) => line.hasAttribute(ACTIVE));
  if (!event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    narrowed.isChosen = true;
    const step = event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1;
    choose(lines[(at + step + lines.length) % lines.length]);
    return stop(event);
  }
  const line = lines[at];
  if (!line || !(event.key === 'Enter' || event.key === 'Tab')) return;
  stop(event);
  take(grid, line, event);
}

/** Univer's own way of a click, and then the key's. */
function take({ injector }: Grid, line: HTMLElement, { key, shiftKey }: KeyboardEvent): void {
  const [keycode, forth, back] =
    key === 'Tab'
      ? [KeyCode.TAB, Direction.RIGHT, Direction.LEFT]
      : [KeyCode.ENTER, Direction.DOWN, Direction.UP];
  const move = { keycode, direction: shiftKey ? back : forth };
  const goOn = () =>
    void injector.get(ICommandService).executeCommand(MoveSelectionEnterAndTabCommand.id, move);
  const editor = injector.get(IEditorBridgeService);
  const isOpen = editor.isVisible().visible;
  line.click();
  if (!isOpen) return goOn();
  const closed = editor.visible$.subscribe(({ visible }) => {
    if (visible) return;
    setTimeout(() => closed.unsubscribe());
    setTimeout(goOn);
  });
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function choose(chosen: HTMLElement | undefined): void {
  for (const line of allLines()) line.toggleAttribute(ACTIVE, line === chosen);
  chosen?.scrollIntoView({ block: 'nearest' });
}

function allLines(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(LINES)];
}

function shownLines(): readonly HTMLElement[] {
  return allLines().filter((line) => !line.hidden);
}

function typedText({ injector }: Grid): string {
  const unit = injector
    .get(IUniverInstanceService)
    .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
  return unit?.getBody()?.dataStream.replace(/\r\n$/u, '') ?? '';
}

function comparable(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е').replaceAll(/\s+/gu, ' ').trim();
}

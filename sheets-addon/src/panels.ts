import { CommandError } from './command-error.ts';
import { DELETED, HISTORY, RESTORE, ROW, type Command } from './commands.ts';
import { html, type Html } from './html.ts';
import { layoutPanel } from './panel-page.ts';
import { layoutDeleted, layoutRestored, layoutRestorePlan } from './restore-panel.ts';
import { layoutFindings, layoutHistory } from './row-panels.ts';
import { attempt, carryOut, logFailure } from './run-command.ts';
import { readSelectedPlace, readSelectedTab } from './selection.ts';
import { PRODUCT, showDone, showProgress, showTab } from './show.ts';

type Given = Readonly<Record<string, string>>;

export const openFindings = () => openPanel(ROW, showFindings);
export const openHistory = () => openPanel(HISTORY, showHistory);
export const openRestore = () => openPanel(DELETED, showDeleted);

function openPanel({ title, path, progress }: Command<unknown>, show: (given: Given) => Html): void {
  attempt(path, () => {
    showProgress(progress);
    const page = HtmlService.createHtmlOutput(layoutPanel(show({}))).setTitle(`${PRODUCT}: ${title}`);
    SpreadsheetApp.getUi().showSidebar(page);
    showDone();
  });
}

/** What buttons of panels name. */
const ACTIONS = new Map<string, (given: Given) => Html>([
  ['findings', showFindings],
  ['history', showHistory],
  ['deleted', showDeleted],
  ['planRestore', planRestore],
  ['restore', restore],
]);

/** The HTML that takes the place of the panel's; a failure is shown there too. */
export function answerPanel(action: string, given: Given): string {
  try {
    const show = ACTIONS.get(action);
    if (!show) throw new CommandError('Панель устарела. Закройте её и откройте из меню «ШНОР».', action);
    return show(given).html;
  } catch (thrown) {
    const message = logFailure(action, thrown);
    return html`<h1 tabindex="-1">Не получилось</h1>
      <p class="lines">${message}</p>
      <p class="muted">Откройте панель ещё раз из меню «${PRODUCT}».</p>`.html;
  }
}

function showFindings({ place = readSelectedPlace() }: Given): Html {
  return layoutFindings(carryOut(ROW, { row: place }), place);
}

function showHistory({ place = readSelectedPlace(), cursor }: Given): Html {
  const from = cursor === undefined ? {} : { cursor: Number(cursor) };
  return layoutHistory(carryOut(HISTORY, { row: place, ...from }), place);
}

function showDeleted(): Html {
  return layoutDeleted(carryOut(DELETED, { worksheet: readSelectedTab() }));
}

/** A field of date and time gives `2026-11-20T14:00`. */
function planRestore({ target = '', at = '', worksheet }: Given): Html {
  if (worksheet && !at) throw new CommandError('Укажите дату и время, к которым вернуть лист.', 'no moment');
  const choice = { target, at: at.replace('T', ' ') };
  const plan = carryOut({ ...RESTORE, isReading: true }, requestOf(choice));
  return layoutRestorePlan(plan, choice);
}

function restore({ target = '', at = '' }: Given): Html {
  const done = carryOut(RESTORE, { ...requestOf({ target, at }), confirm: true });
  if (done.tab) showTab(done.tab.sheetId);
  return layoutRestored(done);
}

function requestOf({ target, at }: { readonly target: string; readonly at: string }) {
  return { target, ...(at && { at }) };
}

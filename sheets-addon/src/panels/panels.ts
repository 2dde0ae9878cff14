import { CommandError } from '../calls/command-error.ts';
import {
  ACCESS,
  CALENDARS,
  DELETED,
  FORM_FILE,
  FORMS,
  HISTORY,
  IMPORT,
  LETTERS,
  REPORT,
  REPORT_FILE,
  REPORT_STATE,
  REPORTS,
  RESTORE,
  ROW,
  type Command,
} from '../commands.ts';
import { layoutAccess } from './access-panel.ts';
import type { Html } from './html.ts';
import { layoutImported, layoutImportPlan, layoutWishes } from './import-panel.ts';
import { layoutCalendars, layoutLetters } from './letters-panel.ts';
import { layoutPanel, layoutPart } from './panel-page.ts';
import {
  layoutDone,
  layoutFile,
  layoutForms,
  layoutRemoval,
  layoutMade,
  layoutNote,
  layoutReports,
} from './reports-panel.ts';
import { layoutDeleted, layoutRestored, layoutRestorePlan } from './restore-panel.ts';
import { layoutFindings, layoutHistory } from './row-panels.ts';
import { attempt, carryOut, logFailure } from '../calls/run-command.ts';
import { readSelectedPlace, readSelectedTab } from './selection.ts';
import { PRODUCT, showDone, showProgress, showTab } from '../show.ts';

type Given = Readonly<Record<string, string>>;

export const openFindings = () => openPanel(ROW, showFindings);
export const openHistory = () => openPanel(HISTORY, showHistory);
export const openImport = () => openPanel(IMPORT, showImport);
export const openReports = () => openPanel(REPORTS, showReports);
export const openLetters = () => openPanel(LETTERS, showLetters);
export const openCalendars = () => openPanel(CALENDARS, showCalendars);
export const openAccess = () => openPanel(ACCESS, showAccess);
export const openRestore = () => openPanel(DELETED, showDeleted);

function openPanel({ title, path, progress }: Command, show: (given: Given) => Html): void {
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
  ['import', showImport],
  ['planImport', planImport],
  ['appendImport', appendImport],
  ['reports', showReports],
  ['makeReport', makeReport],
  ['openTab', openTab],
  ['downloadReport', downloadReport],
  ['forms', showForms],
  ['downloadForm', downloadForm],
  ['askToRemoveForm', ({ name = '' }) => layoutNote(layoutRemoval(name))],
  ['removeForm', ({ name }) => layoutForms(carryOut(FORMS, { remove: name }))],
  ['signReport', signReport],
  ['recallReport', recallReport],
  ['letters', showLetters],
  ['calendars', showCalendars],
  ['access', showAccess],
]);

/** The HTML that takes the place of the panel's; a failure is a note below it. */
export function answerPanel(action: string, given: Given): string {
  try {
    const show = ACTIONS.get(action);
    if (!show) throw new CommandError('Панель устарела. Закройте её и откройте из меню «ШНОР».', action);
    return show(given).html;
  } catch (thrown) {
    return layoutNote(logFailure(action, thrown), 'error').html;
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

function showReports({ before }: Given): Html {
  return layoutReports(listReports(before));
}

function listReports(before?: string) {
  return carryOut(REPORTS, before === undefined ? {} : { before: Number(before) });
}

/** An empty day is today; the functions know what a card needs, and say so. */
function makeReport({ form, asOf, span = '{}', school, annexes, draft, withErrors }: Given): Html {
  const made = carryOut(REPORT, {
    form,
    span: JSON.parse(span) as unknown,
    ...(asOf && { asOf }),
    ...(school && { school }),
    ...(annexes && { annexes: JSON.parse(annexes) as unknown }),
    ...(withErrors === 'on' && { withErrors: true }),
    draft: draft === 'on',
  });
  showTab(made.sheetId);
  return withReports(layoutMade(made));
}

function openTab({ sheetId }: Given): Html {
  if (showTab(Number(sheetId))) return layoutNote('Вкладка открыта.');
  throw new CommandError('Вкладки в книге нет. Откройте «Отчёты…» ещё раз.', 'no tab');
}

function downloadReport({ number, kind }: Given): Html {
  return layoutFile(carryOut(REPORT_FILE, { number: Number(number), kind }));
}

/** With a file: it is added first. */
function showForms({ name, content }: Given): Html {
  return layoutForms(carryOut(FORMS, content ? { name, content } : {}));
}

function downloadForm({ name }: Given): Html {
  return layoutFile(carryOut(FORM_FILE, { name }));
}

function signReport({ number, paperNumber, paperDate }: Given): Html {
  return changeState(number, { paper: { number: paperNumber, date: paperDate } });
}

function recallReport({ number, reason }: Given): Html {
  return changeState(number, { reason });
}

function changeState(number: string | undefined, wish: object): Html {
  const { message } = carryOut(REPORT_STATE, { number: Number(number), ...wish });
  return withReports(layoutDone(message));
}

/** What is done is said also where the list cannot be had: nobody must do it again. */
function withReports(done: Html): Html {
  try {
    return layoutReports(listReports(), done);
  } catch (thrown) {
    logFailure(REPORTS.path, thrown);
    return done;
  }
}

function showLetters({ letter }: Given): Html {
  return layoutLetters(carryOut(LETTERS, letter ? { letter } : {}));
}

function showCalendars({ wish }: Given): Html {
  return layoutCalendars(carryOut(CALENDARS, wish ? { wish } : {}));
}

/** No role with an address: whoever it is of is let out. */
function showAccess({ email, role }: Given): Html {
  return layoutAccess(carryOut(ACCESS, email ? { email, role: role || null } : {}));
}

function showImport(): Html {
  return layoutPart('import', { wishes: layoutWishes({ only: '', columns: '' }) });
}

function planImport(given: Given): Html {
  const { table = '', school = '', only = '', columns = '' } = given;
  const plan = carryOut({ ...IMPORT, isReading: true }, fileOf(given));
  return layoutImportPlan(plan, { table, school, only, columns });
}

function appendImport(given: Given): Html {
  return layoutImported(carryOut(IMPORT, { ...fileOf(given), confirm: true }));
}

/** The page holds the file and sends it each time: nothing of it is kept anywhere else. */
function fileOf({ name, content, table, school, only, columns }: Given): object {
  return {
    name,
    content,
    ...(table && { table }),
    ...(school && { school }),
    ...(only && { only }),
    ...(columns && { columns }),
  };
}

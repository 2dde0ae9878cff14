import { SYNC } from './commands.ts';
import { attempt, carryOut } from './calls/run-command.ts';
import { askYesNo, showProgress, showMessage } from './show.ts';

/** Set while somebody's triggers stand: Apps Script shows a user only their own. */
const INSTALLED = 'shnor.autoSync';

const ON_EDIT = 'hintEdit';
const ON_CHANGE = 'hintChange';

/** Installs the triggers after a yes, or takes them away again. */
export function switchAutoSync(): void {
  attempt('autoSync', () => {
    if (findOwn().length > 0) switchOff();
    else switchOn();
  });
}

function switchOn(): void {
  if (!askYesNo(questionOn())) return;
  showProgress(SYNC.progress);
  // Before anything is installed: triggers that cannot reach the functions would fail unseen.
  carryOut(SYNC);
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  ScriptApp.newTrigger(ON_EDIT).forSpreadsheet(spreadsheet).onEdit().create();
  ScriptApp.newTrigger(ON_CHANGE).forSpreadsheet(spreadsheet).onChange().create();
  PropertiesService.getDocumentProperties().setProperty(INSTALLED, '1');
  showMessage({
    message:
      'Автообновление включено: через несколько секунд после правки проверка сама появится рядом со строкой.',
  });
}

function questionOn(): string {
  const others = PropertiesService.getDocumentProperties().getProperty(INSTALLED)
    ? 'Автообновление уже включил другой сотрудник. Второй раз включайте, только если проверка сама не появляется.\n\n'
    : 'Сейчас автообновление выключено.\n\n';
  return (
    `${others}После каждой правки система сама примет изменения и напишет проверку рядом со строкой. ` +
    'Вызывать она будет от вашего имени; в истории у принятых так строк может стоять служебный адрес.\n\n' +
    'Включить?'
  );
}

function switchOff(): void {
  const question =
    'Сейчас автообновление включено вами.\n\nБез него изменения принимаются по команде «Синхронизировать» ' +
    'и при ежедневной проверке.\n\nВыключить?';
  if (!askYesNo(question)) return;
  for (const trigger of findOwn()) ScriptApp.deleteTrigger(trigger);
  PropertiesService.getDocumentProperties().deleteProperty(INSTALLED);
  showMessage({ message: 'Автообновление выключено.' });
}

function findOwn(): readonly GoogleAppsScript.Script.Trigger[] {
  const names = new Set([ON_EDIT, ON_CHANGE]);
  return ScriptApp.getProjectTriggers().filter((trigger) => names.has(trigger.getHandlerFunction()));
}

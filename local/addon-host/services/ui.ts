import type { AlertButton, AlertButtonSet } from '../alert-buttons.ts';
import type { AddonMenu, HostApi, MenuItem } from '../host-api.ts';
import { strict } from '../strict.ts';
import { partsOf, type HtmlOutput } from './html-service.ts';
import { requireAuthorisation } from './authorisation.ts';
import type { ScriptRun } from './script-run.ts';

const BUTTON_SETS: Readonly<Record<AlertButtonSet, AlertButtonSet>> = {
  OK: 'OK',
  OK_CANCEL: 'OK_CANCEL',
  YES_NO: 'YES_NO',
  YES_NO_CANCEL: 'YES_NO_CANCEL',
};
const BUTTONS: Readonly<Record<AlertButton, AlertButton>> = {
  OK: 'OK',
  CANCEL: 'CANCEL',
  YES: 'YES',
  NO: 'NO',
  CLOSE: 'CLOSE',
};

export function createUi(run: ScriptRun) {
  const { host } = run;
  return strict('Ui', {
    Button: strict('Button', BUTTONS),
    ButtonSet: strict('ButtonSet', BUTTON_SETS),
    alert: (title: string, message: string, buttons: AlertButtonSet) =>
      host.alert({ title, message, buttons }),
    prompt(title: string, message: string, buttons: AlertButtonSet) {
      const { button, text } = host.prompt({ title, message, buttons });
      return strict('PromptResponse', { getSelectedButton: () => button, getResponseText: () => text });
    },
    showSidebar(output: HtmlOutput) {
      requireAuthorisation(run, 'Ui.showSidebar');
      const { html, title } = partsOf(output);
      host.showPanel({ kind: 'sidebar', title, html });
    },
    showModalDialog(output: HtmlOutput, title: string) {
      requireAuthorisation(run, 'Ui.showModalDialog');
      const { html, width, height } = partsOf(output);
      host.showPanel({ kind: 'dialog', title, html, width, height });
    },
    createMenu: (title: string) => createMenu(host, title),
  });
}

export interface MenuBuilder {
  addItem(title: string, functionName: string): MenuBuilder;
  addSeparator(): MenuBuilder;
  addToUi(): void;
}

function createMenu(host: HostApi, title: string): MenuBuilder {
  const items: MenuItem[] = [];
  const add = (item: MenuItem): MenuBuilder => {
    items.push(item);
    return menu;
  };
  const menu: MenuBuilder = strict('Menu', {
    addItem: (itemTitle: string, functionName: string) =>
      add({ kind: 'item', title: itemTitle, functionName }),
    addSeparator: () => add({ kind: 'separator' }),
    addToUi: () => host.addMenu({ title, items } satisfies AddonMenu),
  });
  return menu;
}

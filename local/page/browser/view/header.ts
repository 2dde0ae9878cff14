import type { PageMenu, PagePerson } from '../../wire/events.ts';
import { element, findElement } from './elements.ts';

export type Connection = 'saved' | 'saving' | 'offline';

export interface Header {
  setTitle(title: string): void;
  setMenus(menus: readonly PageMenu[]): void;
  /** `reason`: why nothing is taken now, in the server's words. */
  setConnection(connection: Connection, reason?: string): void;
  setChecking(isChecking: boolean): void;
  setBusy(isBusy: boolean): void;
}

/** An entry that the page itself adds to the first menu. */
export interface OwnEntry {
  readonly title: string;
  readonly keys: string;
  readonly run: () => void;
}

interface HeaderOptions {
  readonly title: string;
  readonly own: readonly OwnEntry[];
  readonly people: readonly PagePerson[];
  readonly isSignedIn: boolean;
  readonly notice?: string;
  readonly user: string | undefined;
  readonly onPress: (menu: string, item: string) => void;
  readonly onPerson: (email: string) => void;
  readonly onSignOut: () => void;
}

const CONNECTIONS: Readonly<Record<Connection, string>> = {
  saved: 'Сохранено',
  saving: 'Сохраняю…',
  offline: 'Нет связи: набранное сохранено и будет отправлено',
};

/** The bar above the grid: the workbook's name, the menu, what is under way, and who one is. */
export function openHeader(options: HeaderOptions): Header {
  const name = element('h1', {}, options.title);
  const state = element('span', { className: 'state saved' }, CONNECTIONS.saved);
  const checking = element('span', { className: 'checking', hidden: true }, 'Проверяю…');
  const busy = element('span', { className: 'checking', hidden: true }, 'Выполняю команду…');
  state.id = 'state';
  checking.id = 'checking';
  busy.id = 'busy';
  const menus = element('span', { className: 'menus' });
  const notices = options.notice ? [element('span', { className: 'notice' }, options.notice)] : [];
  const parts = [
    name,
    menus,
    state,
    checking,
    busy,
    ...notices,
    options.isSignedIn ? makeSelf(options) : makePeople(options),
  ];
  findElement('header').replaceChildren(...parts);
  return {
    setTitle: (title) => name.replaceChildren(title),
    setMenus: (all) =>
      menus.replaceChildren(
        ...all.map((menu, at) =>
          makeMenu(menu, { onPress: options.onPress, own: at === 0 ? options.own : [] }),
        ),
      ),
    setConnection(connection, reason) {
      state.className = `state ${connection}`;
      state.replaceChildren(reason ?? CONNECTIONS[connection]);
      state.title = reason ?? '';
    },
    setChecking: (isChecking) => void (checking.hidden = !isChecking),
    setBusy: (isBusy) => void (busy.hidden = !isBusy),
  };
}

function makeMenu(
  { title, items }: PageMenu,
  { onPress, own }: Pick<HeaderOptions, 'onPress' | 'own'>,
): HTMLElement {
  const list = element('div', { className: 'menu-list', hidden: true });
  const button = element('button', { type: 'button', className: 'menu-button' }, title);
  const menu = element('div', { className: 'menu' }, button, list);
  list.setAttribute('role', 'menu');
  button.setAttribute('aria-haspopup', 'menu');
  // The grid keeps the keys.
  menu.addEventListener('pointerdown', (event) => event.preventDefault());
  const toggle = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  const addEntry = (words: string, run: () => void): HTMLElement => {
    const entry = element('button', { type: 'button' }, words);
    entry.setAttribute('role', 'menuitem');
    entry.addEventListener('click', () => {
      toggle(false);
      run();
    });
    list.append(entry);
    return entry;
  };
  for (const item of items) {
    if (item.kind === 'separator') list.append(element('hr'));
    else addEntry(item.title, () => onPress(title, item.title));
  }
  if (own.length > 0) list.append(element('hr'));
  for (const { title: words, keys, run } of own) addEntry(words, run).dataset['keys'] = keys;
  toggle(false);
  button.addEventListener('click', () => toggle(list.hidden !== false));
  document.addEventListener('pointerdown', ({ target }) => {
    if (!menu.contains(target as Node)) toggle(false);
  });
  menu.addEventListener('keydown', (event) => event.stopPropagation());
  // Before the grid, which has the keys while the menu is open.
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || list.hidden) return;
    toggle(false);
    event.stopPropagation();
  };
  window.addEventListener('keydown', closeByKey, true);
  return menu;
}

/** Who has signed in, and the way out. */
function makeSelf({ people: [person], onSignOut }: HeaderOptions): HTMLElement {
  const { email = '', title = '' } = person ?? {};
  const out = element('button', { type: 'button', className: 'sign-out' }, 'Выйти');
  out.addEventListener('click', onSignOut);
  return element('span', { className: 'people', title }, `${email} · ${title} `, out);
}

function makePeople({ people, user, onPerson }: HeaderOptions): HTMLElement {
  const select = element('select', { title: 'От чьего имени вы работаете' });
  for (const { email, title } of people) {
    const label = `${title} · ${email}`;
    select.append(element('option', { value: email, selected: email === user }, label));
  }
  select.addEventListener('change', () => onPerson(select.value));
  select.addEventListener('keydown', (event) => event.stopPropagation());
  return element('label', { className: 'people' }, select);
}

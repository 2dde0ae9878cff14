import { dirname, join } from 'node:path';
import type { Role } from '../../../functions/domain/roles.ts';
import type { Found } from '../found.ts';
import { addressOf, CALLER, emailOf, RUNNER, type Wish } from '../wish.ts';
import type { Command, Step } from './step.ts';

/** The version whose source was read. */
const CLASP = '@google/clasp@3.3.0';
/** clasp calls files by their path below this, and the script looks for `Panel`, not for `dist/Panel`. */
export const CLASP_ROOT = 'dist';
const PUSHED = ['Code.js', 'Panel.html', 'appsscript.json'].map((name) => `${CLASP_ROOT}/${name}`);

export function claspFolder({ folder }: Pick<Wish, 'folder'>): string {
  return join(folder, 'addon');
}

/** Where `gcloud` leaves the login in the service account's name, apart from the operator's own: one a project. */
export function loginFolder({ folder }: Pick<Wish, 'folder'>): string {
  return join(dirname(folder), 'gcloud');
}

export function clasp(wish: Pick<Wish, 'folder'>, ...args: readonly string[]): Command {
  return { program: 'npx', args: ['--yes', CLASP, ...args], cwd: claspFolder(wish) };
}

export function planWorkbook(wish: Wish, found: Found): readonly Step[] {
  return [...planAddon(wish, found), planLogin(wish, found), planProvision(wish), planDoctor(wish)];
}

/** One copy of the add-on in the workbook itself, with the address in its code. */
function planAddon(wish: Wish, found: Found): readonly Step[] {
  const address = addressOf(found.projectNumber, wish.region);
  const mark = `${wish.marks.addon} ${address}`;
  const build: Command = {
    program: 'node',
    args: ['sheets-addon/build.ts', join(claspFolder(wish), CLASP_ROOT), address],
  };
  const make = clasp(wish, 'create-script', '--parentId', wish.spreadsheetId, '--title', 'ШНОР');
  const create = { ...make, args: [...make.args, '--rootDir', CLASP_ROOT], isMakingScript: true };
  const push = { ...clasp(wish, 'push', '--force', '--json'), mustName: PUSHED };
  return [
    {
      name: 'clasp-login',
      title: 'Вход в clasp вашей учётной записью: служебная скриптов иметь не может',
      note: 'Один раз включите Apps Script API: https://script.google.com/home/usersettings — и подождите несколько минут.',
      commands: found.hasClaspUser ? [] : [{ ...clasp(wish, 'login'), isAsking: true }],
    },
    {
      name: 'script',
      title: 'Скрипт дополнения в этой книге',
      commands: found.scriptId ? [] : [create],
    },
    {
      name: 'addon',
      title: 'Код дополнения с адресом службы',
      mark,
      // After the script was made: clasp brings its empty code into the folder.
      commands: found.marks['addon'] === mark && found.scriptId ? [] : [build, push],
    },
  ];
}

/** Impersonation: a key file is forbidden in many organisations, and a lost one opens everything. */
function planLogin(wish: Wish, { hasCredentials }: Found): Step {
  const account = emailOf(RUNNER, wish.project);
  const args = ['auth', 'application-default', 'login', `--impersonate-service-account=${account}`];
  const login: Command = {
    program: 'gcloud',
    args,
    env: { CLOUDSDK_CONFIG: loginFolder(wish) },
    isAsking: true,
  };
  return {
    name: 'login',
    title: 'Вход от имени службы, без файла с ключом',
    note: `Откройте таблицу для ${account} с правом правки (кнопка «Настройки доступа»), без уведомления письмом.`,
    commands: hasCredentials ? [] : [login],
  };
}

const LEADER: Role = 'municipal_coordinator';
const NOBODY_LEADS =
  'Методист не назван. Если его у книги ещё нет, дело остановится на проверке: повторите команду и добавьте ' +
  `--member его_адрес=${LEADER}.`;

/** Each time: it makes what is missing, and mends. */
function planProvision(wish: Wish): Step {
  const caller = emailOf(CALLER, wish.project);
  const members = [...wish.members, `${emailOf(RUNNER, wish.project)}=operator`, `${caller}=service`];
  const args = ['--spreadsheet', wish.spreadsheetId, ...members.flatMap((member) => ['--member', member])];
  const isLed = wish.members.some((member) => member.endsWith(`=${LEADER}`));
  return {
    name: 'provision',
    title: 'Листы книги и её сотрудники',
    ...(!isLed && { note: NOBODY_LEADS }),
    commands: [shnor(wish, 'provision', ...args)],
  };
}

function planDoctor(wish: Wish): Step {
  return { name: 'doctor', title: 'Проверка установки', commands: [shnor(wish, 'doctor')] };
}

/** The command line over the cloud, in the service's name. */
export function shnor(wish: Wish, command: string, ...args: readonly string[]): Command {
  return {
    program: 'npm',
    args: ['run', '-s', 'shnor', '--', command, '--cloud', '--data', join(wish.folder, 'data'), ...args],
    env: environmentOf(wish),
  };
}

/** Where the command line over the cloud finds the store, and in whose name it comes. */
export function environmentOf(wish: Pick<Wish, 'folder' | 'project'>): Readonly<Record<string, string>> {
  return {
    GOOGLE_APPLICATION_CREDENTIALS: join(loginFolder(wish), 'application_default_credentials.json'),
    SHNOR_STORE: 'firestore',
    SHNOR_PROJECT: wish.project,
    SHNOR_OPERATOR: emailOf(RUNNER, wish.project),
  };
}

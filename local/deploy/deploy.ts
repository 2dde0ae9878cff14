import { readFileSync } from 'node:fs';
import { buildFunctions, OUTDIR } from '../../functions/build.ts';
import { buildAddon } from '../../sheets-addon/build.ts';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { carryOut, type Doing } from './carry-out.ts';
import { hashFolder } from './hash-folder.ts';
import { keepWish } from './kept-wish.ts';
import { look } from './look.ts';
import { planDeploy } from './plan/plan-deploy.ts';
import { makeFolders, stateFolder } from './state.ts';
import { addressOf, emailOf, markOf, RUNNER, type Wish } from './wish.ts';

export interface DeployOptions {
  readonly project: string;
  readonly region: string;
  readonly spreadsheet: string;
  readonly member: readonly string[];
  readonly audience: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly secret: Readonly<Record<string, string>>;
  readonly budget: number;
  readonly timeZone: string;
  readonly dryRun: boolean;
  readonly data: string;
}

export type Surroundings = Pick<Doing, 'run' | 'print'>;

class BillingAbsentError extends UserFacingError {
  override readonly name = 'BillingAbsentError';
  readonly code = 'billing_absent';

  constructor(project: string) {
    super(
      `У проекта «${project}» нет платёжного аккаунта: без него Google не запускает служб, хотя обычная работа укладывается ` +
        `в бесплатное. Подключите его: https://console.cloud.google.com/billing/linkedaccount?project=${project} — и повторите команду.`,
    );
  }
}

class DatabaseModeError extends UserFacingError {
  override readonly name = 'DatabaseModeError';
  readonly code = 'database_mode';

  constructor(project: string) {
    super(
      `В проекте «${project}» уже есть база в режиме Datastore, а программе нужна Firestore в собственном режиме. ` +
        'Заведите для программы отдельный проект и повторите команду с ним.',
    );
  }
}

/** From the command line: what the wish does not say is built, or read, here. */
export async function deploy(options: DeployOptions, surroundings: Surroundings): Promise<void> {
  await install(await readWish(options), surroundings, { isDry: options.dryRun });
}

/** Looks, shows, does; may be called again at any time. */
export async function install(
  wish: Wish,
  { run, print }: Surroundings,
  { isDry = false }: { readonly isDry?: boolean } = {},
): Promise<void> {
  makeFolders(wish.folder);
  if (!isDry) keepWish(wish);
  print(`Проект ${wish.project}, регион ${wish.region}, таблица ${wish.spreadsheetId}: смотрю, что есть…`);
  const found = await look(wish, run);
  if (!found.billingAccount) throw new BillingAbsentError(wish.project);
  if (found.database && found.database.type !== 'FIRESTORE_NATIVE') throw new DatabaseModeError(wish.project);
  await carryOut(planDeploy(wish, found), { run, print, folder: wish.folder, isDry });
  for (const line of closingWords(wish, addressOf(found.projectNumber, wish.region), isDry)) print(line);
}

async function readWish(options: DeployOptions): Promise<Wish> {
  await buildFunctions(OUTDIR);
  const rules = ['firebase.json', 'firestore.rules', 'firestore.indexes.json'];
  return {
    project: options.project,
    region: options.region,
    spreadsheetId: options.spreadsheet,
    timeZone: options.timeZone,
    members: options.member,
    audiences: options.audience,
    variables: options.env,
    secrets: options.secret,
    budget: options.budget,
    marks: {
      service: hashFolder(OUTDIR),
      rules: markOf(rules.map((file) => readFileSync(file, 'utf8')).join('\n')),
      alerts: hashFolder('functions/alerts'),
      addon: markOf(readFileSync((await buildAddon()).codePath, 'utf8')),
    },
    folder: stateFolder(options.data, options.project, options.spreadsheet),
  };
}

function closingWords({ project }: Wish, address: string, isDry: boolean): readonly string[] {
  if (isDry)
    return [
      'Это показ: ничего не изменено. Без --dry-run всё будет сделано; прерванное продолжится с того же места.',
    ];
  return [
    `Готово. Служба: ${address}. Таблица открыта для ${emailOf(RUNNER, project)}.`,
    'Обновите страницу таблицы: появится меню «ШНОР». При первой команде Google спросит разрешения, а программа назовёт код',
    'дополнения (client id). Впустите его: та же команда и --audience КОД.',
  ];
}

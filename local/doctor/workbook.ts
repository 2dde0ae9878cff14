import { ROLE_TITLES, type Role } from '../../functions/domain/roles.ts';
import type { Dependencies } from '../../functions/use-cases/ports/dependencies.ts';
import type { SpreadsheetOutline } from '../../functions/use-cases/ports/spreadsheets.ts';
import { todayIn } from '../../functions/use-cases/ports/today.ts';
import { readHead, type Head } from '../../functions/use-cases/stored/head/head.ts';
import { STORED_SCHEMA, WORKBOOK_LAYOUT } from '../../functions/use-cases/stored/head/upgrades.ts';
import { listDegraded } from '../../functions/use-cases/sync/writing/list-degraded.ts';
import { bad, failed, good, optional, type Check } from './check.ts';

/** What an installation cannot do without. */
export interface Needs {
  readonly roles: readonly Role[];
  /** The daily check goes by itself: where a person starts the program, a day without it is no fault. */
  readonly goesDaily: boolean;
}

/** The workbook in the store, the spreadsheet at Google (or its stand-in), and whether both say the same. */
export async function checkWorkbook(
  deps: Dependencies,
  workbookId: string,
  needs: Needs,
): Promise<readonly Check[]> {
  const [stored, outline] = await Promise.all([
    attempt('Хранилище', () => readHead(deps.store, workbookId)),
    attempt('Таблица', () => deps.spreadsheets.readOutline(workbookId)),
  ]);
  const missed = [stored, outline].flatMap((each) => ('failed' in each ? [each.failed] : []));
  const head = 'value' in stored ? stored.value?.head : undefined;
  if ('value' in stored && !head)
    missed.push(bad('Хранилище', 'книги в нём нет.', 'Выполните provision (в облаке — npm run deploy).'));
  return [
    ...missed,
    ...(head ? checkHead(deps, head, needs) : []),
    ...('value' in outline ? checkOutline(outline.value, head) : []),
  ];
}

async function attempt<Value>(
  name: string,
  ask: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly failed: Check }> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { failed: failed(name, error) };
  }
}

function checkHead(deps: Dependencies, head: Head, needs: Needs): readonly Check[] {
  const troubles = listDegraded(head, todayIn(deps, head.timeZone));
  const roles = new Set(Object.values(head.members));
  const missing = needs.roles.filter((role) => !roles.has(role));
  return [
    good(
      'Хранилище',
      `ревизия ${head.revision}, схема ${STORED_SCHEMA}, разметка ${head.layout} из ${WORKBOOK_LAYOUT}`,
    ),
    missing.length === 0
      ? good('Участники', `${Object.keys(head.members).length}`)
      : bad(
          'Участники',
          `нет роли: ${missing.map((role) => `«${ROLE_TITLES[role]}» (${role})`).join(', ')}.`,
          `Добавьте: npm run -s shnor -- access --grant АДРЕС=${missing[0]} (в облаке — ещё --cloud и --data, как здесь) ` +
            'или меню «ШНОР» → «Доступ…».',
        ),
    mailCheck(deps),
    ...(troubles.length === 0 ? [good('Работа', 'идёт')] : []),
    ...troubles.map((trouble) => ({
      name: 'Работа',
      isGood: false,
      isNeeded: needs.goesDaily,
      detail: trouble,
    })),
  ];
}

/** Of the installation that asks: over the cloud the service has settings of its own (`checkCloud`). */
function mailCheck({ mail }: Dependencies): Check {
  const detail = mail
    ? 'настроена'
    : 'не настроена: напоминаний никто не получит (SHNOR_SMTP_URL, SHNOR_MAIL_FROM)';
  return optional('Почта', mail !== undefined, detail);
}

/** In another locale «05.09.2026» stays a text, and «1,5» does too. */
const LOCALE = 'ru_RU';

function checkOutline(outline: SpreadsheetOutline, head: Head | undefined): readonly Check[] {
  const { title, tabs, timeZone, locale } = outline;
  const place = '«Файл» → «Настройки» таблицы';
  const zone = head?.timeZone ?? timeZone;
  return [
    good('Таблица', `«${title}», листов ${tabs.length}: открыта для программы`),
    timeZone === zone
      ? good('Часовой пояс', timeZone)
      : bad('Часовой пояс', `у таблицы ${timeZone}, у книги ${zone}.`, `Поставьте ${zone}: ${place}.`),
    locale === undefined || locale === LOCALE
      ? good('Язык таблицы', locale ?? LOCALE)
      : bad(
          'Язык таблицы',
          `${locale}: даты и дроби читались бы не так, как их набирают.`,
          `Выберите «Россия»: ${place}.`,
        ),
  ];
}

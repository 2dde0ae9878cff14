import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDocumentLocks } from '../../../local/addon-host/document-locks.ts';
import type { AddonOptions } from '../../../local/addon-host/addon-options.ts';
import { startAnsweringServer, type AnsweringServer, type ServerAnswer } from '../answering-server.ts';
import { openWorkshop, type AddonWorkshop } from '../opened-addon.ts';

let workshop: AddonWorkshop;
let server: AnsweringServer;

beforeAll(async () => {
  [workshop, server] = await Promise.all([openWorkshop(), startAnsweringServer()]);
});

afterAll(async () => {
  await Promise.all([workshop.dispose(), server.close()]);
});

/** What the user reads after «Проверить сроки» has failed; every failure ends with the same two notices. */
async function readFailure(options: Partial<AddonOptions>): Promise<string> {
  const session = await workshop.open(options);
  await session.press('ШНОР', 'Проверить сроки');
  const [toast, alert] = session.shown.slice(-2);
  expect(toast).toEqual({ kind: 'toast', title: 'ШНОР', message: 'Команда не выполнена.', seconds: 3 });
  expect(alert).toMatchObject({ kind: 'alert', title: 'ШНОР', buttons: 'OK' });
  expect(JSON.stringify(session.log)).not.toContain('token-1');
  return alert?.kind === 'alert' ? alert.message : '';
}

async function readFailureOf(answer: ServerAnswer): Promise<string> {
  server.answers = { '/monitor': answer };
  return readFailure({ scriptProperties: { SHNOR_FUNCTIONS_URL: server.url } });
}

describe('the user learns what to do where', () => {
  test('no address is set', async () => {
    expect(await readFailure({})).toBe(
      'Команда «Проверить сроки» ещё не настроена: не указан адрес функций. ' +
        'Откройте «Расширения» → «Apps Script» → «Настройки проекта» → «Свойства скрипта» ' +
        'и добавьте свойство SHNOR_FUNCTIONS_URL.',
    );
  });

  test.each([
    'http://functions.example',
    'functions.example',
    'https://',
    'http://localhost@functions.example',
  ])('the address would not keep the identity secret: %s', async (address) => {
    const message = await readFailure({ scriptProperties: { SHNOR_MONITOR_URL: address } });
    expect(message).toBe(
      `Адрес функций записан неверно: «${address}» должен начинаться с «https://» и не содержать пробелов. ` +
        'Исправьте свойство SHNOR_MONITOR_URL: ' +
        '«Расширения» → «Apps Script» → «Настройки проекта» → «Свойства скрипта».',
    );
  });

  test.each([401, 403])('the front door of the cloud refuses with %i', async (status) => {
    expect(await readFailureOf({ status, body: '<html>Forbidden</html>' })).toBe(
      'Нет доступа: сервер не признал вашу учётную запись. Попросите того, кто сопровождает программу, ' +
        'дать вам доступ к этой книге, и повторите команду.',
    );
  });

  test('there is no such function', async () => {
    expect(await readFailureOf({ status: 404, body: '' })).toBe(
      `По адресу ${server.url}/monitor нет функции. Проверьте адрес в свойствах скрипта ` +
        'или сообщите тому, кто сопровождает программу.',
    );
  });

  test('the quota of the minute is used up', async () => {
    expect(await readFailureOf({ status: 429, body: '' })).toBe(
      'Слишком много обращений за минуту. Ваши записи в таблице целы. Подождите минуту и повторите команду.',
    );
  });

  test.each([500, 503])('the server has trouble: %i', async (status) => {
    expect(await readFailureOf({ status, body: 'upstream error' })).toBe(
      `Сервер не справился с командой (код ${status}). Ваши записи в таблице целы. ` +
        'Повторите команду через несколько минут; если не поможет, сообщите тому, кто сопровождает программу.',
    );
  });

  test('the function itself says what is wrong: its words come first', async () => {
    const error = { code: 'access_denied', message: 'Вас нет в списке сотрудников этой книги.' };
    expect(await readFailureOf({ status: 403, body: { error } })).toBe(error.message);
  });

  test.each([
    ['a page instead of JSON', { status: 200, body: '<html>Вход</html>' }, 'не та форма ответа'],
    ['another form of JSON', { status: 200, body: { message: 'ok' } }, 'не та форма ответа'],
    [
      'a redirect, which the token must not follow',
      { status: 302, body: '', headers: { location: '/x' } },
      'код 302',
    ],
  ])('the answer is unreadable: %s', async (_what, answer, reason) => {
    expect(await readFailureOf(answer)).toBe(
      `Ответ сервера не удалось прочитать (${reason}). Ваши записи в таблице целы. ` +
        `Проверьте адрес ${server.url}/monitor в свойствах скрипта, обновите дополнение ` +
        'или сообщите тому, кто сопровождает программу.',
    );
  });

  test('there is no network', async () => {
    const dead = await startAnsweringServer();
    await dead.close();
    expect(await readFailure({ scriptProperties: { SHNOR_FUNCTIONS_URL: dead.url } })).toBe(
      `Нет связи с сервером ${dead.url}/monitor. Ваши записи в таблице целы. ` +
        'Проверьте подключение к сети и адрес в свойствах скрипта, затем повторите команду.',
    );
  });

  test('Google does not say who they are', async () => {
    const message = await readFailure({
      scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
      identityToken: () => null,
    });
    expect(message).toBe(
      'Google не подтвердил вашу учётную запись. Обновите страницу, ещё раз выберите команду ' +
        'и дайте дополнению запрошенные разрешения.',
    );
  });
});

test('two presses at once: the second is told to wait, and one request goes out', async () => {
  const locks = createDocumentLocks();
  const options = { locks, scriptProperties: { SHNOR_FUNCTIONS_URL: server.url } };
  const [first, second] = await Promise.all([workshop.open(options), workshop.open(options)]);
  let finish: (answer: ServerAnswer) => void = () => undefined;
  server.answers = { '/monitor': new Promise((resolve) => (finish = resolve)) };
  const before = server.received.length;
  const running = first.press('ШНОР', 'Проверить сроки');
  while (server.received.length === before) await new Promise((resolve) => setTimeout(resolve, 10));
  await second.press('ШНОР', 'Проверить сроки');
  finish({ status: 429, body: '' });
  await running;
  expect(second.shown.at(-1)).toMatchObject({
    kind: 'alert',
    message: 'Команда уже выполняется, возможно, у вашего коллеги. Дождитесь её окончания и повторите.',
  });
  expect(server.received.length).toBe(before + 1);
  await second.press('ШНОР', 'Проверить сроки');
  expect(server.received.length).toBe(before + 2);
});

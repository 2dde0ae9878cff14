import { CommandError, textOf } from './command-error.ts';

/** True of every failed command (promise 1 of the design), and the first thing that a person fears for. */
const SAFE = 'Ваши записи в таблице целы.';
const TELL = 'сообщите тому, кто сопровождает программу';

/** What a status without a message of our functions means: Google's front door answered, or a foreign server. */
export function describeStatus(status: number, address: string): string {
  if (status === 401 || status === 403) {
    return `Нет доступа: сервер не признал вашу учётную запись. Попросите того, кто сопровождает программу, дать вам доступ к этой книге, и повторите команду.`;
  }
  if (status === 404) {
    return `По адресу ${address} нет функции. Проверьте адрес в свойствах скрипта или ${TELL}.`;
  }
  if (status === 429) {
    return `Слишком много обращений за минуту. ${SAFE} Подождите минуту и повторите команду.`;
  }
  if (status >= 500) {
    return `Сервер не справился с командой (код ${status}). ${SAFE} Повторите команду через несколько минут; если не поможет, ${TELL}.`;
  }
  return describeUnreadable(`код ${status}`, address);
}

export function describeUnreadable(what: string, address: string): string {
  return `Ответ сервера не удалось прочитать (${what}). ${SAFE} Проверьте адрес ${address} в свойствах скрипта, обновите дополнение или ${TELL}.`;
}

/** Reads what `UrlFetchApp.fetch` threw: no answer has come at all. */
export function parseFetchFailure(thrown: unknown, address: string): CommandError {
  const text = textOf(thrown);
  if (/too many times|quota|bandwidth/i.test(text)) {
    return new CommandError(
      `Исчерпан суточный лимит обращений Google. ${SAFE} Повторите команду завтра.`,
      text,
    );
  }
  if (/time(d )?\s?out/i.test(text)) {
    return new CommandError(
      `Сервер отвечает дольше обычного, команда может ещё выполняться. Подождите две минуты и повторите её: повтор ничего не удвоит.`,
      text,
    );
  }
  return new CommandError(
    `Нет связи с сервером ${address}. ${SAFE} Проверьте подключение к сети и адрес в свойствах скрипта, затем повторите команду.`,
    text,
  );
}

export function identityMissing(detail: string): CommandError {
  return new CommandError(
    `Google не подтвердил вашу учётную запись. Обновите страницу, ещё раз выберите команду и дайте дополнению запрошенные разрешения.`,
    detail,
  );
}

export function alreadyRunning(): CommandError {
  return new CommandError(
    `Команда уже выполняется, возможно, у вашего коллеги. Дождитесь её окончания и повторите.`,
    'document lock is held',
  );
}

/** A bug of ours; the technical text helps whoever is told. */
export function describeBug(thrown: unknown): string {
  return `Сбой дополнения: ${textOf(thrown)}. ${SAFE} Обновите страницу и повторите команду; если не поможет, ${TELL} (покажите это сообщение).`;
}

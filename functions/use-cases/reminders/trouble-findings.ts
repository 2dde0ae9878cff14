import { formatDate } from '../../domain/dates/dates.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Person } from '../../domain/records/records.ts';
import type { Head } from '../stored/head/head.ts';
import { personKey } from '../stored/mail/letters.ts';

/** Addresses that letters do not reach, each at its row; another address in the row is another matter. */
export function troubleFindings(people: readonly Person[], mail: Head['mail']): readonly Finding[] {
  return people.flatMap(({ rowId, address }) => {
    const trouble = address === null ? undefined : mail?.troubles[personKey(address)];
    if (!trouble) return [];
    const { on, reason, isRefused } = trouble;
    const since = formatDate(on);
    return [
      {
        code: isRefused ? 'mail_refused' : 'mail_delayed',
        severity: 'warning' as const,
        place: { worksheet: 'people' as const, rowId, column: 'address' },
        message: isRefused
          ? `Письмо ${since} на этот адрес почтовый сервер не принял: ${reason}.`
          : `Письма на этот адрес не уходят с ${since}: ${reason}. Они сохранены, система пробует ещё.`,
        advice: isRefused
          ? 'Исправьте адрес. Если он верен, через неделю система попробует ещё раз.'
          : 'Проверьте адрес; если он верен, покажите это тому, кто сопровождает систему.',
      },
    ];
  });
}

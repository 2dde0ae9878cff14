import { formatDate, type CalendarDate } from '../../../domain/dates/dates.ts';
import { formatMoment } from '../../../domain/dates/moment.ts';
import { countOf, type NounForms } from '../../../domain/text/russian.ts';
import type { Head } from '../../stored/head/head.ts';

const ADDRESSES: NounForms = ['адрес', 'адреса', 'адресов'];

/** How the mail stands, for «О системе»; undefined before the first letters were planned. No address is named. */
export function describeMail({ mail, timeZone }: Head): string | undefined {
  if (!mail) return undefined;
  if (mail.isUnset) return 'не настроена: напоминаний никто не получает';
  const { plannedOn, people, open, next, troubles } = mail;
  const failed = Object.keys(troubles).length;
  const waiting = open.length === 0 ? 'все отправлены' : `ждут отправки: ${countOf(open.length, ADDRESSES)}`;
  const until = open.length > 0 && next !== undefined ? `, не раньше ${formatMoment(next, timeZone)}` : '';
  return [
    `составлены ${formatDate(plannedOn as CalendarDate)}: ${countOf(Object.keys(people).length, ADDRESSES)}`,
    `${waiting}${until}`,
    failed === 0 ? '' : `не доходят: ${countOf(failed, ADDRESSES)}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** What is wrong with it, in Russian, with what to do. */
export function listMailTroubles({ mail }: Head): readonly string[] {
  if (mail?.isUnset) {
    return [
      'Почта не настроена: напоминаний никто не получит. Задайте функциям SHNOR_SMTP_URL и SHNOR_MAIL_FROM.',
    ];
  }
  const failed = Object.keys(mail?.troubles ?? {}).length;
  if (failed === 0) return [];
  return [`Письма не доходят: ${countOf(failed, ADDRESSES)}. Проверьте лист «Ответственные».`];
}

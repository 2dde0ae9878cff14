import { describe, expect, test } from '@jest/globals';
import { describeMail } from '../../../../../functions/use-cases/sync/writing/describe-mail.ts';
import { listDegraded } from '../../../../../functions/use-cases/sync/writing/list-degraded.ts';
import { newHead } from '../../../../../functions/use-cases/stored/head/new-head.ts';
import type { Head } from '../../../../../functions/use-cases/stored/head/head.ts';
import type { MailState } from '../../../../../functions/use-cases/stored/mail/mail-state.ts';

const TODAY = '2026-11-23';
const HEAD: Head = {
  ...newHead(undefined, {
    title: 'ШНОР',
    timeZone: 'Asia/Yekaterinburg',
    members: {},
    sheetIds: { overview: 7 },
  }),
  monitoredOn: TODAY,
};
const MAIL: MailState = {
  plannedOn: TODAY,
  people: { a: '1', b: '2' },
  open: ['a'],
  next: '2026-11-23T04:00:00.000Z',
  troubles: {},
};

describe('«О системе» says what does not work', () => {
  test('and nothing where all is well', () => {
    expect(listDegraded({ ...HEAD, mail: MAIL }, TODAY)).toEqual([]);
  });

  test('with what to do: no run for days, a layout of before, mail that reaches nobody', () => {
    const head: Head = {
      ...HEAD,
      monitoredOn: '2026-11-20',
      layout: 1,
      mail: { ...MAIL, troubles: { b: { on: TODAY, reason: '550', isRefused: true } } },
    };
    expect(listDegraded(head, TODAY)).toEqual([
      'Ежедневной проверки нет 3 дня. Нажмите «ШНОР» → «Проверить сроки», а тот, кто сопровождает систему, пусть ' +
        'проверит задание Cloud Scheduler.',
      'Книга размечена прежней версией программы: новые листы и столбцы добавит команда provision.',
      'Письма не доходят: 1 адрес. Проверьте лист «Ответственные».',
    ]);
  });

  test('and how the mail stands, by numbers and without an address', () => {
    expect(describeMail({ ...HEAD, mail: MAIL })).toBe(
      'составлены 23.11.2026: 2 адреса; ждут отправки: 1 адрес, не раньше 23.11.2026 09:00',
    );
    const quiet = { ...MAIL, open: [], isUnset: true };
    expect(describeMail({ ...HEAD, mail: quiet })).toBe('не настроена: напоминаний никто не получает');
    expect(describeMail(HEAD)).toBeUndefined();
  });
});

import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { CalendarDate } from '../../../../functions/domain/dates/dates.ts';
import type { Execution, Person, WorkbookRecords } from '../../../../functions/domain/records/records.ts';
import { addDays } from '../../../../functions/domain/dates/dates.ts';
import { composeDigest } from '../../../../functions/domain/reminders/digest.ts';
import { planReminders } from '../../../../functions/domain/reminders/plan-reminders.ts';
import { execution, planItem, records, SETTINGS } from '../records/records-builder.ts';

const METHODIST: Person = {
  rowId: 'p1',
  position: 'методист',
  address: 'metodist@uo.example.ru',
  role: 'executor',
  muted: [],
};
const HEAD: Person = {
  ...METHODIST,
  rowId: 'p2',
  position: 'начальник',
  address: 'head@uo.example.ru',
  role: 'head',
};

/** One measure of one school, by 15 September 2021, a Wednesday. */
function book(changes: Partial<Execution> = {}, more: Partial<WorkbookRecords> = {}): WorkbookRecords {
  return records({
    schools: [{ rowId: 's1', name: 'ОО № 1', status: 'ШНОР' }],
    measures: [
      {
        rowId: 'r1',
        number: '3.2',
        section: '3.',
        title: 'Сбор планов',
        deadlinePhrase: 'до 15 сентября',
        responsible: '',
        scope: 'each_school',
      },
    ],
    executions: [execution({ executor: 'методист', ...changes })],
    people: [METHODIST, HEAD],
    ...more,
  });
}

const assess = (those: WorkbookRecords, today: CalendarDate) => planReminders(assessWorkbook(those, today));

/** Day by day, as somebody who keeps the keys would: what is new to the address, by the day on which it is told. */
function play(
  those: WorkbookRecords,
  address: string,
  { from, to }: { from: CalendarDate; to: CalendarDate },
) {
  const told = new Set<string>();
  const days: Record<string, readonly string[]> = {};
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const person = assess(those, day)?.find((each) => each.address === address);
    const fresh = person && composeDigest(person, { isNew: (key) => !told.has(key), today: day });
    if (!fresh) continue;
    days[day] = fresh.keys.filter((key) => !told.has(key)).map((key) => key.slice(key.lastIndexOf('/') + 1));
    for (const key of fresh.keys) told.add(key);
  }
  return days;
}

describe('reminders of a row', () => {
  test('come by the ladder: 14, 7, 3 and 1 working days before, on the day, then weekly', () => {
    expect(play(book(), METHODIST.address ?? '', { from: '2021-08-20', to: '2021-10-01' })).toEqual({
      '2021-08-26': ['before-14'],
      '2021-09-06': ['before-7'],
      '2021-09-10': ['before-3'],
      '2021-09-14': ['before-1'],
      '2021-09-15': ['day'],
      '2021-09-22': ['week-1'],
      '2021-09-29': ['week-2'],
    });
  });

  test('that fall on a day off come on the next working day, once', () => {
    const holidays = (['2021-09-06', '2021-09-07', '2021-09-22'] as const).map((date) => ({
      date,
      kind: 'day_off' as const,
    }));
    expect(
      play(book({}, { dayOverrides: holidays }), METHODIST.address ?? '', {
        from: '2021-08-20',
        to: '2021-09-24',
      }),
    ).toEqual({
      '2021-08-24': ['before-14'],
      '2021-09-02': ['before-7'],
      '2021-09-10': ['before-3'],
      '2021-09-14': ['before-1'],
      '2021-09-15': ['day'],
      '2021-09-23': ['week-1'],
    });
  });

  test('that were missed come as one, the latest', () => {
    const days = play(book(), METHODIST.address ?? '', { from: '2021-09-13', to: '2021-09-14' });
    expect(days).toEqual({ '2021-09-13': ['before-3'], '2021-09-14': ['before-1'] });
  });

  test.each<Partial<Execution>>([
    { mark: 'не требуется' },
    {
      mark: 'выполнено',
      doneOn: '2021-08-20',
      evidence: { kind: 'приказ', number: '1', date: '2021-08-20' },
    },
  ])('do not come of what is over: %j', (changes) => {
    expect(assess(book(changes), '2021-09-14')).toEqual([]);
  });

  test('come once of a document that is missing, and again of what is given back', () => {
    const unproved = book({ mark: 'выполнено', doneOn: '2021-09-01' });
    expect(play(unproved, METHODIST.address ?? '', { from: '2021-09-01', to: '2021-09-30' })).toEqual({
      '2021-09-01': ['unproved'],
    });
    const returned = book({ control: { returned: 'нет подписи' } });
    expect(play(returned, METHODIST.address ?? '', { from: '2021-09-02', to: '2021-09-06' })).toEqual({
      '2021-09-02': ['before-14', 'returned нет подписи'],
      '2021-09-06': ['before-7'],
    });
  });

  test('do not come on a day off, of a measure that the address does not want, and where letters are off', () => {
    const muted = { people: [{ ...METHODIST, muted: ['3.2'] }] };
    const off = { settings: { ...SETTINGS, mail: { ...SETTINGS.mail, isOn: false } } };
    expect(assess(book(), '2021-09-11')).toBeUndefined();
    expect(assess(book({}, muted), '2021-09-14')).toEqual([]);
    expect(assess(book({}, off), '2021-09-14')).toEqual([]);
  });

  test('go to each position that the cell names, and once to an address that two of them share', () => {
    const deputy = { ...METHODIST, rowId: 'p3', position: 'заместитель' };
    const shared = book({ executor: 'Методист; заместитель' }, { people: [METHODIST, deputy] });
    const [person, ...others] = assess(shared, '2021-09-14') ?? [];
    expect([person?.positions, person?.own.length, others]).toEqual([['методист', 'заместитель'], 1, []]);
  });
});

describe('the head', () => {
  const head = (those: WorkbookRecords, from: CalendarDate, to: CalendarDate) =>
    play(those, HEAD.address ?? '', { from, to });

  test('hears of a row on its fifth working day overdue, never on a day off, and of the week on its first working day', () => {
    expect(head(book(), '2021-09-13', '2021-09-27')).toEqual({
      '2021-09-13': ['week 2021-09-13'],
      '2021-09-20': ['week 2021-09-20'],
      '2021-09-22': ['escalated'],
      '2021-09-27': ['week 2021-09-27'],
    });
  });

  test('hears of the week on Tuesday where Monday is a day off', () => {
    const holidays = [{ date: '2021-09-13', kind: 'day_off' } as const];
    expect(Object.keys(head(book({}, { dayOverrides: holidays }), '2021-09-13', '2021-09-15'))).toEqual([
      '2021-09-14',
    ]);
  });
});

describe('a digest', () => {
  test('says in its subject what burns, and of each row whose it is, when, and how long it is overdue', () => {
    const [, head] = assess(book(), '2021-09-27') ?? [];
    const fresh = head && composeDigest(head, { isNew: () => true, today: '2021-09-27' });
    expect(fresh?.digest).toEqual({
      subject: 'ШНОР: просрочено 1',
      heading: 'Неделя с 27.09.2021',
      figures: [
        { title: 'Просрочено', count: '1' },
        { title: 'Срок на этой неделе', count: '0' },
        { title: 'Срок за 30 дней', count: '0' },
        { title: 'Ожидает акта', count: '0' },
        { title: 'Выполнено из наступившего', count: '0 из 1' },
      ],
      sections: [
        {
          title: 'Долго просрочено',
          tone: 'burning',
          more: 0,
          lines: [
            {
              title: 'ОО № 1 — 3.2 Сбор планов',
              detail: 'Срок был 15.09.2021, просрочено на 12 дней. Ответственный: методист.',
              place: { worksheet: 'executions', rowId: 'e1' },
            },
          ],
        },
      ],
    });
  });

  test('of the head’s week tells what is overdue of the schools’ own plans; nobody else hears of it', () => {
    const late = planItem({
      deadline: 'до 15 сентября',
      title: 'Клуб, +7 912 345-67-89',
      responsible: 'методист',
    });
    const those = book({ mark: 'не требуется' }, { schoolPlans: [late, planItem({ rowId: 'm2' })] });
    const [head, ...others] = assess(those, '2021-09-27') ?? [];
    expect(others).toEqual([]);
    const fresh = head && composeDigest(head, { isNew: () => true, today: '2021-09-27' });
    expect([head?.address, fresh?.digest.subject, fresh?.digest.sections]).toEqual([
      HEAD.address,
      'ШНОР: итоги недели',
      [
        {
          title: 'Просрочено в планах школ',
          tone: 'burning',
          more: 0,
          lines: [
            {
              title: 'ОО № 1 — Клуб, [скрыто: мобильный телефон]',
              detail: 'Срок был 15.09.2021, просрочено на 12 дней. Ответственный: методист.',
              place: { worksheet: 'schoolPlans', rowId: 'm1' },
            },
          ],
        },
      ],
    ]);
  });

  test('carries no personal data that somebody has typed into a row', () => {
    const [person] = assess(book({ control: { returned: 'звоните +7 912 345-67-89' } }), '2021-09-14') ?? [];
    const digest = person && composeDigest(person, { isNew: () => true, today: '2021-09-14' })?.digest;
    expect(digest?.sections[0]?.lines[0]?.detail).toMatch(/^Возвращено: звоните /u);
    expect(JSON.stringify(digest)).not.toContain('345-67-89');
  });

  test.each<[CalendarDate, string, string]>([
    ['2021-09-01', 'ШНОР: впереди 1', 'Срок 15.09.2021, осталось 10 рабочих дней.'],
    ['2021-09-14', 'ШНОР: на этой неделе 1', 'Срок 15.09.2021, остался 1 рабочий день.'],
    ['2021-09-15', 'ШНОР: на этой неделе 1', 'Срок сегодня, 15.09.2021.'],
    ['2021-09-16', 'ШНОР: просрочено 1', 'Срок был 15.09.2021, просрочено на 1 день.'],
  ])('on %s: %s', (day, subject, detail) => {
    const [person] = assess(book(), day) ?? [];
    const digest = person && composeDigest(person, { isNew: () => true, today: day })?.digest;
    expect([digest?.subject, digest?.sections[0]?.lines[0]?.detail]).toEqual([subject, detail]);
  });
});

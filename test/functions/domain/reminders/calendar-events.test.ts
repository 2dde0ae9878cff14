import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../functions/domain/assessment/assessment.ts';
import type { Execution } from '../../../../functions/domain/records/records.ts';
import { calendarEvents } from '../../../../functions/domain/reminders/calendar-events.ts';
import { execution, PROOF, records } from '../records/records-builder.ts';

const DONE = { mark: 'выполнено', doneOn: '2021-09-29', evidence: PROOF } as const;

function eventsOf(executions: readonly Execution[], measure: string) {
  const events = calendarEvents(assessWorkbook(records({ executions }), '2021-10-05'));
  return events.filter(({ title }) => title.includes(`${measure} `));
}

describe('a calendar of control dates', () => {
  test('says whose a term is before it says what: a day has room for some twenty letters', () => {
    expect(eventsOf([], '3.2')).toEqual([
      {
        key: 'r3.2/сентябрь 2021/',
        day: '2021-09-30',
        title: '2 школы: 3.2 Сбор планов мероприятий ШНОР по повышению качества образования',
        description:
          'Не исполнено: ОО № 1, ОО № 2.\nОтветственный: МКУ «Управление образования КГО».\nСрок по регламенту: Сентябрь.',
      },
    ]);
    const [half] = eventsOf([execution(DONE)], '3.2');
    expect(half?.title).toBe('ОО № 2: 3.2 Сбор планов мероприятий ШНОР по повышению качества образования');
  });

  test('what is done by all has its mark; a moved term stands by itself and says from when', () => {
    const moved = execution({
      rowId: 'e2',
      school: 'ОО № 2',
      executor: 'методист',
      control: { postponedTo: '2021-10-20', postponementGround: 'приказ № 7' },
    });
    const events = eventsOf([execution(DONE), moved], '3.2');
    expect(events.map(({ day, title }) => `${day} ${title.slice(0, 14)}`)).toEqual([
      '2021-09-30 ✓ 3.2 Сбор пла',
      '2021-10-20 ОО № 2: 3.2 Сб',
    ]);
    expect(events[1]?.description).toContain('Ответственный: методист.');
    expect(events[1]?.description).toContain('Срок перенесён с 30.09.2021.');
  });

  test('what is due more than once says which time', () => {
    const measures = records().measures.map((measure) =>
      measure.number === '4.2' ? { ...measure, deadlinePhrase: 'ежеквартально до 10 числа' } : measure,
    );
    const events = calendarEvents(assessWorkbook(records({ measures }), '2021-10-05'));
    const titles = events.filter(({ title }) => title.includes('4.2 ')).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(1);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

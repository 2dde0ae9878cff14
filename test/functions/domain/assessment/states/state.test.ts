import { describe, expect, test } from '@jest/globals';
import { assessWorkbook } from '../../../../../functions/domain/assessment/assessment.ts';
import { formatState } from '../../../../../functions/domain/assessment/states/format-state.ts';
import { isDone, STATES } from '../../../../../functions/domain/assessment/states/state.ts';
import type { CalendarDate } from '../../../../../functions/domain/dates/dates.ts';
import type { Execution } from '../../../../../functions/domain/records/records.ts';
import { execution, PROOF, records, SETTINGS } from '../../records/records-builder.ts';

const WITH_ACCEPTANCE = { ...SETTINGS, control: { ...SETTINGS.control, needsAcceptance: true } };

/** 3.2 («Сентябрь») at school № 1, by 30.09.2021, a Thursday; reminded of from 16.09. */
function obligationOf(row: Execution, today: CalendarDate, settings = SETTINGS) {
  const { obligations } = assessWorkbook(records({ executions: [row], settings }), today);
  const found = obligations.find(({ measure, school }) => measure === row.measure && school === row.school);
  if (!found) throw new Error('nothing is owed');
  return found;
}

const DONE = execution({ mark: 'выполнено', doneOn: '2021-09-20', evidence: PROOF });
const LATE = execution({ mark: 'выполнено', doneOn: '2021-10-08', evidence: PROOF });
const off = (row: Execution): Execution => ({
  ...row,
  control: { ...row.control, takenOffOn: '2021-10-12' },
});
const returned = (row: Execution): Execution => ({ ...row, control: { returned: 'нет подписи' } });
const moved = (row: Execution, postponementGround = 'письмо школы'): Execution => ({
  ...row,
  control: { ...row.control, postponedTo: '2021-10-15', ...(postponementGround && { postponementGround }) },
});

describe('the words of the state, where acceptance', () => {
  type Case = readonly [row: Execution, today: CalendarDate, without: string, needed: string];
  test.each<Case>([
    [execution(), '2021-09-15', 'не наступил срок', 'не наступил срок'],
    [execution(), '2021-09-16', 'скоро', 'скоро'],
    [execution({ mark: 'в работе' }), '2021-09-30', 'в работе', 'в работе'],
    [execution(), '2021-10-01', 'просрочено на 1 день (1 рабочий)', 'просрочено на 1 день (1 рабочий)'],
    [execution(), '2021-10-12', 'просрочено на 12 дней (8 рабочих)', 'просрочено на 12 дней (8 рабочих)'],
    [DONE, '2021-10-12', 'выполнено', 'ждёт приёмки'],
    [LATE, '2021-10-12', 'выполнено с опозданием на 8 дней', 'ждёт приёмки (с опозданием на 8 дней)'],
    [off(DONE), '2021-10-11', 'выполнено', 'ждёт приёмки'],
    [off(DONE), '2021-10-12', 'снято с контроля', 'снято с контроля'],
    [
      off(LATE),
      '2021-10-12',
      'выполнено с опозданием на 8 дней, снято с контроля',
      'выполнено с опозданием на 8 дней, снято с контроля',
    ],
    [returned(DONE), '2021-09-30', 'возвращено', 'возвращено'],
    [
      returned(DONE),
      '2021-10-01',
      'просрочено на 1 день (1 рабочий), возвращено',
      'просрочено на 1 день (1 рабочий), возвращено',
    ],
    [off(returned(DONE)), '2021-10-12', 'снято с контроля', 'снято с контроля'],
    [
      execution({ mark: 'выполнено' }),
      '2021-10-12',
      'выполнено, не подтверждено',
      'выполнено, не подтверждено',
    ],
    [
      off(execution()),
      '2021-10-12',
      'просрочено на 12 дней (8 рабочих)',
      'просрочено на 12 дней (8 рабочих)',
    ],
    [
      moved(execution()),
      '2021-10-12',
      'скоро (срок перенесён с 30.09.2021)',
      'скоро (срок перенесён с 30.09.2021)',
    ],
    [
      moved(execution()),
      '2021-10-18',
      'просрочено на 3 дня (1 рабочий) (срок перенесён с 30.09.2021)',
      'просрочено на 3 дня (1 рабочий) (срок перенесён с 30.09.2021)',
    ],
    [moved(LATE), '2021-10-18', 'выполнено', 'ждёт приёмки (срок перенесён с 30.09.2021)'],
    [
      moved(execution(), ''),
      '2021-10-01',
      'просрочено на 1 день (1 рабочий)',
      'просрочено на 1 день (1 рабочий)',
    ],
    [execution({ mark: 'не требуется' }), '2021-12-31', 'не требуется', 'не требуется'],
    [execution({ measure: '5.1' }), '2021-12-31', 'ожидает акта', 'ожидает акта'],
    [execution({ measure: '1.3' }), '2021-12-31', 'по запросу', 'по запросу'],
  ])('%# on %j %s', (row, today, without, needed) => {
    const words = [SETTINGS, WITH_ACCEPTANCE].map((settings) =>
      formatState(obligationOf(row, today, settings)),
    );
    expect(words).toEqual([without, needed]);
  });
});

test('what is done in time, late, or accepted is in the numerator, and nothing else', () => {
  expect(STATES.filter(isDone)).toEqual(['done', 'done_late', 'off_control']);
});

test('a postponed occurrence keeps its original date beside the new one', () => {
  expect(obligationOf(moved(execution()), '2021-10-12').occurrence).toMatchObject({
    controlDate: '2021-10-15',
    remindDate: '2021-10-15',
    overdueAfter: '2021-10-15',
    postponedFrom: '2021-09-30',
  });
});

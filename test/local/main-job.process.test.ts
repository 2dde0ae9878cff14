import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyDemo, DEMO_DAY, readFirstStart } from '../support/demo-folder.ts';
import { longTest } from '../support/long.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { runProgram } from '../support/run-program-here.ts';
import { runProcess } from '../support/run-program.ts';
import { SETTING_SPECS } from '../../functions/workbook/worksheets/settings.ts';

const START = 'local/start.ts';
const SHNOR = 'local/cli/main.ts';

/** The five mistakes planted in the demo, as the coordinator reads them. */
const PLANTED: readonly RegExp[] = [
  /Ошибка: «Дата»: дня 31\.09\.2026 не бывает.*\(Журнал, 10\)$/mu,
  /^  4\.2 .*\. Ошибка: Школы «ОО № 7 \(демо\)» нет на листе «Школы».*\(Исполнение, 49\)$/mu,
  /^  ОО № 4 \(демо\), 3\.2 .*\. Предупреждение: Отмечено «выполнено», но подтверждающего документа нет.*\(Исполнение, 47\)$/mu,
  /^  ОО № 1 \(демо\), 1\.2 .*\. Ошибка: Строка повторяет другую.*\(Исполнение, 48\)$/mu,
  /^  ОО № 3 \(демо\)\. Ошибка: Строка заполнена не до конца: пусто «№ мероприятия».*\(Исполнение, 50\)$/mu,
];

describe('npm start -- --once', () => {
  const folder = makeTempFolder();
  const data = join(folder.path, 'data');
  const once = ['--once', '--port', '0', '--data', data, '--today', DEMO_DAY];
  beforeAll(() => copyDemo(data));
  afterAll(() => folder.remove());

  test('does the whole job on the demo and says so; a second start finds nothing changed', async () => {
    // Whoever made the demo has seen that it ended well and complained of nothing.
    const first = readFirstStart();
    expect(first).toContain(`Что пришло: Принято строк: новых — ${81 + SETTING_SPECS.length}.`);
    for (const mistake of PLANTED) expect(first).toMatch(mistake);
    expect(first).toMatch(/1\.1 Информирование ОО.* до 17\.02\.2026/u);
    expect(first).toMatch(/5\.1 Оказание содействия.* ожидает акта +5: ожидает акта 5/u);
    expect(existsSync(join(data, 'Книга ШНОР.xlsx'))).toBe(true);
    expect(existsSync(join(data, 'Сводный отчёт.xlsx'))).toBe(true);
    expect(existsSync(join(data, 'Сводный отчёт.docx'))).toBe(true);

    const second = await runProgram(START, once);
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(second.stdout).toContain('С прошлого запуска ничего не изменилось.');
    expect(second.stdout).toContain(
      'Последний сводный отчёт — № 1 на 23.11.2026. С тех пор ничего не изменилось.',
    );
  });

  longTest(
    'takes no number by itself: another day and other data have their report when a person asks',
    async () => {
      const later = await runProgram(START, [...once.slice(0, -1), '2026-12-01']);
      expect([later.code, later.stderr]).toEqual([0, '']);
      expect(later.stdout).toContain(
        'Последний сводный отчёт — № 1 на 23.11.2026. Изменённого с тех пор в нём нет.',
      );
      expect(later.stdout).toContain('«ШНОР» → «Сформировать отчёт»');
      await runProgram(START, once);
      const list = await runProgram(SHNOR, ['report', '--number', '2', '--data', data]);
      expect([list.code, list.stderr]).toEqual([1, expect.stringContaining('№ 2')]);
    },
  );

  test('what the schedule does for all workbooks is done by hand too', async () => {
    const ask = (...args: readonly string[]) => runProgram(SHNOR, [...args, '--all', '--data', data]);
    const monitor = await ask('monitor', '--today', '2026-12-02');
    expect(monitor).toEqual({
      code: 0,
      stdout: 'Проверка сроков: 1 книга, на очереди 1. Выполнено: 1.\n',
      stderr: '',
    });
    expect((await ask('sync')).stdout).toMatch(/^Синхронизация: 1 книга, на очереди 1\. Выполнено: 1\./u);
    // A yes is for what one workbook has asked.
    expect((await ask('sync', '--confirm-deletions')).code).toBe(2);
  });

  test('of a workbook that was provisioned it makes no report either, and does the rest', async () => {
    const empty = join(folder.path, 'empty');
    await runProgram(SHNOR, ['provision', '--data', empty]);
    const job = await runProgram(START, [...once.slice(0, 3), '--data', empty]);
    expect([job.code, job.stderr]).toEqual([0, '']);
    expect(job.stdout).toContain('Сводных отчётов ещё нет.');
    expect(existsSync(join(empty, 'Книга ШНОР.xlsx'))).toBe(true);
  });

  test('leaves a workbook that the command line goes on with', async () => {
    const sync = await runProgram(SHNOR, ['sync', '--json', '--data', data]);
    expect(JSON.parse(sync.stdout)).toMatchObject({ status: 'unchanged', revision: 1 });

    const out = join(folder.path, 'report.xlsx');
    const report = await runProgram(SHNOR, [
      'report',
      '--json',
      '--with-errors',
      '--data',
      data,
      '--today',
      '2026-11-23',
      '--out',
      out,
    ]);
    expect(JSON.parse(report.stdout)).toMatchObject({ status: 'unchanged', number: 1, file: out });
    expect(existsSync(out)).toBe(true);

    const doctor = await runProcess(SHNOR, ['doctor', '--json', '--data', data]);
    expect([doctor.code, JSON.parse(doctor.stdout)]).toMatchObject([0, { isWell: true }]);
  });
});

describe('shnor explain', () => {
  test('answers one JSON line a phrase', async () => {
    const { code, stdout } = await runProgram(SHNOR, [
      'explain',
      '--json',
      'До сентября',
      '--period',
      '2021-01-01..2021-12-31',
    ]);
    expect([code, JSON.parse(stdout)]).toMatchObject([
      0,
      {
        phrase: 'До сентября',
        kind: 'before_month',
        windows: [{ start: '2021-01-01', end: '2021-08-31' }],
        controlDate: '2021-08-31',
        ambiguous: false,
        explanation: expect.stringContaining('31.08.2021 (вт)'),
      },
    ]);
  });

  test.each([
    [['абракадабра'], '', 1],
    [['31 сентября'], '', 1],
    [['абракадабра', 'Август'], '', 0],
    [[], 'абракадабра', 0],
  ])('%j, with «%s» typed, ends with %i', async (phrases, input, expected) => {
    const { code, stdout, stderr } = await runProgram(SHNOR, ['explain', ...phrases], { input });
    expect([code, stderr]).toEqual([expected, '']);
    expect(stdout).toMatch(/срок не понят|исправьте срок/u);
  });

  test('reads phrases from standard input where none is given', async () => {
    const { stdout } = await runProgram(SHNOR, ['explain', '--json', '--period', '2021-01-01..2021-12-31'], {
      input: 'Август\n\nСентябрь\n',
    });
    const dates = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { controlDate: string }).controlDate);
    expect(dates).toEqual(['2021-08-31', '2021-09-30']);
  });
});

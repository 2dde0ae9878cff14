import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDataFolder } from '../../local/data-folder.ts';
import { openRuntime } from '../../local/runtime.ts';
import { knownHead } from '../../local/start/make-demo.ts';
import { copyDemo, DEMO_DAY } from '../support/demo-folder.ts';
import { inFull, longTest } from '../support/long.ts';
import { columnOf } from '../support/office.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { runProgram } from '../support/run-program-here.ts';
import { runProcess } from '../support/run-program.ts';

const SHNOR = 'local/cli/main.ts';
const KINDS = ['xlsx', 'docx', 'json'] as const;
/** Those that a process of its own makes once more. */
const AGAIN = inFull<readonly string[]>(KINDS, KINDS.slice(0, 1));

describe('reports by the command line', () => {
  const folder = makeTempFolder();
  const data = join(folder.path, 'data');
  const shnor = (...args: string[]) => runProgram(SHNOR, [...args, '--data', data]);
  const json = async (...args: string[]) => JSON.parse((await shnor(...args, '--json')).stdout) as object;
  const day = ['--today', DEMO_DAY];

  beforeAll(() => copyDemo(data));
  afterAll(() => folder.remove());

  function hashFile(path: string): string {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  }

  /** Of the first report, by programs that are run so. */
  async function filesBy(
    run: typeof runProgram,
    name: string,
    kinds: readonly string[] = KINDS,
  ): Promise<string[]> {
    const contents: string[] = [];
    for (const kind of kinds) {
      const out = join(folder.path, `${name}.${kind}`);
      await run(SHNOR, ['report', '--number', '1', '--out', out, '--data', data]);
      contents.push(hashFile(out));
    }
    return contents;
  }

  async function changeSheet(): Promise<void> {
    const opened = openDataFolder(data);
    const runtime = await openRuntime(opened);
    const workbookId = opened.workbookId ?? '';
    const { sheetIds } = await knownHead(runtime, workbookId);
    const block = {
      sheetId: sheetIds.executions,
      row: 19,
      column: columnOf('executions', 'doneOn'),
      values: [['не требуется']],
    };
    await runtime.services.spreadsheets.apply(workbookId, [{ kind: 'write_values', block }]);
    await runtime.close();
  }

  test('a stored report gives the same bytes in another process, after the sheet was changed', async () => {
    const first = await filesBy(runProgram, 'first');
    const published = ['xlsx', 'docx'].map((kind) => hashFile(join(data, `Сводный отчёт.${kind}`)));
    expect(published).toEqual(first.slice(0, 2));
    await changeSheet();
    expect(await json('report', '--no-with-errors', ...day)).toMatchObject({
      error: { code: 'report_errors' },
    });
    const { stdout, stderr } = await shnor('report', ...day, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ status: 'published', number: 2 });
    expect(stderr).toContain('ошибки, от которых могут быть неверны числа');
    expect(await filesBy(runProcess, 'again', AGAIN)).toEqual(first.slice(0, AGAIN.length));
  });

  test('says what it does, where the tab is and where the file', async () => {
    const out = join(folder.path, 'late.docx');
    const report = await shnor('report', '--form', 'overdue', '--with-errors', ...day, '--out', out);
    expect([report.code, report.stderr.split('\n')[0]]).toEqual([
      0,
      '• 0 % Сверяем книгу с хранилищем и проверяем сроки…',
    ]);
    expect(report.stdout).toContain('Лист: «Просроченное № 3»');
    expect(report.stdout).toContain(`Файл: ${out}`);
  });

  longTest('a past quarter, a month, a card and a draft', async () => {
    const asked = [
      ['--quarter', '3', '--as-of', '30.09.2026'],
      ['--month', '2026-09'],
      ['--form', 'school_card', '--school', 'ОО № 2 (демо)'],
      ['--draft'],
    ];
    const answers: object[] = [];
    for (const wish of asked) answers.push(await json('report', '--with-errors', ...day, ...wish));
    expect(answers).toMatchObject([
      { number: 4, form: 'full', asOf: '2026-09-30' },
      { number: 5, form: 'full', asOf: '2026-11-23' },
      { number: 6, form: 'school_card', sheetTitle: 'Карточка школы № 6' },
      { number: 0, status: 'draft', sheetTitle: 'Черновик отчёта' },
    ]);
  });

  test('what is typed wrongly is refused with advice', async () => {
    const refusals = [
      ['report', '--out', 'report.pdf'],
      ['report', '--quarter', '3', '--month', '9'],
      ['report-state', '--number', '1', '--signed'],
      ['report-state', '--number', '1', '--reason', 'опечатка'],
      ['region'],
    ];
    for (const refusal of refusals) {
      expect(await json(...refusal)).toMatchObject({ error: { code: 'bad_argument' } });
    }
    expect(await json('report', '--number', '99')).toMatchObject({ error: { code: 'report_missing' } });
    expect(await json('report', ...day, '--as-of', '2026-12-31')).toMatchObject({
      error: { code: 'report_in_future' },
    });
  });

  test('a card of nobody is refused before the work begins', async () => {
    const card = await shnor('report', '--form', 'school_card', '--school', 'ОО № 77', ...day);
    expect([card.code, card.stderr]).toEqual([
      1,
      'Карточка не составлена: школы «ОО № 77» среди учитываемых нет. Проверьте название и статус на листе «Школы».\n',
    ]);
  });

  test('a report is signed, then recalled', async () => {
    const paper = ['--paper-number', '01-15/7', '--paper-date', '23.11.2026'];
    const signed = await json('report-state', '--number', '1', '--signed', ...paper, ...day);
    expect(signed).toMatchObject({
      state: 'signed',
      message: 'Отчёт № 1: подписано: № 01-15/7 от 23.11.2026.',
    });
    const recalled = await shnor('report-state', '--number', '1', '--recalled', '--reason', 'Ошибка', ...day);
    expect(recalled.stdout).toContain('Отчёт № 1: отозвано 23.11.2026: Ошибка.');
  });

  test('workbooks are added up to a region', async () => {
    const id = openDataFolder(data).workbookId ?? '';
    const out = join(folder.path, 'region.docx');
    const region = await shnor('region', '--workbooks', id, '--out', out, '--institution', 'Центр', ...day);
    expect([region.code, region.stdout]).toEqual([0, expect.stringContaining(`Файл: ${out}`)]);
    expect(readFileSync(out).length).toBeGreaterThan(1000);
  });
});

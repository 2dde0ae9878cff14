import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dateToSerial } from '../../functions/domain/dates/dates.ts';
import { readKnownHead } from '../../functions/use-cases/stored/head/head.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { openRuntime } from '../../local/runtime.ts';
import { copyDemo } from '../support/demo-folder.ts';
import { columnOf } from '../support/office.ts';
import { textRow, wordFile, wordTable } from '../support/office-files.ts';
import { runProgram } from '../support/run-program-here.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const SCHOOL = 'ОО № 1 (демо)';
const ROADMAP = wordTable(
  textRow('№', 'Фактор риска', 'Мероприятие', 'Сроки', 'Ответственный', 'Ожидаемый результат'),
  textRow('1', 'Дефицит кадров', 'Курсы для учителей', 'до 15 октября', 'директор', 'прошли 60 %'),
  textRow('2', 'Учебная мотивация', 'Неделя предметов', 'согласно приказу МОиН', 'заместитель директора', ''),
);

describe("a school's roadmap in .docx by the command line", () => {
  const folder = makeTempFolder();
  const data = join(folder.path, 'data');
  const file = join(folder.path, 'Дорожная карта.docx');
  const shnor = (...args: string[]) => runProgram('local/cli/main.ts', [...args, '--data', data]);

  beforeAll(async () => {
    copyDemo(data);
    writeFileSync(file, await wordFile(ROADMAP));
  });
  afterAll(() => folder.remove());

  test('is appended to «Планы школ» after --yes, and told as it was read', async () => {
    const { stdout } = await shnor('import', file, '--school', SCHOOL, '--yes');
    expect(stdout).toContain('   фактор риска: Дефицит кадров');
    expect(stdout).toContain('Дописано в «Планы школ» («ОО № 1 (демо)»): 2 мероприятия.');
  });

  test('stands there assessed, in «Контроль» under its school, and in the report', async () => {
    expect(await rows()).toEqual([
      [
        SCHOOL,
        'Курсы для учителей',
        expect.stringMatching(/^просрочено на \d+ дн/u),
        'Дефицит кадров',
        'прошли 60 %',
      ],
      [SCHOOL, 'Неделя предметов', 'ожидает акта', 'Учебная мотивация', null],
    ]);
    const told = (await control()).filter((cells) => String(cells.at(-1)).startsWith('Планы школ'));
    expect(told.map((cells) => cells.slice(0, 5))).toEqual([
      [SCHOOL, 'Курсы для учителей', dateToSerial('2026-10-15'), expect.any(Number), 'директор'],
      [SCHOOL, 'Неделя предметов', null, null, 'заместитель директора'],
    ]);
    const out = join(folder.path, 'Справка.json');
    await shnor('report', '--form', 'brief', '--draft', '--out', out);
    expect(readFileSync(out, 'utf8')).toMatch(/В них 2 мероприятия: срок наступил по 1, .*просрочено 1\./u);
  });

  async function gridOf(sheet: 'schoolPlans' | 'control') {
    const opened = openDataFolder(data);
    const runtime = await openRuntime(opened);
    try {
      const { store, spreadsheets } = runtime.services;
      const workbookId = opened.workbookId ?? '';
      const { head } = await readKnownHead(store, workbookId);
      const [values] = await spreadsheets.readValues(workbookId, [head.sheetIds[sheet]]);
      return values?.rows ?? [];
    } finally {
      await runtime.close();
    }
  }

  async function rows() {
    const keys = ['school', 'title', 'state', 'riskFactor', 'indicator'];
    const columns = keys.map((key) => columnOf('schoolPlans', key));
    return (await gridOf('schoolPlans'))
      .slice(1)
      .map((cells) => columns.map((column) => cells[column] ?? null));
  }

  const control = () => gridOf('control');
});

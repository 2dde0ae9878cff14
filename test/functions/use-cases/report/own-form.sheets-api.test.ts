import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkFormFile, fillFormFile } from '../../../../functions/adapters/files/own-form/form-file.ts';
import { sampleForms } from '../../../../functions/adapters/files/own-form/samples.ts';
import { PLAN_LIMITS } from '../../../../functions/adapters/files/plan/limits.ts';
import type { OwnForms } from '../../../../functions/use-cases/ports/ports.ts';
import { createOwnForms } from '../../../../functions/adapters/files/own-form/own-forms.ts';
import { formatReportFile } from '../../../../functions/adapters/files/report-file.ts';
import { parsePlanTables } from '../../../../functions/adapters/files/plan/parse-tables.ts';
import { readReportFile } from '../../../../functions/use-cases/report/kept/read-report-file.ts';
import { listReports } from '../../../../functions/use-cases/report/kept/list-reports.ts';
import {
  addForm,
  findForm,
  listForms,
  removeForm,
} from '../../../../functions/use-cases/report/own-form/own-forms.ts';
import { publishReport } from '../../../../functions/use-cases/report/publish-report.ts';
import { openDemoBooks } from '../../../support/demo-books.ts';
import { inlineCell, sheetFile } from '../../../support/office-files.ts';
import { COORDINATOR, openOffice, TODAY, type Book, type Office } from '../../../support/office.ts';

describe('a report by a form of the authority’s own', () => {
  let office: Office;
  let book: Book;
  /** In this process: what the process apart adds is tested where plans are read. */
  const ownForms: OwnForms = {
    samples: sampleForms,
    check: async (name, bytes) => {
      const kind = name.endsWith('.docx') ? 'docx' : 'xlsx';
      return { ...(await checkFormFile(kind, bytes, PLAN_LIMITS)), kind };
    },
    fill: ({ kind, bytes }, filling) => fillFormFile(kind, bytes, filling),
  };
  const deps = () => ({ ...office.deps, ownForms, formatReportFile });
  const asked = () => ({ workbookId: book.workbookId, by: COORDINATOR });
  const sheet = (text: string) => sheetFile({ rows: `<row r="1">${inlineCell(text, 'A1')}</row>` });
  const publishBy = async (name: string) => {
    const ownForm = await findForm(deps(), { ...asked(), name });
    return publishReport(deps(), { ...asked(), today: TODAY, withErrors: true, form: 'own', ownForm });
  };
  const fileOf = async (number: number) =>
    (await readReportFile(deps(), { ...asked(), number, kind: 'xlsx' })).bytes;
  const textOf = async (bytes: Uint8Array) => (await parsePlanTables('.xlsx', bytes))[0]?.rows[0]?.[0];

  beforeAll(async () => {
    office = await openOffice();
    book = await (await openDemoBooks(office))();
  });
  afterAll(() => office.close());

  test('is numbered, stored and made again by its own form, byte for byte, when the form has changed', async () => {
    await addForm(deps(), { ...asked(), name: 'Наша.xlsx', bytes: await sheet('Школ {{школ_всего}}') });
    const { number, document } = await publishBy('наша');
    const first = await fileOf(number);
    await addForm(deps(), { ...asked(), name: 'Наша.xlsx', bytes: await sheet('Период {{период}}') });
    expect([number, document.form, await textOf(first)]).toEqual([1, 'own', 'Школ 5']);
    expect(await fileOf(1)).toEqual(first);
    const second = await publishBy('Наша');
    expect([second.number, await textOf(await fileOf(2))]).toEqual([2, 'Период 2026 год']);
    expect((await publishBy('Наша')).status).toBe('unchanged');
    expect(
      (await listReports(deps(), { ...asked(), today: TODAY })).reports.map(({ about }) => about),
    ).toEqual(['«Наша», за 2026 год, на 23.11.2026', '«Наша», за 2026 год, на 23.11.2026']);
  });

  test('by a form with mistakes is not made, and the form is not kept', async () => {
    const adding = addForm(deps(), {
      ...asked(),
      name: 'Плохая.xlsx',
      bytes: await sheet('{{перод}} {{школы}}'),
    });
    await expect(adding).rejects.toThrow(
      'В форме «Плохая» ошибок: 2. Ничего не сформировано. Исправьте их в файле и повторите.\n' +
        '1. Лист «План», ячейка A1, «{{перод}}»: поля «перод» нет; может быть, «период»?\n' +
        '2. Лист «План», ячейка A1, «{{школы}}»: «школы» — повтор',
    );
    await expect(publishBy('Плохая')).rejects.toMatchObject({ code: 'form_unknown' });
  });

  test('a form that was removed makes no new report, and its reports come out as before', async () => {
    await addForm(deps(), { ...asked(), name: 'На год.xlsx', bytes: await sheet('Школ: {{школ_всего}}') });
    const { number } = await publishBy('На год');
    const file = await fileOf(number);
    expect(await removeForm(deps(), { ...asked(), name: 'на год' })).toEqual({ name: 'На год' });
    expect((await listForms(deps(), asked())).forms.map(({ name }) => name)).not.toContain('На год');
    await expect(publishBy('На год')).rejects.toMatchObject({ code: 'form_unknown' });
    await expect(removeForm(deps(), { ...asked(), name: 'Дорожная карта (образец)' })).rejects.toMatchObject({
      code: 'form_unknown',
    });
    expect(await fileOf(number)).toEqual(file);
  });

  test('may be by a sample that comes with the program', async () => {
    const { forms, fields } = await listForms(deps(), asked());
    expect(forms.map(({ name }) => name)).toEqual([
      'Наша',
      'Дорожная карта (образец)',
      'Квартальная по школам (образец)',
    ]);
    expect(fields).toContain('{{школ_всего}} — Школ на сопровождении (число)');
    expect((await publishBy('Квартальная по школам (образец)')).number).toBe(4);
    const rows = (await parsePlanTables('.xlsx', await fileOf(4)))[0]?.rows ?? [];
    expect(rows.map(([first]) => first)).toEqual(expect.arrayContaining(['№', '1', '2', '3', '4', '5']));
  });

  test('is refused where the file is no form', async () => {
    const real = { ...deps(), ownForms: createOwnForms() };
    const add = (name: string, bytes: Uint8Array) => addForm(real, { ...asked(), name, bytes });
    await expect(add('a.doc', new Uint8Array(3))).rejects.toMatchObject({ code: 'file_kind_unknown' });
    await expect(add('a.docx', new Uint8Array(3_000_000))).rejects.toMatchObject({ code: 'form_too_large' });
  });
});

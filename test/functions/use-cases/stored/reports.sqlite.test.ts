import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../../../functions/adapters/sqlite/store.ts';
import type { ReportDocument } from '../../../../functions/domain/report/report-document.ts';
import type { Store } from '../../../../functions/use-cases/ports/store.ts';
import { sealReport } from '../../../../functions/use-cases/report/register-report.ts';
import {
  planReport,
  readNumberOf,
  readReport,
} from '../../../../functions/use-cases/stored/reports/reports.ts';
import { SAMPLE_REPORT } from '../../../support/sample-report.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const AUTHOR = { at: '2026-11-23T06:00:00.000Z', by: 'coordinator@example.ru' };

/** Random letters cannot be compressed: some 2 MB in the store, where a document may have 1 MiB. */
const LARGE: ReportDocument = {
  ...SAMPLE_REPORT,
  number: 5,
  parts: [
    {
      key: 'noise',
      title: 'Шум',
      blocks: [{ kind: 'text', style: 'body', text: randomBytes(1_500_000).toString('base64') }],
    },
  ],
};

describe('a stored report', () => {
  const folder = makeTempFolder();
  let store: Store;

  beforeAll(() => {
    store = openSqliteStore(join(folder.path, 'store.sqlite'));
  });
  afterAll(async () => {
    await store.close();
    folder.remove();
  });

  async function save(document: ReportDocument, inputHash: string) {
    const { report, text } = sealReport(document, { inputHash, ...AUTHOR });
    const writes = planReport({
      workbookId: 'A',
      text,
      ...report,
      before: { number: 0, hash: '' },
      historyHash: '',
    }).writes;
    await store.commit(writes);
    return { report, writes };
  }

  test('comes back as it was hashed', async () => {
    const { report, writes } = await save(SAMPLE_REPORT, 'one');
    expect(writes).toHaveLength(2);
    expect(await readReport(store, 'A', SAMPLE_REPORT.number)).toEqual(report);
    expect(await readNumberOf(store, 'A', 'one')).toBe(SAMPLE_REPORT.number);
    expect(await readNumberOf(store, 'A', 'two')).toBe(undefined);
  });

  test('lies in several documents where one has no room for it', async () => {
    const { report, writes } = await save(LARGE, 'large');
    expect(writes).toHaveLength(4);
    expect(await readReport(store, 'A', 5)).toEqual(report);
    const part = writes.find(({ key }) => key.includes('/parts/'));
    await store.commit([{ kind: 'delete', key: part?.key ?? '' }]);
    await expect(readReport(store, 'A', 5)).rejects.toMatchObject({ code: 'report_altered' });
  });

  test('is written once: its number and its inputs are taken for good', async () => {
    await save({ ...SAMPLE_REPORT, number: 8 }, 'eight');
    const conflict = { code: 'store_conflict' };
    await expect(save({ ...SAMPLE_REPORT, number: 8 }, 'other')).rejects.toMatchObject(conflict);
    await expect(save({ ...SAMPLE_REPORT, number: 9 }, 'eight')).rejects.toMatchObject(conflict);
  });
});

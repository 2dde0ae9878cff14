import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import { checkStore } from '../../../functions/use-cases/monitor/check-store.ts';
import { runMonitoring } from '../../../functions/use-cases/monitor/run-monitoring.ts';
import type { Store } from '../../../functions/use-cases/ports/store.ts';
import { provisionWorkbook } from '../../../functions/use-cases/provision/provision-workbook.ts';
import { publishReport } from '../../../functions/use-cases/report/publish-report.ts';
import { restoreRows } from '../../../functions/use-cases/restore/restore-rows.ts';
import { headKey, readKnownHead } from '../../../functions/use-cases/stored/head/head.ts';
import { readForms } from '../../../functions/use-cases/stored/reports/own-forms.ts';
import { readReport } from '../../../functions/use-cases/stored/reports/reports.ts';
import { readRows } from '../../../functions/use-cases/stored/rows/shards.ts';
import { STORED_SCHEMA, WORKBOOK_LAYOUT } from '../../../functions/use-cases/stored/head/upgrades.ts';
import { syncWorkbook } from '../../../functions/use-cases/sync/reconcile.ts';
import type { Cell } from '../../../functions/workbook/layout/layout.ts';
import { WORKSHEETS } from '../../../functions/workbook/worksheets/index.ts';
import { openOldData, type OldData } from '../../support/old-data.ts';

const BY = 'coordinator@shnor.local';
const TODAY = '2026-11-24';

/** What the old program printed of its report № 1; `null`: its form was given up, and the refusal says so. */
export interface OldWorkbook {
  readonly commit: string;
  /** Absent: heads bore no number yet. */
  readonly schema?: number;
  readonly layout: number;
  /** Sheets that it did not have yet. */
  readonly lacks: readonly { readonly key: StaffWorksheetKey | 'overview'; readonly title: string }[];
  /** Columns of the staff that it had added behind all others. */
  readonly addedLast: readonly string[];
  /** What a run on the day after says. */
  readonly told: string;
  readonly report: { readonly documentHash: string; readonly saidOnPaper: readonly string[] } | null;
  /** Its report № 2, by a form of that name. */
  readonly ownForm?: { readonly name: string; readonly documentHash: string };
}

/** A workbook and a store of an earlier program go on with this one, step after step. */
export function describeUpgrade(
  { commit, report, ownForm, ...stands }: OldWorkbook,
  storeOf?: () => Store,
): void {
  describe(`what ${commit} left`, () => {
    let old: OldData;
    let before: Typed;
    const request = () => ({ workbookId: old.workbookId, by: BY, today: TODAY }) as const;
    const head = async () => (await readKnownHead(old.deps.store, old.workbookId)).head;

    beforeAll(async () => {
      old = await openOldData(commit, storeOf);
      before = await readTyped(old);
    });
    afterAll(() => old.close());

    test('is known as of an older layout, and is read without a write', async () => {
      const { layout, sheetIds } = await head();
      expect(layout).toBe(stands.layout);
      expect(stands.lacks.map(({ key }) => sheetIds[key])).toEqual(stands.lacks.map(() => -1));
      const [stored] = await old.deps.store.getMany([headKey(old.workbookId)]);
      expect(stored?.data['schema']).toBe(stands.schema);
    });

    test('syncs before anybody has laid it out anew: no row is new, gone or changed', async () => {
      const stored = await readStored(old);
      const { counts } = await syncWorkbook(old.deps, request());
      expect(counts).toMatchObject({ create: 0, update: 0, delete: 0 });
      expect(await readStored(old)).toEqual(stored);
      expect(await readTyped(old)).toEqual(before);
    });

    test('is laid out anew: sheets and columns come, no cell of the staff changes, members stay', async () => {
      const { members } = await head();
      const stored = await readStored(old);
      const given = { title: 'Другое', timeZone: 'Europe/Moscow', members: {} };
      const { created } = await provisionWorkbook(old.deps, { ...request(), ...given });
      expect(created).toEqual(stands.lacks.map(({ title }) => title));
      const known = await head();
      expect([known.layout, known.members, known.timeZone]).toEqual([
        WORKBOOK_LAYOUT,
        members,
        'Asia/Yekaterinburg',
      ]);
      expect(without(await readTyped(old), stands.lacks)).toEqual(before);
      expect(await readHeaders(old)).toEqual(headersOfToday(stands.addedLast));
      const { counts } = await syncWorkbook(old.deps, request());
      expect(counts).toMatchObject({ create: 0, update: 0, delete: 0 });
      expect(await readStored(old)).toEqual(stored);
      const [document] = await old.deps.store.getMany([headKey(old.workbookId)]);
      expect(document?.data['schema']).toBe(STORED_SCHEMA);
      expect((await old.deps.spreadsheets.readOutline(old.workbookId)).layout).toBe(WORKBOOK_LAYOUT);
    });

    test('is monitored, and its history agrees with its rows', async () => {
      const { message } = await runMonitoring(old.deps, request());
      expect(message).toContain(stands.told);
      expect(await checkStore(old.deps, { ...request(), isFull: true })).toMatchObject({ agrees: true });
    });

    test('opens its report by number: the same values, or a word that it is of another form', async () => {
      const opened = readReport(old.deps.store, old.workbookId, 1);
      if (!report) {
        await expect(opened).rejects.toMatchObject({ code: 'report_outdated' });
        return;
      }
      const { proof, document } = await opened;
      expect(proof.documentHash).toBe(report.documentHash);
      for (const sentence of report.saidOnPaper) expect(JSON.stringify(document)).toContain(sentence);
    });

    if (ownForm) {
      test('opens its report by a form of its own, and the form', async () => {
        const { document, proof } = await readReport(old.deps.store, old.workbookId, 2);
        expect([proof.documentHash, document.form, document.ownForm?.name]).toEqual([
          ownForm.documentHash,
          'own',
          ownForm.name,
        ]);
        const { forms } = await readForms(old.deps.store, old.workbookId);
        expect(forms.map(({ name, hash }) => [name, hash])).toEqual([[ownForm.name, document.ownForm?.hash]]);
      });
    }

    test('gives the next report the next number', async () => {
      expect(await publishReport(old.deps, { ...request(), withErrors: true })).toMatchObject({
        status: 'published',
        number: ownForm ? 3 : 2,
      });
    });

    test('lets its coordinator restore, and nobody unknown in', async () => {
      expect(await restoreRows(old.deps, { ...request(), isConfirmed: true })).toMatchObject({
        status: 'unchanged',
      });
      await expect(
        syncWorkbook(old.deps, { ...request(), by: 'stranger@example.org' }),
      ).rejects.toMatchObject({
        code: 'access_denied',
      });
    });
  });
}

/** As described, but that a column which staff type in stands where it stood: at the end, before the id. */
function headersOfToday(addedLast: readonly string[]): Readonly<Record<string, readonly Cell[]>> {
  return Object.fromEntries(
    STAFF_WORKSHEETS.map((key) => {
      const titles = WORKSHEETS[key].columns.map(({ title }) => title);
      const last = titles.filter((title) => addedLast.includes(title));
      return [key, [...titles.slice(0, -1).filter((title) => !last.includes(title)), ...last, 'ID']];
    }),
  );
}

async function readHeaders({ deps, workbookId }: OldData) {
  const { sheetIds } = (await readKnownHead(deps.store, workbookId)).head;
  const sheets = await deps.spreadsheets.readValues(
    workbookId,
    STAFF_WORKSHEETS.map((key) => sheetIds[key]),
  );
  return Object.fromEntries(STAFF_WORKSHEETS.map((key, index) => [key, sheets[index]?.rows[0]]));
}

type Typed = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

/** Every cell of the staff by worksheet, row and title of its column; whatever else stands beside is left out. */
async function readTyped({ deps, workbookId }: OldData): Promise<Typed> {
  const { sheetIds } = (await readKnownHead(deps.store, workbookId)).head;
  const keys = STAFF_WORKSHEETS.filter((key) => sheetIds[key] >= 0);
  const sheets = await deps.spreadsheets.readValues(
    workbookId,
    keys.map((key) => sheetIds[key]),
  );
  return Object.fromEntries(
    keys.map((key, index) => [key, rowsOfStaff(key, sheets[index]?.rows ?? [])] as const),
  );
}

function rowsOfStaff(key: StaffWorksheetKey, [header = [], ...rows]: readonly (readonly Cell[])[]) {
  const own = new Set(
    WORKSHEETS[key].columns.filter(({ owner }) => owner === 'server').map(({ title }) => title),
  );
  return rows.map((cells) =>
    Object.fromEntries(
      header.flatMap((title, index) => {
        const cell = cells[index] ?? null;
        return own.has(String(title)) || cell === null ? [] : [[String(title), cell] as const];
      }),
    ),
  );
}

function without(typed: Typed, lacks: OldWorkbook['lacks']): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(([sheet]) => !lacks.some(({ key }) => key === sheet)),
  );
}

/** All rows as they are stored, tombstones too. */
async function readStored({ deps, workbookId }: OldData) {
  const { nextNumbers } = (await readKnownHead(deps.store, workbookId)).head;
  const rows = await Promise.all(
    STAFF_WORKSHEETS.map(async (worksheet) => {
      const nextNumber = nextNumbers[worksheet];
      return [worksheet, [...(await readRows(deps.store, workbookId, { worksheet, nextNumber }))]] as const;
    }),
  );
  return Object.fromEntries(rows);
}

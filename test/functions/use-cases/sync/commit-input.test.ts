import { expect, test } from '@jest/globals';
import type { Finding } from '../../../../functions/domain/findings/finding.ts';
import { formatRowId } from '../../../../functions/domain/sync/row-id.ts';
import {
  STAFF_WORKSHEETS,
  type StaffWorksheetKey,
} from '../../../../functions/domain/records/worksheet-key.ts';
import type { StoreWrite } from '../../../../functions/use-cases/ports/store.ts';
import { newHead } from '../../../../functions/use-cases/stored/head/new-head.ts';
import type { Head } from '../../../../functions/use-cases/stored/head/head.ts';
import { planCommitInput, type CommitSituation } from '../../../../functions/use-cases/sync/commit-pass.ts';
import { OWN_TABS_FORM } from '../../../../functions/workbook/server-sheets/server-sheets.ts';
import type { ReconcilePlan } from '../../../../functions/use-cases/sync/plan-reconcile.ts';

const perWorksheet = <Value>(value: Value) =>
  Object.fromEntries(STAFF_WORKSHEETS.map((key) => [key, value])) as Record<StaffWorksheetKey, Value>;

/** A head that remembers something of everything. */
const HEAD: Head = {
  ...newHead(undefined, { title: 'ШНОР', timeZone: 'Asia/Yekaterinburg', members: {}, sheetIds: {} }),
  revision: 3,
  shown: { digest: 'было', cells: {} },
  graceUntil: '2026-11-23T06:00:00.000Z',
  digests: { schools: 'было' },
  assessedOn: '2026-11-20',
  monitoredOn: '2026-11-20',
  findings: { error: 9, overdue: 9, warning: 9, reminder: 9 },
};

const finding = (severity: Finding['severity']) => ({ severity }) as Finding;

type Planned = Partial<Omit<ReconcilePlan, 'assessment'>> & {
  readonly postponements?: Head['postponements'];
  readonly actEntries?: Head['actEntries'];
};

/** A pass that found two errors and a reminder, and besides that what is named. */
function planned({ postponements, actEntries, ...changes }: Planned = {}): ReconcilePlan {
  const findings = [finding('error'), finding('reminder'), finding('error')];
  const those = { postponements, actEntries };
  const assessment = { findings, records: those } as unknown as ReconcilePlan['assessment'];
  return { syncs: {}, rows: perWorksheet([]), held: {}, tooLarge: undefined, ...changes, assessment };
}

interface Situation {
  readonly head?: Head;
  readonly bases?: CommitSituation['bases'];
  readonly isMonitoring?: boolean;
}

function situation({ head = HEAD, bases = {}, isMonitoring = false }: Situation = {}): CommitSituation {
  const vanished = perWorksheet({ kind: 'vanished' });
  return {
    request: { workbookId: 'A', today: '2026-11-23', by: 'a@example.ru', isMonitoring },
    stored: { head, version: '1' },
    sheets: vanished as unknown as CommitSituation['sheets'],
    tables: vanished as unknown as CommitSituation['tables'],
    bases,
  };
}

const BESIDE = { edits: [], at: '2026-11-23T06:10:00.000Z' } as const;

const { shown: _shown, graceUntil: _grace, ...KEPT } = HEAD;
/** After a pass that found nothing new. */
const NEXT: Head = {
  ...KEPT,
  digests: {},
  places: {},
  form: OWN_TABS_FORM,
  assessedOn: '2026-11-23',
  findings: { error: 2, overdue: 0, warning: 0, reminder: 1 },
};

const sync = (nextNumber: number, ...created: readonly number[]) => {
  const changes = created.map((number) => ({
    rowId: formatRowId('A', 's', number),
    kind: 'create' as const,
    cells: {},
    after: {},
  }));
  return { ids: [], changes, conflicts: [], nextNumber, apart: [] };
};

const RUN = { state: { runs: 1 }, writes: [{ kind: 'delete', key: 'run' }] } as never as {
  readonly state: NonNullable<Head['runs']>;
  readonly writes: readonly StoreWrite[];
};
const MAIL = { state: { day: 'mail' }, writes: [{ kind: 'delete', key: 'letter' }] } as never as {
  readonly state: NonNullable<Head['mail']>;
  readonly writes: readonly StoreWrite[];
};
const HELD = { schools: { rows: 9, limit: 5 } };
const LOOK = { evidenceNumber: { text: '01.12.2026', format: 'date' } } as const;
/** A number of a document of which the sheet made a date. */
const SHOWN = {
  id: 'e1',
  rowIndex: 1,
  staff: { evidenceNumber: 46_357 },
  shown: LOOK,
} as unknown as ReconcilePlan['rows']['executions'][number];
const LATER = '2026-11-23T06:15:00.000Z';
const MOVED = { e1: [{ on: null, to: '2026-12-01' }] } as const;

interface Pass {
  readonly plan?: Planned;
  readonly at?: Situation;
  readonly beside?: { readonly run: typeof RUN; readonly mail: typeof MAIL };
}

/** What of the head is other than after a pass that found nothing new. */
test.each<[string, Pass, Partial<Head>]>([
  ['finds nothing new: what was shown and half typed is forgotten', {}, {}],
  ['is the daily look', { at: { isMonitoring: true } }, { monitoredOn: '2026-11-23' }],
  ['holds losses', { plan: { held: HELD } }, { held: HELD }],
  ['finds a half-typed row', { plan: { graceUntil: LATER } }, { graceUntil: LATER }],
  ['finds a row that is too large', { plan: { tooLarge: { schools: [] } } }, { tooLarge: { schools: [] } }],
  ['finds a term that was moved', { plan: { postponements: MOVED } }, { postponements: MOVED }],
  [
    'looks at terms of which none was moved: that it has looked is remembered',
    { plan: { postponements: {} } },
    { postponements: {} },
  ],
  [
    'looks at acts of which there is none: that it has looked is remembered',
    { plan: { actEntries: {} } },
    { actEntries: {} },
  ],
  [
    'looks at terms of which one was moved before: the log stays',
    { plan: { postponements: MOVED }, at: { head: { ...HEAD, postponements: MOVED } } },
    { postponements: MOVED },
  ],
  [
    'gives numbers to new rows of one worksheet, and remembers whose they are',
    { plan: { syncs: { schools: sync(8, 6, 7) } } },
    {
      nextNumbers: { ...HEAD.nextNumbers, schools: 8 },
      births: [{ worksheet: 'schools', from: 6, to: 7, at: BESIDE.at, by: 'a@example.ru' }],
    },
  ],
  [
    'looked up how a number is shown that tells not what was meant',
    { plan: { rows: { ...perWorksheet([]), executions: [SHOWN] } } },
    { shown: { digest: expect.any(String) as never, cells: { executions: { e1: LOOK } } } },
  ],
  [
    'keeps its run and its letters',
    { beside: { run: RUN, mail: MAIL } },
    { runs: RUN.state, mail: MAIL.state },
  ],
])('the head after a pass that %s', (_, { plan, at, beside }, differing) =>
  expect(planCommitInput(planned(plan), situation(at), { ...BESIDE, ...beside }).next).toStrictEqual({
    ...NEXT,
    ...differing,
  }),
);

test('the commit is of the worksheets that were read, with their changes where there are any', () => {
  const changed = sync(8, 7);
  const base = new Map();
  const { worksheets, numberOf, ...rest } = planCommitInput(
    planned({ syncs: { schools: changed } }),
    situation({ bases: { executions: base, schools: base } }),
    BESIDE,
  );
  expect(worksheets).toEqual([
    { worksheet: 'schools', base, changes: changed.changes },
    { worksheet: 'executions', base, changes: [] },
  ]);
  expect([rest.workbookId, rest.head, rest.at, rest.by]).toEqual(['A', HEAD, BESIDE.at, 'a@example.ru']);
  expect(
    [formatRowId('A', 's', 7), formatRowId('A', 'e', 7), 'нет'].map((id) => numberOf('schools', id)),
  ).toEqual([7, 0, 0]);
});

test.each([
  ['nothing', {}, []],
  ['the run', { run: RUN }, RUN.writes],
  ['letters', { mail: MAIL }, MAIL.writes],
  ['the run before the letters', { mail: MAIL, run: RUN }, [...RUN.writes, ...MAIL.writes]],
])('beside the rows goes in: %s', (_, beside, writes) =>
  expect(planCommitInput(planned(), situation(), { ...BESIDE, ...beside }).beside).toEqual(writes),
);

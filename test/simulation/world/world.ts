import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { StoreWrite } from '../../../functions/use-cases/ports/store.ts';
import { headKey } from '../../../functions/use-cases/stored/head/head.ts';
import type { Spreadsheet, Surroundings } from '../../../local/sheets-api/model/types.ts';
import { employStaff, type Edit, type Staff } from '../editors/staff.ts';
import { checkEnd } from '../oracles/errors.ts';
import { createIdentityOracle, type IdentityOracle } from '../oracles/identities.ts';
import { checkLosses } from '../oracles/losses.ts';
import { checkReported } from '../oracles/reports.ts';
import { checkFunctionWrite } from '../oracles/staff-cells.ts';
import { tokensOf } from '../oracles/tokens.ts';
import type { Violation } from '../oracles/violation.ts';
import type { Job } from '../steps.ts';
import { sheetOf } from '../editors/undo.ts';
import { START, type Base } from './base.ts';
import { withoutLooks } from './looks.ts';
import { startFunction } from './functions.ts';
import type { FunctionsWorld, Invocation } from './invocation.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { viewOf } from './view.ts';

export interface World {
  readonly scheduler: Scheduler;
  readonly store: MemoryStore;
  readonly staff: Staff;
  readonly identities: IdentityOracle;
  readonly sheetIds: Readonly<Record<StaffWorksheetKey, number>>;
  readonly workbookId: string;
  /** Tokens that an accepted pass has seen. */
  readonly accepted: ReadonlySet<string>;
  readonly violations: readonly Violation[];
  /** Calls of each port since the last reset. */
  readonly calls: Map<string, number>;
  book(): Spreadsheet;
  edit(edit: Edit): string | undefined;
  putEverythingBack(): void;
  call(job: Job): Invocation;
  /** Functions that have neither ended nor died. */
  running(): readonly Invocation[];
  passTime(ms: number): void;
}

const MS_A_CALL = 150;

export function createWorld(base: Base): World {
  let book = base.book;
  let clock = START;
  let nextId = 1_000_000;
  const { sheetIds } = base;
  const workbookId = book.id;
  const violations: Violation[] = [];
  const accepted = new Set<string>();
  const calls = new Map<string, number>();
  const invocations: Invocation[] = [];
  const identities = createIdentityOracle(sheetIds);
  const around = (): Surroundings => ({
    now: new Date(clock),
    newId: () => String(nextId++),
    email: undefined,
  });
  const staff = employStaff({ ...base, around });
  const report = (violation: Violation | undefined) => violation && violations.push(violation);

  function become(after: Spreadsheet, by: 'staff' | 'function'): void {
    const before = book;
    if (by === 'function') report(checkFunctionWrite(book, after, sheetIds));
    identities.observe(book, after, by);
    book = by === 'function' ? withoutLooks(before, after, sheetIds) : after;
  }

  const functionsWorld: FunctionsWorld = {
    workbookId,
    scheduler: createScheduler(),
    store: createMemoryStore(base.documents),
    sheets: {
      read: (id) => (id === workbookId ? book : undefined),
      save: (after) => become(after, 'function'),
      around,
    },
    snapshot: () => ({ book, broken: new Set(staff.broken), at: clock }),
    now: () => clock,
    sleep: (ms) => (clock += ms),
    passed: () => (clock += MS_A_CALL),
    onCommit: (by, writes) => accept(by, writes),
    count: (port) => calls.set(port, (calls.get(port) ?? 0) + 1),
  };
  const { scheduler, store } = functionsWorld;

  function accept(by: Invocation, writes: readonly StoreWrite[]): void {
    if (!writes.some(({ key }) => key === headKey(workbookId))) return;
    if (by.job === 'provision') {
      // It accepts no row: what it has read it only looked at.
      const other = writes.find(({ key }) => key !== headKey(workbookId));
      if (other) report({ oracle: 'failed reads', what: `${by.name} wrote ${other.key}` });
      return;
    }
    if (!by.seen) {
      // What is amiss may be told, in the head and of the run; of rows nothing is known.
      const head = headKey(workbookId);
      if (writes.every(({ key }) => key === head || key.startsWith(`${head}/runs/`))) return;
      report({ oracle: 'failed reads', what: `${by.name} accepted what it had not read` });
      return;
    }
    const { book: read, broken, at } = by.seen;
    const seen = (key: StaffWorksheetKey) => {
      const sheet = sheetOf(read, sheetIds[key]);
      return sheet && viewOf(sheet, key);
    };
    report(
      checkLosses({
        writes,
        documents: store.documents,
        isConfirmed: by.job === 'confirm',
        readAt: at,
        seen,
      }),
    );
    report(checkReported(writes, seen));
    identities.accept(read);
    for (const token of tokensOf(read, sheetIds, broken)) accepted.add(token);
  }

  identities.check(book);
  return {
    scheduler,
    store,
    staff,
    identities,
    sheetIds,
    workbookId,
    accepted,
    violations,
    calls,
    book: () => book,
    edit(edit) {
      const edited = staff.edit(book, edit);
      if (edited) become(edited.book, 'staff');
      return edited?.what;
    },
    putEverythingBack: () => become(staff.putEverythingBack(book), 'staff'),
    call(job) {
      const invocation = startFunction(functionsWorld, { job, name: `${job}#${invocations.length + 1}` });
      invocations.push(invocation);
      return invocation;
    },
    running() {
      for (const each of invocations) report(checkEnd(each));
      const left = invocations.filter(({ outcome, isDead }) => !outcome && !isDead);
      invocations.splice(0, invocations.length, ...left);
      return left;
    },
    passTime: (ms) => (clock += ms),
  };
}

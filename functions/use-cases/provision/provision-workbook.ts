import type { CalendarDate } from '../../domain/dates/dates.ts';
import { columnLetters } from '../../workbook/layout/columns.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { StoreConflictError } from '../ports/errors.ts';
import type { StoreWrite } from '../ports/store.ts';
import { planAccess } from '../stored/access/access.ts';
import { readHead, type Head } from '../stored/head/head.ts';
import { newHead } from '../stored/head/new-head.ts';
import { fencedHead } from '../stored/plan-commit.ts';
import type { OldColumns } from './arrange-old-columns.ts';
import { layOutTabs, sheetIdsOf, type LaidOut } from './lay-out-tabs.ts';
import { tabNamesOf } from './plan-tabs.ts';

export interface ProvisionRequest {
  /** An existing spreadsheet; absent: a new one is made. */
  readonly workbookId?: string;
  readonly title: string;
  readonly timeZone: string;
  readonly today: CalendarDate;
  /** Address → role of those who may call the functions for this workbook, beside those who may already. */
  readonly members: Head['members'];
  /** Of a workbook that is connected now for the first time. */
  readonly firstMembers?: Head['members'];
  /** Whose word it is, for the history. */
  readonly by?: string;
}

export interface ProvisionOutcome {
  readonly workbookId: string;
  /** Titles of the sheets that were made. */
  readonly created: readonly string[];
  /** `Лист: Столбец` that were added to existing sheets. */
  readonly addedColumns: readonly string[];
  /** Titles of sheets whose header was gone and stands again. */
  readonly restoredHeaders: readonly string[];
  /** Russian sentences: what only people can put right. */
  readonly unmended: readonly string[];
  /** `Контроль → Контроль (прежний)`: tabs of the staff's own that had to make room for a title. */
  readonly renamed: readonly string[];
}

/**
 * Makes the workbook, or mends one: adds the sheets and columns that are missing, renews dropdowns, rules and
 * protection. Rows that staff typed stay as they are: a header that is gone gets a row of its own. How the workbook
 * looks and in which order its columns and tabs stand is renewed once, where an earlier layout stands; later it is the
 * people's. Run again, it changes nothing more. Throws `HeaderLostError`, `WorkbookNewerError`, `SheetMovedError`.
 */
export async function provisionWorkbook(
  deps: Dependencies,
  request: ProvisionRequest,
): Promise<ProvisionOutcome> {
  const { title, timeZone } = request;
  const workbookId = request.workbookId ?? (await deps.spreadsheets.create(title, { timeZone }));
  const laidOut = await layOutTabs(deps, { workbookId, isNew: request.workbookId === undefined, ...request });
  await commitHead(deps, request, laidOut);
  return describeTabs(laidOut);
}

/** Passes that go on meanwhile commit heads of their own. */
const COMMITS = 5;

async function commitHead(
  { store, clock }: Dependencies,
  request: ProvisionRequest,
  { workbookId, tabs, old, stored: first }: LaidOut,
): Promise<void> {
  const sheetIds = sheetIdsOf(tabs);
  for (let attempt = 1; ; attempt++) {
    const stored = attempt === 1 ? first : await readHead(store, workbookId);
    const known = stored && forgetPlaces(stored.head, old.moved);
    const { head, writes } = planHead(known, request, { workbookId, sheetIds, at: clock.now() });
    try {
      await store.commit([...writes, fencedHead(workbookId, head, stored?.version ?? 'absent')]);
      return;
    } catch (error) {
      if (!(error instanceof StoreConflictError) || attempt === COMMITS) throw error;
    }
  }
}

/** What was remembered of columns that have moved since would send a lost header to a wrong place. */
function forgetPlaces(head: Head, moved: OldColumns['moved']): Head {
  if (!head.places || moved.length === 0) return head;
  const kept = Object.entries(head.places).filter(([key]) => !moved.some((each) => each === key));
  return { ...head, places: Object.fromEntries(kept) };
}

/** Who is let in again, or as somebody else, stands in the history; who was there from the beginning needs no entry. */
function planHead(
  known: Head | undefined,
  { by = INSTALLER, members, firstMembers = {}, ...request }: ProvisionRequest,
  { workbookId, sheetIds, at }: NewHead,
): { readonly head: Head; readonly writes: readonly StoreWrite[] } {
  const first = { ...firstMembers, ...members };
  const grants = Object.fromEntries(Object.keys(first).map((email) => [email, { at, by }]));
  const head = newHead(known, { ...request, members: first, grants, sheetIds });
  const planned = known && planAccess({ workbookId, head, roles: members, at, by });
  return planned ?? { head, writes: [] };
}

interface NewHead {
  readonly workbookId: string;
  readonly sheetIds: Readonly<Record<string, number>>;
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** Where whoever provisions has not said who they are. */
const INSTALLER = 'установщик';

function describeTabs({ workbookId, tabs, arranged, old, renames }: LaidOut): ProvisionOutcome {
  const made = tabs.filter((tab) => !tab.standing);
  const worksheets = Object.values(arranged);
  const titlesOf = (titles: (each: (typeof worksheets)[number]) => readonly string[]) =>
    worksheets.flatMap((each) => titles(each).map((title) => `${each.worksheet.title}: ${title}`));
  return {
    workbookId,
    created: made.map(({ key }) => tabNamesOf(key).title),
    addedColumns: [
      ...old.added.map(({ sheet, title }) => `${sheet}: ${title}`),
      ...titlesOf(({ added, restored }) => (restored ? [] : added)),
    ],
    restoredHeaders: [
      ...worksheets.flatMap(({ worksheet, restored }) => (restored ? [worksheet.title] : [])),
      ...titlesOf(({ retitled }) => retitled.map(({ title }) => title)),
    ],
    unmended: [
      ...old.unmoved,
      ...worksheets.flatMap(({ worksheet, headerRow, strays }) =>
        strays.map(({ column, index, header }) =>
          tellStray(
            { sheet: worksheet.title, title: column.title, header },
            { row: headerRow, column: index },
          ),
        ),
      ),
    ],
    renamed: renames.map(({ from, to }) => `${from} → ${to}`),
  };
}

function tellStray(
  { sheet, title, header }: { readonly sheet: string; readonly title: string; readonly header: string },
  { row, column }: { readonly row: number; readonly column: number },
): string {
  const cell = `${columnLetters(column)}${row + 1}`;
  return (
    `Лист «${sheet}»: нет столбца «${title}», а на его месте в ${cell} ${header ? `стоит «${header}»` : 'пусто'}. ` +
    `Если это он, верните заголовок «${title}»; если нет, добавьте столбец с этим заголовком.`
  );
}

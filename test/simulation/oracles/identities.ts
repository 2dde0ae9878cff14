import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { sheetOf } from '../editors/undo.ts';
import { viewOf, type RowView, type SheetView } from '../world/view.ts';
import { haveCommon, RowMemory } from './row-memory.ts';
import type { Violation } from './violation.ts';

/** Follows every row by its marks, however it moves, and asks when all is quiet whether it kept its id. */
export interface IdentityOracle {
  /** After each change of the book, whoever made it. */
  observe(before: Spreadsheet, after: Spreadsheet, by: 'staff' | 'function'): void;
  /** A pass that saw the book so has been accepted. */
  accept(seen: Spreadsheet): void;
  /** When all is quiet; from here on the rows are known by the ids that they bear now. */
  check(book: Spreadsheet): Violation | undefined;
}

export function createIdentityOracle(sheetIds: Readonly<Record<StaffWorksheetKey, number>>): IdentityOracle {
  const memory = new RowMemory();
  const viewsOf = (book: Spreadsheet): SheetView[] =>
    STAFF_WORKSHEETS.flatMap((key) => {
      const sheet = sheetOf(book, sheetIds[key]);
      return sheet ? [viewOf(sheet, key)] : [];
    });
  return {
    observe(before, after, by) {
      for (const key of STAFF_WORKSHEETS) {
        const sheet = sheetOf(after, sheetIds[key]);
        if (sheet && sheet !== sheetOf(before, sheetIds[key])) memory.observe(viewOf(sheet, key), by);
      }
    },
    accept: (seen) => memory.accept(viewsOf(seen)),
    check(book) {
      const views = viewsOf(book);
      const violation = findViolation(views, memory);
      if (!violation) memory.learn(views);
      return violation;
    },
  };
}

function findViolation(views: readonly SheetView[], memory: RowMemory): Violation | undefined {
  for (const view of views) {
    for (const row of view.rows.filter(({ isFilled }) => isFilled)) {
      const what = checkRow(view, row, memory);
      if (what) return { oracle: 'identities', what: `${view.key}: ${what}` };
    }
  }
  return undefined;
}

function checkRow(view: SheetView, row: RowView, memory: RowMemory): string | undefined {
  const [tag] = row.tags;
  if (row.tags.size !== 1 || tag === undefined || memory.mixed.has(tag)) return undefined;
  const before = memory.known.get(tag);
  if (before && before.id !== row.idCell && !isExcused(view, row, { tag, memory }))
    return `row ${row.index + 1} was ${before.id} and is ${row.idCell} now`;
  const owner = memory.ownerOf.get(row.idCell);
  if (owner === undefined || owner === tag || memory.byHand.has(`${tag} ${row.idCell}`)) return undefined;
  // A row that reads as one that is gone may be that one, typed again.
  if (memory.mixed.has(owner) || haveCommon(memory.values, owner, tag)) return undefined;
  if (memory.isSuccessor(view, tag, owner)) return undefined;
  return `row ${row.index + 1} got ${row.idCell}, which named another row`;
}

interface Followed {
  readonly tag: number;
  readonly memory: RowMemory;
}

function isExcused(view: SheetView, row: RowView, followed: Followed): boolean {
  const { tag, memory } = followed;
  const isDoubtful = memory.unnamed.has(tag) && (memory.rewritten.has(tag) || memory.doubtful.has(tag));
  return isDoubtful || hasTwin(view, followed) || isOfTwin(row.idCell, followed);
}

/** Of a row and its copy, word for word the same, either may bear the id. */
function hasTwin(view: SheetView, { tag, memory }: Followed): boolean {
  const heir = view.rows.find(({ idCell }) => idCell === memory.known.get(tag)?.id);
  const isTwin = (other: number) => other !== tag && haveCommon(memory.contents, other, tag);
  return heir !== undefined && [...heir.tags].some(isTwin);
}

/** The same from the other side: it bears the id of the row that it was copied from, or of its own copy. */
function isOfTwin(id: string, { tag, memory }: Followed): boolean {
  const holders = [memory.ownerOf.get(id), ...memory.holdersOf(id)];
  return holders.some(
    (holder) => holder !== undefined && holder !== tag && haveCommon(memory.contents, holder, tag),
  );
}

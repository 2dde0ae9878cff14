import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../../functions/domain/worksheet-key.ts';
import type { Spreadsheet } from '../../../local/sheets-api/model/types.ts';
import { sheetOf } from '../editors/undo.ts';
import { viewOf, type RowView, type SheetView } from '../world/view.ts';
import { cellsOf, columnsOf, contentOf, haveCommon, twinsOf } from './row-content.ts';
import type { Violation } from './violation.ts';

interface KnownRow {
  readonly worksheet: StaffWorksheetKey;
  readonly id: string;
  readonly content: string;
  /** The columns that the sheet had. */
  readonly columns: string;
}

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
  const known = new Map<number, KnownRow>();
  /** The row that an id first named. */
  const ownerOf = new Map<string, number>();
  /** Rows whose id cell bore, at some moment since the last quiet, not their own id alone. */
  const unnamed = new Set<number>();
  /** Rows of which something else was to be read since the last quiet. */
  const rewritten = new Set<number>();
  /**
   * Rows that were gone or had a twin, word for word, when a pass was accepted: once their id cell says something
   * else, nobody can tell what was meant.
   */
  const doubtful = new Set<number>();
  /** Rows that were mixed with others: nobody can say any more which is which. */
  const mixed = new Set<number>();
  /** All that rows ever read, whole and cell by cell. */
  const contents = new Map<number, Set<string>>();
  const values = new Map<number, Set<string>>();
  /** `tag id` where people themselves put the id beside the row. */
  const byHand = new Set<string>();
  /** Where rows stood since the last quiet. */
  const placesOf = new Map<number, Set<number>>();

  function observeSheet(view: SheetView, by: 'staff' | 'function'): void {
    const owners = new Map(
      [...known].flatMap(([tag, row]) => (row.worksheet === view.key ? [[row.id, tag]] : [])),
    );
    const places = new Map<number, number>();
    for (const row of view.rows.filter(({ isFilled }) => isFilled)) {
      standAt(row);
      for (const tag of row.tags) {
        if (row.tags.size > 1 || places.has(tag)) mixed.add(tag);
        places.set(tag, row.index);
        observeRow(view, row, tag);
        if (by === 'staff' && row.idCell !== '') byHand.add(`${tag} ${row.idCell}`);
        const owner = owners.get(row.idCell);
        if (owner !== undefined && owner !== tag) unnamed.add(owner);
      }
    }
  }

  function standAt({ tags, index }: RowView): void {
    for (const tag of tags) placesOf.set(tag, (placesOf.get(tag) ?? new Set()).add(index));
  }

  function remember(view: SheetView, row: RowView, tag: number): void {
    contents.set(tag, (contents.get(tag) ?? new Set<string>()).add(contentOf(view, row)));
    const known = values.get(tag) ?? new Set<string>();
    for (const cell of cellsOf(view, row)) known.add(JSON.stringify(cell));
    values.set(tag, known);
  }

  function observeRow(view: SheetView, row: RowView, tag: number): void {
    remember(view, row, tag);
    const before = known.get(tag);
    if (!before) return;
    if (before.id !== row.idCell) unnamed.add(tag);
    if (before.content !== contentOf(view, row) || before.columns !== columnsOf(view)) rewritten.add(tag);
  }

  function checkRow(view: SheetView, row: RowView): string | undefined {
    const [tag] = row.tags;
    if (row.tags.size !== 1 || tag === undefined || mixed.has(tag)) return undefined;
    const before = known.get(tag);
    const isDoubtful = unnamed.has(tag) && (rewritten.has(tag) || doubtful.has(tag));
    const isExcused = isDoubtful || hasTwin(view, tag) || isOfTwin(row.idCell, tag);
    if (before && before.id !== row.idCell && !isExcused)
      return `row ${row.index + 1} was ${before.id} and is ${row.idCell} now`;
    const owner = ownerOf.get(row.idCell);
    if (owner === undefined || owner === tag || byHand.has(`${tag} ${row.idCell}`)) return undefined;
    // A row that reads as one that is gone may be that one, typed again.
    if (mixed.has(owner) || haveCommon(values, owner, tag) || isSuccessor(view, tag, owner)) return undefined;
    return `row ${row.index + 1} got ${row.idCell}, which named another row`;
  }

  /** Of a row and its copy, word for word the same, either may bear the id. */
  function hasTwin(view: SheetView, tag: number): boolean {
    const heir = view.rows.find(({ idCell }) => idCell === known.get(tag)?.id);
    return (
      heir !== undefined && [...heir.tags].some((other) => other !== tag && haveCommon(contents, other, tag))
    );
  }

  /** The same from the other side: it bears the id of the row that it was copied from, or of its own copy. */
  function isOfTwin(id: string, tag: number): boolean {
    const owner = ownerOf.get(id);
    return owner !== undefined && owner !== tag && haveCommon(contents, owner, tag);
  }

  /** A new row typed or pasted where a row stood that is gone: whoever sees both books calls it that row, edited. */
  function isSuccessor(view: SheetView, tag: number, owner: number): boolean {
    const isGone = !view.rows.some(({ tags }) => tags.has(owner));
    return isGone && !known.has(tag) && haveCommon(placesOf, tag, owner);
  }

  function learn(view: SheetView): void {
    for (const row of view.rows) {
      const [tag] = row.tags;
      if (!row.isFilled || row.idCell === '' || row.tags.size !== 1 || tag === undefined) continue;
      remember(view, row, tag);
      const owner = ownerOf.get(row.idCell);
      if (owner === undefined || isSuccessor(view, tag, owner)) ownerOf.set(row.idCell, tag);
      known.set(tag, {
        worksheet: view.key,
        id: row.idCell,
        content: contentOf(view, row),
        columns: columnsOf(view),
      });
    }
  }

  const viewsOf = (book: Spreadsheet): SheetView[] =>
    STAFF_WORKSHEETS.flatMap((key) => {
      const sheet = sheetOf(book, sheetIds[key]);
      return sheet ? [viewOf(sheet, key)] : [];
    });

  return {
    observe(before, after, by) {
      for (const key of STAFF_WORKSHEETS) {
        const sheet = sheetOf(after, sheetIds[key]);
        if (sheet && sheet !== sheetOf(before, sheetIds[key])) observeSheet(viewOf(sheet, key), by);
      }
    },
    accept(seen) {
      const views = viewsOf(seen);
      const standing = new Set(views.flatMap(({ rows }) => rows.flatMap(({ tags }) => [...tags])));
      for (const tag of known.keys()) if (!standing.has(tag)) doubtful.add(tag);
      for (const view of views) for (const tag of twinsOf(view)) doubtful.add(tag);
    },
    check(book) {
      const views = viewsOf(book);
      for (const view of views) {
        for (const row of view.rows.filter(({ isFilled }) => isFilled)) {
          const what = checkRow(view, row);
          if (what) return { oracle: 'identities', what: `${view.key}: ${what}` };
        }
      }
      unnamed.clear();
      rewritten.clear();
      for (const { rows } of views) for (const { tags } of rows) for (const tag of tags) doubtful.delete(tag);
      for (const view of views) learn(view);
      placesOf.clear();
      for (const { rows } of views) for (const row of rows) standAt(row);
      return undefined;
    },
  };
}

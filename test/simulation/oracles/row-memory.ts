import type { StaffWorksheetKey } from '../../../functions/domain/records/worksheet-key.ts';
import type { RowView, SheetView } from '../world/view.ts';
import { cellsOf, columnsOf, contentOf, twinsOf } from './row-content.ts';

interface KnownRow {
  readonly worksheet: StaffWorksheetKey;
  readonly id: string;
  readonly content: string;
  /** The columns that the sheet had. */
  readonly columns: string;
}

/** What was seen of every row by its mark (`tag`), whatever id it bore. */
export class RowMemory {
  readonly known = new Map<number, KnownRow>();
  /** The row that an id first named. */
  readonly ownerOf = new Map<string, number>();
  /** Rows whose id cell bore, at some moment since the last quiet, not their own id alone. */
  readonly unnamed = new Set<number>();
  /** Rows of which something else was to be read since the last quiet. */
  readonly rewritten = new Set<number>();
  /**
   * Rows that were gone or had a twin, word for word, when a pass was accepted: once their id cell says something
   * else, nobody can tell what was meant.
   */
  readonly doubtful = new Set<number>();
  /** Rows that were mixed with others: nobody can say any more which is which. */
  readonly mixed = new Set<number>();
  /** All that rows ever read, whole and cell by cell. */
  readonly contents = new Map<number, Set<string>>();
  readonly values = new Map<number, Set<string>>();
  /** Where rows stood since the last quiet. */
  readonly places = new Map<number, Set<number>>();
  /** `tag id` where people themselves put the id beside the row. */
  readonly byHand = new Set<string>();

  /** After each change of the sheet, whoever made it. */
  observe(view: SheetView, by: 'staff' | 'function'): void {
    const owners = this.#ownersIn(view);
    const seen = new Set<number>();
    for (const row of view.rows.filter(({ isFilled }) => isFilled)) {
      for (const tag of row.tags) {
        if (row.tags.size > 1 || seen.has(tag)) this.mixed.add(tag);
        seen.add(tag);
        this.#observeRow(view, row, tag);
        if (by === 'staff' && row.idCell !== '') this.byHand.add(`${tag} ${row.idCell}`);
        const owner = owners.get(row.idCell);
        if (owner !== undefined && owner !== tag) this.unnamed.add(owner);
      }
    }
  }

  /** A pass that saw the sheets so has been accepted. */
  accept(views: readonly SheetView[]): void {
    const standing = new Set(views.flatMap(standingIn));
    for (const tag of this.known.keys()) if (!standing.has(tag)) this.doubtful.add(tag);
    for (const view of views) for (const tag of twinsOf(view)) this.doubtful.add(tag);
  }

  /** When all is quiet: from here on the rows are known by the ids that they bear now. */
  learn(views: readonly SheetView[]): void {
    this.unnamed.clear();
    this.rewritten.clear();
    for (const tag of views.flatMap(standingIn)) this.doubtful.delete(tag);
    for (const view of views) for (const row of view.rows) this.#learnRow(view, row);
    this.places.clear();
    for (const { rows } of views) for (const row of rows) for (const tag of row.tags) this.#standAt(row, tag);
  }

  /** The rows that bore the id at the last quiet. */
  holdersOf(id: string): readonly number[] {
    return [...this.known].flatMap(([tag, row]) => (row.id === id ? [tag] : []));
  }

  /** A new row typed or pasted where a row stood that is gone: whoever sees both books calls it that row, edited. */
  isSuccessor(view: SheetView, tag: number, owner: number): boolean {
    if (this.known.has(tag) || !haveCommon(this.places, tag, owner)) return false;
    return !standingIn(view).includes(owner);
  }

  #ownersIn({ key }: SheetView): ReadonlyMap<string, number> {
    return new Map([...this.known].flatMap(([tag, row]) => (row.worksheet === key ? [[row.id, tag]] : [])));
  }

  #observeRow(view: SheetView, row: RowView, tag: number): void {
    this.#standAt(row, tag);
    this.#remember(view, row, tag);
    const before = this.known.get(tag);
    if (!before) return;
    if (before.id !== row.idCell) this.unnamed.add(tag);
    if (before.content !== contentOf(view, row) || before.columns !== columnsOf(view))
      this.rewritten.add(tag);
  }

  #standAt({ index }: RowView, tag: number): void {
    addTo(this.places, tag, index);
  }

  #remember(view: SheetView, row: RowView, tag: number): void {
    addTo(this.contents, tag, contentOf(view, row));
    for (const cell of cellsOf(view, row)) addTo(this.values, tag, JSON.stringify(cell));
  }

  #learnRow(view: SheetView, row: RowView): void {
    const [tag] = row.tags;
    if (!row.isFilled || row.idCell === '' || row.tags.size !== 1 || tag === undefined) return;
    this.#remember(view, row, tag);
    const owner = this.ownerOf.get(row.idCell);
    if (owner === undefined || this.isSuccessor(view, tag, owner)) this.ownerOf.set(row.idCell, tag);
    const columns = columnsOf(view);
    this.known.set(tag, { worksheet: view.key, id: row.idCell, content: contentOf(view, row), columns });
  }
}

/** Whether two rows ever had something in common. */
export function haveCommon<What>(
  known: ReadonlyMap<number, ReadonlySet<What>>,
  a: number,
  b: number,
): boolean {
  return !(known.get(a) ?? new Set<What>()).isDisjointFrom(known.get(b) ?? new Set<What>());
}

function addTo<What>(facts: Map<number, Set<What>>, tag: number, what: What): void {
  const known = facts.get(tag);
  if (known) known.add(what);
  else facts.set(tag, new Set([what]));
}

/** A row of which nothing is left but the marks of its empty cells is gone. */
function standingIn({ rows }: SheetView): readonly number[] {
  return rows.flatMap(({ tags, isFilled }) => (isFilled ? [...tags] : []));
}

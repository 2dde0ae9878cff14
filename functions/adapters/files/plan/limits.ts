/**
 * What reading one file of a plan may cost. A plan is pages, not a data base: more is a mistaken file, or one made to
 * exhaust the machine. What a file declares is a reason to refuse it, never to believe it: all that is read is counted.
 */
export interface PlanLimits {
  /** Of the file as it was sent. */
  readonly bytes: number;
  /** Files inside the archive of an office format, of any kind. */
  readonly parts: number;
  /** What they say that they come to unpacked, pictures included. */
  readonly declaredBytes: number;
  /** What those that are read do come to. */
  readonly unpackedBytes: number;
  /** Tags of XML. */
  readonly elements: number;
  /** Tags within tags. */
  readonly depth: number;
  readonly tables: number;
  /** The last row of a table that holds something, counted from its first one. */
  readonly rows: number;
  /** A .docx may not have more; in other files the further ones are left out and named. */
  readonly columns: number;
  /** Of all tables, each merged cell as many times as it stands there. */
  readonly cells: number;
  /** Of the texts in those cells. */
  readonly characters: number;
  /** From the start of the process that reads, to its answer. */
  readonly milliseconds: number;
  /** Of the old objects of that process; with all else that it needs it stays within 256 MB. */
  readonly heapMegabytes: number;
  /** Files that are read at the same time. */
  readonly atOnce: number;
  /** Files that may wait for their turn. */
  readonly waiting: number;
}

const MEGABYTE = 1024 * 1024;

export const PLAN_LIMITS: PlanLimits = {
  bytes: 20 * MEGABYTE,
  parts: 5000,
  declaredBytes: 100 * MEGABYTE,
  unpackedBytes: 60 * MEGABYTE,
  elements: 1_000_000,
  depth: 256,
  tables: 300,
  rows: 20_000,
  columns: 100,
  cells: 200_000,
  characters: 4_000_000,
  milliseconds: 10_000,
  heapMegabytes: 192,
  atOnce: 2,
  waiting: 8,
};

/** `message`: Russian, which limit is passed, to stand after «слишком велик для плана:». */
export class FileLimitError extends RangeError {
  override readonly name = 'FileLimitError';
}

/** What adds up over a whole file. */
type Counted = 'parts' | 'declaredBytes' | 'unpackedBytes' | 'elements' | 'tables' | 'cells' | 'characters';

const WHAT: Readonly<Record<Counted, (limit: number) => string>> = {
  parts: (limit) => `в нём больше ${limit} вложенных файлов`,
  declaredBytes: (limit) => `распакованный он больше ${Math.round(limit / MEGABYTE)} МБ`,
  unpackedBytes: (limit) => `распакованный текст больше ${Math.round(limit / MEGABYTE)} МБ`,
  elements: (limit) => `в нём больше ${limit} элементов разметки`,
  tables: (limit) => `в нём больше ${limit} таблиц`,
  cells: (limit) => `в его таблицах больше ${limit} ячеек, считая объединённые`,
  characters: (limit) => `в его таблицах больше ${limit} знаков`,
};

/** Counts what the reading of one file has come to. */
export class Spending {
  readonly limits: PlanLimits;
  readonly #spent: Partial<Record<Counted, number>> = {};

  constructor(limits: PlanLimits) {
    this.limits = limits;
  }

  /** Throws `FileLimitError`. */
  spend(what: Counted, count = 1): void {
    const total = (this.#spent[what] ?? 0) + count;
    this.#spent[what] = total;
    if (total > this.limits[what]) throw new FileLimitError(WHAT[what](this.limits[what]));
  }

  /** A text that stands in so many cells. Throws `FileLimitError`. */
  spendText(text: string, cells = 1): void {
    this.spend('cells', cells);
    this.spend('characters', cells * text.length);
  }

  /** `row`: zero-based. Throws `FileLimitError`. */
  assertRow(row: number): void {
    const { rows } = this.limits;
    if (!(row < rows))
      throw new FileLimitError(`в таблице занята строка ${row + 1}, читаются первые ${rows}`);
  }
}

/** Throws `FileLimitError`. */
export function assertFileSize(bytes: number, { bytes: limit }: PlanLimits): void {
  if (bytes > limit) throw new FileLimitError(`он больше ${Math.round(limit / MEGABYTE)} МБ`);
}

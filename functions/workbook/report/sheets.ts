import type { ReportBlock, ReportDocument, ReportTable } from '../../domain/report/report-document.ts';
import { isAnnex, PARTS_OF_LONG, titleOfPart } from './paper/requisites.ts';
import { namePart, nameTable } from './sheet-names.ts';

/** A block of a sheet; `title` is a part's, `annex` says to which document the pages belong. */
export type SheetBlock =
  | ReportBlock
  | { readonly kind: 'title'; readonly text: string; readonly name: string }
  | { readonly kind: 'annex'; readonly text: string };

/** What stands on one sheet of the file. */
export interface ReportSheet {
  readonly title: string;
  readonly blocks: readonly SheetBlock[];
  readonly isFirst: boolean;
  readonly isSigned: boolean;
}

interface SheetRules {
  /** Whether the table is low enough not to be split; `withHead`: on a sheet that begins with the requisites. */
  readonly isLow: (table: ReportTable, place: 'withHead' | 'alone') => boolean;
  readonly annexOf: string;
}

/**
 * Only one head a sheet is repeated in print, so a high table has a sheet of its own; low ones, which are not split,
 * stand below each other.
 */
export function planSheets(document: ReportDocument, { isLow, annexOf }: SheetRules): readonly ReportSheet[] {
  const { parts, requisites } = document;
  const own = parts.map((part, index) => {
    const text = titleOfPart(document, index);
    const title = { kind: 'title', text, name: namePart(part, index) } as const;
    return { part, blocks: [title, ...part.blocks] as readonly SheetBlock[] };
  });
  const signed = own.filter(({ part }) => !isAnnex(part)).map(({ blocks }) => blocks);
  const annexes = own.filter(({ part }) => isAnnex(part)).map(({ blocks }) => blocks);
  const isShort = parts.length < PARTS_OF_LONG;
  const place = isShort ? 'withHead' : 'alone';
  const groups = (isShort ? [signed.flat()] : signed).flatMap((blocks) =>
    groupBlocks(blocks, (table) => isLow(table, place)),
  );
  const mark = { kind: 'annex', text: `Приложение ${annexOf}` } as const;
  const marked = annexes.map((blocks): readonly SheetBlock[] => [mark, ...blocks]);
  const further = marked.flatMap((blocks) => groupBlocks(blocks, (table) => isLow(table, 'alone')));
  let name = '';
  return [...groups, ...further].map((blocks, index) => {
    const title = blocks.find((block) => block.kind === 'title');
    name = title?.name ?? nameTable(largestOf(tablesAmong(blocks)), name);
    return {
      title: index === 0 && isShort ? requisites.documentKind : name,
      blocks,
      isFirst: index === 0,
      isSigned: index === groups.length - 1,
    };
  });
}

function largestOf(tables: readonly ReportTable[]): ReportTable | undefined {
  return tables.toSorted((a, b) => b.rows.length - a.rows.length)[0];
}

export function tablesAmong(blocks: readonly SheetBlock[]): readonly ReportTable[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

/** Blocks that stand on one sheet; what stands between two tables goes with the second, a note with the first. */
function groupBlocks(
  blocks: readonly SheetBlock[],
  isLow: (table: ReportTable) => boolean,
): readonly (readonly SheetBlock[])[] {
  const groups: SheetBlock[][] = [[]];
  let waiting: SheetBlock[] = [];
  for (const block of blocks) {
    const last = groups.at(-1) ?? [];
    const tables = tablesAmong(last).filter(({ rows }) => rows.length > 0);
    if (waiting.length === 0 && tables.length > 0 && isNote(block)) {
      last.push(block);
      continue;
    }
    waiting.push(block);
    if (block.kind !== 'table') continue;
    const isEmpty = block.table.rows.length === 0;
    const isNext = !isEmpty && tables.length > 0 && ![...tables, block.table].every(isLow);
    if (isNext) groups.push(waiting);
    else last.push(...waiting);
    waiting = [];
  }
  groups.at(-1)?.push(...waiting);
  return groups;
}

function isNote(block: SheetBlock | undefined): boolean {
  return block?.kind === 'text' && block.style === 'note';
}

import type { FormMistake, FormTag, FormText } from './tags.ts';

/** A repeat from its opening to its closing tag. */
export interface FormRepeat {
  readonly open: FormTag;
  readonly close: FormTag;
}

/** Where the tag that is lacking may stand. */
export function inSamePart({ at }: FormTag): string {
  return at.path[0]?.startsWith('s') ? 'на том же листе' : 'в той же части документа';
}

/** A repeat of rows begins and ends in one table, any other one in one place. */
export function describeAcross(open: FormText, close: FormText): string | undefined {
  const differ = open.path.findIndex((step, index) => step !== close.path[index]);
  const kinds = [open, close].map(({ path }) => path[differ]?.slice(0, 1) ?? '');
  if (differ < 0 || (kinds[0] === kinds[1] && kinds[0] !== 't')) return undefined;
  return `повтор начинается здесь, а кончается в другом месте (${close.place}): начало и конец ставят в одной таблице или оба вне таблиц`;
}

/** Whether the row is what is repeated, not what stands in one of its cells. */
function isOfRows({ open, close }: FormRepeat): boolean {
  const differ = open.at.path.findIndex((step, index) => step !== close.at.path[index]);
  return 'rc'.includes(open.at.path[differ]?.slice(0, 1) ?? ' ');
}

/** Of two repeats of rows that stand beside each other in one row, or meet in one cell, neither can be carried out. */
export function sharedRows(repeats: readonly FormRepeat[]): readonly FormMistake[] {
  const starts = repeats.filter(isOfRows);
  return starts.flatMap(({ open }) => {
    const other = starts.find(({ close }) => rowOf(close.at) === rowOf(open.at) && isNotAfter(close, open));
    if (!other) return [];
    const what = `в этой строке уже кончился повтор «${other.open.name}»: повторы строк ставят в разных строках`;
    return [{ place: open.at.place, excerpt: open.raw, what }];
  });
}

function rowOf({ path }: FormText): string {
  return path.slice(0, path.findLastIndex((step) => step.startsWith('r')) + 1).join(' ');
}

function isNotAfter(a: FormTag, b: FormTag): boolean {
  const column = ({ at }: FormTag) => Number(at.path.findLast((step) => step.startsWith('c'))?.slice(1) ?? 0);
  return column(a) <= column(b);
}

import type { HistoryPart } from '../stored/history/history.ts';

interface ChainCheck {
  /** The documents of the history, from the oldest on. */
  add(part: HistoryPart): void;
  /** `last`: the hash that the head knows; undefined where it knows none. Russian: what does not agree. */
  finish(last: string | undefined): readonly string[];
}

/**
 * Each document of the history names the hash of the one before it, and the head that of the last. `anchor`: the hash
 * of the document before the first; undefined where it is not known.
 */
export function createChainCheck(anchor: string | undefined): ChainCheck {
  let before = anchor;
  const broken = new Set<number>();
  return {
    add: (part) => {
      // What was written before there was a chain is a link of none.
      if (part.before === undefined && (before ?? '') === '') return;
      if (before !== undefined && part.before !== before) broken.add(part.revision);
      before = part.hash();
    },
    finish: (last) => [
      ...[...broken].map(
        (revision) => `перед ревизией ${revision} или в ней запись истории изменена или удалена`,
      ),
      ...(last !== undefined && before !== undefined && before !== last
        ? ['последняя запись истории изменена или удалена']
        : []),
    ],
  };
}

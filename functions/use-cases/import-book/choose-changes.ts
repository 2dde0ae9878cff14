import { ChoiceUnknownError, ComparisonOldError } from './book-errors.ts';
import type { BookChange, BookPlan } from './plan-book.ts';

/** What a person has ticked: «1,3-5» or «все», by the numbers of the comparison with this mark. */
export interface Choice {
  readonly numbers: string;
  readonly mark: string;
}

/** Throws `ComparisonOldError` or `ChoiceUnknownError`. */
export function chooseChanges({ changes, mark }: BookPlan, choice: Choice): readonly BookChange[] {
  if (choice.mark !== mark) throw new ComparisonOldError();
  if (/^(?:все|всё|all)$/iu.test(choice.numbers.trim())) return changes;
  const chosen = new Set(choice.numbers.split(/[,;\s]+/u).flatMap((part) => runOf(part, changes.length)));
  return changes.filter((_, index) => chosen.has(index + 1));
}

function runOf(part: string, count: number): readonly number[] {
  const [, first, last] = /^(\d{1,6})(?:[-–](\d{1,6}))?$/u.exec(part) ?? [];
  const [from, to] = [Number(first), Number(last ?? first)];
  if (!(from >= 1 && to >= from && to <= count)) throw new ChoiceUnknownError(part, count);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

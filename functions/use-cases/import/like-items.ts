import type { Measure } from '../../domain/records/regulation.ts';
import { comparableName } from '../../domain/text/same-name.ts';
import type { PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';

/** Half of the words of both titles are the same. */
const ALIKE = 0.6;

/** The measure that the item may be with something changed: for the person to look at, nothing is merged. */
export function findLike(item: PlanItem, measures: readonly Measure[]): Measure | undefined {
  const words = wordsOf(item.title);
  const scored = measures.map((measure) => {
    const share = shareOf(words, wordsOf(measure.title));
    const isSameNumber = item.number !== '' && item.number === measure.number;
    return { measure, score: share + (isSameNumber ? SAME_NUMBER : 0) };
  });
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score >= ALIKE ? best.measure : undefined;
}

/** The same number says something, and not enough where the titles have nothing in common. */
const SAME_NUMBER = 0.25;

const wordsOf = (title: string): ReadonlySet<string> =>
  new Set((comparableName(title).match(/[\p{L}\d]{3,}/gu) ?? []).map((word) => word.slice(0, 6)));

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]).size;
  return all === 0 ? 0 : [...a].filter((word) => b.has(word)).length / all;
}

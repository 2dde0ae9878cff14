import type { Measure } from '../../domain/records/regulation.ts';
import { comparableName } from '../../domain/text/same-name.ts';
import type { PlanItem } from '../../workbook/foreign-plan/parse-plan.ts';

type Named = Pick<Measure, 'number' | 'section' | 'title' | 'deadlinePhrase'>;

/** An item without a section goes to one of this name. */
export function sectionOf({ section }: Pick<PlanItem, 'section'>): string {
  return section || 'Импортированный план';
}

/** An item that stands twice in a file word for word, section and number included, is one item. */
export function separateRepeats<Item extends PlanItem>(
  items: readonly Item[],
): {
  readonly once: readonly Item[];
  readonly repeated: readonly Item[];
} {
  const seen = new Set<string>();
  const isFirst = items.map((item) => {
    const name = JSON.stringify([item.number, textName(item), sectionName(item)]);
    return seen.size < seen.add(name).size;
  });
  return {
    once: items.filter((_, index) => isFirst[index]),
    repeated: items.filter((_, index) => !isFirst[index]),
  };
}

/**
 * The items that stand among the measures already: the same title and deadline in the same section, or under the
 * same number of two levels (`3.2`), which names its section. A number may have changed since, but each measure
 * stands for one item only: two equal seminars of one section stay two.
 */
export function findKnown(items: readonly PlanItem[], measures: readonly Measure[]): ReadonlySet<PlanItem> {
  const left = new Map<string, Measure[]>();
  for (const measure of measures) {
    const name = textName(measure);
    left.set(name, [...(left.get(name) ?? []), measure]);
  }
  const known = new Set<PlanItem>();
  for (const isSame of SUREST_FIRST) {
    for (const item of items) {
      const candidates = left.get(textName(item)) ?? [];
      const found = known.has(item) ? -1 : candidates.findIndex((measure) => isSame(item, measure));
      if (found < 0) continue;
      candidates.splice(found, 1);
      known.add(item);
    }
  }
  return known;
}

const SUREST_FIRST: readonly ((item: PlanItem, measure: Measure) => boolean)[] = [
  (item, measure) => hasSameSection(item, measure) && item.number === measure.number,
  (item, measure) => /\d\.\d/u.test(item.number) && item.number === measure.number,
  hasSameSection,
];

function hasSameSection(item: PlanItem, measure: Measure): boolean {
  return sectionName(item) === sectionName(measure);
}

function textName({ title, deadlinePhrase }: Named): string {
  return `${comparableName(title)}\n${comparableName(deadlinePhrase)}`;
}

/** «Раздел I. Кадры» and «Кадры» are one section. */
function sectionName(item: Pick<Named, 'section'>): string {
  return comparableName(sectionOf(item))
    .replace(/^(?:раздел\s*)?(?:[\divxхl]+[.)\s]+)*/u, '')
    .replace(/[\s.:]+$/u, '');
}

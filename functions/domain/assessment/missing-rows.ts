import type { Assessment } from './assessed.ts';

/** A row that «Исполнение» should have: school × measure × occurrence. */
export interface MissingRow {
  readonly school: string;
  readonly measure: string;
  /** «I квартал»; empty where the measure is done once. */
  readonly occurrence: string;
}

/**
 * What every school has to do and no row answers for, in the order of «Регламент» and «Школы». What the municipality
 * does as a whole has no school, and what is done on request has no row until a school asks.
 */
export function findMissingRows({ measures, obligations }: Assessment): readonly MissingRow[] {
  const planned = new Map(
    measures
      .filter(({ measure }) => measure.scope === 'each_school')
      .map((each) => [each.measure.number, each]),
  );
  return obligations.flatMap(({ school, measure, occurrence, execution, state }) => {
    const assessment = planned.get(measure);
    if (!assessment || school === null || execution || state === 'on_request') return [];
    const isRepeated = assessment.occurrences.length > 1;
    return [{ school, measure, occurrence: isRepeated ? (occurrence?.label ?? '') : '' }];
  });
}

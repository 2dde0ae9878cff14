import { compareCodeUnits } from './code-units.ts';

const COLLATOR = new Intl.Collator('ru', { numeric: true });

/** «ОО № 2» before «ОО № 10»; equal only for equal texts, so that no order is left to chance. */
export function compareNames(a: string, b: string): number {
  return COLLATOR.compare(a, b) || compareCodeUnits(a, b);
}

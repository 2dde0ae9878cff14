import type { DeadlineRule } from './rule.ts';

export function formatRule(rule: DeadlineRule): string {
  return rule.kind;
}

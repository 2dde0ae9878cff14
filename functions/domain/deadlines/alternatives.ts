import type { DeadlineRule, FrequencyUnit } from './rule.ts';

/** The other rules that the same words can mean, whatever the period. The first reading is not among them. */
export function alternativesOf(rule: DeadlineRule): DeadlineRule[] {
  switch (rule.kind) {
    case 'year_round':
      if (rule.scope === 'calendar' && rule.from !== null && rule.to === rule.from + 1) {
        return [{ ...rule, scope: 'school', to: rule.from }];
      }
      return rule.from === null && rule.scope === 'unsaid'
        ? [
            { ...rule, scope: 'calendar' },
            { ...rule, scope: 'school' },
          ]
        : [];
    case 'date_range':
      return rule.spans.some((span) => span.type === 'half_year' && span.system === 'unsaid')
        ? (['calendar', 'school'] as const).map((system) => ({
            ...rule,
            spans: rule.spans.map((span) => (span.type === 'half_year' ? { ...span, system } : span)),
          }))
        : [];
    case 'recurring':
      return rule.frequency.unit === 'report_period'
        ? (['month', 'quarter'] as const satisfies FrequencyUnit[]).map((unit) => ({
            ...rule,
            frequency: { ...rule.frequency, unit },
          }))
        : [];
    default:
      return [];
  }
}

export { formatCalendarGap } from './calendar-gap.ts';
export { explainDates } from './resolve/explain.ts';
export { formatRule } from './format/format-rule.ts';
export { parseAsTyped, parseDeadline } from './parse-deadline.ts';
export { resolveDeadline, resolveReading } from './resolve/resolve-deadline.ts';
export { deadlineRuleSchema, type DeadlineKind, type DeadlineRule } from './rule/rule.ts';
export { actInForce } from './resolve/waiting/waiting-rules.ts';
export { NO_PROFILE, REGION_PROFILE, type TermProfile } from './term-profile.ts';
export * from './types.ts';

import type { CalendarDate } from '../../dates/dates.ts';
import type { PeriodKind } from '../../dates/period.ts';
import type { DeadlineContext, DeadlineStatus } from '../types.ts';

/** The context with what every resolver asks of it. */
export interface Setting extends DeadlineContext {
  readonly periodKind: PeriodKind;
}

/** A window with its Russian name, before the calendar moves its control date. */
export interface Span {
  readonly label: string;
  readonly start: CalendarDate | null;
  readonly end: CalendarDate;
}

/** One way to read the phrase; `meaning` is Russian. */
export interface Option {
  readonly meaning: string;
  readonly spans: readonly Span[];
}

/** What a rule comes to in a period. The first option is the default. */
export interface Outcome {
  readonly status: DeadlineStatus;
  readonly options: readonly Option[];
  readonly ambiguous: boolean;
  readonly warnings: readonly string[];
  /** A Russian sentence for a rule without dates: what is missing and what to do. */
  readonly reason?: string;
  /** Russian: what the dates were counted from. */
  readonly note?: string;
}

export function dated(
  options: readonly Option[],
  more: Partial<Pick<Outcome, 'ambiguous' | 'warnings'>> & { readonly note?: string | undefined } = {},
): Outcome {
  if (options.every(({ spans }) => spans.length === 0)) {
    return undated('unknown', 'В этом периоде срок не наступает: проверьте период или назначьте дату.');
  }
  return {
    status: 'dated',
    options: options.map((option) => ({ ...option, spans: inOrderOfEnd(option.spans) })),
    ambiguous: more.ambiguous ?? options.length > 1,
    warnings: more.warnings ?? [],
    ...(more.note !== undefined && { note: more.note }),
  };
}

/** «октябрь – ноябрь, апрель» in a calendar year: April comes first. */
function inOrderOfEnd(spans: readonly Span[]): readonly Span[] {
  const ordered = spans.every(({ end }, index) => index === 0 || end >= (spans[index - 1]?.end ?? end));
  return ordered ? spans : [...spans].sort((a, b) => Number(a.end > b.end) - Number(a.end < b.end));
}

export function undated(
  status: Exclude<DeadlineStatus, 'dated'>,
  reason: string,
  ambiguous = false,
): Outcome {
  return { status, options: [], ambiguous, warnings: [], reason };
}

export const impossible = (reason: string): Outcome => undated('impossible', reason);

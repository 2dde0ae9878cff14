import { formatDate } from '../../dates/dates.ts';
import { formatCalendarGap, type DeadlineResolution } from '../../deadlines/index.ts';
import type { Finding } from '../../findings/finding.ts';
import type { MeasureAssessment } from '../obligation.ts';
import type { Period } from '../../dates/period.ts';

/** Where a phrase stands, and what people do there about one that was not understood. */
interface PhraseHome {
  readonly worksheet: 'regulation' | 'schoolPlans';
  readonly setByHand: string;
  readonly whenActComes: string;
}

const REGULATION_HOME: PhraseHome = {
  worksheet: 'regulation',
  setByHand: 'заполните «Контрольная дата вручную», «Причина» и «Кем назначена»',
  whenActComes: 'внесите его на лист «Внешние акты» с номером, датой и № мероприятия',
};

export const SCHOOL_PLAN_HOME: PhraseHome = {
  worksheet: 'schoolPlans',
  setByHand: 'впишите в «Срок» сам день: ДД.ММ.ГГГГ',
  whenActComes: 'впишите в «Срок» день, который он называет',
};

/** What the deadline of one measure leaves open: unknown, impossible, ambiguous, waiting, calendar gaps. */
export function deadlineFindings(
  assessment: MeasureAssessment,
  home: PhraseHome = REGULATION_HOME,
): readonly Finding[] {
  const { measure, resolution } = assessment;
  if (measure.manual || measure.scope === 'on_request') return [];
  // That the cell is empty is said already, as of every row that is typed half.
  if (measure.deadlinePhrase.trim() === '') return [];
  const place = { worksheet: home.worksheet, rowId: measure.rowId, column: 'deadline' } as const;
  return [
    ...statusFindings(resolution, home),
    ...ambiguityFindings(resolution, home),
    ...warningFindings(resolution, home),
  ].map((finding) => ({ ...finding, place }));
}

/** A day set by hand that no deadline of the period can have: what is owed would fall out of the figures, or be late. */
export function outsidePeriod(
  { measure: { manual, rowId, number } }: MeasureAssessment,
  { start, end }: Period,
): readonly Finding[] {
  if (!manual || (start <= manual.date && manual.date <= end)) return [];
  return [
    {
      code: 'manual_outside_period',
      severity: 'warning',
      place: { worksheet: 'regulation', rowId, column: 'manualDate' },
      message:
        `Контрольная дата мероприятия ${number} назначена вручную на ${formatDate(manual.date)} — вне периода ` +
        `${formatDate(start)}–${formatDate(end)}.`,
      advice: 'Проверьте год.',
    },
  ];
}

type Unplaced = Omit<Finding, 'place'>;

function statusFindings(
  resolution: DeadlineResolution,
  { setByHand, whenActComes }: PhraseHome,
): readonly Unplaced[] {
  const { status, phrase, explanation } = resolution;
  switch (status) {
    case 'unknown':
      return [
        {
          code: 'deadline_unknown',
          severity: 'error',
          message: `Срок «${phrase}» не понят. ${explanation}`,
          advice: `Запишите срок иначе, например «до 15 сентября», или ${setByHand}.`,
        },
      ];
    case 'impossible':
      return [
        {
          code: 'deadline_impossible',
          severity: 'error',
          message: explanation,
          advice: `Исправьте срок или ${setByHand}.`,
        },
      ];
    case 'waiting_act':
      return [
        {
          code: 'act_awaited',
          severity: 'reminder',
          message: explanation,
          advice: `Когда акт придёт, ${whenActComes}.`,
        },
      ];
    default:
      return [];
  }
}

function ambiguityFindings(resolution: DeadlineResolution, { setByHand }: PhraseHome): readonly Unplaced[] {
  const { ambiguous, readings, phrase, status, warnings } = resolution;
  if (!ambiguous || status !== 'dated') return [];
  const isChoice = readings.length > 1;
  // A single reading is in doubt for a reason, and the warnings tell it.
  if (!isChoice && warnings.length > 0) return [];
  const offered = readings.map(
    ({ meaning, controlDate, isDefault }) =>
      `${meaning}${controlDate ? ` — ${formatDate(controlDate)}` : ''}${isDefault ? ' (принято)' : ''}`,
  );
  return [
    {
      code: 'deadline_ambiguous',
      severity: 'warning',
      message: `Срок «${phrase}» ${isChoice ? 'можно понять по-разному' : 'понят не наверняка'}: ${offered.join('; ')}.`,
      advice: `Если принято неверно, ${setByHand}.`,
    },
  ];
}

function warningFindings({ warnings }: DeadlineResolution, { setByHand }: PhraseHome): readonly Unplaced[] {
  return warnings.map((message) => ({
    code: 'deadline_warning',
    severity: 'warning',
    message,
    advice: `Проверьте контрольную дату; если нужна другая, ${setByHand}.`,
  }));
}

/** Years that deadlines touch and no calendar is known for: once a year, at «Календарь». */
export function calendarFindings(measures: readonly MeasureAssessment[]): readonly Finding[] {
  const years = new Set(measures.flatMap(({ resolution }) => resolution.calendarGaps));
  return [...years].map((year) => ({
    code: 'calendar_unknown',
    severity: 'reminder',
    place: { worksheet: 'calendar', rowId: null },
    message: formatCalendarGap(year),
    advice: `Когда выйдет постановление о переносе выходных на ${year} год, внесите дни на лист «Календарь».`,
  }));
}

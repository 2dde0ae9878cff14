import { addDays, daysBetween, formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Period } from '../../dates/period.ts';
import type { Execution, School } from '../../records/records.ts';
import { comparableName } from '../../text/same-name.ts';
import type { Assessed } from '../assessed.ts';
import { hasRunOut } from '../due-occurrence.ts';
import { planKeeper } from '../school-plans/school-plans.ts';
import { hasLeft } from '../school-membership.ts';
import { isDone } from '../states/state.ts';

type Told = Pick<Finding, 'code' | 'severity' | 'message' | 'advice'> & { readonly column: string };

/** What the records lack by the middle of the period or by a term, whatever the single rows say. */
export function recordFindings(assessed: Assessed): readonly Finding[] {
  const interviews = interviewsOf(assessed);
  const plans = planTerms(assessed);
  const hasPlan = planKeeper(assessed.schoolPlans);
  const ofSchools = assessed.schools.flatMap((school) => {
    // A school that has left is asked for nothing but what it owed until then.
    const isGone = hasLeft(school, assessed.today);
    return [
      ...(isGone ? [] : interviewMissing(school, interviews)),
      ...(hasPlan(school) ? [] : planMissing(school, plans.get(school.name))),
      ...(isGone ? [] : bankGaps(school, assessed)),
    ].map(({ column, ...told }): Finding => ({
      ...told,
      place: { worksheet: 'schools', rowId: school.rowId, column },
    }));
  });
  return [...ofSchools, ...executionsOfLeft(assessed)];
}

function isPastMiddle({ start, end }: Period, today: CalendarDate): boolean {
  return today > addDays(start, Math.floor(daysBetween(start, end) / 2));
}

const INTERVIEW = /собеседовани/iu;

interface Interviews {
  /** The regulation wants them, and half of the period has passed. */
  readonly areDue: boolean;
  /** Comparable names of the schools that had one; null: of all at once. */
  readonly held: ReadonlySet<string | null>;
}

/** As the journal and «Исполнение» know them. */
function interviewsOf({ measures, records, today }: Assessed): Interviews {
  const wanted = measures.filter(
    ({ measure }) => INTERVIEW.test(measure.title) && measure.scope === 'each_school',
  );
  const numbers = new Set(wanted.map(({ measure }) => measure.number));
  const entries = records.journal.filter(({ kind, measure }) => INTERVIEW.test(kind) || numbers.has(measure));
  const rows = records.executions.filter(
    ({ measure, mark }) => numbers.has(measure) && (mark === 'выполнено' || mark === 'не требуется'),
  );
  return {
    areDue: wanted.length > 0 && isPastMiddle(records.settings.period, today),
    held: new Set([...entries, ...rows].map(({ school }) => school && comparableName(school))),
  };
}

function interviewMissing(school: School, { areDue, held }: Interviews): readonly Told[] {
  if (!areDue || held.has(null) || held.has(comparableName(school.name))) return [];
  return [
    {
      column: 'name',
      code: 'interview_missing',
      severity: 'warning',
      message: 'Половина периода прошла, а собеседования со школой в записях нет.',
      advice: 'Проведите собеседование и запишите его в «Журнал» или отметьте на листе «Исполнение».',
    },
  ];
}

const PLANS = /сбор планов/iu;

/** By school: the term of its plan that has run out. */
function planTerms({ obligations, measures, today }: Assessed): ReadonlyMap<string | null, CalendarDate> {
  const numbers = new Set(
    measures.filter(({ measure }) => PLANS.test(measure.title)).map(({ measure }) => measure.number),
  );
  return new Map(
    obligations.flatMap(({ school, measure, occurrence, state }) => {
      const isOut = occurrence !== undefined && hasRunOut(occurrence, today);
      if (!isOut || !numbers.has(measure) || state === 'not_required' || isDone(state)) return [];
      return [[school, occurrence.controlDate] as const];
    }),
  );
}

function planMissing({ bank }: School, term: CalendarDate | undefined): readonly Told[] {
  if (!bank || term === undefined) return [];
  return [
    {
      column: 'planDate',
      code: 'plan_missing',
      severity: 'warning',
      message: `План школы не внесён, а срок его сдачи был ${formatDate(term)}.`,
      advice:
        'Получите план и заполните «Дата плана» и «Номер плана» — или внесите его на лист «Планы школ».',
    },
  ];
}

/** Without them the data bank says little of any school. */
const INDICATORS = [
  ['studentsTotal', 'Обучающихся'],
  ['teachersTotal', 'Педагогов'],
  ['vacancies', 'Вакансий'],
  ['trainedShare', 'Прошли КПК, %'],
  ['vprMath', 'ВПР математика «2», %'],
  ['vprRussian', 'ВПР русский «2», %'],
] as const;

function bankGaps({ bank }: School, { records, today }: Assessed): readonly Told[] {
  const { period } = records.settings;
  if (!bank || !isPastMiddle(period, today)) return [];
  const missing = INDICATORS.filter(([key]) => bank[key] === undefined);
  const [first] = missing;
  return [
    ...(bank.updatedOn === undefined || bank.updatedOn < period.start
      ? [bankNotConfirmed(bank.updatedOn)]
      : []),
    ...(first
      ? [
          {
            column: first[0],
            code: 'indicator_missing',
            severity: 'reminder' as const,
            message: `В банке данных не заполнено: ${missing.map(([, title]) => `«${title}»`).join(', ')}.`,
            advice: 'Заполните показатели: без них раздел отчёта о школе неполон.',
          },
        ]
      : []),
  ];
}

function bankNotConfirmed(updatedOn: CalendarDate | undefined): Told {
  const since =
    updatedOn === undefined ? 'ни разу не подтверждались' : `подтверждены ${formatDate(updatedOn)}`;
  return {
    column: 'updatedOn',
    code: 'bank_not_confirmed',
    severity: 'reminder',
    message: `Половина периода прошла, а сведения о школе за него не сверены: ${since}.`,
    advice: 'Сверьте сведения со школой и заполните «Сведения обновлены».',
  };
}

/** Work that is still open, or was done after the school had left: nobody owes it any more. */
function executionsOfLeft({ records, schools }: Assessed): readonly Finding[] {
  const counted = new Set(schools.map(({ name }) => name));
  const left = new Map(
    records.schools
      .filter(({ status, name }) => status === 'вышла' && !counted.has(name))
      .map((school) => [school.name, school.bank?.exitDate]),
  );
  return records.executions
    .filter((row) => row.school !== null && left.has(row.school) && isOpenAfter(row, left.get(row.school)))
    .map((row): Finding => ({
      code: 'execution_of_left_school',
      severity: 'reminder',
      place: { worksheet: 'executions', rowId: row.rowId, column: 'school' },
      message: `Школа «${row.school ?? ''}» вышла из списка: строка не учитывается.`,
      advice:
        'Если школа ещё на сопровождении, исправьте её статус; иначе поставьте «не требуется» или удалите строку.',
    }));
}

function isOpenAfter({ mark, doneOn }: Execution, exitDate: CalendarDate | undefined): boolean {
  if (mark === 'не требуется') return false;
  if (mark !== 'выполнено') return true;
  return exitDate !== undefined && doneOn !== undefined && doneOn > exitDate;
}

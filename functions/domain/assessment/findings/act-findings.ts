import { actOf, actsOf } from '../assess-measure.ts';
import type { Assessed } from '../assessed.ts';
import { hasRunOut, type DueOccurrence } from '../due-occurrence.ts';
import { formatDate, type CalendarDate } from '../../dates/dates.ts';
import type { Finding } from '../../findings/finding.ts';
import type { MeasureAssessment } from '../obligation.ts';
import type { ExternalAct } from '../../records/records.ts';
import { listNames } from '../../text/russian.ts';

/** Letters and orders that set no term because a later one does, or set one before their own date, or came too late. */
export function actFindings(assessed: Assessed): readonly Finding[] {
  const { measures, records } = assessed;
  return [
    ...enteredLate(assessed),
    ...records.acts.flatMap(dueBeforeDate),
    ...measures.flatMap((assessment) => superseded(assessment, records.acts)),
    ...measures.flatMap((assessment) => withoutEffect(assessment, records.acts)),
  ];
}

function dueBeforeDate({ rowId, date, dueDate }: ExternalAct): readonly Finding[] {
  if (dueDate === undefined || dueDate >= date) return [];
  return [
    {
      code: 'act_due_before_date',
      severity: 'error',
      place: { worksheet: 'acts', rowId, column: 'dueDate' },
      message: `Срок по акту (${formatDate(dueDate)}) раньше даты самого акта (${formatDate(date)}).`,
      advice: 'Исправьте срок или дату акта.',
    },
  ];
}

/** Of the acts in force those whose term had run out on the day of their entry, while anything is overdue by them. */
function enteredLate({ today, measures, obligations, records }: Assessed): readonly Finding[] {
  const { acts, actEntries = {} } = records;
  const overdue = new Set(
    obligations.flatMap(({ state, measure }) => (state === 'overdue' ? [measure] : [])),
  );
  const late = measures.flatMap((each) => {
    const [act, term] = [actOf(each, acts), each.occurrences.at(-1)];
    const entered = act && actEntries[act.rowId];
    const { number } = each.measure;
    if (!act || !term || !entered || entered > today || !hasRunOut(term, entered)) return [];
    return overdue.has(number) ? [{ act, entered, number, term }] : [];
  });
  return [...Map.groupBy(late, ({ act }) => act.rowId).values()].flatMap(([first, ...more]) =>
    first
      ? [
          lateEntry(
            first,
            [first, ...more].map(({ number }) => number),
          ),
        ]
      : [],
  );
}

interface LateEntry {
  readonly act: ExternalAct;
  readonly entered: CalendarDate;
  readonly term: DueOccurrence;
}

function lateEntry({ act, entered, term }: LateEntry, measures: readonly string[]): Finding {
  return {
    code: 'act_entered_late',
    severity: 'warning',
    place: { worksheet: 'acts', rowId: act.rowId, column: 'dueDate' },
    message:
      `Акт внесён ${formatDate(entered)}, когда срок по нему (${formatDate(term.controlDate)}) уже вышел. ` +
      `Просрочены мероприятия: ${listNames(measures)}.`,
    advice:
      'Проверьте «Дата акта» и «Срок по акту». Если они верны, исполните, а если на исполнение не оставалось времени — перенесите срок с основанием на листе «Исполнение».',
    measure: measures.join('; '),
    dueOn: term.controlDate,
  };
}

function superseded(
  { measure, resolution }: MeasureAssessment,
  acts: readonly ExternalAct[],
): readonly Finding[] {
  const used = actOf({ measure, resolution }, acts);
  if (!used) return [];
  return actsOf(measure, acts)
    .filter((act) => act !== used)
    .map(({ rowId }) => ({
      code: 'act_superseded',
      severity: 'warning',
      place: { worksheet: 'acts', rowId, column: 'measures' },
      message:
        `Срок мероприятия ${measure.number} считается по другому акту: ${used.kind} от ${formatDate(used.date)} ` +
        `№ ${used.number}.`,
      advice: `Если этот акт больше не действует, уберите ${measure.number} из «К мероприятиям».`,
    }));
}

/** An act names a day for a measure whose term no act sets: whoever entered it believes that the term has moved. */
function withoutEffect(assessment: MeasureAssessment, acts: readonly ExternalAct[]): readonly Finding[] {
  const { measure, occurrences } = assessment;
  if (actOf(assessment, acts)) return [];
  const days = new Set(occurrences.map(({ controlDate }) => controlDate));
  return actsOf(measure, acts).flatMap(({ rowId, dueDate }) =>
    dueDate === undefined || days.has(dueDate)
      ? []
      : [
          {
            code: 'act_without_effect',
            severity: 'warning',
            place: { worksheet: 'acts', rowId, column: 'dueDate' },
            message:
              `Срок по акту (${formatDate(dueDate)}) на мероприятие ${measure.number} не действует: ` +
              `${termOf(measure)}.`,
            advice:
              'Если срок теперь задаёт акт, напишите на листе «Регламент» в «Срок» «согласно письму» (приказу) или ' +
              'назначьте дату вручную; если нет, уберите «Срок по акту».',
          },
        ],
  );
}

function termOf({ manual, scope, deadlinePhrase }: MeasureAssessment['measure']): string {
  if (manual) return `контрольная дата назначена вручную, ${formatDate(manual.date)}`;
  if (scope === 'on_request') return 'оно исполняется по запросу';
  return deadlinePhrase.trim() === '' ? 'его срок пуст' : `его срок «${deadlinePhrase.trim()}» задаёт не акт`;
}

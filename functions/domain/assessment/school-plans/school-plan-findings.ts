import type { Finding } from '../../findings/finding.ts';
import type { Assessed } from '../assessed.ts';
import { deadlineFindings, SCHOOL_PLAN_HOME } from '../findings/deadline-findings.ts';
import { doneFindings } from '../findings/done-findings.ts';
import { dueFindings } from '../findings/execution-findings.ts';
import { isCountedItem, type AssessedPlanItem, type CountedPlanItem } from './school-plans.ts';

/** Findings of the rows of «Планы школ»: what is said of rows of «Исполнение», and of their terms as in «Регламент». */
export function schoolPlanFindings({ schoolPlans, records, today }: Assessed): readonly Finding[] {
  const { remindDaysBefore } = records.settings;
  return schoolPlans.flatMap((each) => {
    if (!isCountedItem(each)) return each.standing === 'repeated' ? [repeated(each)] : [];
    const { standing, assessment } = each;
    const told = [...doneFindings(standing, today), ...dueFindings(standing, today, remindDaysBefore)];
    return [
      ...told.map(({ column, ...finding }) => ({
        ...finding,
        ...dueOn(each),
        place: placeOf(each, column),
      })),
      ...deadlineFindings(assessment, SCHOOL_PLAN_HOME),
    ];
  });
}

function placeOf({ item }: AssessedPlanItem, column: string): Finding['place'] {
  return { worksheet: 'schoolPlans', rowId: item.rowId, column };
}

function dueOn({ standing: { occurrence } }: CountedPlanItem): Pick<Finding, 'dueOn'> {
  return occurrence ? { dueOn: occurrence.controlDate } : {};
}

function repeated(each: AssessedPlanItem): Finding {
  return {
    code: 'school_plan_repeated',
    severity: 'error',
    place: placeOf(each, 'title'),
    message: 'Строка повторяет другую: та же школа, мероприятие, фактор риска и срок.',
    advice: 'Перенесите недостающее в одну строку, а лишнюю удалите: в отчёт входит внесённая раньше.',
  };
}

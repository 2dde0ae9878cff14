import { actsOf } from '../assess-measure.ts';
import type { Assessed } from '../assessed.ts';
import { formatDate } from '../../dates.ts';
import { actInForce } from '../../deadlines/index.ts';
import type { Finding } from '../../finding.ts';
import type { MeasureAssessment } from '../obligation.ts';
import type { ExternalAct } from '../../records.ts';

/** Letters and orders that set no term because a later one does, and those that set one before their own date. */
export function actFindings({ measures, records }: Assessed): readonly Finding[] {
  return [
    ...records.acts.flatMap(dueBeforeDate),
    ...measures.flatMap((assessment) => superseded(assessment, records.acts)),
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

function superseded(
  { measure, resolution }: MeasureAssessment,
  acts: readonly ExternalAct[],
): readonly Finding[] {
  const { rule } = resolution;
  if (rule.kind !== 'by_external_act' || measure.manual || measure.scope === 'on_request') return [];
  const own = actsOf(measure, acts);
  const used = actInForce(rule, own);
  if (!used) return [];
  return own
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

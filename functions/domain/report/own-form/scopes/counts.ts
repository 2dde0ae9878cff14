import type { Obligation } from '../../../assessment/obligation.ts';
import { inTimeOf, tally, type Tally } from '../../../assessment/tally.ts';
import { field, type FieldDescription, type FormField } from '../scope.ts';

const COUNTS: readonly (readonly [
  key: string,
  title: string,
  kind: FieldDescription['kind'],
  (counts: Tally) => number | null,
])[] = [
  ['всего', 'Исполнений всего', 'count', ({ total }) => total],
  ['выполнено', 'Выполнено и подтверждено, в срок и с опозданием', 'count', doneOf],
  ['в_срок', 'Из них в срок', 'count', inTimeOf],
  ['с_опозданием', 'Из них с опозданием', 'count', ({ byState }) => byState.done_late],
  ['не_подтверждено', 'Выполнено без подтверждения', 'count', ({ byState }) => byState.done_unproved],
  ['в_работе', 'В работе', 'count', ({ byState }) => byState.in_progress],
  ['не_начато', 'Не начато, срок не наступил', 'count', ({ byState }) => byState.not_started],
  ['просрочено', 'Просрочено', 'count', ({ byState }) => byState.overdue],
  ['ожидает_акта', 'Ожидает акта, которым назначается срок', 'count', ({ byState }) => byState.waiting_act],
  ['не_требуется', 'Не требуется', 'count', ({ byState }) => byState.not_required],
  ['наступило', 'Срок наступил', 'count', ({ due }) => due],
  ['процент', 'Процент выполнения от наступивших', 'percent', ({ percent }) => percent],
];

export function doneOf(counts: Tally): number {
  return inTimeOf(counts) + counts.byState.done_late;
}

/** The same figures of a measure, a section, a school or all; `suffix` keeps those of all apart. */
export function countFields<Item>(
  obligationsOf: (item: Item) => readonly Obligation[],
  suffix = '',
): readonly FormField<Item>[] {
  return COUNTS.map(([key, title, kind, value]) =>
    field(key === 'всего' && suffix ? 'исполнений_всего' : `${key}${suffix}`, [title, kind], (item) =>
      value(tally(obligationsOf(item))),
    ),
  );
}

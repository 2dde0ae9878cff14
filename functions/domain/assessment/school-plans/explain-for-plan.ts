import type { DeadlineResolution } from '../../deadlines/index.ts';

/**
 * How a term was read, told of a row of a school's plan: it is marked once, so of a term that recurs the mark is for the
 * last; and no act can be entered for it, for acts name measures of the regulation.
 */
export function explainForPlan(resolution: DeadlineResolution): DeadlineResolution {
  const { status, phrase, occurrences, explanation } = resolution;
  if (status === 'waiting_act') {
    const told = `«${phrase}» → ожидает документа: когда он придёт, впишите в «Срок» день, который он называет. До этого просрочки нет.`;
    return { ...resolution, explanation: told };
  }
  const { length } = occurrences;
  if (status !== 'dated' || length < 2) return resolution;
  const told = `Отметка строки — за последний из сроков (${length}); чтобы следить за каждым, внесите его своей строкой.`;
  return { ...resolution, explanation: `${explanation} ${told}` };
}

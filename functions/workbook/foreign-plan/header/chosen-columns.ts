import { comparableName } from '../../../domain/text/same-name.ts';
import { UserFacingError } from '../../../domain/user-facing-error.ts';
import type { ChosenColumns } from '../parse-plan.ts';
import type { PlanColumn } from './plan-header-names.ts';

const NAMES: Readonly<Record<PlanColumn, readonly string[]>> = {
  number: ['номер', '№', 'n'],
  title: ['мероприятие', 'название'],
  deadline: ['срок', 'сроки'],
  start: ['начало'],
  end: ['окончание', 'конец'],
  responsible: ['ответственный', 'исполнитель'],
  helpers: ['соисполнители', 'соисполнитель'],
};
const KEYS = Object.keys(NAMES) as readonly PlanColumn[];

/** «срок» → «3». Throws `ColumnNameUnknownError`. */
export function chosenColumns(named: Readonly<Record<string, string>>): ChosenColumns {
  const chosen = new Map<PlanColumn, string>();
  for (const [name, column] of Object.entries(named)) {
    const key = KEYS.find((each) =>
      NAMES[each].some((known) => comparableName(known) === comparableName(name)),
    );
    if (!key) throw new ColumnNameUnknownError(name);
    chosen.set(key, column);
  }
  if (!chosen.has('title') || !(chosen.has('deadline') || chosen.has('end')))
    throw new ColumnNameUnknownError();
  return chosen;
}

export class ColumnNameUnknownError extends UserFacingError {
  override readonly name = 'ColumnNameUnknownError';
  readonly code = 'column_name_unknown';

  constructor(wanted?: string) {
    super(
      (wanted === undefined
        ? 'Назовите два столбца: мероприятие и срок. '
        : `Столбец «${wanted}» в плане не ищется. Можно назвать: ${KEYS.map((key) => NAMES[key][0]).join(', ')}. `) +
        'Например: --column мероприятие=2 --column срок=3.',
    );
  }
}

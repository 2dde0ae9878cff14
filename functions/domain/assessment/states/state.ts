/** What a state is called, what it means, and whether it is in the numerator of the percentage. */
interface StateWords {
  readonly title: string;
  /** Russian, for «Инструкция». */
  readonly meaning: string;
  readonly isDone?: true;
}

/**
 * The states partition the obligations: each is in exactly one (`resolveState` says in which). Every list, figure,
 * colour and explanation of states follows from this table.
 */
const TABLE = {
  done: { title: 'выполнено', meaning: 'Сделано в срок и подтверждено документом.', isDone: true },
  done_late: {
    title: 'выполнено с опозданием',
    meaning: 'Сделано и подтверждено, но после срока; рядом — на сколько дней.',
    isDone: true,
  },
  off_control: {
    title: 'снято с контроля',
    meaning: 'Сделано в срок, подтверждено и принято: стоит день «Снято с контроля».',
    isDone: true,
  },
  awaiting_acceptance: {
    title: 'ждёт приёмки',
    meaning:
      'Сделано и подтверждено, но приёмка нужна (лист «Настройки»), а «Снято с контроля» ещё пусто: в процент не входит.',
  },
  returned: {
    title: 'возвращено',
    meaning: 'В «Возвращено» сказано, чего не хватает; срок ещё не вышел. После срока — «просрочено».',
  },
  done_unproved: {
    title: 'выполнено, не подтверждено',
    meaning: 'Отмечено «выполнено», но документа нет: в процент не входит.',
  },
  in_progress: { title: 'в работе', meaning: 'Отмечено «в работе», срок не вышел.' },
  not_started: { title: 'не наступил срок', meaning: 'Не начато, до срока ещё далеко.' },
  due_soon: {
    title: 'скоро',
    meaning: 'Не начато, а до срока не больше дней, чем в настройке «Напоминать за, дней».',
  },
  overdue: {
    title: 'просрочено',
    meaning: 'Срок вышел, а не сделано или возвращено; рядом — на сколько календарных и рабочих дней.',
  },
  waiting_act: {
    title: 'ожидает акта',
    meaning: 'Срок назначит письмо или приказ; просрочкой не считается.',
  },
  on_request: { title: 'по запросу', meaning: 'Делается, когда школа обратится; срока нет.' },
  no_deadline: { title: 'срок не определён', meaning: 'Срок не понят или не назван: см. лист «Регламент».' },
  not_required: { title: 'не требуется', meaning: 'Отмечено «не требуется»: в процент не входит.' },
} as const satisfies Readonly<Record<string, StateWords>>;

export type State = keyof typeof TABLE;

export const STATES = Object.keys(TABLE) as readonly State[];

const WORDS: Readonly<Record<State, StateWords>> = TABLE;

export const STATE_TITLES = Object.fromEntries(
  STATES.map((state) => [state, WORDS[state].title]),
) as Readonly<Record<State, string>>;

export function meaningOf(state: State): string {
  return WORDS[state].meaning;
}

/** Done with proof, in time or late, and accepted where that is needed: the numerator of the percentage. */
export function isDone(state: State): boolean {
  return WORDS[state].isDone === true;
}

/** Done by the term with proof, whether or not it was accepted since. */
export function isDoneInTime(state: State): boolean {
  return state === 'done' || state === 'off_control';
}

/** Somebody has to do something yet: the work itself, its proof, or the acceptance. */
export function isUnsettled(state: State): boolean {
  return (
    isPending(state) || state === 'overdue' || state === 'done_unproved' || state === 'awaiting_acceptance'
  );
}

/** Neither done nor overdue, and somebody has to do it by a day that is known. */
export function isPending(state: State): boolean {
  return state === 'not_started' || state === 'due_soon' || state === 'in_progress' || state === 'returned';
}

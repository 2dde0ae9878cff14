import type { AnswerOf } from '../../../functions/contract/answers.ts';
import type { Html } from './html.ts';
import { button, layoutPart } from './panel-page.ts';

type Entry = AnswerOf<'history'>['entries'][number];

/** «Замечания строки»: what is wrong, how the deadline was read, who changed the row last. */
export function layoutFindings({ title, findings, deadline, latest }: AnswerOf<'row'>, place: string): Html {
  return layoutPart('findings', {
    title,
    findings: findings.length > 0 ? findings.map(layoutFinding) : layoutPart('noFindings'),
    deadline: deadline && layoutDeadline(deadline),
    latest: latest ? layoutEntry(latest) : layoutPart('notAccepted'),
    history: latest && button('Вся история', 'history', { place }),
  });
}

function layoutFinding({ column, ...finding }: AnswerOf<'row'>['findings'][number]): Html {
  return layoutPart('finding', { ...finding, where: column === null ? '' : `, столбец «${column}»` });
}

function layoutDeadline({ dates, phrase, state, ...rest }: NonNullable<AnswerOf<'row'>['deadline']>): Html {
  return layoutPart('deadline', {
    ...rest,
    phrase: phrase && layoutPart('phrase', { phrase }),
    dates: dates.map((date) => layoutPart('date', { date })),
    state: state && layoutPart('state', { state }),
  });
}

/** «История строки», from the newest change to the oldest. */
export function layoutHistory({ title, entries, cursor }: AnswerOf<'history'>, place: string): Html {
  return layoutPart('history', {
    title,
    entries: entries.length > 0 ? entries.map(layoutEntry) : layoutPart('noEntries'),
    earlier: cursor && button('Показать более раннее', 'history', { place, cursor: String(cursor) }),
    findings: button('Замечания', 'findings', { place }),
  });
}

function layoutEntry({ cells, ...entry }: Entry): Html {
  const changes = cells.map(({ column, before, after }) =>
    layoutPart('change', { column, before: quote(before), after: quote(after) }),
  );
  return layoutPart('entry', { ...entry, changes });
}

function quote(value: string): string {
  return value === '' ? 'пусто' : `«${value}»`;
}

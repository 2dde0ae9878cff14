import type { SweepAnswer } from '../../contract/sweep.ts';
import { countOf, listNames, type NounForms } from '../../domain/text/russian.ts';
import type { Enqueued, Task } from '../ports/tasks.ts';

export type SweepOutcome = SweepAnswer;

/** What became of one registered workbook. */
export type Swept =
  | { readonly kind: 'damaged' | 'closed' | 'resting'; readonly workbookId: string }
  | {
      readonly kind: 'asked';
      readonly workbookId: string;
      readonly title: string;
      readonly isLate: boolean;
      readonly enqueued: Enqueued;
    };

const MAX_LISTED = 20;
const WORKBOOKS: NounForms = ['книга', 'книги', 'книг'];

export function countOutcomes(swept: readonly Swept[], name: Task['function']): SweepOutcome {
  const asked = swept.filter((each) => each.kind === 'asked');
  const count = (kind: Swept['kind']) => swept.filter((each) => each.kind === kind).length;
  const statusCount = (status: Enqueued['status']) =>
    asked.filter(({ enqueued }) => enqueued.status === status).length;
  const failures = asked.flatMap(({ workbookId, title, enqueued }) =>
    enqueued.status === 'failed'
      ? [{ workbookId, title, code: enqueued.error.code, reason: enqueued.error.message }]
      : [],
  );
  const outcome = {
    workbooks: swept.length,
    due: asked.length,
    queued: statusCount('queued'),
    known: statusCount('known'),
    done: statusCount('done'),
    failed: failures.slice(0, MAX_LISTED),
    failedCount: failures.length,
    closed: count('closed'),
    damaged: count('damaged'),
    late: asked.filter(({ isLate, enqueued }) => isLate && enqueued.status !== 'done').length,
  };
  return { ...outcome, message: describeSweep(outcome, name) };
}

function describeSweep(outcome: Omit<SweepOutcome, 'message'>, name: Task['function']): string {
  const { workbooks, due, queued, known, done, failed, failedCount, closed, damaged, late } = outcome;
  const what = name === 'monitor' ? 'Проверка сроков' : 'Синхронизация';
  if (workbooks === 0) return `${what}: книг ещё нет. Первую подключает команда provision.`;
  const failures = failed.map(({ title, reason }) => `«${title}»: ${reason}`);
  return [
    `${what}: ${countOf(workbooks, WORKBOOKS)}, на очереди ${due}.`,
    queued > 0 ? `Поставлено заданий: ${queued}.` : '',
    known > 0 ? `Уже стояли: ${known}.` : '',
    done > 0 ? `Выполнено: ${done}.` : '',
    failedCount > 0 ? `Не удалось: ${failedCount}. ${listNames(failures)}` : '',
    closed > 0 ? `Служебный адрес не подключён: ${closed}; подключите его командой provision --member.` : '',
    damaged > 0 ? `Запись книги в хранилище не читается: ${damaged}; верните её из резервной копии.` : '',
    late > 0 ? `Без сегодняшней проверки, хотя утро прошло: ${late}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

import { UserFacingError } from '../../domain/user-facing-error.ts';

/** What a sweep has done for one workbook. */
export interface Task {
  /** Letters, digits, `-` and `_`. A task whose name was seen lately is not taken a second time. */
  readonly name: string;
  readonly function: 'monitor' | 'sync';
  readonly workbookId: string;
  /** The address in whose name it is carried out. */
  readonly by: string;
  /** The instant for which the schedule appointed it, ISO 8601. */
  readonly scheduledAt: string;
  /** ISO 8601: not before; absent: at once. */
  readonly at?: string;
}

export type Enqueued =
  | { readonly status: 'queued' }
  /** Whoever put it there first has done so for both. */
  | { readonly status: 'known' }
  /** Where there is no queue the task is carried out before the answer. */
  | { readonly status: 'done' }
  | { readonly status: 'failed'; readonly error: UserFacingError };

/** A queue that delivers each task at least once, again where it failed, and not too many at a time. */
export interface Tasks {
  /** Throws `TasksUnavailableError` where the queue does not take it. */
  enqueue(task: Task): Promise<Enqueued>;
}

export class TasksUnavailableError extends UserFacingError {
  override readonly name = 'TasksUnavailableError';
  readonly code = 'tasks_unavailable';
  override readonly kind = 'unavailable';

  constructor(queue: string, reason: string, options?: ErrorOptions) {
    super(
      `Очередь заданий «${queue}» не приняла задание: ${reason}. Проверьте, что она создана и что сервисный ` +
        'аккаунт может ставить в неё задания (роль Cloud Tasks Enqueuer); следующий обход повторит.',
      options,
    );
  }
}

import * as z from 'zod';
import { StoreConflictError, StoreLimitError, StoreUnavailableError } from '../../use-cases/ports/errors.ts';
import { documentBytes, STORE_LIMITS, type PlannedWrite } from '../shared-store/store-limits.ts';

/** https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const STATUS = {
  invalidArgument: 3,
  notFound: 5,
  alreadyExists: 6,
  failedPrecondition: 9,
  /** Too much contention: nothing is written. */
  aborted: 10,
} as const;

const UNAVAILABLE = new Map([
  [1, 'запрос прерван'],
  [4, 'нет ответа за отведённое время'],
  [5, 'в проекте Google Cloud нет такой базы Firestore'],
  [7, 'у учётной записи функций нет прав на базу Firestore'],
  [8, 'исчерпана квота Firestore'],
  [13, 'внутренняя ошибка Firestore'],
  [14, 'Firestore не отвечает'],
  [16, 'учётная запись функций не опознана'],
]);

const PRECONDITION_FAILED: ReadonlySet<number> = new Set([
  STATUS.notFound,
  STATUS.alreadyExists,
  STATUS.failedPrecondition,
]);

/** What the client library throws becomes an error of the port, with `cause`; our bugs pass unchanged. */
export function translateReadError(cause: unknown): unknown {
  if (isMissingCredentials(cause))
    return new StoreUnavailableError('нет ключа доступа к Google Cloud', { cause });
  const reason = UNAVAILABLE.get(statusOf(cause) ?? -1);
  return reason === undefined ? cause : new StoreUnavailableError(reason, { cause });
}

/** As `translateReadError`, and the refusals of a commit. */
export function translateCommitError(cause: unknown, writes: readonly PlannedWrite[]): unknown {
  const status = statusOf(cause);
  if (status === STATUS.invalidArgument && /size|too (large|big)|exceed/i.test(messageOf(cause))) {
    return limitError(writes, cause);
  }
  // Firestore does not say which precondition failed.
  const conditional = writes.filter(({ ifVersion }) => ifVersion !== undefined).map(({ key }) => key);
  const failed = status !== undefined && conditional.length > 0 && PRECONDITION_FAILED.has(status);
  if ((failed && !isMissingDatabase(cause)) || status === STATUS.aborted) {
    const keys = conditional.length > 0 ? conditional : writes.map(({ key }) => key);
    return new StoreConflictError(keys.slice(0, 3).join('», «'), { cause });
  }
  return translateReadError(cause);
}

function limitError(writes: readonly PlannedWrite[], cause: unknown): StoreLimitError {
  const sizes = writes.map((write) => (write.kind === 'put' ? documentBytes(write.key, write.data) : 0));
  const largest = Math.max(...sizes);
  const measure = { size: largest, limit: STORE_LIMITS.documentBytes };
  return new StoreLimitError('Слишком большая запись', measure, { cause });
}

/** What the library throws: a gRPC error with its status, or an error of its own. */
const thrown = z.object({ code: z.number().optional().catch(undefined), message: z.string() });

function statusOf(error: unknown): number | undefined {
  return thrown.safeParse(error).data?.code;
}

function messageOf(error: unknown): string {
  return thrown.safeParse(error).data?.message ?? '';
}

function isMissingCredentials(error: unknown): boolean {
  return /Could not load the default credentials/.test(messageOf(error));
}

function isMissingDatabase(error: unknown): boolean {
  return /database .* does not exist/i.test(messageOf(error));
}

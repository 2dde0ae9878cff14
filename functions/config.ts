import * as z from 'zod';
import { UserFacingError } from './domain/user-facing-error.ts';

const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().min(1)).min(1));

const variables = z.object({
  SHNOR_STORE: z.enum(['sqlite', 'firestore']).default('firestore'),
  /** File of the embedded store. */
  SHNOR_SQLITE_FILE: z.string().default('.data/store.sqlite'),
  /** The project of Firestore. Cloud Run tells it in no variable, so the deployment sets it. */
  SHNOR_PROJECT: z.string().optional(),
  GOOGLE_CLOUD_PROJECT: z.string().optional(),
  /** Another address of the Sheets API: the stand-in. */
  SHNOR_SHEETS_URL: z.url().optional(),
  /** What the stand-in at that address asks for. */
  SHNOR_SHEETS_KEY: z.string().min(1).max(200).default('local'),
  /** Calls of the Sheets API cost nothing, as on this machine: then whoever types waits for as little as can be. */
  SHNOR_UNMETERED: z.enum(['0', '1']).default('0'),
  /** How long a call to the Sheets API is tried again before the user is told, in milliseconds. */
  SHNOR_SHEETS_PATIENCE_MS: z.coerce.number().int().min(0).max(300_000).default(120_000),
  /** Whom identity tokens must be meant for: the functions' addresses or client ids, comma-separated. */
  SHNOR_AUDIENCES: list,
  /** Other issuers than Google, with the address of their certificates. */
  SHNOR_ISSUERS: list.optional(),
  SHNOR_CERTIFICATES_URL: z.url().optional(),
  /** `smtps://USER:PASSWORD@HOST:465` or `smtp://…:587`; `?tls=off` only for a server on the same machine. */
  SHNOR_SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
  /** The address that letters come from. */
  SHNOR_MAIL_FROM: z.email().optional(),
  /** Instead of a server: letters go into this folder as files. */
  SHNOR_MAIL_FOLDER: z.string().min(1).optional(),
  /** Where this service answers; absent: the first address of the web among `SHNOR_AUDIENCES`. */
  SHNOR_SERVICE_URL: z.url().optional(),
  /** The page of a workbook, for links in letters; `{id}` stands for its id. */
  SHNOR_WORKBOOK_URL: z.string().default('https://docs.google.com/spreadsheets/d/{id}/edit'),
  /** Requests may name the day; for repeatable local runs only. */
  SHNOR_ALLOW_TODAY: z.enum(['0', '1']).default('0'),
  /** The day that counts as today for all requests that name none; heeded where they may name one. */
  SHNOR_TODAY: z.iso.date().optional(),
  /** The queue for the workbooks of a sweep, `projects/P/locations/L/queues/Q`; without it they run in this process. */
  SHNOR_TASKS_QUEUE: z
    .string()
    .regex(/^projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+$/u)
    .optional(),
  /** Of the queue: the account in whose name tasks call the functions, at `SHNOR_SERVICE_URL`. */
  SHNOR_SERVICE_ACCOUNT: z.email().optional(),
  /** Calls that one member may make to one workbook at once, and how many more a minute. */
  SHNOR_CALLS_AT_ONCE: z.coerce.number().int().min(1).max(100_000).default(15),
  SHNOR_CALLS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(30),
  /** `json`: a line a request for Cloud Logging; `bugs`: only what went wrong by our fault. Absent: by where we are. */
  SHNOR_LOG: z.enum(['json', 'bugs']).optional(),
  /** Set by Cloud Run. */
  K_SERVICE: z.string().optional(),
});

const environment = variables.refine(
  ({ SHNOR_SMTP_URL, SHNOR_MAIL_FROM }) => SHNOR_SMTP_URL === undefined || SHNOR_MAIL_FROM !== undefined,
  { path: ['SHNOR_MAIL_FROM'], message: 'нужен вместе с SHNOR_SMTP_URL' },
);

export type Config = Readonly<z.infer<typeof environment>>;

class ConfigError extends UserFacingError {
  override readonly name = 'ConfigError';
  readonly code = 'config';

  constructor(problem: z.ZodError) {
    const names = problem.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    super(`Неверные переменные окружения функций — ${names}. Исправьте их и разверните заново.`, {
      cause: problem,
    });
  }
}

/** The installation's settings, parsed once. Throws `ConfigError` that names every bad variable. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new ConfigError(parsed.error);
  return parsed.data;
}

export class QueueIncompleteError extends UserFacingError {
  override readonly name = 'QueueIncompleteError';
  readonly code = 'config';

  constructor() {
    super('Задана очередь SHNOR_TASKS_QUEUE: задайте и SHNOR_SERVICE_URL, и SHNOR_SERVICE_ACCOUNT.');
  }
}

export class ServiceUrlUnknownError extends UserFacingError {
  override readonly name = 'ServiceUrlUnknownError';
  readonly code = 'config';

  constructor() {
    super(
      'Адрес службы неизвестен, и календарю не по чему открываться: задайте переменную SHNOR_SERVICE_URL.',
    );
  }
}

export class ProjectUnknownError extends UserFacingError {
  override readonly name = 'ProjectUnknownError';
  readonly code = 'config';

  constructor() {
    super('Не указан проект Firestore. Задайте переменную SHNOR_PROJECT (Cloud Run сам её не ставит).');
  }
}

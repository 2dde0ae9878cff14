import type { cloudtasks_v2 } from 'googleapis/build/src/apis/cloudtasks/index.js';
import { TasksUnavailableError, type Task, type Tasks } from '../../use-cases/ports/tasks.ts';
import { retryWithin, systemRuntime, type RetryLimits, type RetryRuntime } from '../shared/retry.ts';

export interface CloudTasksOptions {
  /** `projects/P/locations/L/queues/Q`; its rate keeps the quota of Google Sheets. */
  readonly queue: string;
  /** Where the functions are: a task is a POST below it. */
  readonly serviceUrl: string;
  /** The account whose token a task carries, a service member of the workbooks. */
  readonly serviceAccount: string;
  readonly token: () => Promise<string | null | undefined>;
  /** Another server with the same API, for tests. */
  readonly rootUrl?: string;
  readonly runtime?: RetryRuntime;
}

const RETRY: RetryLimits = { maxAttempts: 4, maxTotalMs: 20_000, firstDelayMs: 500, maxDelayMs: 5_000 };
const TIMEOUT_MS = 20_000;
/** A task that goes on longer is taken for dead and delivered again. */
const DISPATCH_DEADLINE = '600s';
const ALREADY_EXISTS = 409;

/** Google's queue over its official client, which is loaded with the first task. */
export function connectCloudTasks(options: CloudTasksOptions): Tasks {
  let api: Promise<cloudtasks_v2.Cloudtasks> | undefined;
  return {
    async enqueue(task) {
      const client = await (api ??= loadApi(options.rootUrl));
      try {
        await retryWithin(() => create(client, task, options), {
          limits: RETRY,
          runtime: options.runtime ?? systemRuntime,
          advise: (error) => (isPassing(statusOf(error)) ? {} : undefined),
        });
        return { status: 'queued' };
      } catch (error) {
        // Put there by an earlier call, or by this one before its answer was lost.
        if (statusOf(error) === ALREADY_EXISTS) return { status: 'known' };
        const reason = error instanceof Error ? error.message : String(error);
        throw new TasksUnavailableError(options.queue, reason, { cause: error });
      }
    },
  };
}

async function loadApi(rootUrl: string | undefined): Promise<cloudtasks_v2.Cloudtasks> {
  const { cloudtasks } = await import('googleapis/build/src/apis/cloudtasks/index.js');
  return cloudtasks({ version: 'v2', ...(rootUrl && { rootUrl }) });
}

async function create(
  api: cloudtasks_v2.Cloudtasks,
  task: Task,
  { queue, token, ...options }: CloudTasksOptions,
): Promise<void> {
  const bearer = await token();
  const headers = bearer ? { Authorization: `Bearer ${bearer}` } : {};
  await api.projects.locations.queues.tasks.create(
    { parent: queue, requestBody: { task: taskBody(task, { queue, ...options }) } },
    { headers, retry: false, timeout: TIMEOUT_MS },
  );
}

function taskBody(
  { name, workbookId, scheduledAt, at, function: path }: Task,
  { queue, serviceUrl, serviceAccount }: Omit<CloudTasksOptions, 'token'>,
): cloudtasks_v2.Schema$Task {
  const url = `${serviceUrl.replace(/\/$/u, '')}/${path}`;
  return {
    name: `${queue}/tasks/${name}`,
    dispatchDeadline: DISPATCH_DEADLINE,
    ...(at !== undefined && { scheduleTime: at }),
    httpRequest: {
      url,
      httpMethod: 'POST',
      // Cloud Tasks sets none by itself, and without one the body arrives as bytes.
      headers: { 'Content-Type': 'application/json', 'X-Shnor-Scheduled': scheduledAt },
      body: Buffer.from(JSON.stringify({ workbookId })).toString('base64'),
      // One audience for all functions of the service: the one that `SHNOR_AUDIENCES` names.
      oidcToken: { serviceAccountEmail: serviceAccount, audience: serviceUrl },
    },
  };
}

function isPassing(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** 0 where no answer came. */
function statusOf(error: unknown): number {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 0;
}

import type { Usage } from '../../use-cases/ports/meter.ts';

/** One line of Cloud Logging a request: what a person who keeps the system looks for, and no word of anybody's data. */
export interface RequestLog extends Usage {
  readonly severity: 'INFO' | 'WARNING' | 'ERROR';
  readonly message: string;
  readonly function: string;
  readonly status: number;
  readonly ms: number;
  /** The code of the failure, as the answer bears it. */
  readonly code?: string | undefined;
  readonly workbook?: string | undefined;
  /** The day of the monitoring run. */
  readonly run?: string | undefined;
  /** Deliveries of the task or the schedule before this one. */
  readonly retry?: number | undefined;
  /** Numbers of the answer: rows by what became of them, findings by severity, workbooks of a sweep. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  /** The alert that this line is to wake (`functions/alerts`). */
  readonly alert?: 'no_run_by_ten' | undefined;
  /** Of a bug of ours: where it was thrown. What it says may quote a cell, and is left out. */
  readonly bug?: { readonly name: string; readonly frames: readonly string[] } | undefined;
}

interface Finished {
  readonly name: string;
  readonly status: number;
  readonly ms: number;
  readonly usage: Usage;
  readonly body: unknown;
  readonly answer: unknown;
  readonly retry: number | undefined;
  readonly bug: unknown;
}

export function describeRequest(finished: Finished): RequestLog {
  const { name, status, ms, usage, body, answer, retry, bug } = finished;
  const told = asRecord(answer);
  const isLate = numberOf(told['late']) > 0;
  const hasFailures = numberOf(told['failedCount']) > 0 || numberOf(told['damaged']) > 0;
  return {
    severity: status >= 500 || isLate || hasFailures ? 'ERROR' : status >= 400 ? 'WARNING' : 'INFO',
    message: `${name} ${status}`,
    function: name,
    status,
    ms: Math.round(ms),
    code: textOf(asRecord(told['error'])['code']),
    workbook: textOf(asRecord(body)['workbookId']),
    run: textOf(told['day']),
    retry,
    counts: countsOf(told),
    alert: isLate ? 'no_run_by_ten' : undefined,
    bug: bug instanceof Error ? { name: bug.name, frames: framesOf(bug) } : undefined,
    ...usage,
  };
}

const COUNTED = ['workbooks', 'due', 'queued', 'known', 'done', 'failedCount', 'closed', 'damaged', 'late'];

function countsOf(told: Readonly<Record<string, unknown>>): RequestLog['counts'] {
  const own = COUNTED.flatMap((key) => (typeof told[key] === 'number' ? [[key, told[key]] as const] : []));
  const nested = ['counts', 'findings'].flatMap((key) =>
    Object.entries(asRecord(told[key])).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value] as const] : [],
    ),
  );
  const counts = Object.fromEntries([...own, ...nested]);
  return Object.keys(counts).length > 0 ? counts : undefined;
}

const MAX_FRAMES = 12;

function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MAX_FRAMES);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Ids and codes are short; anything longer was not ours. */
const MAX_WORD = 200;

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= MAX_WORD ? value : undefined;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

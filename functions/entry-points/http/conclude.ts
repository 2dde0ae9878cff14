import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Usage } from '../../use-cases/ports/meter.ts';
import type { Door } from '../door.ts';
import { JSON_TYPE, send, type Answer } from './send.ts';
import { describeRequest } from './log-request.ts';

/** A request that is being answered. */
export interface Exchange {
  readonly name: string;
  readonly door: Pick<Door, 'log'>;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** By `performance.now()`. */
  readonly started: number;
  readonly usage: Usage;
  readonly body: unknown;
}

export interface Result {
  readonly status: number;
  readonly answer: unknown;
  /** What is sent in place of the answer as JSON. */
  readonly sent?: Pick<Answer, 'text' | 'type'>;
  /** What a queue is told: it would deliver again what nothing but a person can mend. */
  readonly taskStatus?: number;
  readonly headers?: Answer['headers'];
  readonly bug?: unknown;
}

/** Writes the line of the log and sends the answer. */
export async function conclude(exchange: Exchange, result: Result): Promise<void> {
  const { name, door, request, response, started, usage, body } = exchange;
  const { status, answer, taskStatus = status, headers, bug } = result;
  const ms = performance.now() - started;
  door.log(describeRequest({ name, status, ms, usage, body, answer, retry: retryOf(request), bug }), bug);
  const { sent = { text: JSON.stringify(answer), type: JSON_TYPE } } = result;
  await send(request, response, { status: taskStatus, ...sent, ...(headers && { headers }) });
}

function retryOf({ headers }: IncomingMessage): number | undefined {
  const told = headers['x-cloudtasks-taskretrycount'] ?? headers['x-cloudscheduler-retrycount'];
  const count = Number(told);
  return told === undefined || !Number.isInteger(count) ? undefined : count;
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connectCloudTasks } from '../../../../functions/adapters/tasks/cloud-tasks.ts';
import type { Task, Tasks } from '../../../../functions/use-cases/ports/tasks.ts';

const QUEUE = 'projects/p/locations/europe-west1/queues/shnor';
const TASK: Task = {
  name: 'abc-monitor-2026-11-23-6',
  function: 'monitor',
  workbookId: 'book',
  by: 'robot@p.iam.gserviceaccount.com',
  scheduledAt: '2026-11-23T01:00:00.000Z',
};

/** Google's own client against a server that answers as Cloud Tasks is documented to. */
describe('Cloud Tasks', () => {
  let statuses: number[] = [];
  let seen: { readonly path: string | undefined; readonly authorization?: string; readonly body: unknown }[] =
    [];
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await json(request);
    seen.push({ path: request.url, authorization: request.headers.authorization ?? '', body });
    const status = statuses.shift() ?? 200;
    const answer = status === 200 ? {} : { error: { code: status, message: `HTTP ${status}` } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }
  const server = createServer((request, response) => void respond(request, response));
  let tasks: Tasks;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    tasks = connectCloudTasks({
      queue: QUEUE,
      serviceUrl: 'https://shnor.example.run.app/',
      serviceAccount: TASK.by,
      token: async () => 'token-1',
      rootUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      runtime: { now: () => 0, sleep: async () => {}, random: () => 0 },
    });
  });
  beforeEach(() => {
    [statuses, seen] = [[], []];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('get a named POST with a type, a token for one audience and the appointed instant', async () => {
    expect(await tasks.enqueue(TASK)).toEqual({ status: 'queued' });
    expect(seen).toEqual([
      {
        path: `/v2/${QUEUE}/tasks`,
        authorization: 'Bearer token-1',
        body: {
          task: {
            name: `${QUEUE}/tasks/${TASK.name}`,
            dispatchDeadline: '600s',
            httpRequest: {
              url: 'https://shnor.example.run.app/monitor',
              httpMethod: 'POST',
              headers: { 'Content-Type': 'application/json', 'X-Shnor-Scheduled': TASK.scheduledAt },
              body: Buffer.from('{"workbookId":"book"}').toString('base64'),
              oidcToken: { serviceAccountEmail: TASK.by, audience: 'https://shnor.example.run.app/' },
            },
          },
        },
      },
    ]);
  });

  test('know a task that is there already: also where only the answer to us was lost', async () => {
    statuses = [409];
    expect(await tasks.enqueue(TASK)).toEqual({ status: 'known' });
    statuses = [503, 409];
    expect(await tasks.enqueue(TASK)).toEqual({ status: 'known' });
  });

  test('are asked again where they were busy, and named with the reason where they refuse', async () => {
    statuses = [429, 500, 200];
    expect(await tasks.enqueue(TASK)).toEqual({ status: 'queued' });
    statuses = [403];
    await expect(tasks.enqueue(TASK)).rejects.toMatchObject({
      code: 'tasks_unavailable',
      message: expect.stringContaining('HTTP 403'),
    });
    expect(seen).toHaveLength(4);
  });
});

import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

export interface Gate {
  readonly url: string;
  /** Settles when the write that would finish the load has come and is held; rejects where the signal aborts. */
  finishHeld(signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

interface Load {
  readonly sheetId: number;
  /** Of the ids, from 0. */
  readonly idColumn: number;
  /** So many rows below the header wait for their id. */
  readonly rows: number;
}

const batch = z.object({
  requests: z.array(
    z.object({
      updateCells: z
        .object({
          // Absent where a range is formatted.
          start: z.object({ sheetId: z.number(), rowIndex: z.number(), columnIndex: z.number() }).optional(),
          rows: z.array(z.unknown()).default([]),
        })
        .optional(),
    }),
  ),
});

/**
 * Stands between the functions and the stand-in of the Sheets API and hands every call on, but the write that would
 * give the last row of the load its id: that one is never sent, so the load stays unfinished whoever dies when.
 */
export async function openGate(target: string, load: Load): Promise<Gate> {
  const withId = new Set<number>();
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => server.emit('error', error));
  });
  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming).catch(() => undefined);
    // Whoever was killed while sending has sent nothing.
    if (!body || !incoming.complete) return;
    const { pathname } = new URL(incoming.url ?? '', target);
    const rows = pathname.endsWith(':batchUpdate') ? rowsGivenIds(body, load) : [];
    if (withId.union(new Set(rows)).size >= load.rows) return void server.emit('held');
    for (const row of rows) withId.add(row);
    await handOn(incoming, { target, body, outgoing });
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    finishHeld: (signal) => once(server, 'held', { signal }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function rowsGivenIds(body: Buffer, { sheetId, idColumn }: Load): readonly number[] {
  const { requests } = batch.parse(JSON.parse(body.toString()));
  return requests.flatMap(({ updateCells }) => {
    const { start, rows = [] } = updateCells ?? {};
    if (start?.sheetId !== sheetId || start.columnIndex !== idColumn) return [];
    return rows.map((_, index) => start.rowIndex + index);
  });
}

interface Call {
  readonly target: string;
  readonly body: Buffer;
  readonly outgoing: ServerResponse;
}

async function handOn({ url = '', method, headers }: IncomingMessage, call: Call): Promise<void> {
  const onward = request(new URL(url, call.target), { method, headers });
  onward.end(call.body);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  const content = await buffer(answer);
  // To one who was killed meanwhile this writes nothing.
  call.outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(content);
}

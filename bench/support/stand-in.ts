import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startSheetsApi } from '../../local/sheets-api/server.ts';

/**
 * The stand-in of the Sheets API in a process of its own, so that its time and memory are not ours:
 * `node stand-in.ts FOLDER` prints its addresses as one line of JSON and serves until its input ends.
 */
const api = await startSheetsApi({ dataDir: process.argv[2] ?? '', port: 0 });
const counts = createServer((_request, response) => {
  // A connection kept open ends in silence while the other side computes for seconds.
  response.setHeader('connection', 'close').end(JSON.stringify(api.requests()));
});
counts.listen(0, '127.0.0.1');
await once(counts, 'listening');
const countsUrl = `http://127.0.0.1:${(counts.address() as AddressInfo).port}`;
console.log(JSON.stringify({ url: api.url, countsUrl }));

process.stdin.resume();
await once(process.stdin, 'end');
counts.close();
counts.closeAllConnections();
await api.close();

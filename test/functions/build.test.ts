import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { rmSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { buildFunctions } from '../../functions/build.ts';
import { spawnProgram } from '../support/run-program.ts';

/** Inside the project, so that the bundle finds the packages beside it as it does in the cloud. */
const FOLDER = '.cache/built-functions';
const FRAMEWORK = 'node_modules/@google-cloud/functions-framework/build/src/main.js';

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('the functions as they are deployed start under the framework and ask who calls', async () => {
  await buildFunctions(`${FOLDER}/index.js`);
  const port = await freePort();
  const source = `${FOLDER}/index.js`;
  const server = spawnProgram(FRAMEWORK, ['--target=sync', `--source=${source}`, `--port=${port}`], {
    SHNOR_AUDIENCES: 'https://sync.example',
    SHNOR_PROJECT: 'demo',
  });
  await once(server.stdout ?? server, 'data');
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' });
  const body: unknown = await answer.json();
  server.kill();
  await once(server, 'exit');
  expect([answer.status, body]).toMatchObject([401, { error: { code: 'unauthenticated' } }]);
});

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildFunctions } from '../../functions/build.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { COORDINATOR, localEnvironment } from '../../local/runtime.ts';
import { makeDemo } from '../../local/start/make-demo.ts';
import { openSite, type Site } from '../../local/start/open-site.ts';
import { textRow, wordFile, wordTable } from '../support/office-files.ts';
import { spawnProgram } from '../support/run-program.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

/** Inside the project, so that the bundle finds the packages beside it as it does in the cloud. */
const FOLDER = '.cache/built-functions';
const FRAMEWORK = 'node_modules/@google-cloud/functions-framework/build/src/main.js';

beforeAll(() => buildFunctions(FOLDER));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Deployed {
  call(body: object, token?: string): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** One function under the framework in a process of its own, as in the cloud. */
async function deploy(name: string, environment: Readonly<Record<string, string>>): Promise<Deployed> {
  const port = await freePort();
  const args = [`--target=${name}`, `--source=${FOLDER}/index.js`, `--port=${port}`];
  const program = spawnProgram(FRAMEWORK, args, environment);
  await once(program.stdout ?? program, 'data');
  return {
    async call(body, token) {
      const headers = {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const address = `http://127.0.0.1:${port}/`;
      const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: answer.status, body: await answer.json() };
    },
    stop: () => stop(program),
  };
}

async function stop(program: ChildProcess): Promise<void> {
  const ended = once(program, 'exit');
  program.kill();
  await ended;
}

test('the functions as they are deployed start under the framework and ask who calls', async () => {
  const sync = await deploy('sync', { SHNOR_AUDIENCES: 'https://sync.example', SHNOR_PROJECT: 'demo' });
  const answer = await sync.call({});
  await sync.stop();
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } });
});

/** By its name `z` zod comes whole; `import * as z` leaves out what nobody calls. */
test('of the languages of zod the bundle carries English alone', () => {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const text = names.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('');
  expect(text.match(/node_modules\/zod\/v4\/locales\/\w+/gu)).toEqual(['node_modules/zod/v4/locales/en']);
});

describe('of the libraries for office files', () => {
  const LIBRARIES = ['docx', 'exceljs', 'jszip', 'saxes'];
  const folder = makeTempFolder();
  let site: Site;
  let workbookId: string;

  beforeAll(async () => {
    site = await openSite(openDataFolder(folder.path), { port: 0, today: '2026-11-23' });
    workbookId = await makeDemo(site, '2026-11-23');
  });
  afterAll(async () => {
    await site.close();
    folder.remove();
  });

  /** Starts the function, calls it once, and tells its status and which of the libraries that took. */
  async function callOnce(name: string, body: object): Promise<readonly [number, readonly string[]]> {
    const record = join(folder.path, `${name}.modules`);
    const environment = Object.entries(localEnvironment(site.folder, site.sheetsUrl)).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const deployed = await deploy(name, {
      ...Object.fromEntries(environment),
      NODE_OPTIONS: `--import=${import.meta.resolve('./record-modules.ts')}`,
      RECORDED_MODULES: record,
    });
    const { status } = await deployed.call({ workbookId, ...body }, site.tokenFor(COORDINATOR));
    await deployed.stop();
    const loaded = readFileSync(record, 'utf8');
    return [status, LIBRARIES.filter((library) => loaded.includes(`/node_modules/${library}/`))];
  }

  test('a start and a synchronisation load none', async () => {
    expect(await callOnce('sync', {})).toEqual([200, []]);
  });

  test('a plan in a Word file is read by a process beside it, and loads none either', async () => {
    const file = await wordFile(wordTable(textRow('Мероприятие', 'Срок'), textRow('Семинар', 'май')));
    const plan = { name: 'План.docx', content: file.toString('base64') };
    expect(await callOnce('import', plan)).toEqual([200, []]);
  });
});

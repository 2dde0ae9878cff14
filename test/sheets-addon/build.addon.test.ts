import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { z } from 'zod';
import { createScriptStorage } from '../../local/addon-host/script-storage.ts';
import { startAnsweringServer } from './answering-server.ts';
import { SYNCED } from './answers.ts';
import { openWorkshop, type AddonWorkshop } from './opened-addon.ts';

let workshop: AddonWorkshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

afterAll(() => workshop.dispose());

test('the code is smaller than 46 KB', async () => {
  const code = await readFile(workshop.built.codePath);
  expect(code.byteLength).toBe(workshop.built.bytes);
  expect(code.byteLength).toBeLessThan(46_000);
});

test('the code checks answers and carries nothing else of the functions', () => {
  const shared = workshop.built.sources.filter((source) => source.startsWith('functions/'));
  expect(shared.toSorted()).toEqual([
    'functions/contract/answer-fields.ts',
    'functions/contract/answers.ts',
    'functions/contract/report-answers.ts',
  ]);
});

test('the global functions are the triggers, those of the menu and the one of the sidebar, and no others', async () => {
  const code = await readFile(workshop.built.codePath, 'utf8');
  const globals: Record<string, unknown> = {};
  runInContext(code, createContext(globals));
  const functions = Object.keys(globals).filter((name) => typeof globals[name] === 'function');
  const { menus } = await workshop.open({});
  const named = menus.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'item' ? [item.functionName] : [])),
  );
  const simple = ['onOpen'];
  const expected = [...simple, ...(await installedFunctions()), ...(await calledByPanel()), ...named];
  expect(functions.toSorted()).toEqual(expected.toSorted());
  expect(workshop.built.triggers.toSorted()).toEqual(functions.toSorted());
});

/** What «Автообновление…» makes triggers of. */
async function installedFunctions(): Promise<readonly string[]> {
  const server = await startAnsweringServer();
  server.answers = { '/sync': { status: 200, body: SYNCED } };
  const storage = createScriptStorage();
  const session = await workshop.open({
    storage,
    scriptProperties: { SHNOR_FUNCTIONS_URL: server.url },
    answerAlert: () => 'YES',
  });
  await session.press('ШНОР', 'Автообновление…');
  await server.close();
  return storage.triggers.list().map(({ functionName }) => functionName);
}

async function calledByPanel(): Promise<readonly string[]> {
  const page = await readFile(workshop.built.panelPath, 'utf8');
  return [...page.matchAll(/^\s*\.(?!with)(\w+)\(button/gmu)].map(([, name]) => name ?? '');
}

/** What Google's reference says of the manifest's fields that we use. */
const manifestSchema = z.strictObject({
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone)),
  dependencies: z.strictObject({}),
  exceptionLogging: z.enum(['NONE', 'STACKDRIVER']),
  runtimeVersion: z.enum(['STABLE', 'V8', 'DEPRECATED_ES5']),
  oauthScopes: z
    .array(
      z.union([z.literal('openid'), z.url({ protocol: /^https$/u, hostname: /^www\.googleapis\.com$/u })]),
    )
    .refine((scopes) => new Set(scopes).size === scopes.length),
});

test('the manifest has fields and values that Apps Script knows', async () => {
  const manifest: unknown = JSON.parse(await readFile(workshop.built.manifestPath, 'utf8'));
  expect(manifestSchema.safeParse(manifest).error).toBeUndefined();
});

test('each scope is justified in a comment', async () => {
  const source = await readFile(new URL('../../sheets-addon/manifest.ts', import.meta.url), 'utf8');
  const lines = source.split('\n').map((line) => line.trim());
  const scopes = lines.flatMap((line, index) => (/^'(openid|https:)/u.test(line) ? [index] : []));
  expect(scopes.map((index) => lines[index - 1]?.startsWith('// '))).toEqual(scopes.map(() => true));
  expect(scopes).toHaveLength(6);
});

test('clasp pushes what the build wrote, and nothing else', async () => {
  const folder = dirname(workshop.built.codePath);
  const ignore = await readFile(new URL('../../sheets-addon/.claspignore', import.meta.url), 'utf8');
  const pushed = ignore.split('\n').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  expect(pushed.toSorted()).toEqual((await readdir(folder)).toSorted());
});

test('the manifest asks for the scopes that the code uses', async () => {
  expect(JSON.parse(await readFile(workshop.built.manifestPath, 'utf8'))).toEqual({
    timeZone: 'Asia/Yekaterinburg',
    dependencies: {},
    exceptionLogging: 'STACKDRIVER',
    runtimeVersion: 'V8',
    oauthScopes: [
      'openid',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/script.external_request',
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.scriptapp',
    ],
  });
});

test('the code carries the licence of what it contains', async () => {
  expect(await readFile(workshop.built.codePath, 'utf8')).toContain(
    'Permission is hereby granted, free of charge',
  );
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';
import { openWorkshop, type AddonWorkshop } from './opened-addon.ts';

let workshop: AddonWorkshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

afterAll(() => workshop.dispose());

test('the code is smaller than 40 KB', async () => {
  const code = await readFile(workshop.built.codePath);
  expect(code.byteLength).toBe(workshop.built.bytes);
  expect(code.byteLength).toBeLessThan(40_000);
});

test('the global functions are the trigger and those of the menu, and no others', async () => {
  const code = await readFile(workshop.built.codePath, 'utf8');
  const globals: Record<string, unknown> = {};
  runInContext(code, createContext(globals));
  const functions = Object.keys(globals).filter((name) => typeof globals[name] === 'function');
  const { menus } = await workshop.open({});
  const named = menus.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'item' ? [item.functionName] : [])),
  );
  expect(functions.toSorted()).toEqual(['onOpen', ...named].toSorted());
  expect(workshop.built.triggers.toSorted()).toEqual(functions.toSorted());
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
    ],
  });
});

test('the code carries the licence of what it contains', async () => {
  expect(await readFile(workshop.built.codePath, 'utf8')).toContain(
    'Permission is hereby granted, free of charge',
  );
});

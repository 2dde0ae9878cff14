import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readDocuments } from '../../../../functions/use-cases/backup/read-documents.ts';
import { createMemoryStore } from '../../../simulation/world/memory-store.ts';

/** As the store sorts them below each collection, with what a large one goes on in; the head is the last. */
const KEYS = [
  'workbooks/ID/own-forms/abc',
  'workbooks/ID/own-forms/abc/parts/001',
  'workbooks/ID/reports/00001',
  'workbooks/ID/reports/00001/parts/001',
  'workbooks/ID/reports/00001/parts/002',
  'workbooks/ID/reports/00002',
  'workbooks/ID/rows/executions-0001',
  'workbooks/ID',
];

test('a report and a form that are too large for one document are read whole', async () => {
  const store = createMemoryStore();
  await store.commit(KEYS.map((key) => ({ kind: 'put', key, data: { key } })));
  const found: unknown[] = [];
  for await (const document of readDocuments(store)) found.push(document);
  expect(found).toEqual(KEYS.map((key) => ({ key, data: { key } })));
});

test('nothing else in the store goes on in parts', () => {
  const stored = 'functions/use-cases';
  const going = readdirSync(stored, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && readFileSync(join(stored, path), 'utf8').includes('}/parts/'))
    .toSorted();
  expect(going).toEqual(['stored/reports/own-forms.ts', 'stored/reports/record.ts']);
});

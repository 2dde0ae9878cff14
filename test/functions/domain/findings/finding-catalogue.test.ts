import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { FINDING_CATALOGUE } from '../../../../functions/domain/findings/finding-catalogue.ts';

/** Told under codes that are put together: the reasons of labels, the kinds of gaps. */
const COMPUTED = [
  'label_none',
  'label_several',
  'column_doubled',
  'rows_above',
  'mail_refused',
  'mail_delayed',
];

function codesInSources(): readonly string[] {
  const root = 'functions';
  const files = ['domain', 'workbook', 'use-cases'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`${root}/${folder}/${file}`, 'utf8')),
  );
  const codes = files.flatMap((text) =>
    [...text.matchAll(/\bcode: '([a-z_]+)'/gu)].map(([, code = '']) => code),
  );
  return [...new Set([...codes, ...COMPUTED])].toSorted();
}

test('every finding is documented in the catalogue, and nothing else is', () => {
  expect([...FINDING_CATALOGUE.keys()].toSorted()).toEqual(codesInSources());
});

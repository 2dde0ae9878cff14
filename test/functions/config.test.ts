import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../functions/config.ts';

describe('the installation’s settings', () => {
  test('need only the audiences; the store is Firestore unless told otherwise', () => {
    expect(parseConfig({ SHNOR_AUDIENCES: 'https://a.run.app, 123.apps.example' })).toEqual({
      SHNOR_STORE: 'firestore',
      SHNOR_SQLITE_FILE: '.data/store.sqlite',
      SHNOR_AUDIENCES: ['https://a.run.app', '123.apps.example'],
      SHNOR_WORKBOOK_URL: 'https://docs.google.com/spreadsheets/d/{id}/edit',
      SHNOR_SHEETS_KEY: 'local',
      SHNOR_SHEETS_PATIENCE_MS: 120_000,
      SHNOR_ALLOW_TODAY: '0',
      SHNOR_UNMETERED: '0',
      SHNOR_CALLS_AT_ONCE: 15,
      SHNOR_CALLS_PER_MINUTE: 30,
    });
  });

  test('are refused with every bad variable named', () => {
    const bad = () => parseConfig({ SHNOR_STORE: 'oracle', SHNOR_SHEETS_URL: 'not an address' });
    expect(bad).toThrow(/SHNOR_STORE.*SHNOR_SHEETS_URL.*SHNOR_AUDIENCES/u);
  });
});

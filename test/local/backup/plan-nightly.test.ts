import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { keepNightly } from '../../../local/backup/nightly.ts';
import { backupName, isDue, planPruning } from '../../../local/backup/plan-nightly.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const root = makeTempFolder();
afterAll(() => root.remove());
const nameOf = (day: string): string => `shnor-${day}.backup.gz`;

describe('which backups are made and which stay', () => {
  test('one a day', () => {
    const now = new Date('2026-11-23T03:00:00Z');
    expect(backupName(now)).toBe(nameOf('2026-11-23'));
    expect([isDue([], now), isDue([nameOf('2026-11-22')], now), isDue([nameOf('2026-11-23')], now)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('the latest stay, and nothing that the schedule did not make is touched', () => {
    const names = ['2026-11-20', '2026-11-23', '2026-11-21', '2026-11-22'].map(nameOf);
    const others = ['до обновления.backup.gz', 'shnor-2020-01-01.backup.gz.unfinished-7', 'диплом.txt'];
    expect(planPruning([...names, ...others], 2, nameOf('2026-11-23'))).toEqual(
      ['2026-11-20', '2026-11-21'].map(nameOf),
    );
  });

  test('the one just made stays, also where a clock was once ahead', () => {
    const names = ['2026-11-23', '2031-01-01', '2031-01-02'].map(nameOf);
    expect(planPruning(names, 2, nameOf('2026-11-23'))).toEqual([]);
  });
});

describe('every night', () => {
  const play = async (make: (file: string) => Promise<void>, names: readonly string[] = []) => {
    const folder = mkdtempSync(join(root.path, 'nightly-'));
    for (const name of names) writeFileSync(join(folder, name), '');
    const said: string[] = [];
    const now = () => new Date('2026-11-23T03:00:00Z');
    const nightly = keepNightly({ folder, keep: 2, make, now, say: (line) => said.push(line) });
    await nightly.first;
    await nightly.stop();
    return { files: readdirSync(folder).toSorted(), said };
  };

  test('a new one comes and the oldest goes', async () => {
    const names = ['2026-11-20', '2026-11-21'].map(nameOf);
    const made = await play(async (file) => writeFileSync(file, ''), names);
    expect(made).toEqual({ files: ['2026-11-21', '2026-11-23'].map(nameOf), said: [] });
  });

  test('one that fails is told, takes nothing away and ends nothing', async () => {
    const names = ['2026-11-19', '2026-11-20', '2026-11-21'].map(nameOf);
    const failed = await play(() => Promise.reject(new Error('нет места')), names);
    expect(failed).toEqual({ files: names, said: ['Резервная копия не снята: Error: нет места'] });
  });
});

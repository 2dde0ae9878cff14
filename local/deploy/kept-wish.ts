import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { writeWhole } from '../disk.ts';
import { formatCommand } from './plan/step.ts';
import type { Wish } from './wish.ts';

const pairs = z.record(z.string(), z.string());
const schema = z.object({
  project: z.string(),
  region: z.string(),
  spreadsheetId: z.string(),
  timeZone: z.string(),
  members: z.array(z.string()),
  audiences: z.array(z.string()),
  variables: pairs,
  /** The names of files, not what stands in them. */
  secrets: pairs,
  budget: z.number(),
  marks: z.object({ service: z.string(), rules: z.string(), alerts: z.string(), addon: z.string() }),
});

const FILE = 'wish.json';

/** What was asked for last, for whoever looks later whether it stands. */
export function keepWish({ folder, ...wish }: Wish): void {
  writeWhole(join(folder, FILE), `${JSON.stringify(wish, undefined, 2)}\n`);
}

/** The command that asks for the same again, as a person would type it. */
export function commandOf(wish: Wish): string {
  const listed = (name: string, values: readonly string[]) => values.flatMap((value) => [`--${name}`, value]);
  const paired = (name: string, values: Readonly<Record<string, string>>) =>
    listed(
      name,
      Object.entries(values).map(([key, value]) => `${key}=${value}`),
    );
  const args = [
    ...listed('project', [wish.project]),
    ...listed('spreadsheet', [wish.spreadsheetId]),
    ...listed('region', [wish.region]),
    ...listed('time-zone', [wish.timeZone]),
    ...listed('member', wish.members),
    ...listed('audience', wish.audiences),
    ...paired('env', wish.variables),
    ...paired('secret', wish.secrets),
    ...listed('budget', [String(wish.budget)]),
  ];
  return formatCommand({ program: 'npm', args: ['run', 'deploy', '--', ...args] });
}

/** `data`: the data folder of a workbook in the cloud, below the deployment's own. Undefined where none was deployed. */
export function readKeptWish(data: string): Wish | undefined {
  const folder = dirname(data);
  const file = join(folder, FILE);
  return existsSync(file) ? { ...schema.parse(JSON.parse(readFileSync(file, 'utf8'))), folder } : undefined;
}

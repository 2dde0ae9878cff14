import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { install } from '../../../local/deploy/deploy.ts';
import { undeploy } from '../../../local/deploy/undeploy.ts';
import type { Command } from '../../../local/deploy/plan/step.ts';
import { openFakeCloud } from './fake-cloud.ts';

/** Flags that every command of gcloud takes: `gcloud topic flags`. */
const EVERYWHERE = new Set(['--project', '--quiet', '--format', '--filter', '--impersonate-service-account']);

interface Node {
  readonly commands?: Readonly<Record<string, Node>>;
  readonly flags?: Readonly<Record<string, unknown>>;
}

/** The tree of commands that gcloud carries for the completion of the shell: what its help says, at once. */
function readTree(): Node | undefined {
  const gcloud = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'gcloud'))
    .find((path) => existsSync(path));
  const file = gcloud && join(realpathSync(gcloud), '../../data/cli/gcloud_completions.py');
  if (!file || !existsSync(file)) return undefined;
  const code =
    'import json,sys; d={}; exec(open(sys.argv[1]).read(), d); print(json.dumps(d["STATIC_COMPLETION_CLI_TREE"]))';
  const { status, stdout } = spawnSync('python3', ['-c', code, file], { encoding: 'utf8', maxBuffer: 1e9 });
  return status === 0 ? (JSON.parse(stdout) as Node) : undefined;
}

/** What gcloud does not know of the words: an unknown command, or the flags. */
function unknownIn(tree: Node, { args }: Command): readonly string[] {
  let node = tree;
  for (const word of args) {
    const next = node.commands?.[word];
    if (!next) break;
    node = next;
  }
  if (node.commands && Object.keys(node.commands).length > 0)
    return [`no command: ${args.slice(0, 4).join(' ')}`];
  const flags = args.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? '');
  return flags.filter(
    (flag) => !EVERYWHERE.has(flag) && !(flag.replace('--no-', '--') in (node.flags ?? {})),
  );
}

const tree = readTree();
const NAME = 'every command that is run or shown';
const describeWithGcloud = tree
  ? (body: () => void) => describe(NAME, body)
  : (body: () => void) => describe.skip(`${NAME} [SKIPPED, no gcloud or no python3 here]`, body);

const calls: Command[] = [];
beforeAll(async () => {
  const cloud = openFakeCloud();
  await install(cloud.wish(), cloud);
  const marks = { service: 'code', rules: 'rules', alerts: 'alerts', addon: 'addon' };
  await install(cloud.wish({ timeZone: 'Europe/Moscow', marks }), cloud);
  await undeploy(
    { project: 'demo-project', region: 'europe-west1', dryRun: false, data: `${cloud.folder}/data` },
    cloud,
  );
  calls.push(...cloud.calls);
  cloud.remove();
});

describeWithGcloud(() => {
  test('is one that gcloud knows, with flags that it knows', () => {
    const own = calls.filter(({ program }) => program === 'gcloud');
    expect(own.length).toBeGreaterThan(60);
    expect(own.flatMap((command) => unknownIn(tree ?? {}, command))).toEqual([]);
  });

  test('and this check sees a wrong flag and a wrong command', () => {
    const wrong = (...args: string[]) => unknownIn(tree ?? {}, { program: 'gcloud', args });
    expect([wrong('run', 'deploy', 'x', '--max-instance=2'), wrong('tasks', 'queue', 'create')]).toEqual([
      ['--max-instance'],
      ['no command: tasks queue create'],
    ]);
  });
});

/** Where the tool declares them: its help takes half a minute on a busy machine. */
test('firebase knows the flags that it is given', () => {
  const declared = ['index.js', 'commands/deploy.js'].map((file) =>
    readFileSync(join('node_modules/firebase-tools/lib', file), 'utf8'),
  );
  for (const flag of ['--project <alias_or_project_id>', '--non-interactive', '--only <targets>'])
    expect([flag, declared.some((text) => text.includes(flag))]).toEqual([flag, true]);
});

const CLASP = 'node_modules/@google/clasp/build/src/index.js';
const hasClasp = existsSync(CLASP);
const testWithClasp = hasClasp ? test : test.skip;
testWithClasp(`clasp knows its commands and flags${hasClasp ? '' : ' [SKIPPED, no clasp here]'}`, () => {
  const own = calls.filter(({ args }) => args.some((word) => word.startsWith('@google/clasp@')));
  expect(own.length).toBeGreaterThan(2);
  // What every command takes (`--json`) stands in the general help alone.
  const helpOf = (...args: string[]) =>
    spawnSync(process.execPath, [CLASP, ...args, '--help'], { encoding: 'utf8' });
  const general = helpOf().stdout;
  for (const { args } of own) {
    const [command = '', ...rest] = args.slice(args.findIndex((word) => word.startsWith('@google')) + 1);
    const { stdout, status } = helpOf(command);
    const known = `${general}${stdout}`;
    const unknown = rest.filter((word) => word.startsWith('--') && !known.includes(word.split('=')[0] ?? ''));
    expect([command, status, unknown]).toEqual([command, 0, []]);
  }
});

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToolFailedError, type RunTool } from '../../../local/deploy/tools.ts';
import type { Command } from '../../../local/deploy/plan/step.ts';
import { markOf, type Wish } from '../../../local/deploy/wish.ts';
import { FAKES } from '../../support/fake-cloud/program.ts';
import { FakeFailure, readCloud, type CloudState } from '../../support/fake-cloud/state.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

export const BOOK = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdef0';

export interface FakeCloud {
  readonly folder: string;
  /** Every call of a program so far. */
  readonly calls: Command[];
  readonly lines: string[];
  readonly run: RunTool;
  print(line: string): void;
  state(): CloudState;
  changes(): readonly string[];
  wish(more?: Partial<Wish>): Wish;
  remove(): void;
}

/** The fakes in this process: many deployments in a second. `dies`: see `FakeCall`. */
export function openFakeCloud(dies?: string): FakeCloud {
  const temp = makeTempFolder();
  const folder = temp.path;
  const calls: Command[] = [];
  const lines: string[] = [];
  return {
    folder,
    calls,
    lines,
    run: async (command) => {
      calls.push(command);
      return runFake(command, { folder, ...(dies && { dies }) });
    },
    print: (line) => void lines.push(line),
    state: () => readCloud(folder),
    changes: () => readFileSync(join(folder, 'changes.log'), 'utf8').trimEnd().split('\n'),
    wish: (more = {}) => ({ ...wishIn(folder), ...more }),
    remove: () => temp.remove(),
  };
}

function runFake(command: Command, place: { readonly folder: string; readonly dies?: string }): string {
  const { program, args, env = {}, cwd = '.' } = command;
  if (program === 'node') return buildQuickly(args);
  try {
    return FAKES[program]?.({ ...place, args, cwd, env }) ?? '';
  } catch (error) {
    if (!(error instanceof FakeFailure)) throw error;
    throw new ToolFailedError(command, { error: error.message, answer: error.answer });
  }
}

/** What `sheets-addon/build.ts` leaves, without a second of building. */
function buildQuickly([, folder = '', address = '']: readonly string[]): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['Code.js', 'Panel.html', 'appsscript.json']) writeFileSync(join(folder, name), address);
  return '';
}

function wishIn(folder: string): Wish {
  return {
    project: 'demo-project',
    region: 'europe-west1',
    spreadsheetId: BOOK,
    timeZone: 'Asia/Yekaterinburg',
    members: ['coordinator@example.ru=municipal_coordinator'],
    audiences: [],
    variables: {},
    secrets: { SHNOR_SMTP_URL: 'smtp.txt' },
    budget: 10,
    marks: {
      service: markOf('code'),
      rules: markOf('rules'),
      alerts: markOf('alerts'),
      addon: markOf('add-on'),
    },
    folder: join(folder, 'data/cloud/demo-project', BOOK),
  };
}

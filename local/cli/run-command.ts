import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { openDataFolder, type DataFolder } from '../data-folder.ts';
import { NotProvisionedError } from '../local-errors.ts';
import { openRuntime, type Runtime, type RuntimeOptions } from '../runtime.ts';
import { parseAddress, type CommonOptions } from './options.ts';

/** What a command has to say: one object for programs, or text for people. */
export interface CommandResult {
  readonly json: unknown;
  readonly text: string;
  /** Absent: success. */
  readonly exitCode?: number;
}

export interface Workplace {
  readonly folder: DataFolder;
  readonly runtime: Runtime;
}

/** Runs the command over the data folder and closes everything behind it. */
export function inWorkplace(
  options: CommonOptions,
  action: (workplace: Workplace) => Promise<CommandResult>,
  { makesFolder = false } = {},
): Promise<void> {
  return runCommand(options, async () => {
    const folder = openDataFolder(options.data, { mustExist: !makesFolder });
    const runtime = await openRuntime(folder, runtimeOptions(options));
    try {
      return await action({ folder, runtime });
    } finally {
      await runtime.close();
    }
  });
}

export function runtimeOptions({ sheets, cloud }: CommonOptions): RuntimeOptions {
  return { isCloud: cloud, ...(sheets && { sheetsUrl: parseAddress(sheets) }) };
}

/** Prints the result, or the error as one clear message, and sets the exit code. */
export async function runCommand(
  { json }: Pick<CommonOptions, 'json'>,
  action: () => Promise<CommandResult>,
): Promise<void> {
  try {
    const result = await action();
    console.log(json ? JSON.stringify(result.json) : result.text);
    process.exitCode = result.exitCode ?? 0;
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    reportFailure(error, json);
  }
}

export function reportFailure({ code, message }: UserFacingError, json: boolean): void {
  if (json) console.log(JSON.stringify({ error: { code, message } }));
  console.error(message);
  process.exitCode = 1;
}

/** The folder's workbook. Throws `NotProvisionedError`. */
export function workbookIdOf(folder: DataFolder): string {
  if (folder.workbookId === undefined) throw new NotProvisionedError(folder.path);
  return folder.workbookId;
}

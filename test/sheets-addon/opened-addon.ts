import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAddon, type AddonSession } from '../../local/addon-host/open-addon.ts';
import type { AddonOptions } from '../../local/addon-host/addon-options.ts';
import { buildAddon, type BuiltAddon } from '../../sheets-addon/build.ts';

export interface AddonWorkshop {
  readonly built: BuiltAddon;
  /** A session over the built code; what the test does not care about is filled in. */
  open(options: Partial<AddonOptions>): Promise<AddonSession>;
  dispose(): Promise<void>;
}

/** Builds the add-on into a folder of its own, once a test file. */
export async function openWorkshop(): Promise<AddonWorkshop> {
  const folder = await mkdtemp(join(tmpdir(), 'shnor-addon-'));
  const built = await buildAddon(folder);
  return {
    built,
    open: (options) =>
      openAddon({
        codePath: built.codePath,
        spreadsheetId: 'workbook-1',
        scriptProperties: {},
        identityToken: () => 'token-1',
        ...options,
      }),
    dispose: () => rm(folder, { recursive: true }),
  };
}

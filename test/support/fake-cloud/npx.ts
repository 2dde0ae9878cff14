import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { change, fail, FakeFailure, json, readCloud, type FakeCall } from './state.ts';

/** `npx`, for `firebase` (15) and `clasp` (3.3.0) alone: what they do to a project, and how they name files. */
export function fakeNpx(call: FakeCall): string {
  const given = call.args.filter((word) => word !== '--yes');
  const [program, command = ''] = given;
  if (program === 'firebase') return firebase(call);
  const answer = (claspOf(call, given)[command] ?? (() => fail(`unknown command '${command}'`)))();
  return typeof answer === 'string' ? answer : '';
}

function firebase(call: FakeCall): string {
  const cloud = readCloud(call.folder);
  if (!call.args.includes('--project')) fail('No currently active project.');
  // The tool makes one where there is none: in the USA.
  const databases = cloud.databases['(default)'] ? cloud.databases : { '(default)': 'nam5' };
  change(call, { hasRules: true, databases });
  return '';
}

/** Made on Google's side, and cut off thereafter. */
function sayOnFailure(said: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof FakeFailure && error.message.endsWith('after')) error.answer = said;
    throw error;
  }
}

interface ClaspFile {
  readonly scriptId?: string;
  readonly rootDir?: string;
}

function claspOf(call: FakeCall, given: readonly string[]): Readonly<Record<string, () => unknown>> {
  const cloud = readCloud(call.folder);
  const at = (...path: readonly string[]) => join(call.cwd, ...path);
  const valueOf = (name: string): string => given[given.indexOf(name) + 1] ?? '';
  return {
    login: () => change(call, { claspUser: true }),
    'show-authorized-user': () => json({ loggedIn: cloud.claspUser }),
    'create-script': () => {
      if (!cloud.claspUser) fail('No credentials found.');
      if (existsSync(at('.clasp.json'))) fail('Project file already exists.');
      const scriptId = `script-${Object.keys(cloud.scripts).length + 1}`;
      const rootDir = valueOf('--rootDir');
      const said = `Created new script: https://script.google.com/d/${scriptId}/edit\n`;
      const made = {
        scripts: { ...cloud.scripts, [scriptId]: { parent: valueOf('--parentId'), files: [] } },
      };
      sayOnFailure(said, () => change(call, made));
      // It brings the empty script of the new project, and notes it at the very end.
      mkdirSync(at(rootDir), { recursive: true });
      writeFileSync(at(rootDir, 'Код.js'), 'function myFunction() {}');
      writeFileSync(at(rootDir, 'appsscript.json'), '{}');
      writeFileSync(at('.clasp.json'), JSON.stringify({ scriptId, rootDir }));
      return `${said}└─ ${rootDir}/Код.js\nCloned 2 files.\n`;
    },
    push: () => {
      const { scriptId = '', rootDir = '.' } = JSON.parse(
        readFileSync(at('.clasp.json'), 'utf8'),
      ) as ClaspFile;
      if (!given.includes('--force')) {
        // Without a terminal nobody can answer whether the manifest may change.
        return 'Skipping push.\n';
      }
      const files = globSync('**/*.{js,html,json}', { cwd: at(rootDir) }).filter(
        (file) => !file.endsWith('.json') || basename(file) === 'appsscript.json',
      );
      const script = cloud.scripts[scriptId] ?? fail('Requested entity was not found.');
      change(call, { scripts: { ...cloud.scripts, [scriptId]: { ...script, files: files.toSorted() } } });
      return json(files.map((file) => join(rootDir, file)));
    },
  };
}

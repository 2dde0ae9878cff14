import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strict } from '../strict.ts';
import type { ScriptRun } from './script-run.ts';

/** Google's own sizes of a dialog, where the script names none. */
const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 400;

interface PanelParts {
  readonly html: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** What the script's outputs hold; the script itself cannot read it. */
const parts = new WeakMap<object, PanelParts>();

export interface HtmlOutput {
  getContent(): string;
  setTitle(title: string): HtmlOutput;
  setWidth(width: number): HtmlOutput;
  setHeight(height: number): HtmlOutput;
}

export function createHtmlService({ codePath, refuse }: ScriptRun) {
  return strict('HtmlService', {
    createHtmlOutput,
    // The files of the script lie beside its code, as clasp pushes them.
    createHtmlOutputFromFile(name: string): HtmlOutput {
      const path = join(dirname(codePath), `${name}.html`);
      if (!/^\w+$/u.test(name) || !existsSync(path)) refuse(`No HTML file named ${name} was found.`);
      return createHtmlOutput(readFileSync(path, 'utf8'));
    },
  });
}

function createHtmlOutput(html: string): HtmlOutput {
  const change = (changes: Partial<PanelParts>): HtmlOutput => {
    parts.set(output, { ...partsOf(output), ...changes });
    return output;
  };
  const output: HtmlOutput = strict('HtmlOutput', {
    getContent: () => partsOf(output).html,
    setTitle: (title: string) => change({ title }),
    setWidth: (width: number) => change({ width }),
    setHeight: (height: number) => change({ height }),
  });
  parts.set(output, { html, title: '', width: DIALOG_WIDTH, height: DIALOG_HEIGHT });
  return output;
}

/** Throws where it is no output of `HtmlService`. */
export function partsOf(output: HtmlOutput): PanelParts {
  const found = parts.get(output);
  if (!found) throw new TypeError('Invalid argument: userInterface');
  return found;
}

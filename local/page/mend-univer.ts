import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What is made otherwise in the sources of one of Univer's packages: each text stands there exactly once. */
interface Mending {
  readonly packageName: string;
  readonly replacements: readonly (readonly [was: string, becomes: string])[];
}

const GUESSING = 'const getNumfmtParseValueFilter = (value) => {';

/**
 * Univer takes «05.09.2026», typed or pasted, for the 9th of May. Here nobody reads text but the spreadsheet: the
 * one place where Univer guesses is made to find nothing.
 */
const PLAIN_TYPING: Mending = {
  packageName: 'core',
  replacements: [[GUESSING, `${GUESSING} return null;`]],
};

const WAKE = 'this.scene.getEngine()?.startRenderLoop();';
const NEXT_FRAME = 'this._requestNewFrameHandler = requestNewFrame(this._renderFunction);';
const ADD_LAYER = 'addLayer(...argument) {\n\t\tthis._layers.push(...argument);';
const SOIL_LAYER = 'makeDirty(state = true) {\n\t\tthis._dirty = state;\n\t\t/**';

/**
 * Each of Univer's canvases (the grid, the cell's editor, the formula bar) asks for sixty frames a second for ever, and
 * so an idle page takes a fifth of a processor's core. Mended, a canvas with nothing to draw asks for none; a layer
 * that becomes dirty wakes it.
 */
const QUIET_FRAMES: Mending = {
  packageName: 'engine-render',
  replacements: [
    [
      `if (this._renderFrameTasks.length > 0) ${NEXT_FRAME}`,
      `if (this._renderFrameTasks.length > 0 && Object.values(this._scenes).some((scene) => scene.isDirty())) ${NEXT_FRAME}`,
    ],
    [SOIL_LAYER, SOIL_LAYER.replace('/**', `if (state) ${WAKE}\n\t\t/**`)],
    [ADD_LAYER, `${ADD_LAYER}\n\t\tthis.getEngine()?.startRenderLoop();`],
  ],
};

const FIND_LANGUAGE = 'const loader = PATTERN_LOADERS[lang];';

/**
 * Univer brings the hyphenation of seventy languages, half of all that a window reads as it opens. Russian stays, and
 * the American English that is built in.
 */
const FEW_LANGUAGES: Mending = {
  packageName: 'engine-render',
  replacements: [
    [FIND_LANGUAGE, 'const loader = lang === "ru" ? () => import("./ru-v4l-ayaq.js") : undefined;'],
  ],
};

const LETTERS = '\t\t\tctx.fillText(curColumnCfg.text, textX, middleYCellRect);';

/**
 * A report's tables share one grid of many narrow columns, and Univer paints the letters of each over those of the next.
 * Where they do not fit they are left out, as Google does.
 */
const LETTERS_THAT_FIT: Mending = {
  packageName: 'engine-render',
  replacements: [
    [
      LETTERS,
      LETTERS.replace('ctx.', 'if (ctx.measureText(curColumnCfg.text).width < cellBound.width) ctx.'),
    ],
  ],
};

const LIST_MARGINS = 'const MARGIN_H = 6;\nconst MARGIN_V = 3;';

/** What stands in a cell with a list stands where the texts of the cells beside it do. */
const LEVEL_LISTS: Mending = {
  packageName: 'sheets-data-validation-ui',
  replacements: [[LIST_MARGINS, 'const MARGIN_H = 2;\nconst MARGIN_V = 1;']],
};

const TAKEN_BACK = 'if (selected) set = new Set(value.filter((sub) => sub !== item.value));';

/** Whoever takes from a list what the cell holds already means to keep it: Univer empties the cell. */
const CHOSEN_AGAIN: Mending = {
  packageName: 'sheets-ui',
  replacements: [[TAKEN_BACK, TAKEN_BACK.replace('(selected)', '(selected && multiple)')]],
};

const MENDINGS: readonly Mending[] = [
  CHOSEN_AGAIN,
  PLAIN_TYPING,
  QUIET_FRAMES,
  FEW_LANGUAGES,
  LETTERS_THAT_FIT,
  LEVEL_LISTS,
];

/** Mends Univer while it is bundled. Fails where a version of Univer no longer says what is to be replaced. */
export const mendUniver: Plugin = {
  name: 'mend-univer',
  setup(build) {
    for (const [packageName, mendings] of Map.groupBy(MENDINGS, (each) => each.packageName)) {
      const replacements = mendings.flatMap((each) => each.replacements);
      const filter = new RegExp(String.raw`@univerjs[\\/]${packageName}[\\/]lib[\\/]es[\\/]index\.js$`);
      build.onLoad({ filter }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return {
          contents: replacements.reduce((text, one) => replaceOnce(text, one, path), source),
          loader: 'js',
        };
      });
    }
  },
};

function replaceOnce(text: string, [was, becomes]: readonly [string, string], path: string): string {
  const [before, after, ...more] = text.split(was);
  if (after === undefined || more.length > 0)
    throw new Error(`Univer is not as it was: look for what to mend in ${path}, once it said «${was}»`);
  return `${before}${becomes}${after}`;
}

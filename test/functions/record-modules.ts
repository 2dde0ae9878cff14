import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/**
 * Loaded into a program with `--import`: writes the address of each module that the program loads from then on, by
 * `import` or by `require`, into the file that `RECORDED_MODULES` names.
 */
const file = process.env['RECORDED_MODULES'] ?? '';

registerHooks({
  load(url, context, nextLoad) {
    appendFileSync(file, `${url}\n`);
    return nextLoad(url, context);
  },
});

import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine; undefined where there is none. `SHNOR_CHROMIUM` names another. */
export function findChromium(): string | undefined {
  return [process.env['SHNOR_CHROMIUM'] ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
}

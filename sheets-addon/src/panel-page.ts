import type { Html } from './html.ts';

/** `Panel.html`, which the build puts beside the code: Apps Script reads it only where a panel is opened. */
const FILE = 'Panel';
const PLACE = '<!--body-->';

/** A whole document, for the sidebar. */
export function layoutPanel(body: Html): string {
  const page = HtmlService.createHtmlOutputFromFile(FILE).getContent();
  // A function, for in a text `$&` would mean something.
  return page.replace(PLACE, () => body.html);
}

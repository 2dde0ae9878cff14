import { show, type Html, type Part } from './html.ts';

/** `Panel.html`, which the build puts beside the code: Apps Script reads it only where a panel is opened. */
const FILE = 'Panel';
const PLACE = '<!--body-->';
/** What follows in the file never reaches the browser: HTML with places to be filled, a `<template>` each. */
const PARTS = '<!--parts-->';

/** A whole document, for the sidebar. */
export function layoutPanel(body: Html): string {
  // A function, for in a text `$&` would mean something.
  return readFile(0).replace(PLACE, () => body.html);
}

/** The part with its places (`{{name}}`) filled; a place that is not named here stays empty. */
export function layoutPart(name: string, values: Readonly<Record<string, Part | null>> = {}): Html {
  const part = readFile(1).split(`<template id="${name}">`)[1] ?? '';
  const [template = ''] = part.split('</template>');
  return { html: template.replace(/{{(\w+)}}/g, (_, place: string) => show(values[place] ?? '')) };
}

/** A button; pressed, it sends `given` and the fields of the `data-fields` around it to the panel's action. */
export function button(title: string, action: string, given: Readonly<Record<string, string>> = {}): Html {
  return layoutPart('button', { title, action, given: JSON.stringify(given) });
}

let file: readonly string[] | undefined;

function readFile(part: number): string {
  file ??= HtmlService.createHtmlOutputFromFile(FILE).getContent().split(PARTS);
  return file[part] ?? '';
}

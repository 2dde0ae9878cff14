import { escapeHtml } from '../../functions/workbook/layout/escape-html.ts';

/** A piece of HTML in which every value has been made harmless. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | Html | readonly Html[];

/** Values are texts, whatever signs they hold; only what is `Html` already stands as it is. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((part, at) => part + toText(values[at])).join(''));
}

function toText(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'string' ? escapeHtml(value) : value.map(({ text }) => text).join('');
}

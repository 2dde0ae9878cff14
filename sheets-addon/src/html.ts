/** HTML that is ready to be shown: everything of people's in it is escaped. */
export interface Html {
  readonly html: string;
}

type Part = string | number | Html | readonly Html[];

/** Makes HTML of a template: texts are escaped, `Html` stands as it is. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const filled = template.map((text, index) => text + (index < parts.length ? show(parts[index] ?? '') : ''));
  return { html: filled.join('') };
}

export const NOTHING: Html = { html: '' };

function show(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  if ('html' in part) return part.html;
  return part.map((each) => each.html).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A button; pressed, it sends `given` and the fields around it to the panel's action. */
export function button(title: string, action: string, given: Readonly<Record<string, string>> = {}): Html {
  return html`<button data-do="${action}" data-given="${JSON.stringify(given)}">${title}</button>`;
}

/** HTML that is ready to be shown: everything of people's in it is escaped. */
export interface Html {
  readonly html: string;
}

export type Part = string | number | Html | readonly Html[];

/** What stands in the place of a part: texts are escaped, `Html` stands as it is. */
export function show(part: Part): string {
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

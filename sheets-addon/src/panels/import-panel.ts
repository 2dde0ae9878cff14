import type { AnswerOf } from '../../../functions/contract/answers.ts';
import type { Html } from './html.ts';
import { button, layoutPart } from './panel-page.ts';

/** `content`: the page puts the file there, and its name beside it. */
const FILE = { name: '', content: '' };

/** What would be appended, and the question; of a file with several tables one may be chosen. */
export function layoutImportPlan({ count, tables, message }: AnswerOf<'import'>, table: string): Html {
  return layoutPart('importPlan', {
    message,
    yes: count > 0 ? button('Да, дописать', 'appendImport', { ...FILE, table }) : '',
    choice: tables.length > 0 ? layoutPart('importTables', { tables: tables.map(layoutTable) }) : '',
  });
}

function layoutTable(name: string): Html {
  return layoutPart('choice', { value: name, title: name });
}

export function layoutImported({ message }: AnswerOf<'import'>): Html {
  return layoutPart('imported', { message });
}

import type { AnswerOf } from '../../../functions/contract/answers.ts';
import type { Html } from './html.ts';
import { button, layoutPart } from './panel-page.ts';

/** `content`: the page puts the file there, and its name beside it. */
const FILE = { name: '', content: '' };

/** Of which table, whose plan it is, which measures, and where columns stand; '': of all, the municipality's, as read. */
export type Chosen = Readonly<Record<'table' | 'school' | 'only' | 'columns', string>>;

export function layoutWishes({ only, columns }: Pick<Chosen, 'only' | 'columns'>): Html {
  return layoutPart('importWishes', { only, columns });
}

/** What would be appended, and the question; whose plan it is may be chosen, and of several tables one. */
export function layoutImportPlan(
  { count, tables, schools, message }: AnswerOf<'import'>,
  chosen: Chosen,
): Html {
  const { table, school } = chosen;
  const ofTables = { tables: optionsOf(tables, table, ['все, где есть план', '']) };
  const fields = {
    tables: tables.length > 0 ? layoutPart('importTables', ofTables) : '',
    wishes: layoutWishes(chosen),
    schools: optionsOf(schools, school, ['муниципалитета («Регламент»)', 'план школы: ']),
  };
  return layoutPart('importPlan', {
    message,
    yes: count > 0 ? button('Да, дописать', 'appendImport', { ...FILE, ...chosen }) : '',
    choice: layoutPart('importChoice', fields),
  });
}

/** The one that was chosen stands first. */
function optionsOf(
  names: readonly string[],
  chosen: string,
  [none, prefix]: readonly [none: string, prefix: string],
): readonly Html[] {
  const values = new Set([chosen, '', ...names]);
  return [...values].map((value) =>
    layoutPart('choice', { value, title: value === '' ? none : `${prefix}${value}` }),
  );
}

export function layoutImported({ message }: AnswerOf<'import'>): Html {
  return layoutPart('imported', { message });
}

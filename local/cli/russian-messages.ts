/** The texts of the argument parser that its own Russian leaves awkward. */
export const RUSSIAN_MESSAGES: Readonly<Record<string, string>> = {
  'Commands:': 'Команды:',
  'Options:': 'Ключи:',
  'Positionals:': 'Аргументы:',
  'Examples:': 'Примеры:',
  boolean: 'да/нет',
  string: 'текст',
  number: 'число',
  array: 'список',
  required: 'обязательно',
};

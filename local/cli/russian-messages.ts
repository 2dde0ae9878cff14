/** Texts that depend on a number. */
interface Plural {
  readonly one: string;
  readonly other: string;
}

/** The texts of the argument parser that its own Russian leaves awkward. */
const MESSAGES: Readonly<Record<string, string | Plural>> = {
  'Unknown command: %s': { one: 'Неизвестная команда: %s', other: 'Неизвестные команды: %s' },
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

// The typings of yargs know plain texts only; its own locale files have plurals too.
export const RUSSIAN_MESSAGES = MESSAGES as unknown as Readonly<Record<string, string>>;

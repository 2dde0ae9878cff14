import { CommandError } from './command-error.ts';
import type { Command } from '../commands.ts';

/** The one address of a deployed copy, written into the code by the build; absent in a build for no place. */
declare const SHNOR_ADDRESS: string | undefined;
/** The script property with the address that is common to the functions: it wins over the one in the code. */
const COMMON_PROPERTY = 'SHNOR_FUNCTIONS_URL';
/** The request carries the user's identity: it must not travel in the clear, save inside one machine. */
const SAFE_ADDRESS = /^(https:\/\/[^\s/@]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/\S*)?$/;
const WHERE = '«Расширения» → «Apps Script» → «Настройки проекта» → «Свойства скрипта»';

type Called = Pick<Command, 'title' | 'path'>;

/** The script property with the function's own address, for a function that is deployed alone. */
function ownProperty({ path }: Called): string {
  return `SHNOR_${path.toUpperCase().replace('-', '_')}_URL`;
}

/** Where the command's function is: its own address first, else its path below the common one. */
export function resolveAddress(command: Called, properties: Readonly<Record<string, string>>): string {
  const own = (properties[ownProperty(command)] ?? '').trim();
  const common = (properties[COMMON_PROPERTY] ?? SHNOR_ADDRESS ?? '').trim();
  if (!own && !common) throw addressMissing(command);
  const address = own || `${common.replace(/\/+$/, '')}/${command.path}`;
  if (!SAFE_ADDRESS.test(address)) throw addressUnsafe(address, own ? ownProperty(command) : COMMON_PROPERTY);
  return address;
}

function addressMissing(command: Called): CommandError {
  return new CommandError(
    `Команда «${command.title}» ещё не настроена: не указан адрес функций. ` +
      `Откройте ${WHERE} и добавьте свойство ${COMMON_PROPERTY}.`,
    'no address',
  );
}

function addressUnsafe(address: string, property: string): CommandError {
  return new CommandError(
    `Адрес функций записан неверно: «${address}» должен начинаться с «https://» и не содержать пробелов. ` +
      `Исправьте свойство ${property}: ${WHERE}.`,
    'unusable address',
  );
}

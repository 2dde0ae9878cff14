import { existsSync } from 'node:fs';
import { change, fail, readCloud, type FakeCall } from './state.ts';

/** `npm run -s shnor -- …` over a cloud that is not there: the workbook's members, once somebody is logged in. */
export function fakeNpm(call: FakeCall): string {
  const { args, env, folder } = call;
  const command = args[4];
  if (!existsSync(env['GOOGLE_APPLICATION_CREDENTIALS'] ?? '')) fail('Нет доступа.');
  if (command === 'doctor') return 'Всё нужное на месте.\n';
  if (command !== 'provision') fail(`unknown ${String(command)}`);
  const id = args[args.indexOf('--spreadsheet') + 1] ?? '';
  const members = args.filter((_word, index) => args[index - 1] === '--member');
  change(call, { books: { ...readCloud(folder).books, [id]: members } });
  return '';
}

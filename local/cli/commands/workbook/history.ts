import { MAX_HISTORY_ENTRIES } from '../../../../functions/contract/request-fields.ts';
import { describeHistory } from '../../../../functions/use-cases/history/history-entries.ts';
import { readHistory } from '../../../../functions/use-cases/history/read-history.ts';
import { parseCount, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

const DEFAULT_LIMIT = 20;

export function addHistory(cli: Cli): Cli {
  return cli.command(
    'history [row]',
    'Показать историю строки: кто, когда, что было и что стало; без строки — последние ревизии книги',
    (yargs) =>
      yargs
        .positional('row', {
          type: 'string',
          describe: 'Номер строки из столбца «ID» (e17-4fa) или лист и номер строки на нём (Исполнение:12)',
        })
        .options({
          limit: {
            type: 'number',
            default: DEFAULT_LIMIT,
            describe: `Сколько записей показать, не больше ${MAX_HISTORY_ENTRIES}`,
          },
          from: { type: 'number', describe: 'Начать с этой ревизии и идти в прошлое' },
        })
        .example('$0 history Исполнение:12', 'жизнь строки 12 листа «Исполнение»'),
    async ({ row, limit, from, ...options }) => {
      const page = {
        limit: parseCount(limit, MAX_HISTORY_ENTRIES),
        ...(from !== undefined && { cursor: parseCount(from) }),
      };
      await inWorkplace(options, async ({ folder, runtime }) => {
        const found = await readHistory(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          ...(row !== undefined && { row }),
          ...page,
        });
        return { json: found, text: describeHistory(found) };
      });
    },
  );
}

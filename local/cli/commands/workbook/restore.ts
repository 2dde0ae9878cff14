import type { Point } from '../../../../functions/use-cases/history/read-point.ts';
import { restoreRows, type RestoreOutcome } from '../../../../functions/use-cases/restore/restore-rows.ts';
import { BadArgumentError } from '../../../local-errors.ts';
import { parseCount, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

export function addRestore(cli: Cli): Cli {
  return cli.command(
    'restore [target]',
    'Вернуть строки, которых не стало: показать, что вернётся, и с ключом --yes вернуть',
    (yargs) =>
      yargs
        .positional('target', {
          type: 'string',
          describe: 'Строка (e17-4fa, Исполнение:12) или лист (Исполнение); без неё — вся книга',
        })
        .options({
          revision: { type: 'number', describe: 'Вернуть к этой ревизии (см. history)' },
          at: { type: 'string', describe: 'Вернуть к этому моменту: "2026-11-20 14:00", по часам книги' },
          yes: { type: 'boolean', default: false, describe: 'Выполнить, а не только показать' },
        })
        .example('$0 restore Исполнение', 'что пропало с листа «Исполнение»'),
    async ({ target, revision, at, yes, ...options }) => {
      const point = parsePoint(revision, at);
      await inWorkplace(options, async ({ folder, runtime }) => {
        const outcome = await restoreRows(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          ...(target !== undefined && { target }),
          ...(point && { point }),
          isConfirmed: yes,
        });
        return { json: outcome, text: outcome.message + hintFor(outcome) };
      });
    },
  );
}

function hintFor({ status, additions, differences, newer }: RestoreOutcome): string {
  if (status !== 'planned' || additions.length + differences.length + newer.length === 0) return '';
  return '\nНичего не изменено. Чтобы выполнить, повторите команду с ключом --yes.';
}

/** Throws `BadArgumentError` where both are named. */
function parsePoint(revision: number | undefined, at: string | undefined): Point | undefined {
  if (revision !== undefined && at !== undefined) {
    throw new BadArgumentError('Названы и ревизия, и момент. Оставьте один ключ: --revision или --at.');
  }
  if (revision !== undefined) return { revision: parseCount(revision) };
  return at === undefined ? undefined : { at };
}

import type { AnswerOf } from '../../../../functions/contract/answers.ts';
import { changeAccess } from '../../../../functions/use-cases/access/change-access.ts';
import { parseEmail, parseMember, type Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf } from '../../run-command.ts';

export function addAccess(cli: Cli): Cli {
  return cli.command(
    'access',
    'Показать, у кого какой доступ к книге, с каких пор и кто его дал; дать роль или закрыть доступ',
    (yargs) =>
      yargs
        .options({
          grant: { type: 'string', describe: 'Дать роль: адрес=роль; у кого она есть — сменить' },
          remove: { type: 'string', describe: 'Закрыть доступ этому адресу' },
        })
        .conflicts('grant', 'remove')
        .example('$0 access --grant name@example.ru=viewer', 'открыть отчёты и историю, без права менять'),
    async ({ grant, remove, ...options }) => {
      const wish = parseWish({ grant, remove });
      await inWorkplace(options, async ({ folder, runtime }) => {
        const answer = await changeAccess(runtime.services, {
          workbookId: workbookIdOf(folder),
          by: runtime.operator,
          ...(wish && { wish }),
        });
        return { json: answer, text: describe(answer) };
      });
    },
  );
}

function parseWish({
  grant,
  remove,
}: {
  readonly grant?: string | undefined;
  readonly remove?: string | undefined;
}) {
  if (remove !== undefined) return { email: parseEmail(remove), role: null };
  if (grant === undefined) return undefined;
  const [email, role] = parseMember(grant);
  return { email, role };
}

function describe({ message, members }: AnswerOf<'access'>): string {
  const lines = members.map(({ email, title, since, by }) => {
    const grant = since === '' ? '' : `, с ${since}${by && `, дал ${by}`}`;
    return `${email} — ${title}${grant}`;
  });
  return [message, ...lines].join('\n');
}

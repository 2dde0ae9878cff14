import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { writeFileAtomically } from '../../../../functions/adapters/files/write-file.ts';
import { FileUnreadableError } from '../../../../functions/use-cases/ports/file-errors.ts';
import {
  addForm,
  listForms,
  readForm,
  removeForm,
} from '../../../../functions/use-cases/report/own-form/own-forms.ts';
import type { Cli } from '../../options.ts';
import { inWorkplace, workbookIdOf, type CommandResult, type Workplace } from '../../run-command.ts';

export function addForms(cli: Cli): Cli {
  return cli.command(
    'forms',
    'Свои формы отчётов: список, добавить, удалить, взять файл, какие бывают поля',
    (yargs) =>
      yargs.options({
        add: { type: 'string', describe: 'Добавить форму .docx или .xlsx под именем файла' },
        fields: { type: 'boolean', default: false, describe: 'Поля для форм и что они значат' },
        save: { type: 'string', describe: 'Взять файл этой формы или образца: ключ --out' },
        out: { type: 'string', describe: 'Куда записать файл формы' },
        remove: { type: 'string', describe: 'Убрать форму из списка; отчёты по ней остаются (нужен --yes)' },
        yes: { type: 'boolean', default: false, describe: 'Убрать без вопроса' },
      }),
    ({ add, fields, save, out, remove, yes, ...options }) =>
      inWorkplace(options, (workplace) => {
        if (add !== undefined) return addFile(workplace, add);
        if (remove !== undefined) return removeFile(workplace, remove, yes);
        return save === undefined ? show(workplace, fields) : saveFile(workplace, save, out);
      }),
  );
}

function placeOf({ folder, runtime }: Workplace) {
  return { workbookId: workbookIdOf(folder), by: runtime.operator };
}

async function addFile(workplace: Workplace, path: string): Promise<CommandResult> {
  const name = basename(path);
  const bytes = await readBytes(path);
  const { uses: _, ...form } = await addForm(workplace.runtime.services, {
    ...placeOf(workplace),
    name,
    bytes,
  });
  const text = `Форма «${form.name}» добавлена. Отчёт по ней: npm run -s shnor -- report --template "${form.name}" --out ФАЙЛ.${form.kind}`;
  return { json: form, text };
}

async function removeFile(workplace: Workplace, name: string, isAgreed: boolean): Promise<CommandResult> {
  if (!isAgreed) {
    const text = `Убрать форму «${name}» из списка? Отчёты по ней останутся. Повторите команду с --yes.`;
    return { json: { status: 'asked', name }, text };
  }
  const form = await removeForm(workplace.runtime.services, { ...placeOf(workplace), name });
  const text = `Форма «${form.name}» убрана из списка. Отчёты по ней остались, их файлы открываются как прежде.`;
  return { json: { status: 'removed', ...form }, text };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new FileUnreadableError(path, { cause });
  }
}

async function show(workplace: Workplace, withFields: boolean): Promise<CommandResult> {
  const list = await listForms(workplace.runtime.services, placeOf(workplace));
  const lines = list.forms.map(({ name, kind, about }) => `«${name}», .${kind}: ${about}`);
  return { json: list, text: withFields ? list.fields : [list.message, ...lines].join('\n') };
}

async function saveFile(workplace: Workplace, name: string, out: string | undefined): Promise<CommandResult> {
  const form = await readForm(workplace.runtime.services, { ...placeOf(workplace), name });
  const path = out ?? `${form.name}.${form.kind}`;
  await writeFileAtomically(path, form.bytes);
  return { json: { name: form.name, kind: form.kind, file: path }, text: `Форма «${form.name}»: ${path}` };
}

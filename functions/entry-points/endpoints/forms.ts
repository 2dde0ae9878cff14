import { addForm, listForms, readForm, removeForm } from '../../use-cases/report/own-form/own-forms.ts';
import type { Endpoint, Endpoints } from '../endpoint.ts';
import { TYPES } from './report-file.ts';

export const forms: Endpoints<'forms'> = {
  look: listForms,
  add: async (services, { content, ...request }) => {
    const bytes = Buffer.from(content, 'base64');
    const { name } = await addForm(services, { ...request, bytes });
    const list = await listForms(services, request);
    return { ...list, message: `Форма «${name}» добавлена: выберите её в «Отчёты…» и сформируйте отчёт.` };
  },
  remove: async (services, { remove, ...request }) => {
    const { name } = await removeForm(services, { ...request, name: remove });
    const list = await listForms(services, request);
    return {
      ...list,
      message: `Форма «${name}» удалена. Отчёты по ней остались, их файлы открываются как прежде.`,
    };
  },
};

export const formFile: Endpoint<'form-file', 'look'> = async (services, request) => {
  const { name, kind, bytes } = await readForm(services, request);
  return {
    name: `${name}.${kind}`,
    type: TYPES[kind],
    content: Buffer.from(bytes).toString('base64'),
    message: `Форма «${name}».`,
  };
};

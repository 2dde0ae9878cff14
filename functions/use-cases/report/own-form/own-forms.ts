import { FORM_SCOPE } from '../../../domain/report/own-form/fields.ts';
import type { OwnForm } from '../../../domain/report/own-form/own-form.ts';
import { dateInZone } from '../../../domain/dates/moment.ts';
import { formatDate } from '../../../domain/dates/dates.ts';
import { isSameName } from '../../../domain/text/same-name.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import type { OwnFormFile, OwnForms } from '../../ports/ports.ts';
import { readMemberHead } from '../../stored/access/membership.ts';
import { hashOfText } from '../../stored/encoding/canonical-json.ts';
import {
  planFile,
  planList,
  planListWithout,
  readFormFile,
  readForms,
  type ListedForm,
} from '../../stored/reports/own-forms.ts';
import { describeFields } from './describe-fields.ts';
import { FormMistakesError, FormUnknownError } from './form-errors.ts';

export type FormDependencies = Dependencies & { readonly ownForms: OwnForms };

interface FormsRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
}

interface NamedForm extends FormsRequest {
  readonly name: string;
}

export interface FormList {
  readonly forms: readonly {
    readonly name: string;
    readonly kind: string;
    readonly about: string;
    readonly isOwn: boolean;
  }[];
  /** Russian: every field with its meaning, as lines. */
  readonly fields: string;
  readonly message: string;
}

/** The workbook's own forms, then the samples. Looks and changes nothing. Throws `AccessDeniedError`. */
export async function listForms(deps: FormDependencies, request: FormsRequest): Promise<FormList> {
  const { head } = await readMemberHead(deps, request, 'forms.look');
  const [{ forms }, samples] = await Promise.all([
    readForms(deps.store, request.workbookId),
    deps.ownForms.samples(),
  ]);
  const own = forms.map(({ name, kind, at, by }) => ({
    name,
    kind,
    about: `добавлена ${formatDate(dateInZone(at, head.timeZone))}, ${by}`,
    isOwn: true,
  }));
  return {
    forms: [
      ...own,
      ...samples.map(({ name, kind }) => ({ name, kind, about: 'образец из программы', isOwn: false })),
    ],
    fields: describeFields(FORM_SCOPE),
    message: `Своих форм: ${own.length}, образцов: ${samples.length}.`,
  };
}

/**
 * Keeps the form under the name of its file, in place of one of that name; reports made by the former keep it. Throws
 * `FormMistakesError` with all that is wrong, what `OwnForms.check` throws, `AccessDeniedError`.
 */
export async function addForm(
  deps: FormDependencies,
  { workbookId, by, name: fileName, bytes }: NamedForm & { readonly bytes: Uint8Array },
): Promise<OwnForm> {
  await readMemberHead(deps, { workbookId, by }, 'forms.add');
  const { kind, uses, mistakes } = await deps.ownForms.check(fileName, bytes);
  const name = fileName.replace(/^.*[\\/]/u, '').replace(/\.[^.]+$/u, '');
  if (mistakes.length > 0) throw new FormMistakesError(name, mistakes);
  const form: ListedForm = {
    name,
    kind,
    hash: hashOfText(Buffer.from(bytes)),
    uses: [...uses],
    at: deps.clock.now(),
    by,
  };
  const stored = await readForms(deps.store, workbookId);
  const isKnown = stored.forms.some((each) => each.name === name && each.hash === form.hash);
  if (!isKnown)
    await deps.store.commit([
      ...planFile(workbookId, { name, kind, bytes }),
      planList(workbookId, stored, form),
    ]);
  return form;
}

/**
 * Takes the form off the list and tells its name as it was kept: reports made by it stay, and are made again byte for
 * byte. Throws `FormUnknownError` (a sample is the program's), `AccessDeniedError`.
 */
export async function removeForm(
  deps: FormDependencies,
  { workbookId, by, name }: NamedForm,
): Promise<{ readonly name: string }> {
  await readMemberHead(deps, { workbookId, by }, 'forms.remove');
  const stored = await readForms(deps.store, workbookId);
  const own = stored.forms.find((each) => isSameName(each.name, name));
  if (!own)
    throw new FormUnknownError(
      name,
      stored.forms.map((each) => each.name),
    );
  await deps.store.commit([planListWithout(workbookId, stored, own.name)]);
  return { name: own.name };
}

/**
 * The form by its name, ready for a report: a sample's bytes are kept too, for a later program may have another one.
 * Throws `FormUnknownError`, `AccessDeniedError`.
 */
export async function findForm(deps: FormDependencies, wanted: NamedForm): Promise<OwnForm> {
  const { workbookId, name } = wanted;
  await readMemberHead(deps, wanted, 'reports.look');
  const { forms } = await readForms(deps.store, workbookId);
  const own = forms.find((each) => isSameName(each.name, name));
  if (own) return own;
  const sample = await findSample(deps, forms, name);
  const { uses } = await deps.ownForms.check(`${sample.name}.${sample.kind}`, sample.bytes);
  await deps.store.commit(planFile(workbookId, sample));
  return { name: sample.name, kind: sample.kind, hash: hashOfText(Buffer.from(sample.bytes)), uses };
}

/** The file of a form, to be looked at or changed. Throws `FormUnknownError`, `FormAlteredError`, `AccessDeniedError`. */
export async function readForm(deps: FormDependencies, wanted: NamedForm): Promise<OwnFormFile> {
  await readMemberHead(deps, wanted, 'form-file.look');
  const { forms } = await readForms(deps.store, wanted.workbookId);
  const own = forms.find((each) => isSameName(each.name, wanted.name));
  if (own) return readFormFile(deps.store, wanted.workbookId, own);
  return findSample(deps, forms, wanted.name);
}

async function findSample(
  { ownForms }: FormDependencies,
  forms: readonly ListedForm[],
  name: string,
): Promise<OwnFormFile> {
  const samples = await ownForms.samples();
  const sample = samples.find((each) => isSameName(each.name, name));
  if (sample) return sample;
  throw new FormUnknownError(
    name,
    [...forms, ...samples].map((each) => each.name),
  );
}

import { checkForm, type CheckedForm } from '../../../domain/report/own-form/check-form.ts';
import { FORM_SCOPE } from '../../../domain/report/own-form/fields.ts';
import type { FormValues } from '../../../domain/report/own-form/own-form.ts';
import type { OwnFormKind } from '../../../domain/report/own-form/own-form.ts';
import { Spending, type PlanLimits } from '../plan/limits.ts';
import { openPackage } from '../plan/office/package.ts';

/** To be run where it may be killed: see `own-forms.ts`. Throws `FileLimitError`, and anything on a damaged file. */
export async function checkFormFile(
  kind: OwnFormKind,
  bytes: Uint8Array,
  limits: PlanLimits,
): Promise<CheckedForm> {
  await (await openPackage(bytes, new Spending(limits))).measure();
  const file = await openPackage(bytes, new Spending(limits));
  if (kind === 'docx') {
    const { readDocxTexts } = await import('./docx/read-texts.ts');
    return checkForm(await readDocxTexts(file), FORM_SCOPE);
  }
  const [{ openBook, readXlsxTexts }, { checkSheets }] = await Promise.all([
    import('./xlsx/open-sheets.ts'),
    import('./xlsx/check-sheets.ts'),
  ]);
  const book = await openBook(bytes);
  const { uses, mistakes } = checkForm(readXlsxTexts(book), FORM_SCOPE);
  return { uses, mistakes: [...mistakes, ...checkSheets(book)] };
}

/** Throws on a form that would not pass `checkFormFile`. */
export async function fillFormFile(
  kind: OwnFormKind,
  bytes: Uint8Array,
  { values, date }: { readonly values: FormValues; readonly date: string },
): Promise<Uint8Array> {
  const made = new Date(`${date}T00:00:00Z`);
  if (kind === 'docx') {
    const { fillDocx } = await import('./docx/fill-docx.ts');
    return fillDocx(bytes, values, made);
  }
  const { fillXlsx } = await import('./xlsx/fill-xlsx.ts');
  return fillXlsx(bytes, values, made);
}

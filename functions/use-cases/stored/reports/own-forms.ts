import * as z from 'zod';
import { OWN_FORM_KINDS, type OwnForm, type OwnFormKind } from '../../../domain/report/own-form/own-form.ts';
import { isSameName } from '../../../domain/text/same-name.ts';
import type { OwnFormFile } from '../../ports/ports.ts';
import type { JsonObject, Store, StoreWrite } from '../../ports/store.ts';
import { hashOfText } from '../encoding/canonical-json.ts';
import { parseStored } from '../encoding/parse-stored.ts';
import { FormAlteredError } from './errors.ts';

/** `workbooks/ID/own-forms/all`: the forms of the workbook, each under its name as it stands now. */
const listSchema = z.object({
  forms: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(OWN_FORM_KINDS),
      hash: z.string(),
      uses: z.array(z.string()),
      /** The instant, ISO 8601 in UTC, and who sent it. */
      at: z.string(),
      by: z.string(),
    }),
  ),
});

/** `workbooks/ID/own-forms/HASH`: its bytes in base64, written once; they go on in `…/parts/PART`. */
const fileSchema = z.object({
  name: z.string(),
  kind: z.enum(OWN_FORM_KINDS),
  content: z.string(),
  parts: z.number().int().min(1).max(10),
});

const partSchema = z.object({ content: z.string() });

export type ListedForm = z.infer<typeof listSchema>['forms'][number];

/** Well below the store's 1 MiB a document. */
const PART_LENGTH = 700_000;

function formsKey(workbookId: string, name: string): string {
  return `workbooks/${workbookId}/own-forms/${name}`;
}

function partKey(workbookId: string, hash: string, part: number): string {
  return `${formsKey(workbookId, hash)}/parts/${String(part).padStart(3, '0')}`;
}

export interface StoredForms {
  readonly forms: readonly ListedForm[];
  readonly version: string | undefined;
}

/** One store read. */
export async function readForms(store: Store, workbookId: string): Promise<StoredForms> {
  const [document] = await store.getMany([formsKey(workbookId, 'all')]);
  return { forms: document ? parseStored(listSchema, document).forms : [], version: document?.version };
}

/** The list with this form in place of one of its name; fails where somebody has changed the list since. */
export function planList(workbookId: string, { forms, version }: StoredForms, form: ListedForm): StoreWrite {
  const others = forms.filter(({ name }) => !isSameName(name, form.name));
  return {
    kind: 'put',
    key: formsKey(workbookId, 'all'),
    data: { forms: [...others, form] } as unknown as JsonObject,
    ifVersion: version ?? 'absent',
  };
}

/** The list without the form of that name; its bytes stay, for reports were made by it. Fails as `planList`. */
export function planListWithout(
  workbookId: string,
  { forms, version }: StoredForms,
  name: string,
): StoreWrite {
  return {
    kind: 'put',
    key: formsKey(workbookId, 'all'),
    data: { forms: forms.filter((form) => !isSameName(form.name, name)) } as unknown as JsonObject,
    ifVersion: version ?? 'absent',
  };
}

/** The same bytes are the same document: what stands already is written as it stands. */
export function planFile(workbookId: string, { name, kind, bytes }: OwnFormFile): readonly StoreWrite[] {
  const content = Buffer.from(bytes).toString('base64');
  const hash = hashOfText(Buffer.from(bytes));
  const parts = Math.max(1, Math.ceil(content.length / PART_LENGTH));
  const partOf = (index: number) => content.slice(index * PART_LENGTH, (index + 1) * PART_LENGTH);
  return [
    { kind: 'put', key: formsKey(workbookId, hash), data: { name, kind, content: partOf(0), parts } },
    ...Array.from({ length: parts - 1 }, (_, index): StoreWrite => ({
      kind: 'put',
      key: partKey(workbookId, hash, index + 1),
      data: { content: partOf(index + 1) },
    })),
  ];
}

/**
 * One store read, and one for the further parts of a large form. Throws `FormAlteredError` where it is not there or not
 * what was hashed.
 */
export async function readFormFile(
  store: Store,
  workbookId: string,
  { hash, name, kind }: Pick<OwnForm, 'hash' | 'name'> & { readonly kind: OwnFormKind },
): Promise<OwnFormFile> {
  const [found] = await store.getMany([formsKey(workbookId, hash)]);
  if (!found) throw new FormAlteredError(name);
  const { content, parts } = parseStored(fileSchema, found);
  const keys = Array.from({ length: parts - 1 }, (_, index) => partKey(workbookId, hash, index + 1));
  const rest = keys.length === 0 ? [] : await store.getMany(keys);
  const texts = rest.map((part) => (part ? parseStored(partSchema, part).content : ''));
  const bytes = Buffer.from([content, ...texts].join(''), 'base64');
  if (hashOfText(bytes) !== hash) throw new FormAlteredError(name);
  return { name, kind, bytes };
}

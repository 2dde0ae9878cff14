import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { nameOfTag } from '../../../../domain/report/own-form/tags.ts';
import type { FormValues } from '../../../../domain/report/own-form/own-form.ts';
import { repack } from '../../repack.ts';
import { toXmlSigns } from '../../xml-signs.ts';
import { printed } from '../printed.ts';

/** The form with its fields filled; equal forms, values and dates give equal bytes. Throws on a form that was not checked. */
export async function fillDocx(form: Uint8Array, values: FormValues, date: Date): Promise<Buffer> {
  const document = new Docxtemplater(new PizZip(form), {
    delimiters: { start: '{{', end: '}}' },
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: () => '',
    parser: (tag) => {
      const name = nameOfTag(tag);
      return { get: (scope: FormValues) => shown(scope[name]) };
    },
  });
  document.render(values);
  const bytes: Uint8Array = document.getZip().generate({ type: 'uint8array' });
  return repack(bytes, date, async () => undefined);
}

/** Numbers as they are printed; of a repeat its items. The library refuses a text with signs that no XML may hold. */
function shown(value: FormValues[string] | undefined): unknown {
  return typeof value === 'number' || typeof value === 'string' ? toXmlSigns(printed(value)) : value;
}

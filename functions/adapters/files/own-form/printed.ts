import type { FormValue } from '../../../domain/report/own-form/own-form.ts';

/** Within a text: `66,7`. */
export function printed(value: FormValue): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

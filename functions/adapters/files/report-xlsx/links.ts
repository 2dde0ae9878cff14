import { quoteSheetTitle } from '../../shared/a1.ts';
import type { SheetPlaces } from './names.ts';

const WEB = /^(https?|mailto):/i;
const INSIDE = /^#gid=(\d+)(?:&range=([A-Z]+\d+(?::[A-Z]+\d+)?))?$/;

export type ResolvedLink =
  { readonly kind: 'web'; readonly address: string } | { readonly kind: 'place'; readonly location: string };

/**
 * `#gid=7&range=A5` → `'Контроль'!A5`. Undefined where the sheet is not in the file or the address is
 * not one of the web: a file made from typed text must not open programs or local files.
 */
export function resolveLink(link: string, places: SheetPlaces): ResolvedLink | undefined {
  if (WEB.test(link)) return { kind: 'web', address: link };
  const parts = INSIDE.exec(link);
  const name = parts ? places.nameOfId.get(Number(parts[1])) : undefined;
  if (name === undefined) return undefined;
  return { kind: 'place', location: `${quoteSheetTitle(name)}!${parts?.[2] ?? 'A1'}` };
}

/** A cell that leads to a place in the same file. */
export interface InnerLink {
  /** `B7`. */
  readonly cell: string;
  readonly location: string;
}

import { quoteSheetTitle } from '../a1.ts';
import type { SheetPlaces } from './xlsx-names.ts';

const WEB = /^(https?|mailto):/i;
const INSIDE = /^#gid=(\d+)(?:&range=([A-Z]+\d+))?/;

/**
 * `#gid=7&range=A5` → `#'Контроль'!A5`. Undefined where the sheet is not in the file or the address is
 * not one of the web: a file made from typed text must not open programs or local files.
 */
export function resolveLink(link: string, places: SheetPlaces): string | undefined {
  if (WEB.test(link)) return link;
  const parts = INSIDE.exec(link);
  const name = parts ? places.nameOfId.get(Number(parts[1])) : undefined;
  return name === undefined ? undefined : `#${quoteSheetTitle(name)}!${parts?.[2] ?? 'A1'}`;
}

/** How the sheets of a file are called in it. */
export interface SheetPlaces {
  readonly nameOfId: ReadonlyMap<number, string>;
  readonly nameOfTitle: ReadonlyMap<string, string>;
}

const MAX_LENGTH = 31;
// The apostrophe is allowed inside a name, but exceljs does not escape it in print areas.
const FORBIDDEN = /[\\/?*[\]:'!]/g;

/** Names that Excel accepts: at most 31 characters, none forbidden, all different whatever the case. */
export function nameSheets(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const base = title.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim() || 'Лист';
    const name = findFreeName(base, taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

function findFreeName(base: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? '' : ` (${copy})`;
    const name = base.slice(0, MAX_LENGTH - suffix.length).trimEnd() + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

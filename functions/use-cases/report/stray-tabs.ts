import { comparableName } from '../../domain/text/same-name.ts';
import { STAFF_WORKSHEETS, type StaffWorksheetKey } from '../../domain/records/worksheet-key.ts';
import { WORKSHEETS } from '../../workbook/worksheets/index.ts';
import type { SpreadsheetOutline, Tab } from '../ports/spreadsheets.ts';
import type { Head } from '../stored/head/head.ts';

export interface StrayTabs {
  /** Russian sentences: a tab bears the very name of a sheet, and another tab is read. No figure can be relied on. */
  readonly impostors: readonly string[];
  /** Russian sentences: copies of sheets, in which people may have worked on. */
  readonly copies: readonly string[];
}

/** Tabs that people can take for a sheet that feeds the figures: what is typed there is counted nowhere. */
export function findStrayTabs({ tabs }: SpreadsheetOutline, { sheetIds }: Pick<Head, 'sheetIds'>): StrayTabs {
  const ours = new Set(Object.values(sheetIds));
  const strange = tabs.filter(({ sheetId }) => !ours.has(sheetId));
  const impostors: string[] = [];
  const copies: string[] = [];
  for (const key of STAFF_WORKSHEETS) {
    const counted = tabs.find(({ sheetId }) => sheetId === sheetIds[key]);
    if (!counted) continue;
    const names = new Set([WORKSHEETS[key].title, counted.title].map(comparableName));
    for (const tab of strange) {
      if (names.has(comparableName(tab.title))) impostors.push(describeImpostor(tab, counted, key));
      else if (names.has(comparableName(nameOfOriginal(tab.title)))) copies.push(describeCopy(tab, counted));
    }
  }
  return { impostors, copies };
}

/**
 * As Google Sheets, Excel, the page and people call a copy: «Копия X», «Copy of X», «Копия листа «X»», «X (копия)»,
 * «X — копия 2», «X (2)»; also a copy of a copy.
 */
function nameOfOriginal(title: string): string {
  const bare = title
    .replace(/^\s*(?:копия(?:\s+листа)?|copy\s+of)\s+/iu, '')
    .replace(/\s*[-–—(]?\s*(?:копия|copy)\s*\d*\s*\)?(?:\s*\(\d+\))?\s*$/iu, '')
    .replace(/\s*\(\d+\)\s*$/u, '')
    .replace(/^\s*["«„“](.*)["»“”](?:\s*\d+)?\s*$/u, '$1');
  return bare === title ? title : nameOfOriginal(bare);
}

function describeImpostor(tab: Tab, counted: Tab, key: StaffWorksheetKey): string {
  return (
    `Вкладка «${tab.title}» — не та, которую читает система: лист «${WORKSHEETS[key].title}» теперь называется ` +
    `«${counted.title}». Перенесите набранное на «${counted.title}», а вкладку «${tab.title}» удалите или ` +
    'назовите иначе.'
  );
}

function describeCopy(tab: Tab, counted: Tab): string {
  return (
    `Внимание: в книге есть вкладка «${tab.title}» — что набрано в ней, в отчёт не входит. Если в ней работали, ` +
    `перенесите набранное на лист «${counted.title}» и сформируйте отчёт ещё раз.`
  );
}

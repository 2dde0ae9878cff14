import { withCounts } from './terms/count-columns.ts';
import { NO_BANNERS } from './terms/banners.ts';
import type { ForeignTable } from '../layout/layout.ts';
import type { PlanHeader } from './header/plan-header.ts';
import type { PlanItem } from './plan-item.ts';
import { addRow, type PlanRows } from './plan-rows.ts';
import { aboutTable, describeLeftOut } from './table/left-out.ts';
import { splitSideBySide } from './table/side-by-side.ts';
import { filledCells, splitTable, type BindHeader } from './table/split-table.ts';
import { hiddenColumns, hiddenRows, remarkOn, wideRows } from './table/table-remarks.ts';
import { aside, type UntakenCell } from './table/untaken.ts';
import { monthInTitle } from './terms/month-in-title.ts';
import { yearInTitle } from './terms/plan-year.ts';

/** What one table gives; see `ForeignPlan`. */
export interface PlanTable {
  readonly items: readonly PlanItem[];
  readonly headings: readonly string[];
  readonly passedOver: readonly string[];
  readonly problems: readonly string[];
  readonly remarks: readonly string[];
  readonly untaken: readonly UntakenCell[];
  /** The last header: a table that goes on on the next page has none of its own. */
  readonly header: PlanHeader;
}

/** Undefined for a table that is no plan. The header may stand anywhere, and again further down or beside. */
export function parsePlanTable(table: ForeignTable, bind?: BindHeader): PlanTable | undefined {
  const { tables, remarks } = bind ? { tables: [table], remarks: [] } : splitSideBySide(table);
  const plans = tables.map((part) => parseOne(part, bind)).filter((plan) => plan !== undefined);
  const [first] = plans;
  if (!first) return undefined;
  const all = <Part>(part: (plan: PlanTable) => readonly Part[]) => plans.flatMap(part);
  return {
    items: all(({ items }) => items),
    headings: all(({ headings }) => headings),
    passedOver: all(({ passedOver }) => passedOver),
    problems: all(({ problems }) => problems),
    remarks: [...new Set([...remarks, ...all((plan) => plan.remarks), ...describeLeftOut(table)])],
    untaken: all(({ untaken }) => untaken),
    header: first.header,
  };
}

function parseOne(table: ForeignTable, bind?: BindHeader): PlanTable | undefined {
  const { body, headers, remarks, above, numbers } = splitTable(table, bind);
  const first = headers[0];
  if (!first) return undefined;
  const titles = [...(table.heading ?? []), ...above.flatMap(({ row }) => filledCells(row))];
  const title = yearInTitle(titles);
  const month = monthInTitle(titles);
  const reading: PlanRows = {
    items: [],
    headings: [],
    passedOver: [],
    problems: [],
    marked: [],
    serials: [],
    fromText: [],
    untaken: [...aside(table, above, 'above'), ...aside(table, numbers, 'numbers')],
    banners: { ...bannersAbove(month), section: headers.length > 1 ? bannerAbove(above) : '' },
    areNumbered: false,
    year: title.year,
  };
  const counted = withCounts(body);
  for (const bodyRow of body)
    addRow(table, { ...bodyRow, header: counted.get(bodyRow.header) ?? bodyRow.header }, reading);
  const hidden = body.filter(({ index }) => table.hiddenRows?.has(index)).map(({ index }) => index + 1);
  const { items, headings, passedOver, problems, untaken } = reading;
  return {
    items,
    headings,
    passedOver,
    problems,
    untaken,
    header: headers.at(-1) ?? first,
    remarks: [
      ...remarks,
      ...hiddenColumns(table, first),
      ...hiddenRows(table, hidden),
      ...wideRows(table, body),
      ...(title.remark === undefined ? [] : [`${aboutTable(table, title.remark)}.`]),
      ...(counted.size > 0 ? [`${aboutTable(table, COUNTS)}.`] : []),
      ...remarkOn(table, 'знаки сносок не взяты', reading.marked),
      ...remarkOn(table, 'число без вида даты прочитано как дата', reading.serials),
      ...remarkOn(table, 'срок взят из текста мероприятия', reading.fromText),
    ],
  };
}

const bannersAbove = (month: string): PlanRows['banners'] =>
  month === '' ? NO_BANNERS : { ...NO_BANNERS, term: month, isBare: true };

const TITLE = /(?<![а-яё])(?:план|график|дорожн|карт|перечень|циклограмм|программ|табель|реестр)|20\d\d/iu;

/** Where headers repeat, each below its banner, the banner of the first one stands above all rows. */
function bannerAbove(above: readonly { readonly row: ForeignTable['rows'][number] }[]): string {
  const last = above.at(-1);
  const [only = '', second] = last ? filledCells(last.row) : [];
  const isBanner = second === undefined && last !== undefined && last.row.length > 1 && !TITLE.test(only);
  return isBanner ? only : '';
}

const COUNTS =
  'числа в столбцах месяцев похожи на количество, а не на дни: сроками они не взяты. Если это дни, напишите их как «до 5» ' +
  'или «5 сентября»';

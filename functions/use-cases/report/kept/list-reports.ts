import { dateInZone } from '../../../domain/dates/moment.ts';
import { formatDate, type CalendarDate } from '../../../domain/dates/dates.ts';
import { listFormer, listSpans, type NamedSpan } from '../../../domain/report/list-spans.ts';
import { formatOver } from '../../../domain/report/report-span.ts';
import { reportTabTitle } from '../../../workbook/server-sheets/server-sheets.ts';
import type { Tab } from '../../ports/spreadsheets.ts';
import { readReportChoices } from './read-report-choices.ts';
import { readMemberHead } from '../../stored/access/membership.ts';
import type { Dependencies } from '../../ports/dependencies.ts';
import { findReportTab } from '../report-tabs.ts';
import { describeState, readReportStates, type StateChange } from '../../stored/reports/states.ts';
import { readForms } from '../../stored/reports/own-forms.ts';
import { readReportFacts, type ReportFacts } from '../../stored/reports/record.ts';
import { todayIn } from '../../ports/today.ts';

export interface ReportListRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  /** Absent: today by the clock in the workbook's zone. */
  readonly today?: CalendarDate;
  /** Only reports with smaller numbers: the page after. */
  readonly before?: number;
}

export interface ListedReport {
  readonly number: number;
  /** `Просроченное № 2`. */
  readonly title: string;
  /** `за сентябрь 2026 года, на 23.11.2026`. */
  readonly about: string;
  readonly state: 'formed' | 'signed' | 'recalled';
  /** `подписано: № 01-15/7 от 25.11.2026`. */
  readonly stateText: string;
  /** Null: the tab has given way to later ones, or somebody has deleted it. */
  readonly sheetId: number | null;
}

export interface ReportList {
  readonly today: CalendarDate;
  /** What a report may be asked for. */
  readonly spans: readonly NamedSpan[];
  /** Names of the counted schools, for a card. */
  readonly schools: readonly string[];
  /** The latest first. */
  readonly reports: readonly ListedReport[];
  /** For the next page; null where there is none. */
  readonly before: number | null;
  /** Names of the forms of the authority's own. */
  readonly ownForms: readonly string[];
}

/** Each costs two store reads. */
const PAGE = 10;
/** More than these nobody looks through; a name may be typed all the same. */
const MAX_SCHOOLS = 500;

/**
 * What the workbook can report on, and the reports that it has. Looks and changes nothing: the head, the forms, two reads a
 * listed report, two small Sheets calls. Throws `WorkbookUnknownError`, `AccessDeniedError`.
 */
export async function listReports(deps: Dependencies, request: ReportListRequest): Promise<ReportList> {
  const { workbookId } = request;
  const { head } = await readMemberHead(deps, request, 'reports.look');
  const today = request.today ?? todayIn(deps, head.timeZone);
  const last = Math.min(head.lastReport?.number ?? 0, (request.before ?? Infinity) - 1);
  const numbers = Array.from({ length: Math.min(PAGE, Math.max(0, last)) }, (_, index) => last - index);
  const [choices, { tabs }, facts, states, { forms }] = await Promise.all([
    readReportChoices(deps.spreadsheets, { workbookId, head, today }),
    deps.spreadsheets.readOutline(workbookId),
    readReportFacts(deps.store, workbookId, numbers),
    Promise.all(numbers.map((number) => readReportStates(deps.store, workbookId, number))),
    readForms(deps.store, workbookId),
  ]);
  const changes = new Map(numbers.map((number, index) => [number, states[index]?.changes ?? []]));
  const { timeZone } = head;
  return {
    today,
    spans: choices
      ? [...listSpans(choices.records.settings.period), ...listFormer(choices.records.settings)]
      : [WHOLE_PERIOD],
    schools: (choices?.schools ?? []).slice(0, MAX_SCHOOLS).map(({ name }) => name),
    reports: facts.map((each) => describe(each, { changes: changes.get(each.number) ?? [], tabs, timeZone })),
    before: last > PAGE ? last - PAGE + 1 : null,
    ownForms: forms.map(({ name }) => name),
  };
}

/** Where «Настройки» cannot be read by itself: the pass over the whole workbook will say what is wrong there. */
const WHOLE_PERIOD: NamedSpan = { title: 'весь период', choice: { kind: 'period' } };

interface Listing {
  readonly changes: readonly StateChange[];
  readonly tabs: readonly Tab[];
  readonly timeZone: string;
}

function describe(facts: ReportFacts, { changes, tabs, timeZone }: Listing): ListedReport {
  const { number, form, asOf, span, subject, at } = facts;
  const date = facts.date ?? dateInZone(at, timeZone);
  const over = span === undefined ? '' : `${formatOver({ title: span })}, `;
  return {
    number,
    title: reportTabTitle(form, number),
    about: `${subject ? `«${subject}», ` : ''}${over}на ${formatDate(asOf)}`,
    state: changes.at(-1)?.state ?? 'formed',
    stateText: describeState({ date }, changes, timeZone),
    sheetId: findReportTab(tabs, { form, number })?.sheetId ?? null,
  };
}

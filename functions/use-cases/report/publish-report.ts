import { contend } from '../sync/contention.ts';
import { recipeOf, type ReportRequest } from './report-recipe.ts';
import { readForReport } from './read-for-report.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import {
  actionOfReport,
  assertHasSchools,
  assertNothingHeld,
  askAboutErrors,
  assertNothingLacks,
  refuseHopeless,
  withWarning,
} from './refuse-report.ts';
import { describeLookAlikes } from '../sync/reading/describe-gaps.ts';
import { describeHeld } from '../sync/reconcile-outcome.ts';
import { assembleReportOutcome, type ReportOutcome } from './report-outcome.ts';
import { registerReport, sealReport, type RegisteredReport, type ReportRecipe } from './register-report.ts';
import { readComparable } from './kept/reports-in-force.ts';
import { showReport, type ShowOptions } from './show-report.ts';
import { findStrayTabs } from './stray-tabs.ts';
import { findStruckRows } from './struck-rows.ts';
import type { StoredHead } from '../stored/head/head.ts';
import type { ReportDocument } from '../../domain/report/report-document.ts';
import type { CalendarDate } from '../../domain/dates/dates.ts';

/**
 * Brings the workbook up to date, composes the report, stores it under the next number and swaps its tab in by one
 * atomic batch. Equal data, day and form give the same report, not another number (promise 5). Throws
 * `ContentionError` where people type faster than the report can be made, `ReportHeldError` where the brake holds
 * losses or `ReportGapError` where a column is lost (a draft says so instead), `ReportEmptyError` where no school counts,
 * `ReportErrorsError` where errors of the data have not been accepted.
 */
export async function publishReport(deps: Dependencies, request: ReportRequest): Promise<ReportOutcome> {
  await refuseHopeless(deps, request);
  return await contend(deps, () => tryPublish(deps, request));
}

async function tryPublish(deps: Dependencies, request: ReportRequest): Promise<ReportOutcome | undefined> {
  const made = await makeReport(deps, request);
  if (!made) return undefined;
  request.onProgress?.('Записываем лист отчёта…');
  const { registered, remarks, ...shown } = made;
  const tab = await showReport(deps, registered, { workbookId: request.workbookId, ...shown });
  return assembleReportOutcome(registered, { tab, remarks, isDraft: request.isDraft === true });
}

interface MadeReport extends Pick<ShowOptions, 'today' | 'tabsKept' | 'outline' | 'findPlace'> {
  readonly registered: RegisteredReport;
  /** Russian sentences for the person who asked, beyond the report. */
  readonly remarks: readonly string[];
}

/**
 * Undefined where somebody else wrote in between: what is shown must be what is stored. The workbook itself is let go
 * of here: on 3,000 schools there is no room for it beside the tab.
 */
async function makeReport(deps: Dependencies, request: ReportRequest): Promise<MadeReport | undefined> {
  const { workbookId, by, isDraft, onProgress } = request;
  onProgress?.('Сверяем книгу с хранилищем и проверяем сроки…');
  const read = await readForReport(deps, { ...request, action: actionOfReport(request) });
  if (!read) return undefined;
  const { stored, today, gaps, assessment, findPlace, dataHash } = read;
  const struck = await findStruckRows(deps.spreadsheets, workbookId, read.tables);
  if (!isDraft) {
    assertNothingHeld(stored.head);
    assertNothingLacks(gaps);
    assertHasSchools(assessment);
    askAboutErrors(request, assessment, findPlace);
  }
  const recipe = recipeOf({ form: 'full', ...request, today }, { dataHash, assessment });
  const outline = await deps.spreadsheets.readOutline(workbookId);
  const { impostors, copies } = findStrayTabs(outline, stored.head);
  if (!isDraft) assertNothingLacks(impostors);
  onProgress?.('Составляем отчёт и сохраняем…');
  const registered = isDraft
    ? composeUnnumbered(recipe, stored, {
        today,
        by,
        at: deps.clock.now(),
        gaps: [...gaps, ...impostors],
        previous: await readComparable(deps.store, { workbookId, head: stored.head, recipe }),
      })
    : await registerReport(deps, stored, recipe, { workbookId, by, today, outline });
  const tabsKept = assessment.records.settings.reportTabsKept;
  return {
    registered,
    today,
    tabsKept,
    outline,
    findPlace,
    remarks: [...copies, ...describeLookAlikes(read.tables), ...struck],
  };
}

interface Unnumbered {
  readonly today: CalendarDate;
  readonly previous: ReportDocument | undefined;
  readonly by: string;
  readonly at: string;
  readonly gaps: readonly string[];
}

function composeUnnumbered(
  { inputHash, compose }: ReportRecipe,
  { head }: StoredHead,
  { today, previous, gaps, ...author }: Unnumbered,
): RegisteredReport {
  const composed = compose({ number: 0, date: today, revision: head.revision, previous });
  const document = withWarning(composed.document, [...describeHeld(head), ...gaps]);
  return { report: sealReport(document, { inputHash, ...author }).report, isNew: true, head };
}

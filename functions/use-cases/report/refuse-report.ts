import type { ActionName } from '../../contract/actions.ts';
import type { Assessment } from '../../domain/assessment/assessed.ts';
import type { CalendarDate } from '../../domain/dates/dates.ts';
import { describeDataErrors } from '../../domain/report/data-errors.ts';
import { basisOfSchool } from '../../domain/report/parts/card-part.ts';
import { prepareBasis } from '../../domain/report/report-basis.ts';
import type { ReportDocument, ReportForm } from '../../domain/report/report-document.ts';
import { ReportInFutureError, ReportSchoolError } from '../../domain/report/report-errors.ts';
import type { SpanChoice } from '../../domain/report/report-span.ts';
import type { FindPlace } from '../../workbook/server-sheets/control-sheet.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import type { Head } from '../stored/head/head.ts';
import { describeHeld } from '../sync/reconcile-outcome.ts';
import { readMemberHead } from '../stored/access/membership.ts';
import { readReportChoices } from './kept/read-report-choices.ts';
import type { Dependencies } from '../ports/dependencies.ts';
import { todayIn } from '../ports/today.ts';

export interface ReportWish {
  readonly workbookId: string;
  readonly by: string;
  readonly today?: CalendarDate;
  readonly form?: ReportForm;
  readonly asOf?: CalendarDate;
  readonly span?: SpanChoice;
  readonly school?: string;
  readonly isDraft?: boolean;
}

export function actionOfReport({ isDraft }: Pick<ReportWish, 'isDraft'>): ActionName {
  return isDraft === true ? 'report.draft' : 'report.number';
}

export class ReportEmptyError extends UserFacingError {
  override readonly name = 'ReportEmptyError';
  readonly code = 'report_empty';

  constructor() {
    super(
      'Отчёт с номером не сформирован: на листе «Школы» нет ни одной школы с учитываемым статусом, отчитываться не о ком. ' +
        'Внесите школы (статусы, которые учитываются, — на листе «Настройки») и повторите; черновик можно сформировать и так.',
    );
  }
}

/** Something is not read on which figures depend: a number is spent for good, so it is not spent on those. */
export class ReportGapError extends UserFacingError {
  override readonly name = 'ReportGapError';
  readonly code = 'report_gap';

  /** `gaps`: Russian sentences, what is not read and how to mend it. */
  constructor(gaps: readonly string[]) {
    super(
      `Отчёт с номером не сформирован: числа в нём могли бы быть неверны. ${gaps.join(' ')} ` +
        'Потом сформируйте отчёт ещё раз; черновик можно сформировать и так.',
    );
  }
}

/** Errors in the data are no reason to make no report, but a person has to know of them before a number is spent. */
export class ReportErrorsError extends UserFacingError {
  override readonly name = 'ReportErrorsError';
  readonly code = 'report_errors';
  /** What is wrong and where, without the refusal: for a question about it. */
  readonly found: string;

  /** `errors`: Russian sentences, what is wrong and where. */
  constructor(errors: readonly string[]) {
    const shown = errors.slice(0, MAX_ERRORS).map((error) => `• ${error}`);
    const more = errors.length - shown.length;
    const list = [...shown, ...(more > 0 ? [`• и ещё: ${more} (вид отчёта «Качество данных»)`] : [])];
    const what = `в данных ошибки, от которых могут быть неверны числа (${errors.length}).`;
    super(
      [
        `Отчёт с номером не сформирован: ${what}`,
        ...list,
        'Исправьте их (лист «Контроль») или подтвердите, что отчёт нужен и с ними; черновик можно сформировать и так.',
      ].join('\n'),
    );
    this.found = [`Внимание: ${what}`, ...list].join('\n');
  }
}

const MAX_ERRORS = 10;

/**
 * Throws `ReportErrorsError` where figures may suffer from errors and nobody has said that they are known; never of the
 * form that is made to list them.
 */
export function askAboutErrors(
  { form = 'full', withErrors }: { readonly form?: ReportForm; readonly withErrors?: boolean },
  assessment: Assessment,
  findPlace: FindPlace,
): void {
  if (withErrors === true || form === 'data_quality') return;
  const errors = describeDataErrors(assessment, ({ worksheet, rowId }) =>
    String(findPlace(worksheet, rowId)?.rowNumber ?? rowId),
  );
  if (errors.length > 0) throw new ReportErrorsError(errors);
}

/** Throws `ReportGapError`. */
export function assertNothingLacks(gaps: readonly string[]): void {
  if (gaps.length > 0) throw new ReportGapError(gaps);
}

/** A number is spent for good, so it is not spent on a report about nobody. Throws `ReportEmptyError`. */
export function assertHasSchools({ schools }: Assessment): void {
  if (schools.length === 0) throw new ReportEmptyError();
}

/**
 * Refuses at once what the pass over all rows could only refuse later. The usual report (today, the whole period)
 * costs nothing here; another day the head; another span or a card one small Sheets call besides. Throws
 * `ReportSchoolError`, `ReportInFutureError`, `ReportSpanError`, `ReportPeriodError`, `AccessDeniedError`,
 * `ReadOnlyRoleError`.
 */
export async function refuseHopeless(deps: Dependencies, wish: ReportWish): Promise<void> {
  const { workbookId, form, asOf, span = { kind: 'period' }, school } = wish;
  const isCard = form === 'school_card';
  if (isCard && !school?.trim()) throw new ReportSchoolError(undefined);
  const isOfRows = isCard || span.kind !== 'period';
  if (!isOfRows && asOf === undefined) return;
  const { head } = await readMemberHead(deps, wish, actionOfReport(wish));
  const today = wish.today ?? todayIn(deps, head.timeZone);
  if (asOf !== undefined && asOf > today) throw new ReportInFutureError(asOf, today);
  if (!isOfRows) return;
  const assessment = await readReportChoices(deps.spreadsheets, { workbookId, head, today });
  if (!assessment) return;
  const basis = prepareBasis({ assessment, asOf: asOf ?? today, span });
  if (isCard) basisOfSchool(basis, school);
}

export class ReportHeldError extends UserFacingError {
  override readonly name = 'ReportHeldError';
  readonly code = 'report_held';

  /** `held`: Russian sentences, which sheets wait and for what. */
  constructor(held: readonly string[]) {
    super(
      `Отчёт с номером не сформирован: числа в нём были бы неверны. ${held.join(' ')} ` +
        'Если так и нужно — меню «ШНОР» → «Синхронизировать» и ответьте на вопрос; если это случайность — ' +
        'отмените её (Ctrl+Z) или верните строки через «ШНОР» → «Восстановить…». Потом сформируйте отчёт ещё раз.',
    );
  }
}

/** Throws `ReportHeldError` where the brake holds losses: the sheet is without what the store still counts. */
export function assertNothingHeld(head: Head): void {
  const held = describeHeld(head);
  if (held.length > 0) throw new ReportHeldError(held);
}

/** A draft may be looked at; the first thing it says is why its figures are not to be relied on. `why`: sentences. */
export function withWarning(document: ReportDocument, why: readonly string[]): ReportDocument {
  const [first, ...rest] = document.parts;
  if (why.length === 0 || !first) return document;
  const text = `Внимание: числа этого черновика могут быть неверны. ${why.join(' ')}`;
  return {
    ...document,
    parts: [{ ...first, blocks: [{ kind: 'text', style: 'body', text }, ...first.blocks] }, ...rest],
  };
}

import { FORM_TITLES } from '../../../workbook/server-sheets/server-sheets.ts';
import { UserFacingError } from '../../../domain/user-facing-error.ts';
import type { ReportFileKind } from '../../ports/ports.ts';
import { readMemberHead } from '../../stored/access/membership.ts';
import { describeState, readReportStates } from '../../stored/reports/states.ts';
import { formatStoredReport, type FileDependencies } from './format-stored-report.ts';
import { readProvedReport } from './prove-report.ts';

export interface ReportFileRequest {
  readonly workbookId: string;
  /** Verified address of who asks; must be a member of the workbook. */
  readonly by: string;
  readonly number: number;
  readonly kind: ReportFileKind;
}

export interface ReportFile {
  /** As a person would name it: `Сводный отчёт № 3.docx`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Russian: which report it is and how it stands. */
  readonly message: string;
}

/** It travels through the sidebar a third longer, and is held in memory more than once on the way. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;

export class ReportFileTooLargeError extends UserFacingError {
  override readonly name = 'ReportFileTooLargeError';
  readonly code = 'report_file_too_large';

  constructor(name: string, { size, limit }: { readonly size: number; readonly limit: number }) {
    super(
      `Файл «${name}» занимает ${inMegabytes(size)} МБ, через панель можно получить до ${inMegabytes(limit)} МБ. ` +
        'Откройте вкладку отчёта и выберите «Файл» → «Скачать» или попросите того, кто сопровождает программу, ' +
        'записать файл командой «npm run -s shnor -- report --number НОМЕР --out ФАЙЛ».',
    );
  }
}

function inMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace('.', ',');
}

/**
 * The file of a stored report, the same bytes at any time. Looks and changes nothing. Throws `ReportMissingError`,
 * `ReportAlteredError`, `ReportOutdatedError`, `ReportFileTooLargeError`, `AccessDeniedError`.
 */
export async function readReportFile(
  deps: FileDependencies,
  { workbookId, by, number, kind }: ReportFileRequest,
  limit = MAX_FILE_BYTES,
): Promise<ReportFile> {
  const { head } = await readMemberHead(deps, { workbookId, by }, 'report-file.look');
  const [{ document, proof }, { changes }] = await Promise.all([
    readProvedReport(deps.store, { workbookId, head, number }),
    readReportStates(deps.store, workbookId, number),
  ]);
  const name = `${FORM_TITLES[document.form]} № ${number}.${kind}`;
  const bytes = await formatStoredReport(deps, { workbookId, kind, document, proof });
  if (bytes.byteLength > limit) throw new ReportFileTooLargeError(name, { size: bytes.byteLength, limit });
  const isRecalled = changes.at(-1)?.state === 'recalled';
  const warning = isRecalled ? ' В самом файле этого не сказано: не отправляйте его.' : '';
  const message = `Отчёт № ${number}: ${describeState(document, changes, head.timeZone)}.${warning}`;
  return { name, bytes, message };
}

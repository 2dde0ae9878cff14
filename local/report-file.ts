import { extname } from 'node:path';
import { writeFileAtomically } from '../functions/adapters/files/write-file.ts';
import { canonicalJson } from '../functions/use-cases/stored/encoding/canonical-json.ts';
import {
  formatStoredReport,
  type FileDependencies,
} from '../functions/use-cases/report/kept/format-stored-report.ts';
import type { StoredReport } from '../functions/use-cases/stored/reports/reports.ts';
import { BadArgumentError } from './local-errors.ts';

const KINDS = ['xlsx', 'docx', 'json'] as const;
type ReportFileKind = (typeof KINDS)[number];

/** Throws `BadArgumentError` for another ending: the content would not be what the name says. */
export function parseReportName(text: string): string {
  if (kindOf(text)) return text;
  throw new BadArgumentError(
    `«${text}» не подходит: имя файла отчёта должно кончаться на .xlsx, .docx или .json.`,
  );
}

function kindOf(path: string): ReportFileKind | undefined {
  return KINDS.find((kind) => extname(path).toLowerCase() === `.${kind}`);
}

/** The same report gives the same bytes, whenever it is written; `place`: where its own form is kept, if it has one. Throws `FileNotWrittenError`. */
export async function writeReportFile(
  path: string,
  report: Pick<StoredReport, 'document' | 'proof'>,
  place?: Place,
): Promise<void> {
  await writeFileAtomically(path, await formatFile(kindOf(path) ?? 'xlsx', report, place));
}

interface Place {
  readonly services: FileDependencies;
  readonly workbookId: string;
}

async function formatFile(
  kind: ReportFileKind,
  { document, proof }: Pick<StoredReport, 'document' | 'proof'>,
  place: Place | undefined,
): Promise<Uint8Array> {
  // The JSON is the very text that the hash is of.
  if (kind === 'json') return Buffer.from(canonicalJson(document));
  if (place)
    return formatStoredReport(place.services, { workbookId: place.workbookId, kind, document, proof });
  // The libraries of the office formats are heavy, and few commands write a file.
  const { formatReportFile } = await import('../functions/adapters/files/report-file.ts');
  return formatReportFile(kind, document, proof);
}

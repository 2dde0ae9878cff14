import { formatDate } from '../../../domain/dates.ts';
import type { ReportDocument } from '../../../domain/report/report-document.ts';
import type { ReportProof } from '../../../domain/report/report-proof.ts';

/** What stands around the parts of a report, as text: the requisites of GOST R 7.0.97 in reading order. */
export interface ReportFrame {
  /** 05, 08, 10, 11 and 12: the corner on the left, a line each. */
  readonly corner: readonly string[];
  /** 15: the right half. */
  readonly addressee: string;
  /** 09. */
  readonly documentKind: string;
  /** 17. */
  readonly heading: string;
  readonly asOf: string;
  /** 22; the name may be ''. */
  readonly signer: { readonly position: string; readonly name: string };
  /** 25; '' where not given. */
  readonly executor: string;
  /** By what the paper is held against the store; '' where each page says it. */
  readonly proof: string;
  /** At the foot of each page, in two lines: which document it belongs to, and its proof. */
  readonly footer: string;
  /** 19: above the annex. */
  readonly annex: string;
  /** How the paper itself stands; files do not say it. */
  readonly state: string;
}

/** A report without a number is not to be taken for one. */
const DRAFT = 'ЧЕРНОВИК';

export function formatFrame(document: ReportDocument, proof: ReportProof): ReportFrame {
  const { number, date, asOf, span, revision, requisites } = document;
  const { institution, contacts, reference, addressee, documentKind, heading, signer, executor } = requisites;
  return {
    corner: [institution, contacts, number > 0 ? `${formatDate(date)} № ${number}` : DRAFT, reference].filter(
      (line) => line !== '',
    ),
    addressee,
    documentKind,
    heading,
    asOf: `По состоянию на ${formatDate(asOf)}. Отчётный период: ${span.title}`,
    signer,
    executor: executor === '' ? '' : `Исп.: ${executor}`,
    proof:
      `${nameOf(document)} от ${formatDate(date)}, ревизия данных ${revision}, ` +
      `контрольная сумма SHA-256: ${proof.documentHash}`,
    footer:
      `${nameOf(document)} от ${formatDate(date)}, по состоянию на ${formatDate(asOf)}, ревизия данных ${revision}\n` +
      `SHA-256: ${proof.documentHash}`,
    annex: `Приложение к документу «${documentKind}» от ${formatDate(date)}${number > 0 ? ` № ${number}` : ` (${DRAFT})`}`,
    state: proof.state ?? '',
  };
}

/** `СВОДНЫЙ ОТЧЁТ № 4`: at the foot of each page. */
export function nameOf({ number, requisites }: ReportDocument): string {
  return `${requisites.documentKind} ${number > 0 ? `№ ${number}` : `(${DRAFT.toLocaleLowerCase('ru')})`}`;
}

/** Where the paper is signed. */
export const SIGNATURE_LINE = '____________________';

/** The part behind the figures: an annex, so the signature stands before it. */
export function isAnnex({ key }: { readonly key: string }): boolean {
  return key === 'details';
}

/** A document of so many parts has a page of text in front, as a letter has; a shorter one begins with its tables. */
export const PARTS_OF_LONG = 5;

/** `1. Исполнение по мероприятиям`; the only part of a document needs no number. */
export function titleOfPart({ parts }: ReportDocument, index: number): string {
  const title = parts[index]?.title ?? '';
  return parts.length > 1 ? `${index + 1}. ${title}` : title;
}

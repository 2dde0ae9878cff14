import type { CalendarDate } from '../dates/dates.ts';
import { comparableName } from '../text/same-name.ts';

/** What proves an execution: kind + number + date, or a link (domain practice: «выполнено» needs one of both). */
export interface Evidence {
  readonly kind?: string;
  readonly number?: string;
  readonly date?: CalendarDate;
  readonly link?: string;
}

export function isProof(evidence: Evidence): boolean {
  return leadsTo(evidence) || Boolean(namedKind(evidence) && namedNumber(evidence) && evidence.date);
}

/** What is still missing for a proof, in Russian words for a message; empty where nothing is. */
export function missingForProof(evidence: Evidence): readonly string[] {
  if (isProof(evidence)) return [];
  const parts: [unknown, string][] = [
    [namedKind(evidence), 'вид документа'],
    [namedNumber(evidence), 'номер'],
    [evidence.date, 'дату документа'],
  ];
  return parts.filter(([present]) => !present).map(([, name]) => name);
}

/** What stands where a link, a kind or a number is expected and names no document: «потом», «нет», «в работе». */
export function emptyWords(evidence: Evidence): readonly (readonly [key: EvidenceKey, text: string])[] {
  const { link, kind, number } = evidence;
  const told: (readonly [EvidenceKey, string])[] = [];
  if (link !== undefined && !leadsTo(evidence)) told.push(['link', link]);
  if (kind !== undefined && !namedKind(evidence)) told.push(['evidenceKind', kind]);
  if (number !== undefined && !namedNumber(evidence)) told.push(['evidenceNumber', number]);
  return told;
}

/** Columns of the cells that words of a proof stand in. */
type EvidenceKey = 'link' | 'evidenceKind' | 'evidenceNumber';

/**
 * Of an address of the web, of mail, of a disk or of a place in the workbook, or of a file by its name: somebody else
 * can go there. A word under which a sheet hides an address is read as the bare word.
 */
function leadsTo({ link }: Evidence): boolean {
  return link !== undefined && ADDRESSES.some((form) => form.test(link.trim()));
}

const ADDRESSES = [
  // The web, with the scheme or without: «https://disk.example.org/d/1», «школа.рф/приказ», «localhost/1».
  /(?:^|[\s(«"])[a-z][a-z\d+.-]*:\/\/[^\s/]/iu,
  /(?:^|[\s(«"])(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+(?=\p{L})[\p{L}-]{2,}(?::\d+)?(?:[/?#]|$)/u,
  // A disk, a shared folder, a path of several names.
  /^(?:[a-z]:[\\/]|\\\\|~?\/)\S/iu,
  // A place in this workbook.
  /^#(?:gid|rangeid)=/iu,
  // A file.
  /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|jpe?g|png|tiff?|heic|zip|rar|7z|sig|p7s|mp4|html?)\b/iu,
];

/** A kind of document, where the word is one and does not say that there is none. */
function namedKind({ kind }: Evidence): string | undefined {
  return kind !== undefined && !saysNothing(kind) ? kind : undefined;
}

/** Whether a cell that asks for a document or a reason says that there is none, or none yet: «нет», «потом». */
export function saysNothing(text: string): boolean {
  return NO_DOCUMENT.has(comparableName(text));
}

/** A number has a digit but noughts alone (a Roman one too), is a letter of an index, or says that the document bears none («б/н»). */
function namedNumber({ number }: Evidence): string | undefined {
  if (number === undefined) return undefined;
  return /[1-9]|^[ivxlc]+$/iu.test(number) || INDEX.test(comparableName(number)) ? number : undefined;
}

/** «б/н», «бн», «без номера», «А-в». */
const INDEX = /^(?:б ?[/.-]? ?н|без номера|\p{L}(?:[-/]\p{L}{1,3})*)$/u;

const NO_DOCUMENT: ReadonlySet<string> = new Set(
  (
    'нет|не|без документа|нет документа|отсутствует|не требуется|не нужен|не было|потом|позже|будет|будет позже|скоро|' +
    'в работе|готовится|на подписи|уточняется|устно|устный|устное|на словах|да|есть|имеется|документ|не знаю'
  )
    .split('|')
    .map(comparableName),
);

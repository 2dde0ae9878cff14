import type { CalendarDate } from './dates.ts';

/** What proves an execution: kind + number + date, or a link (domain practice: «выполнено» needs one of both). */
export interface Evidence {
  readonly kind?: string;
  readonly number?: string;
  readonly date?: CalendarDate;
  readonly link?: string;
}

export function isProof(evidence: Evidence): boolean {
  return Boolean(evidence.link ?? (evidence.kind && evidence.number && evidence.date));
}

/** What is still missing for a proof, in Russian words for a message; empty where nothing is. */
export function missingForProof(evidence: Evidence): readonly string[] {
  if (isProof(evidence)) return [];
  const parts: [unknown, string][] = [
    [evidence.kind, 'вид документа'],
    [evidence.number, 'номер'],
    [evidence.date, 'дату документа'],
  ];
  return parts.filter(([present]) => !present).map(([, name]) => name);
}

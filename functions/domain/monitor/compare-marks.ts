import { cutAt } from '../text/shorten.ts';
import { SEVERITIES, type Finding, type Severity } from '../findings/finding.ts';

/** A finding as it is known again on another day, whatever its days and words have become. */
export interface RunMark {
  readonly key: string;
  /** The row, school or measure: one place may have several marks. */
  readonly place: string;
  readonly severity: Severity;
  /** Russian, for the list of what has come or gone. */
  readonly text: string;
}

/** What two runs differ in, as Russian texts, worst first. */
export interface Changes {
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
  /** A place had a milder finding before. */
  readonly worse: readonly string[];
}

const MAX_TEXT = 160;

export function marksOf(findings: readonly Finding[]): readonly RunMark[] {
  const marks = findings.map(({ code, severity, place, subject, message }): RunMark => {
    const where = [place.worksheet, place.rowId ?? '', subject ?? withoutNumbers(message, place.rowId)].join(
      ' ',
    );
    const text = cutAt(subject ? `${subject}. ${message}` : message, MAX_TEXT);
    return { key: [code, place.column ?? '', where].join(' '), place: where, severity, text };
  });
  return [...new Map(marks.map((mark) => [mark.key, mark])).values()];
}

/** Of a row the id is name enough; elsewhere the words are, but for the numbers, which change from day to day. */
function withoutNumbers(message: string, rowId: string | null): string {
  return rowId === null ? message.replaceAll(/\d+/gu, '#') : '';
}

export function compareMarks(before: readonly RunMark[], now: readonly RunMark[]): Changes {
  const known = new Set(before.map(({ key }) => key));
  const standing = new Set(now.map(({ key }) => key));
  const left = before.filter(({ key }) => !standing.has(key));
  const come = now.filter(({ key }) => !known.has(key));
  const milder = Map.groupBy(left, ({ place }) => place);
  const worse = come.filter(({ place, severity }) =>
    milder.get(place)?.some((mark) => rank(mark.severity) > rank(severity)),
  );
  const replaced = new Set(worse.map(({ place }) => place));
  const textsOf = (marks: readonly RunMark[]) => marks.map(({ text }) => text);
  return {
    fresh: textsOf(come.filter((mark) => !worse.includes(mark))),
    gone: textsOf(left.filter(({ place }) => !replaced.has(place))),
    worse: textsOf(worse),
  };
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** A stretch of text in one look. */
export interface TextRun {
  readonly text: string;
  /** As the file says it: `superscript`, `subscript`. */
  readonly align?: string | undefined;
  readonly isStruck?: boolean;
}

/** What a person reads in a cell, and apart from it what is struck out there. */
export interface ShownText {
  readonly text: string;
  readonly struck: string;
}

export function showRuns(runs: readonly TextRun[]): ShownText {
  const join = (isStruck: boolean) =>
    runs
      .filter((run) => (run.isStruck ?? false) === isStruck)
      .map(({ text, align }) => raise(text, align))
      .join('');
  return { text: join(false), struck: join(true).trim() };
}

const PLAIN = '0123456789+-=()';
const RAISED: Readonly<Record<string, string>> = {
  superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾',
  subscript: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎',
};

/** `1` above the line is `¹`, no digit of the date before it; letters stay («1-го» is read as it is). */
function raise(text: string, align: string | undefined): string {
  const signs = align === undefined ? undefined : RAISED[align];
  if (signs === undefined || !/^[\d+\-=(),\s]+$/u.test(text)) return text;
  return text.replace(/[\d+\-=()]/gu, (sign) => signs[PLAIN.indexOf(sign)] ?? sign);
}

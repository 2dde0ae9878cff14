/** Digits above the line, and stars at the end of a word; not those of «м²». */
const RAISED = /(?<!(?<!\p{L})(?:мм|см|дм|км|м))[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾]+/gu;
const STARS = /(?<=[\p{L}\d.,)»"])\*+(?=[\s.,;:)»]|$)/gu;

/** The text without the marks that lead to its footnotes: «до 1¹ октября*» is «до 1 октября». */
export function withoutMarks(text: string): string {
  return text.replace(RAISED, '').replace(STARS, '').replaceAll(/\s+/gu, ' ').trim();
}

const LOWERED = /[₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎]+/gu;

/** In a deadline or a number no digit below the line belongs to it either. */
export function withoutAnyMarks(text: string): string {
  return withoutMarks(text.replace(LOWERED, ''));
}

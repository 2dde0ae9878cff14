const LETTERS = 26;

/** `0` → `A`, `26` → `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % LETTERS));
  return column < LETTERS ? last : columnLetters(Math.floor(column / LETTERS) - 1) + last;
}

/** `A` → `0`, `AA` → `26`; in small letters too. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * LETTERS + letter.charCodeAt(0) - 64;
  return number - 1;
}

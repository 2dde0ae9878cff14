/** Widths of Arial's letters as shares of the font size, from its metrics; the first that fits counts. */
const LETTER_WIDTHS: readonly (readonly [letters: RegExp, share: number])[] = [
  [/[\s.,:;!'|/ijlftI]/, 0.28],
  [/[№—@Ю]/, 1.05],
  [/[ЖМШЩЫW%]/, 0.91],
  [/[шщфЪmM]/, 0.82],
  [/[гr()"-]/, 0.37],
  [/[зкт]/, 0.46],
  [/[всухьчэcksvxyz]/, 0.52],
  [/[жмыъюw]|\p{Lu}/u, 0.71],
];
const OTHER_LETTER = 0.56;

const known = new Map<string, number>();

function widthOfLetter(letter: string): number {
  const width = known.get(letter);
  if (width !== undefined) return width;
  const measured = LETTER_WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER_LETTER;
  known.set(letter, measured);
  return measured;
}

/** In font sizes. */
export function widthOfText(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width;
}

/** How many lines the text takes in `room` font sizes of width; its own line breaks count. */
export function countLines(text: string, room: number): number {
  return text.split('\n').reduce((sum, line) => sum + countWrapped(line, room), 0);
}

/** Words go to the next line whole; one longer than a line is broken. */
function countWrapped(text: string, room: number): number {
  const space = widthOfLetter(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const width = widthOfText(word);
    const gap = used === 0 ? 0 : space;
    if (used + gap + width <= room) {
      used += gap + width;
      continue;
    }
    if (used > 0) lines++;
    const further = Math.ceil(width / Math.max(room, 1)) - 1;
    lines += further;
    used = width - further * room;
  }
  return lines;
}

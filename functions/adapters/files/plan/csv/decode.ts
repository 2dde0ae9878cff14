/** Unmarked bytes that are no UTF-8 come from a Russian Excel (1251), an old Mac, or a program of the days of DOS. */
const OF_ONE_BYTE = ['windows-1251', 'ibm866', 'x-mac-cyrillic'] as const;
/** Enough letters to tell the encoding by. */
const SAMPLE = 100_000;

/** By its mark, by its zero bytes, as UTF-8 where it is such, else as what gives the most Russian letters. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const encodings = ['utf-8', ...OF_ONE_BYTE];
    const scores = encodings.map((encoding) =>
      likelihood(new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE))),
    );
    const best = encodings[scores.indexOf(Math.max(...scores))];
    return new TextDecoder(best).decode(bytes);
  }
}

/** Most letters of a text are small ones; read in a wrong encoding many are capitals or none. */
function likelihood(text: string): number {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  return 2 * count(/[а-яё]/gu) + count(/[А-ЯЁ]/gu) - 2 * count(/[\ufffd\u2500-\u259f\u0080-\u009f]/gu);
}

/** By its mark, or by a zero byte, which stands in no other text: one half of every separator and line end. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zero = bytes.indexOf(0);
  if (zero < 0) return undefined;
  return zero % 2 === 0 ? 'utf-16be' : 'utf-16le';
}

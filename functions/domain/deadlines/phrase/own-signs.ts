const SIGN = /[\p{L}\p{N}]/u;

/**
 * Words of the normalised phrase as the writer typed them: «п, 4.5» is «п. 4.5» again. Words that were respelt or
 * spelt out are not in the phrase and stay.
 */
export function inOwnSigns(words: string, phrase: string): string {
  if (words === '' || phrase.includes(words)) return words;
  const wanted = lettersOf(words);
  const typed = lettersOf(phrase);
  const at = typed.text.indexOf(wanted.text);
  const [first, last] = [typed.places[at], typed.places[at + wanted.text.length - 1]];
  if (wanted.text === '' || at < 0 || first === undefined || last === undefined) return words;
  return phrase.slice(first, last + 1) + closing(words, phrase.slice(last + 1));
}

/** A dot or bracket that the words end with, where the phrase has one there too. */
const closing = (words: string, rest: string): string => {
  const sign = words.at(-1) ?? '';
  return !SIGN.test(sign) && rest.startsWith(sign) ? sign : '';
};

function lettersOf(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let letters = '';
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place] ?? '';
    if (!SIGN.test(sign)) continue;
    letters += sign.toLowerCase().replace('ё', 'е').slice(0, 1);
    places.push(place);
  }
  return { text: letters, places };
}

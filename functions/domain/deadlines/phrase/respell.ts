import { distance } from 'fastest-levenshtein';
import type { NormalisedPhrase } from './normalise.ts';
import { LEMMAS } from './vocabulary.ts';

/** More unknown words than this are no misspelt deadline but another text; the search stays short. */
const MOST_WORDS = 12;
const SHORTEST_WORD = 4;

const LEMMA_OF: ReadonlyMap<string, number> = new Map(
  LEMMAS.flatMap((forms, lemma) => forms.split(' ').map((form): [string, number] => [form, lemma])),
);

/**
 * The phrase with misspelt words replaced by the only near word of the deadline vocabulary; undefined where none
 * is. A word that is equally near to two different words («июкь») is left alone.
 */
export function respell({ text, healed }: NormalisedPhrase): NormalisedPhrase | undefined {
  const words = text.match(/[а-я]+/g) ?? [];
  if (words.filter((word) => !LEMMA_OF.has(word)).length > MOST_WORDS) return undefined;
  const mended: string[] = [];
  const respelt = text.replace(/[а-я]+/g, (word) => {
    const right = nearestWord(word);
    if (right === undefined) return word;
    mended.push(`«${word}» прочитано как «${right}».`);
    return right;
  });
  return mended.length > 0 ? { text: respelt, original: respelt, healed: [...healed, ...mended] } : undefined;
}

function nearestWord(word: string): string | undefined {
  if (word.length < SHORTEST_WORD || LEMMA_OF.has(word)) return undefined;
  const allowed = word.length >= 8 ? 2 : 1;
  let best: { form: string; lemma: number; mistakes: number } | undefined;
  let rival = false;
  for (const [form, lemma] of LEMMA_OF) {
    if (Math.abs(form.length - word.length) > allowed) continue;
    const mistakes = countMistakes(word, form);
    if (mistakes > allowed || (best && mistakes > best.mistakes)) continue;
    rival = best !== undefined && mistakes === best.mistakes ? rival || lemma !== best.lemma : false;
    if (!best || mistakes < best.mistakes) best = { form, lemma, mistakes };
  }
  return rival ? undefined : best?.form;
}

/** Two neighbouring letters swapped are one mistake («авугст»), which plain edit distance counts as two. */
function countMistakes(word: string, form: string): number {
  const edits = distance(word, form);
  if (edits !== 2 || word.length !== form.length) return edits;
  const at = [...word].findIndex((letter, index) => letter !== form[index]);
  const swapped = word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  return swapped === form ? 1 : edits;
}

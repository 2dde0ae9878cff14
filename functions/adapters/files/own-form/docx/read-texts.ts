import type { FormText } from '../../../../domain/report/own-form/tags.ts';
import type { OfficePackage } from '../../plan/office/package.ts';
import type { XmlListener } from '../../plan/office/xml.ts';

/** Parts of a document that fields may stand in, by the last word of their relation. */
const PARTS: Readonly<Record<string, string>> = {
  header: 'верхний колонтитул, ',
  footer: 'нижний колонтитул, ',
  footnotes: 'сноски, ',
  endnotes: 'концевые сноски, ',
};

/** The texts of each part, paragraph by paragraph. Throws `FileLimitError`, and on a file that is no document. */
export async function readDocxTexts(file: OfficePackage): Promise<readonly (readonly FormText[])[]> {
  const main = (await file.relationsOf('')).find(({ type }) => type === 'officeDocument');
  const part = main?.target.replace(/^\//u, '') ?? 'word/document.xml';
  const body = await readPart(file, part, '');
  if (!body) throw new SyntaxError('no document in the archive');
  const others: (readonly FormText[])[] = [];
  for (const { type, target } of await file.relationsOf(part)) {
    const where = PARTS[type];
    const texts = where === undefined ? undefined : await readPart(file, target, where);
    if (texts) others.push(texts);
  }
  return [body, ...others];
}

async function readPart(
  file: OfficePackage,
  part: string,
  where: string,
): Promise<readonly FormText[] | undefined> {
  const reader = new TextReader(where);
  return (await file.read(part, reader)) ? reader.texts : undefined;
}

interface Step {
  readonly kind: 't' | 'r' | 'c' | 'p';
  readonly number: number;
  /** Of what is inside it. */
  readonly counts: Record<'t' | 'r' | 'c' | 'p', number>;
  text: string;
}

const STEPS: Readonly<Record<string, Step['kind']>> = { 'w:tbl': 't', 'w:tr': 'r', 'w:tc': 'c', 'w:p': 'p' };
const WORDS = { t: 'таблица', r: 'строка', c: 'столбец', p: 'абзац' } as const;
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n' };

class TextReader implements XmlListener {
  readonly texts: FormText[] = [];
  readonly #where: string;
  readonly #steps: Step[] = [];
  readonly #top = countsOf();
  #isText = false;

  constructor(where: string) {
    this.#where = where;
  }

  open({ name }: { readonly name: string }): void {
    const kind = STEPS[name];
    const step = this.#steps.at(-1);
    if (kind) {
      const counts = (step ?? { counts: this.#top }).counts;
      counts[kind] += 1;
      this.#steps.push({ kind, number: counts[kind], counts: countsOf(), text: '' });
    } else if (name === 'w:t') this.#isText = true;
    else if (step?.kind === 'p') step.text += SIGNS[name] ?? '';
  }

  text(part: string): void {
    const step = this.#steps.at(-1);
    if (this.#isText && step?.kind === 'p') step.text += part;
  }

  close(name: string): void {
    if (name === 'w:t') this.#isText = false;
    if (!STEPS[name]) return;
    const step = this.#steps.at(-1);
    if (step?.kind === 'p') this.#add(step.text);
    this.#steps.pop();
  }

  #add(text: string): void {
    const named = this.#steps.filter(({ kind }, index, all) => kind !== 'p' || index === all.length - 1);
    const isInCell = named.some(({ kind }) => kind === 'c');
    const told = named.filter(({ kind, number }) => kind !== 'p' || !isInCell || number > 1);
    this.texts.push({
      text,
      path: this.#steps.map(({ kind, number }) => `${kind}${number}`),
      place: `${this.#where}${told.map(({ kind, number }) => `${WORDS[kind]} ${number}`).join(', ')}`,
    });
  }
}

function countsOf(): Step['counts'] {
  return { t: 0, r: 0, c: 0, p: 0 };
}

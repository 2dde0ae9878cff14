/** A stretch of text that holds whole tags: a paragraph of a document, a cell of a sheet. */
export interface FormText {
  /** Russian, for people: `абзац 4`, `таблица 1, строка 2, столбец 3`, `лист «Форма», ячейка B7`. */
  readonly place: string;
  /** What it lies in, the outermost first; the first letter tells what: `t1`, `r2`, `c3`, `p4`. */
  readonly path: readonly string[];
  readonly text: string;
}

export type TagSign = '' | '#' | '^' | '/';

export interface FormTag {
  readonly sign: TagSign;
  /** As the descriptions write it. */
  readonly name: string;
  /** As the form writes it, with its braces. */
  readonly raw: string;
  /** Between the tag before it and this one there is a text. */
  readonly isAfterText: boolean;
  readonly at: FormText;
}

/** What is wrong in a form: at which place, in which words of it, and what to do. */
export interface FormMistake {
  readonly place: string;
  readonly excerpt: string;
  /** Russian. */
  readonly what: string;
}

/** Names are written in any case, with blanks or underscores. */
export function nameOfTag(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .toLocaleLowerCase('ru')
    .replaceAll('ё', 'е')
    .replaceAll(/[\s_\u00a0-]+/gu, '_');
}

const SIGNS: ReadonlySet<string> = new Set(['#', '^', '/']);
/** What stands in single braces although it is meant as a tag is told by whether it is known: see `check-form`. */
const PIECES = /\{\{|\}\}/gu;

/** The tags of one text in their order, and its braces that are no tag. */
export function parseTags(at: FormText): {
  readonly tags: readonly FormTag[];
  /** After the last tag there is a text. */
  readonly endsWithText: boolean;
  readonly mistakes: readonly FormMistake[];
} {
  const tags: FormTag[] = [];
  const mistakes: FormMistake[] = [];
  let open: number | undefined;
  let end = 0;
  const wrong = (index: number, what: string) =>
    mistakes.push({ place: at.place, excerpt: excerptOf(at.text, index), what });
  for (const { 0: piece, index } of at.text.matchAll(PIECES)) {
    if (piece === '{{') {
      if (open !== undefined) wrong(open, 'скобки «{{» не закрыты: до «}}» открыты ещё одни');
      open = index;
    } else if (open === undefined)
      wrong(index, 'скобки «}}» закрыты, но не открыты: перед именем нужно «{{»');
    else {
      const tag = readTag(at, { from: open, to: index + 2, after: end }, wrong);
      if (tag) tags.push(tag);
      end = index + 2;
      open = undefined;
    }
  }
  if (open !== undefined)
    wrong(open, 'скобки «{{» не закрыты: имя и «}}» должны стоять в том же абзаце или ячейке');
  return { tags, mistakes, endsWithText: at.text.slice(end).trim() !== '' };
}

function readTag(
  at: FormText,
  { from, to, after }: { readonly from: number; readonly to: number; readonly after: number },
  wrong: (index: number, what: string) => void,
): FormTag | undefined {
  const raw = at.text.slice(from, to);
  const inner = raw.slice(2, -2).trim();
  const first = inner.slice(0, 1);
  const sign = (SIGNS.has(first) ? first : '') as TagSign;
  const name = nameOfTag(inner.slice(sign.length));
  const strange = /[^\p{L}\p{N}_№]/u.exec(name)?.[0];
  const what = describeName({ sign, name, strange });
  if (what === undefined)
    return { sign, name, raw, at, isAfterText: at.text.slice(after, from).trim() !== '' };
  wrong(from, what);
  return undefined;
}

function describeName(tag: { sign: TagSign; name: string; strange: string | undefined }): string | undefined {
  const { sign, name, strange } = tag;
  if (name === '')
    return sign === '' ? 'в скобках пусто: нужно имя поля' : `после знака «${sign}» нужно имя повтора`;
  if (strange === '.') return 'точек в именах нет: поле повтора пишется внутри повтора без его имени';
  if (strange === undefined) return undefined;
  return `знак «${strange}» в имени не понят: имя — буквы, цифры и подчёркивания`;
}

const AROUND = 30;

function excerptOf(text: string, index: number): string {
  const start = Math.max(0, index - 10);
  const part = text.slice(start, index + AROUND).replaceAll(/\s+/gu, ' ');
  return `${start > 0 ? '…' : ''}${part}${index + AROUND < text.length ? '…' : ''}`;
}

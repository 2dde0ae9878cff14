import { describeField, describeLoop } from './describe-unknown.ts';
import { describeAcross, inSamePart, sharedRows, type FormRepeat } from './repeats.ts';
import type { ScopeDescription } from './scope.ts';
import { nameOfTag, parseTags, type FormMistake, type FormTag, type FormText } from './tags.ts';

export interface CheckedForm {
  /** Keys of the fields and repeats that it names. */
  readonly uses: readonly string[];
  /** All of them; a form with any is not filled. */
  readonly mistakes: readonly FormMistake[];
}

interface Open {
  readonly tag: FormTag;
  /** Undefined of a name that nobody knows: what stands inside is not judged. */
  readonly scope: ScopeDescription | undefined;
  /** Nothing has stood inside so far. */
  isEmpty: boolean;
}

/**
 * Every tag of a form against what can stand in it. `texts`: by part of the file (the document, a header, a sheet), in
 * which alone a repeat may open and close.
 */
export function checkForm(parts: readonly (readonly FormText[])[], root: ScopeDescription): CheckedForm {
  const found = parts.map((texts) => checkPart(texts, root));
  const uses = [...new Set(found.flatMap((part) => part.uses))].sort();
  const mistakes = unique(found.flatMap((part) => part.mistakes));
  if (uses.length > 0 || mistakes.length > 0) return { uses, mistakes };
  return { uses, mistakes: [{ place: 'вся форма', excerpt: '', what: NO_FIELDS }] };
}

const NO_FIELDS =
  'в ней нет ни одного поля: впишите поля в двойных скобках, например {{период}} (все — в списке «Поля для форм»)';

/** A text box stands twice in a file of Word. */
function unique(mistakes: readonly FormMistake[]): readonly FormMistake[] {
  return [...new Map(mistakes.map((each) => [JSON.stringify(each), each])).values()];
}

function checkPart(texts: readonly FormText[], root: ScopeDescription): CheckedForm {
  const checker = new PartChecker(root);
  for (const text of texts) {
    const { tags, endsWithText, mistakes } = parseTags(text);
    checker.mistakes.push(...mistakes, ...singleBraces(text, root));
    for (const tag of tags) checker.take(tag);
    if (endsWithText) checker.fill();
  }
  return checker.end();
}

class PartChecker {
  readonly mistakes: FormMistake[] = [];
  readonly #uses = new Set<string>();
  readonly #stack: Open[] = [];
  readonly #repeats: FormRepeat[] = [];
  readonly #root: ScopeDescription;

  constructor(root: ScopeDescription) {
    this.#root = root;
  }

  take(tag: FormTag): void {
    if (tag.isAfterText) this.fill();
    if (tag.sign === '/') this.#close(tag);
    else if (tag.sign === '') this.#field(tag);
    else this.#open(tag);
  }

  /** Something stands at this place that is no tag. */
  fill(): void {
    for (const open of this.#stack) open.isEmpty = false;
  }

  end(): CheckedForm {
    for (const { tag } of this.#stack)
      this.#wrong(tag, `повтор не закрыт: нужно {{/${tag.name}}} ${inSamePart(tag)}`);
    this.mistakes.push(...sharedRows(this.#repeats));
    return { uses: [...this.#uses], mistakes: this.mistakes };
  }

  #wrong({ at: { place }, raw }: FormTag, what: string): void {
    this.mistakes.push({ place, excerpt: raw, what });
  }

  /** From the innermost outwards; what is said of none inside is what is said around it. */
  #scopes(): readonly (ScopeDescription | undefined)[] {
    const inner = this.#stack.filter(({ tag }) => tag.sign === '#').map(({ scope }) => scope);
    return [...inner.toReversed(), this.#root];
  }

  #field(tag: FormTag): void {
    this.fill();
    const scopes = this.#scopes();
    if (scopes.includes(undefined)) return;
    const known = scopes.flatMap((scope) => scope ?? []);
    if (known.some(({ fields }) => fields.some(({ key }) => key === tag.name))) this.#uses.add(tag.name);
    else this.#wrong(tag, describeField(tag.name, known, this.#root));
  }

  #open(tag: FormTag): void {
    const [inner] = this.#scopes();
    this.fill();
    const loop = inner?.loops.find(({ key }) => key === tag.name);
    if (loop) this.#uses.add(tag.name);
    else if (inner) this.#wrong(tag, describeLoop(tag.name, inner, this.#root));
    this.#stack.push({ tag, scope: loop, isEmpty: true });
  }

  #close(tag: FormTag): void {
    const index = this.#stack.findLastIndex((open) => open.tag.name === tag.name);
    const open = this.#stack[index];
    if (!open) {
      const last = this.#stack.at(-1)?.tag;
      const hint = last ? `; открыт повтор «${last.name}», его закрывает {{/${last.name}}}` : '';
      return this.#wrong(tag, `этот повтор не открывали: перед ним нет {{#${tag.name}}}${hint}`);
    }
    for (const { tag: left } of this.#stack.splice(index).slice(1))
      this.#wrong(left, `повтор не закрыт: {{/${left.name}}} должно стоять раньше, чем ${tag.raw}`);
    if (open.isEmpty) this.#wrong(open.tag, 'повтор пуст: между его началом и концом ничего нет');
    const across = describeAcross(open.tag.at, tag.at);
    if (across) this.#wrong(open.tag, across);
    this.#repeats.push({ open: open.tag, close: tag });
  }
}

const SINGLE = /(?<!\{)\{([#^/]?)\s*([^{}]{1,60}?)\s*\}(?!\})/gu;

/** `{период}`: braces of one kind or another that hold a name which is known. */
function singleBraces({ text, place }: FormText, root: ScopeDescription): readonly FormMistake[] {
  const known = new Set(allKeys(root));
  return [...text.matchAll(SINGLE)]
    .filter(([, , name = '']) => known.has(nameOfTag(name)))
    .map(([excerpt]) => ({ place, excerpt, what: 'скобок должно быть по две: {{…}}' }));
}

function allKeys({ fields, loops }: ScopeDescription): readonly string[] {
  return [...fields.map(({ key }) => key), ...loops.flatMap((loop) => [loop.key, ...allKeys(loop)])];
}

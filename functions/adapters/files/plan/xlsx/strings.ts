import type { OfficePackage } from '../office/package.ts';
import { showRuns, type ShownText, type TextRun } from '../office/shown-text.ts';
import { isOn, type XmlElement } from '../office/xml.ts';

/** Gathers the runs of one text as its tags pass: of a shared one, or of one that stands in its cell. */
export class RichText {
  #runs: TextRun[] = [];
  #align: string | undefined;
  #isStruck = false;
  #isText = false;
  #isPhonetic = false;

  open({ name, attributes }: XmlElement): void {
    if (name === 's:rPh') this.#isPhonetic = true;
    if (name === 's:r') [this.#align, this.#isStruck] = [undefined, false];
    if (name === 's:vertAlign') this.#align = attributes['val'];
    if (name === 's:strike') this.#isStruck = isOn(attributes['val'], true);
    this.#isText = name === 's:t' && !this.#isPhonetic;
  }

  close(name: string): void {
    if (name === 's:rPh') this.#isPhonetic = false;
    this.#isText = false;
  }

  text(text: string): void {
    if (!this.#isText) return;
    this.#runs.push({ text: unescape(text), align: this.#align, isStruck: this.#isStruck });
  }

  /** The text so far; the next one begins. */
  take(): ShownText {
    const shown = showRuns(this.#runs);
    [this.#runs, this.#align, this.#isStruck] = [[], undefined, false];
    return shown;
  }
}

/** `_x000D_` is a line break, `_x005F_x000D_` these seven signs. */
export function unescape(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/gu, (_all, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}

/** The texts that cells share, by their places. */
export async function readSharedStrings(file: OfficePackage, part: string): Promise<readonly ShownText[]> {
  const strings: ShownText[] = [];
  const rich = new RichText();
  await file.read(part, {
    open: (element) => rich.open(element),
    text: (text) => rich.text(text),
    close: (name) => {
      rich.close(name);
      if (name === 's:si') strings.push(rich.take());
    },
  });
  return strings;
}

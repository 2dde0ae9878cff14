/**
 * What nobody sees: text deleted or moved away by a tracked change, properties as they were before one, the code of
 * a field, the small letters over eastern ones.
 */
const UNSEEN = /^w:(?:del|moveFrom|delText|delInstrText|instrText|\w+Change|rt)$/u;

/** Tells what of a document a person sees who has accepted all changes, as its tags pass. */
export class Visibility {
  /** Fields within fields: what stands before `separate` is code. */
  readonly #fields: ('code' | 'result')[] = [];
  /** Of each choice between ways to draw a thing, whether one was taken. */
  readonly #choices: boolean[] = [];
  /** Of each content control, whether it shows only what shall be written there («Место для ввода даты.»). */
  readonly #controls: boolean[] = [];
  #unseen = 0;

  /** False for a tag that nobody sees; every tag is to be told, in its order. */
  open(name: string): boolean {
    if (this.#unseen > 0 || this.#isUnseen(name)) {
      this.#unseen += 1;
      return false;
    }
    if (name === 'w:sdt') this.#controls.push(false);
    if (name === 'mc:AlternateContent') this.#choices.push(false);
    return true;
  }

  /** Whether the tag that closes was seen. */
  close(name: string): boolean {
    if (this.#unseen > 0) {
      this.#unseen -= 1;
      return false;
    }
    if (name === 'w:sdt') this.#controls.pop();
    if (name === 'mc:AlternateContent') this.#choices.pop();
    return true;
  }

  get isTextSeen(): boolean {
    return this.#unseen === 0 && !this.#fields.includes('code');
  }

  turnField(type: string): void {
    if (type === 'begin') this.#fields.push('code');
    else if (type === 'end') this.#fields.pop();
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = 'result';
  }

  markPlaceholder(): void {
    if (this.#controls.length > 0) this.#controls[this.#controls.length - 1] = true;
  }

  /** Of the ways to draw a thing the first counts. */
  #isUnseen(name: string): boolean {
    if (name === 'w:sdtContent') return this.#controls.at(-1) ?? false;
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') return UNSEEN.test(name);
    const isTaken = this.#choices.at(-1) ?? false;
    if (!isTaken) this.#choices[Math.max(0, this.#choices.length - 1)] = true;
    return isTaken;
  }
}

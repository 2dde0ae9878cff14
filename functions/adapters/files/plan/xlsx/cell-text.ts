import type { ShownText } from '../office/shown-text.ts';
import { isOn } from '../office/xml.ts';
import { formatShownMoment, showNumber, showText } from './shown-number.ts';
import { unescape } from './strings.ts';
import { isMomentFormat } from './number-format.ts';
import type { CellLook } from './styles.ts';

/** What a cell of the file says: the kind of its value, and the value. */
export interface RawCell {
  /** `s` a shared text, `inlineStr` and `str` one of its own, `b`, `e`, `d` (an ISO moment), `n` a number. */
  readonly type: string;
  readonly value: string;
  /** The text inside the cell. */
  readonly inline: ShownText;
}

export interface TextSources {
  readonly strings: readonly ShownText[];
  readonly is1904: boolean;
}

/** What a person sees in the cell. What a formula came to counts, not the formula. */
export function textOfCell(cell: RawCell, look: CellLook, sources: TextSources): ShownText {
  const { text, struck } = plainCell(cell, look, sources);
  if (!look.isStruck) return { text, struck };
  return { text: '', struck: [struck, text].filter((part) => part !== '').join(' ') };
}

function plainCell({ type, value, inline }: RawCell, { format }: CellLook, sources: TextSources): ShownText {
  const whole = (text: string) => ({ text, struck: '' });
  switch (type) {
    case 's': {
      const { text, struck } = sources.strings[Number(value)] ?? whole('');
      return { text: showText(text, format), struck };
    }
    case 'inlineStr':
      return { text: showText(inline.text, format), struck: inline.struck };
    case 'str':
      return whole(showText(unescape(value), format));
    case 'b':
      return whole(isOn(value) ? 'да' : 'нет');
    case 'e':
      return whole(value);
    case 'd':
      return whole(showIsoMoment(value, format));
    default:
      return whole(value.trim() === '' ? '' : showNumber(Number(value), format, sources.is1904));
  }
}

function showIsoMoment(value: string, format: string): string {
  const moment = new Date(
    /[zZ]$|\d[+-]\d\d:\d\d$/u.test(value)
      ? value
      : `${value.replace(/^(\d{4}-\d\d-\d\d)$/u, '$1T00:00:00')}Z`,
  );
  return Number.isNaN(moment.getTime())
    ? value
    : formatShownMoment(moment, isMomentFormat(format) ? format : 'dd.mm.yyyy');
}

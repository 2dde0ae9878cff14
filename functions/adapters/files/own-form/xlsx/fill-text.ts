import type { FormValue, FormValues } from '../../../../domain/report/own-form/own-form.ts';
import { nameOfTag } from '../../../../domain/report/own-form/tags.ts';
import { printed } from '../printed.ts';

/** What can be told at a place: the innermost values first. */
export type Scopes = readonly FormValues[];

function itemsOf(name: string, scopes: Scopes): readonly FormValues[] {
  const found = scopes.find((values) => name in values)?.[name];
  return Array.isArray(found) ? (found as readonly FormValues[]) : [];
}

function valueOf(name: string, scopes: Scopes): FormValue {
  const found = scopes.find((values) => name in values)?.[name];
  return typeof found === 'string' || typeof found === 'number' ? found : '';
}

const ONE_FIELD = /^\s*\{\{([^{}#^/]+)\}\}\s*$/u;
const PIECES = /\{\{([^{}]*)\}\}/gu;

/**
 * The text of a cell filled; a cell that is one field alone keeps its number. Tags of repeats that go through rows are
 * no text.
 */
export function fillText(text: string, scopes: Scopes): FormValue {
  const [, alone] = ONE_FIELD.exec(text) ?? [];
  return alone === undefined ? fillPieces(text, scopes) : valueOf(nameOfTag(alone), scopes);
}

function fillPieces(text: string, scopes: Scopes): string {
  let filled = '';
  let from = 0;
  const pieces = [...text.matchAll(PIECES)];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    filled += text.slice(from, piece.index);
    from = piece.index + piece[0].length;
    const inner = (piece[1] ?? '').trim();
    const sign = inner.slice(0, 1);
    const isRepeat = sign === '#' || sign === '^';
    if (!isRepeat) {
      filled += sign === '/' ? '' : printed(valueOf(nameOfTag(inner), scopes));
      continue;
    }
    const end = closingOf(pieces, at);
    const close = pieces[end];
    // The other end stands in another cell: the rows are repeated, not the text.
    if (!close) continue;
    const body = text.slice(from, close.index);
    filled += bodiesOf(sign, nameOfTag(inner.slice(1)), scopes)
      .map((inside) => fillPieces(body, inside))
      .join('');
    from = close.index + close[0].length;
    at = end;
  }
  return filled + text.slice(from);
}

/** The scopes in which what stands in a repeat is shown, once each. */
export function bodiesOf(sign: string, name: string, scopes: Scopes): readonly Scopes[] {
  const items = itemsOf(name, scopes);
  if (sign === '^') return items.length === 0 ? [scopes] : [];
  return items.map((item) => [item, ...scopes]);
}

function closingOf(pieces: readonly RegExpExecArray[], open: number): number {
  let depth = 0;
  for (let at = open; at < pieces.length; at++) {
    const sign = (pieces[at]?.[1] ?? '').trim().slice(0, 1);
    if (sign === '#' || sign === '^') depth += 1;
    if (sign === '/') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

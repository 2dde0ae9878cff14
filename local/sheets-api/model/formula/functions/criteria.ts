import { compareValues, isFault, type Value } from '../values.ts';

const OPERATOR = /^(<>|<=|>=|<|>|=)?([\s\S]*)$/;

/** The condition of `COUNTIF`: a value, or a text like `>5`, `<>нет`, `вып*`. Never true for a fault. */
export function matcherOf(criterion: Value): (value: Value) => boolean {
  if (typeof criterion !== 'string') return (value) => !isFault(value) && value === (criterion ?? 0);
  const [, operator = '=', text = ''] = OPERATOR.exec(criterion) ?? [];
  const number = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  const wanted = Number.isNaN(number) ? text : number;
  if (operator === '=' || operator === '<>') {
    const isSame = Number.isNaN(number) ? matchText(text) : (value: Value) => value === number;
    return (value) => !isFault(value) && isSame(value) === (operator === '=');
  }
  return (value) => {
    if (value === null || isFault(value) || typeof value !== typeof wanted) return false;
    const order = compareValues(value, wanted);
    if (order === 0) return operator.includes('=');
    return operator.startsWith('<') ? order < 0 : order > 0;
  };
}

/** `*` and `?` stand for anything, `~` takes that from them. */
function matchText(text: string): (value: Value) => boolean {
  if (text === '') return (value) => value === null || value === '';
  const pattern = text.replaceAll(/~[*?]|[.*+?^${}()|[\]\\]/g, (sign) => {
    if (sign === '*') return '[\\s\\S]*';
    if (sign === '?') return '[\\s\\S]';
    return `\\${sign.at(-1) ?? ''}`;
  });
  const search = new RegExp(`^${pattern}$`, 'iu');
  return (value) => typeof value === 'string' && search.test(value);
}

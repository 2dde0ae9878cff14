/**
 * The value of a formula of constants (`=1+2*(3-4)/5`), undefined for anything else. It is all that the
 * stand-in computes: the product writes typed values and no formulas.
 */
export function evaluateArithmetic(formula: string): number | undefined {
  const tokens = formula.slice(1).match(/\d+(?:\.\d+)?|[-+*/^()]|\S/g) ?? [];
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const value = readSum(reader);
  if (reader.at < tokens.length || value === undefined || !Number.isFinite(value)) return undefined;
  return value;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

const MAX_DEPTH = 50;

function readSum(reader: Reader): number | undefined {
  let value = readProduct(reader);
  for (let sign = reader.tokens[reader.at]; sign === '+' || sign === '-'; sign = reader.tokens[reader.at]) {
    reader.at++;
    const next = readProduct(reader);
    if (value === undefined || next === undefined) return undefined;
    value = sign === '+' ? value + next : value - next;
  }
  return value;
}

function readProduct(reader: Reader): number | undefined {
  let value = readFactor(reader);
  for (let sign = reader.tokens[reader.at]; sign === '*' || sign === '/'; sign = reader.tokens[reader.at]) {
    reader.at++;
    const next = readFactor(reader);
    if (value === undefined || next === undefined) return undefined;
    value = sign === '*' ? value * next : value / next;
  }
  return value;
}

function readFactor(reader: Reader): number | undefined {
  const token = reader.tokens[reader.at++];
  if (token === undefined || ++reader.depth > MAX_DEPTH) return undefined;
  const value = readSigned(reader, token);
  reader.depth--;
  return value;
}

function readSigned(reader: Reader, token: string): number | undefined {
  if (/^\d/.test(token)) return Number(token);
  if (token === '-' || token === '+') {
    const value = readFactor(reader);
    return value === undefined || token === '+' ? value : -value;
  }
  if (token !== '(') return undefined;
  const value = readSum(reader);
  return reader.tokens[reader.at++] === ')' ? value : undefined;
}

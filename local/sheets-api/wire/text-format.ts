const INDENT = '  ';

/**
 * A JSON object or list as Google's errors print it: a `google.protobuf.Value` in the text format of protocol buffers.
 * It ends with a line break.
 */
export function formatAsText(value: object): string {
  return printValue(value, '');
}

function printValue(value: unknown, indent: string): string {
  if (Array.isArray(value)) return block('list_value', value.map(printItem), indent);
  if (typeof value === 'object' && value !== null)
    return block('struct_value', Object.entries(value).map(printField), indent);
  return `${indent}${scalar(value)}\n`;
}

type Print = (indent: string) => string;

function block(name: string, parts: readonly Print[], indent: string): string {
  return `${indent}${name} {\n${parts.map((print) => print(indent + INDENT)).join('')}${indent}}\n`;
}

const printItem =
  (item: unknown): Print =>
  (indent) =>
    block('values', [(inner) => printValue(item, inner)], indent);

const printField =
  ([key, value]: [string, unknown]): Print =>
  (indent) =>
    block(
      'fields',
      [
        (inner) => `${inner}key: ${JSON.stringify(key)}\n`,
        (inner) => block('value', [(deep) => printValue(value, deep)], inner),
      ],
      indent,
    );

function scalar(value: unknown): string {
  if (typeof value === 'string') return `string_value: ${JSON.stringify(value)}`;
  if (typeof value === 'number') return `number_value: ${Number.isInteger(value) ? value.toFixed(1) : value}`;
  return typeof value === 'boolean' ? `bool_value: ${value}` : 'null_value: NULL_VALUE';
}

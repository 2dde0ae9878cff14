import fc, { type Arbitrary } from 'fast-check';
import * as z from 'zod/mini';

/** The part of JSON Schema that requests of the contract come to. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Of fields whose values mean something to the workbook at hand. */
export type Known = Readonly<Record<string, Arbitrary<unknown>>>;

/** Requests of the shape; a field that is known comes from there. */
export function arbitraryOf(request: z.ZodMiniType, known: Known): Arbitrary<unknown> {
  return fromSchema(z.toJSONSchema(request, { unrepresentable: 'any', io: 'input' }) as Schema, known);
}

/** Longer texts cost time and tell nothing new. */
const LONG = 300;

function fromSchema(schema: Schema, known: Known): Arbitrary<unknown> {
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return fc.oneof(...several.map((each) => fromSchema(each, known)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return fromObject(schema, known);
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({
          min: schema.minimum ?? 1,
          max: Math.min(schema.minimum ?? 1, 0) + 20 + (schema.minimum ?? 1),
        }),
        fc.integer({
          min: schema.minimum ?? 1,
          max: Math.min(schema.maximum ?? 1e6, Number.MAX_SAFE_INTEGER),
        }),
      );
    case 'string':
      return fromString(schema);
    case 'boolean':
      return fc.boolean();
    default:
      return fc.constant(null);
  }
}

function fromObject({ properties = {}, required = [] }: Schema, known: Known): Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, known[key] ?? fromSchema(schema, known)]),
  );
  return fc.record(fields, { requiredKeys: [...required] });
}

function fromString({ pattern, minLength = 0, maxLength = LONG }: Schema): Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, LONG) });
}

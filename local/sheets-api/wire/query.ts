import { z } from 'zod';
import { invalidArgument, unknownHere } from './api-error.ts';
import { enumName, parseFlag } from './loose-values.ts';
import { invalidValue, snakeCase } from './message-errors.ts';

/** Parameters that every Google API takes and that change nothing here. */
const COMMON = new Set([
  'fields',
  'alt',
  'key',
  'callback',
  'prettyPrint',
  'quotaUser',
  'access_token',
  'oauth_token',
  'uploadType',
  'upload_protocol',
  '$.xgafv',
]);

/** The parameters of one call, each checked as it is read. */
export class Query {
  readonly #parameters: URLSearchParams;

  /** Throws `ApiError` 400, in Google's words, for a parameter that is not among `known`. */
  constructor(parameters: URLSearchParams, known: readonly string[]) {
    for (const name of parameters.keys())
      if (!COMMON.has(name) && !known.includes(name)) throw unknownParameter(name);
    if ((parameters.get('alt') ?? 'json') !== 'json') throw unknownHere(`alt=${parameters.get('alt')}`);
    this.#parameters = parameters;
  }

  text(name: string): string | undefined {
    return this.#parameters.get(name) ?? undefined;
  }

  list(name: string): string[] {
    return this.#parameters.getAll(name);
  }

  flag(name: string): boolean {
    const text = this.text(name);
    const isSet = text === undefined ? false : parseFlag(text);
    if (isSet === undefined) throw invalidValue(snakeCase(name), 'TYPE_BOOL', JSON.stringify(text));
    return isSet;
  }
}

function unknownParameter(name: string): Error {
  const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
  return invalidArgument(description, [{ description }]);
}

const valueRender = z.enum(['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']);
const dateTimeRender = z.enum(['SERIAL_NUMBER', 'FORMATTED_STRING']);
const majorDimension = z.enum(['ROWS', 'COLUMNS']);
const inputOption = z.enum(['RAW', 'USER_ENTERED']);

function parseOption<T extends z.ZodEnum>(schema: T, text: string, field: [string, string]): z.infer<T> {
  const parsed = schema.safeParse(enumName(text));
  if (parsed.success) return parsed.data;
  const type = `type.googleapis.com/google.apps.sheets.v4.${field[1]}`;
  throw invalidValue(field[0], type, JSON.stringify(text));
}

const insertDataOption = z.enum(['OVERWRITE', 'INSERT_ROWS']);

export function parseInsertOption(text = 'OVERWRITE'): z.infer<typeof insertDataOption> {
  return parseOption(insertDataOption, text, ['insert_data_option', 'InsertDataOption']);
}

export type MajorDimension = z.infer<typeof majorDimension>;
export type InputOption = z.infer<typeof inputOption>;

export function parseMajorDimension(text: string | undefined): MajorDimension {
  if (text === undefined || enumName(text) === 'DIMENSION_UNSPECIFIED') return 'ROWS';
  return parseOption(majorDimension, text, ['major_dimension', 'Dimension']);
}

export function parseInputOption(text: string | undefined): InputOption {
  if (!text || text === 'INPUT_VALUE_OPTION_UNSPECIFIED')
    throw invalidArgument("'valueInputOption' is required but not specified");
  return parseOption(inputOption, text, ['value_input_option', 'ValueInputOption']);
}

/** The options of a read as they come: each may be absent. */
export interface RawRenderOptions {
  readonly value: string | undefined;
  readonly dateTime: string | undefined;
  readonly majorDimension: string | undefined;
}

export function parseRenderOptions(raw: RawRenderOptions): {
  value: z.infer<typeof valueRender>;
  dateTime: z.infer<typeof dateTimeRender>;
  majorDimension: MajorDimension;
} {
  return {
    value: parseOption(valueRender, raw.value ?? 'FORMATTED_VALUE', [
      'value_render_option',
      'ValueRenderOption',
    ]),
    dateTime: parseOption(dateTimeRender, raw.dateTime ?? 'SERIAL_NUMBER', [
      'date_time_render_option',
      'DateTimeRenderOption',
    ]),
    majorDimension: parseMajorDimension(raw.majorDimension),
  };
}

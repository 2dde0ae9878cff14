import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { METHODS } from '../../../local/sheets-api/methods/index.ts';
import { runCreate } from '../../../local/sheets-api/methods/spreadsheets.ts';
import type { Spreadsheet, Surroundings } from '../../../local/sheets-api/model/types.ts';
import type { MethodName } from '../../../local/sheets-api/schema/answers.ts';
import { notFound } from '../../../local/sheets-api/wire/api-error.ts';
import { parseMask, project, type Mask } from '../../../local/sheets-api/wire/field-mask.ts';
import { Query } from '../../../local/sheets-api/wire/query.ts';

/** One call on its way: what crosses the wire, and what it does when it arrives. */
export interface WireCall {
  readonly method: MethodName;
  readonly isWrite: boolean;
  /** Carries the call out and gives the body of the answer. Throws `ApiError`. */
  readonly arrive: () => unknown;
}

/** Takes a call over the wire, where anything may happen to it; gives the body of the answer. */
export type Transport = (call: WireCall) => Promise<unknown>;

export interface SheetsWorld {
  read(spreadsheetId: string): Spreadsheet | undefined;
  save(after: Spreadsheet): void;
  around(): Surroundings;
}

type Parameters = Readonly<Record<string, unknown>>;

/**
 * The methods of Google's client over the stand-in's spreadsheet model, without HTTP: what the real adapter
 * sends goes through JSON, as on the wire, and is carried out by the same code that serves the stand-in.
 */
export function createMemoryApi(world: SheetsWorld, transport: Transport): sheets_v4.Sheets {
  const method = (name: MethodName, isWrite: boolean) => async (parameters: Parameters) => {
    const sent = readSent(parameters);
    const data = await transport({ method: name, isWrite, arrive: () => carryOut(world, name, sent) });
    return { data };
  };
  const api = {
    spreadsheets: {
      create: method('create', true),
      get: method('get', false),
      getByDataFilter: method('getByDataFilter', false),
      batchUpdate: method('batchUpdate', true),
      developerMetadata: { search: method('developerMetadata.search', false) },
      values: {
        get: method('values.get', false),
        batchGet: method('values.batchGet', false),
        batchGetByDataFilter: method('values.batchGetByDataFilter', false),
        batchUpdate: method('values.batchUpdate', true),
        batchUpdateByDataFilter: method('values.batchUpdateByDataFilter', true),
        batchClearByDataFilter: method('values.batchClearByDataFilter', true),
      },
    },
  };
  // The adapter uses these few methods and would fail loudly for want of another.
  return api as unknown as sheets_v4.Sheets;
}

function carryOut(world: SheetsWorld, name: MethodName, parameters: Parameters): unknown {
  const { spreadsheetId, requestBody: body, fields, ...rest } = parameters;
  const mask: Mask = typeof fields === 'string' ? maskOf(fields) : true;
  const { answer, after } =
    name === 'create'
      ? runCreate(body, world.around())
      : runMethod(world, name, { spreadsheetId: String(spreadsheetId), body, rest, mask });
  if (after) world.save(after);
  return overTheWire(project(answer, mask));
}

/** The adapter gives its batches as the bytes that it would send. */
function readSent({ requestBody, ...parameters }: Parameters): Parameters {
  const sent = overTheWire(parameters);
  if (requestBody === undefined) return sent;
  const body: unknown = Buffer.isBuffer(requestBody)
    ? JSON.parse(requestBody.toString())
    : overTheWire(requestBody);
  return { ...sent, requestBody: body };
}

function overTheWire<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

interface Asked {
  readonly spreadsheetId: string;
  readonly body: unknown;
  readonly rest: Parameters;
  readonly mask: Mask;
}

function runMethod(
  world: SheetsWorld,
  name: Exclude<MethodName, 'create'>,
  { spreadsheetId, body, rest, mask }: Asked,
) {
  const book = world.read(spreadsheetId);
  if (!book) throw notFound();
  const method = METHODS[name];
  const query = new Query(toSearchParams(rest), method.parameters);
  return method.run({ book, range: '', query, body, mask, around: world.around() });
}

function toSearchParams(parameters: Parameters): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  return search;
}

const masks = new Map<string, Mask>();

/** Masks are few and constant: each is parsed once. */
function maskOf(fields: string): Mask {
  const known = masks.get(fields);
  if (known !== undefined) return known;
  const mask = parseMask(fields);
  masks.set(fields, mask);
  return mask;
}

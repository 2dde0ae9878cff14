import type { Services } from '../compose.ts';
import { ANSWERS, type FunctionName } from '../contract/answers.ts';
import { FUNCTIONS } from '../contract/functions.ts';
import { createCoalescer } from './shares/coalesce.ts';
import type { Door } from './door.ts';
import { ENDPOINTS } from './endpoints.ts';
import { parseRequest } from './parse-request.ts';

/** A request of somebody known. */
interface Call {
  readonly by: string;
  readonly body: unknown;
  readonly scheduledAt: string | undefined;
}

interface CarriedOut {
  readonly status: number;
  readonly answer: unknown;
}

type AnyEndpoint = (services: Services, request: object) => Promise<unknown>;

/** The tables of the contract and of the endpoints have the same keys: their types are tied where they are written. */
const ENDPOINTS_BY_KEY = ENDPOINTS as unknown as Readonly<
  Record<FunctionName, Readonly<Record<string, AnyEndpoint>>>
>;

const OK = 200;

/**
 * Carries calls of the function out, within the caller's share of the workbook. Equal questions at once are one: its
 * look begins after all who share it have asked.
 */
export function createCarrier(name: FunctionName, door: Pick<Door, 'shares'>) {
  const coalesce = createCoalescer<CarriedOut>();
  return (services: Services, { by, body, scheduledAt }: Call): Promise<CarriedOut> => {
    const { action, request } = parseRequest(name, body);
    const run = ENDPOINTS_BY_KEY[name][action];
    const description = FUNCTIONS[name][action];
    if (!run || !description) throw new Error(`nothing carries out ${name}.${action}`);
    const { answer: schema = ANSWERS[name], status = OK, isLight, isQuestion } = description;
    const asked = { ...request, by, ...(scheduledAt && { scheduledAt }) };
    const carryOut = async () => {
      if (!isLight) door.shares().take(by, workbookOf(request));
      return { status, answer: schema.parse(await run(services, asked)) };
    };
    return isQuestion ? coalesce(JSON.stringify([action, asked]), carryOut) : carryOut();
  };
}

/** '' where all are meant. */
function workbookOf(request: object): string {
  return 'workbookId' in request && typeof request.workbookId === 'string' ? request.workbookId : '';
}

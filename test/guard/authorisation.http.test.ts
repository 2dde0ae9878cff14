import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { errorAnswer } from '../../functions/contract/answers.ts';
import { mayDo } from '../../functions/contract/actions.ts';
import { ROLES } from '../../functions/domain/roles.ts';
import { inFull } from '../support/long.ts';
import { memberOf, openGuardedService, type GuardedService } from './guarded-service.ts';
import { ASKED, OF_A_WORKBOOK, type Asked } from './requests.ts';
import { tokenFor, WRONG_TOKENS } from './tokens.ts';

let service: GuardedService;
beforeAll(async () => {
  service = await openGuardedService({ workbooks: 2 });
});
beforeEach(() => service.reset());
afterAll(() => service.close());

const BOOK = 'workbook-1';

async function call({ path, body }: Pick<Asked, 'path' | 'body'>, token: string, workbookId: unknown = BOOK) {
  const answer = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body(workbookId)),
  });
  const told: unknown = await answer.json();
  const code = answer.ok ? '' : errorAnswer.parse(told).error.code;
  return { status: answer.status, code, told };
}

const stored = () => JSON.stringify([...service.store.documents]);

describe.each(ROLES)('a member who is %s', (role) => {
  const token = tokenFor(memberOf(role));
  test.each(ASKED.map((each) => [each.action, each] as const))(
    '%s: as the table says',
    async (action, asked) => {
      const before = stored();
      const reads = service.seen.sheetsReads;
      const { status, code } = await call(asked, token);
      const isOfAll = action.endsWith('.all');
      if (mayDo(role, action)) {
        expect([401, 403, 400, 500]).not.toContain(status);
      } else {
        expect([status, code]).toEqual([403, isOfAll ? 'sweep_denied' : 'read_only_role']);
        expect([service.seen.sheetsReads - reads, stored() === before]).toEqual([0, true]);
      }
    },
  );
});

const EACH_BY_EACH = ROLES.flatMap((role) => ASKED.map((asked) => ({ role, asked })));
/** Every third function by one role, and every role in one function: who a token says that he is, nobody has read. */
const TRIED = inFull(
  EACH_BY_EACH,
  EACH_BY_EACH.filter(({ role, asked }) =>
    role === 'municipal_coordinator' ? ASKED.indexOf(asked) % 3 === 0 : asked === ASKED[0],
  ),
);

describe.each(Object.entries(WRONG_TOKENS))('a token %s', (_, make) => {
  test('opens nothing to any role in any function', async () => {
    const before = stored();
    const opened = service.seen.opened;
    const answers = await Promise.all(TRIED.map(({ role, asked }) => call(asked, make(memberOf(role)))));
    expect([...new Set(answers.map(({ status, code }) => `${status} ${code}`))]).toEqual([
      '401 unauthenticated',
    ]);
    expect([service.seen.opened - opened, stored() === before]).toEqual([0, true]);
  });
});

describe('whoever is let into another workbook alone', () => {
  test('hears of this one what is said of one that nobody knows, in every function', async () => {
    const outsider = 'outsider@example.ru';
    const token = tokenFor(outsider);
    const granted = {
      path: '/access',
      body: (workbookId: unknown) => ({ workbookId, email: outsider, role: 'editor' }),
    };
    await call(granted, tokenFor(memberOf('head')), 'workbook-2');
    expect(
      await call({ path: '/reports', body: (workbookId) => ({ workbookId }) }, token, 'workbook-2'),
    ).toMatchObject({ status: 200 });
    const reads = service.seen.sheetsReads;
    for (const asked of OF_A_WORKBOOK) {
      const known = await call(asked, token);
      expect([asked.action, known]).toEqual([asked.action, await call(asked, token, 'nobody-knows')]);
      expect([known.status, known.code]).toEqual([403, 'access_denied']);
    }
    expect(service.seen.sheetsReads).toBe(reads);
  });
});

/** Paths of the store, names of its own and of JavaScript, and what no spreadsheet is called. */
const ODD_IDS: readonly unknown[] = [
  '',
  '.',
  '..',
  '../workbook-1',
  'workbook-1/rows/executions-0',
  'workbook-1/',
  '/workbook-1',
  '__proto__',
  '__workbook-1__',
  'workbook-1\0',
  'workbook-1\n',
  ' workbook-1',
  'workbook%2D1',
  'книга',
  'workbook‑1',
  '${id}',
  "workbook-1' OR 1=1 --",
  'x'.repeat(101),
  'x'.repeat(100_000),
  0,
  null,
  true,
  ['workbook-1'],
  { id: 'workbook-1' },
];

/** One schema reads the id for all of them. */
const ASKED_ODDLY = inFull(OF_A_WORKBOOK, OF_A_WORKBOOK.slice(0, 4));

test('an odd workbook id is refused in every function before anything is read', async () => {
  const read = { keys: 0 };
  const getMany = service.store.getMany.bind(service.store);
  service.store.getMany = async (keys) => {
    read.keys += keys.length;
    return await getMany(keys);
  };
  const token = tokenFor(memberOf('municipal_coordinator'));
  for (const id of ODD_IDS) {
    const answers = await Promise.all(ASKED_ODDLY.map((asked) => call(asked, token, id)));
    expect([id, ...new Set(answers.map(({ status, code }) => `${status} ${code}`))]).toEqual([
      id,
      '400 bad_request',
    ]);
  }
  service.store.getMany = getMany;
  expect(read.keys).toBe(0);
});

test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a workbook called %s is one that nobody knows',
  async (id) => {
    const token = tokenFor(memberOf('municipal_coordinator'));
    const answers = await Promise.all(OF_A_WORKBOOK.map((asked) => call(asked, token, id)));
    expect([...new Set(answers.map(({ status, code }) => `${status} ${code}`))]).toEqual([
      '403 access_denied',
    ]);
  },
);

test('nothing has gone wrong by our own fault', () => {
  expect(service.seen.bugs).toEqual([]);
});

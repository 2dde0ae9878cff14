import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { checkCloud } from '../../../local/doctor/cloud.ts';
import { isWell, type Check } from '../../../local/doctor/check.ts';
import { install } from '../../../local/deploy/deploy.ts';
import { commandOf, readKeptWish } from '../../../local/deploy/kept-wish.ts';
import { recallCloud } from '../../../local/runtime.ts';
import { undeploy } from '../../../local/deploy/undeploy.ts';
import { writeCloud, type CloudState } from '../../support/fake-cloud/state.ts';
import { openFakeCloud, type FakeCloud } from '../deploy/fake-cloud.ts';

const NOW = Date.parse('2026-11-23T06:00:00Z');

/** A service that refuses strangers, with the clock of the test. */
const answering = (status = 401, date = NOW) => ({
  now: () => NOW,
  fetch: async () => ({ status, headers: new Headers({ date: new Date(date).toUTCString() }) }),
});

let cloud: FakeCloud;
let whole: CloudState;
beforeAll(async () => {
  cloud = openFakeCloud();
  await install(cloud.wish(), cloud);
  whole = cloud.state();
});
beforeEach(() => writeCloud(cloud.folder, whole));
afterAll(() => cloud.remove());

const look = (service = answering()) => checkCloud(cloud.wish(), { run: cloud.run, ...service });

const failed = (checks: readonly Check[]) =>
  checks
    .filter(({ isGood, isNeeded }) => isNeeded && !isGood)
    .map(({ name, detail }) => `${name}: ${detail}`);

test('all is well after a deployment, and what was asked for is known where its data are', async () => {
  expect(failed(await look())).toEqual([]);
  expect(readKeptWish(`${cloud.wish().folder}/data`)).toEqual(cloud.wish());
  expect(readKeptWish(`${cloud.folder}/elsewhere/data`)).toBeUndefined();
});

test('the command line over the cloud needs the data folder alone: what was deployed says the rest', () => {
  const { folder } = cloud.wish();
  const environment: NodeJS.ProcessEnv = { SHNOR_OPERATOR: 'me@example.ru' };
  recallCloud(`${folder}/data`, environment);
  expect(environment).toEqual({
    GOOGLE_APPLICATION_CREDENTIALS: join(folder, '../gcloud/application_default_credentials.json'),
    SHNOR_STORE: 'firestore',
    SHNOR_PROJECT: 'demo-project',
    SHNOR_OPERATOR: 'me@example.ru',
  });
  const untouched: NodeJS.ProcessEnv = {};
  recallCloud(`${cloud.folder}/elsewhere/data`, untouched);
  expect(untouched).toEqual({});
});

test('the command to repeat is the whole one', async () => {
  const wish = cloud.wish({ audiences: ['1-a.apps.googleusercontent.com'], variables: { SHNOR_X: 'a b' } });
  expect(commandOf(wish)).toBe(
    `npm run deploy -- --project demo-project --spreadsheet ${wish.spreadsheetId} --region europe-west1 ` +
      '--time-zone Asia/Yekaterinburg --member coordinator@example.ru=municipal_coordinator ' +
      "--audience 1-a.apps.googleusercontent.com --env 'SHNOR_X=a b' --secret SHNOR_SMTP_URL=smtp.txt --budget 10",
  );
});

const AGAIN = expect.stringContaining('npm run deploy -- --project demo-project');

test.each<readonly [what: string, broken: Partial<CloudState>, told: readonly unknown[]]>([
  ['no billing account', { hasBilling: false }, [expect.stringContaining('Платёжный аккаунт: не подключён')]],
  ['a service of Google that was switched off', { apis: [] }, expect.arrayContaining([AGAIN]) as never],
  [
    'rights that were taken away',
    { bindings: [] },
    [expect.stringMatching(/^Права.*npm run deploy/u), expect.stringMatching(/^Секреты/u)],
  ],
  ['a service that was deleted', { services: {} }, [expect.stringMatching(/^Служба: одна.*npm run deploy/u)]],
  ['a queue that was deleted', { queues: [] }, [expect.stringMatching(/^Очередь.*npm run deploy/u)]],
  [
    'jobs that were deleted',
    { jobs: {} },
    [expect.stringMatching(/^Обход книг/u), expect.stringMatching(/^Приём правок/u)],
  ],
  [
    'a job that somebody has paused',
    { paused: ['shnor-monitor'] },
    [expect.stringContaining('gcloud scheduler jobs resume shnor-monitor')],
  ],
  [
    'a queue that somebody has paused',
    { paused: ['shnor'] },
    [expect.stringContaining('gcloud tasks queues resume shnor')],
  ],
])('%s is told with its mend', async (_, broken, told) => {
  writeCloud(cloud.folder, broken);
  expect(failed(await look())).toEqual(told);
});

test('code that was never brought out is told, as are rules', async () => {
  const wish = cloud.wish({ marks: { ...cloud.wish().marks, rules: 'newer', service: 'newer' } });
  const checks = await checkCloud(wish, { run: cloud.run, ...answering() });
  expect(failed(checks)).toEqual([
    expect.stringMatching(/^Правила и индексы/u),
    expect.stringMatching(/^Служба: одна/u),
  ]);
});

test('a service that lets strangers in, is silent, or has another time', async () => {
  const silent = { ...answering(), fetch: () => Promise.reject(new Error('timeout')) };
  expect(failed(await look(answering(200)))).toEqual([expect.stringContaining('ответила неизвестному 200')]);
  expect(failed(await look(silent))).toEqual([expect.stringContaining('не ответила (timeout)')]);
  expect(failed(await look(answering(401, NOW - 180_000)))).toEqual([
    expect.stringMatching(/^Часы: .* на 180 с/u),
  ]);
});

test('mail that is not set up is said, and is no fault', async () => {
  const checks = await look();
  expect(checks.find(({ name }) => name === 'Почта службы')).toMatchObject({
    isGood: false,
    isNeeded: false,
  });
});

test('after npm run undeploy hardly anything stands, and a second deployment brings it all back', async () => {
  const options = {
    project: 'demo-project',
    region: 'europe-west1',
    dryRun: false,
    data: `${cloud.folder}/data`,
  };
  await undeploy(options, cloud);
  expect(isWell(await look())).toBe(false);
  await install(cloud.wish(), cloud);
  expect(failed(await look())).toEqual([]);
});

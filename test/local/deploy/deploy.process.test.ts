import { afterEach, describe, expect, test } from '@jest/globals';
import { install } from '../../../local/deploy/deploy.ts';
import { undeploy } from '../../../local/deploy/undeploy.ts';
import { countChanges, EMPTY, writeCloud, type CloudState } from '../../support/fake-cloud/state.ts';
import { BOOK, openFakeCloud, type FakeCloud } from './fake-cloud.ts';
import { inFull } from '../../support/long.ts';

const OTHER_BOOK = '1ZyXwVuTsRqPoNmLkJiHgFeDcBa9876543210zyxwvut';
const ADDRESS = 'https://shnor-123456789012.europe-west1.run.app';

const opened: FakeCloud[] = [];
afterEach(() => {
  for (const cloud of opened.splice(0)) cloud.remove();
});

function open(dies?: string): FakeCloud {
  const cloud = openFakeCloud(dies);
  opened.push(cloud);
  return cloud;
}

async function installed(): Promise<FakeCloud> {
  const cloud = open();
  await install(cloud.wish(), cloud);
  return cloud;
}

/** The folder differs from test to test. */
const withoutFolder = (state: CloudState, { folder }: FakeCloud): unknown =>
  JSON.parse(JSON.stringify(state).replaceAll(folder, ''));

test('a deployment that names nobody to lead the workbook says how to name them, one that does says nothing', async () => {
  const told = async (members: readonly string[]) => {
    const cloud = open();
    await install(cloud.wish({ members }), cloud, { isDry: true });
    return cloud.lines.filter((line) => line.includes('--member его_адрес=municipal_coordinator'));
  };
  expect(await told([])).toEqual([expect.stringContaining('Методист не назван')]);
  expect(await told(['a@example.ru=viewer'])).toHaveLength(1);
  expect(await told(['a@example.ru=municipal_coordinator'])).toEqual([]);
});

test('an empty project comes to a whole installation', async () => {
  const cloud = await installed();
  const state = cloud.state();
  expect(state.accounts).toEqual(
    ['shnor', 'shnor-caller', 'shnor-build'].map((name) => `${name}@demo-project.iam.gserviceaccount.com`),
  );
  expect(state.databases).toEqual({ '(default)': 'europe-west1' });
  expect(state.services['shnor']).toMatchObject({
    env: {
      SHNOR_STORE: 'firestore',
      SHNOR_PROJECT: 'demo-project',
      SHNOR_AUDIENCES: ADDRESS,
      SHNOR_TASKS_QUEUE: 'projects/demo-project/locations/europe-west1/queues/shnor',
      SHNOR_SERVICE_URL: ADDRESS,
      SHNOR_SERVICE_ACCOUNT: 'shnor-caller@demo-project.iam.gserviceaccount.com',
    },
    flags: {
      'base-image': 'nodejs24',
      'max-instances': '2',
      'set-secrets': 'SHNOR_SMTP_URL=SHNOR_SMTP_URL:latest',
    },
  });
  expect(Object.keys(state.services['shnor']?.flags ?? {})).toContain('no-invoker-iam-check');
  expect(state.queues).toEqual(['shnor']);
  expect(state.budgets).toEqual(['shnor demo-project']);
  expect(state.scripts).toEqual({
    'script-1': { parent: BOOK, files: ['Code.js', 'Panel.html', 'appsscript.json'] },
  });
  const channel = 'projects/demo-project/notificationChannels/1';
  expect([state.metrics, state.channels, state.policies]).toEqual([
    ['shnor_sweeps'],
    ['engineer@example.ru'],
    { 'ШНОР: к 10:00 проверки не было': channel, 'ШНОР: обход не запускается': channel },
  ]);
});

test('every job says that it sends JSON, waits long enough and is tried again', async () => {
  const jobs = Object.values((await installed()).state().jobs);
  expect(jobs.map(({ uri }) => uri)).toEqual([`${ADDRESS}/monitor`, `${ADDRESS}/sync`]);
  for (const job of jobs) {
    expect(job).toMatchObject({
      headers: 'Content-Type=application/json',
      'message-body': '{}',
      'oidc-service-account-email': 'shnor-caller@demo-project.iam.gserviceaccount.com',
      'oidc-token-audience': ADDRESS,
      'attempt-deadline': '600s',
      'max-retry-attempts': '3',
      'time-zone': 'Asia/Yekaterinburg',
    });
  }
});

test('nobody gets more rights in the project than are named here, and no key is made', async () => {
  const cloud = await installed();
  const account = (name: string) => `${name}@demo-project.iam.gserviceaccount.com`;
  expect(cloud.state().bindings.toSorted()).toEqual(
    [
      `demo-project serviceAccount:${account('shnor')} roles/datastore.user`,
      `demo-project serviceAccount:${account('shnor')} roles/cloudtasks.enqueuer`,
      `demo-project serviceAccount:${account('shnor-build')} roles/run.builder`,
      `${account('shnor-caller')} serviceAccount:${account('shnor')} roles/iam.serviceAccountUser`,
      `${account('shnor')} user:engineer@example.ru roles/iam.serviceAccountTokenCreator`,
      `SHNOR_SMTP_URL serviceAccount:${account('shnor')} roles/secretmanager.secretAccessor`,
    ].toSorted(),
  );
  expect(cloud.calls.filter(({ args }) => args.includes('keys'))).toEqual([]);
});

test('the database is made in the chosen region before the tool of Firebase could make one in the USA', async () => {
  const changes = (await installed()).changes();
  const database = changes.findIndex((line) => line.startsWith('firestore databases create'));
  const rules = changes.findIndex((line) => line.startsWith('firebase deploy'));
  expect([database >= 0, database < rules]).toEqual([true, true]);
  expect(changes[rules]).toContain('--project demo-project');
});

test('a second call changes nothing but what mends itself each time', async () => {
  const cloud = await installed();
  const before = [cloud.state(), countChanges(cloud.folder)];
  await install(cloud.wish(), cloud);
  expect([cloud.state(), countChanges(cloud.folder) - 1]).toEqual(before);
  expect(cloud.changes().at(-1)).toContain('provision');
});

test('a show prints every command and changes nothing', async () => {
  const cloud = open();
  await install(cloud.wish(), cloud, { isDry: true });
  expect([cloud.state(), countChanges(cloud.folder)]).toEqual([EMPTY, 0]);
  const real = await installed();
  const commands = (lines: readonly string[], folder: string) =>
    lines.filter((line) => line.startsWith('    ')).map((line) => line.replaceAll(folder, ''));
  expect(commands(cloud.lines, cloud.folder)).toEqual(commands(real.lines, real.folder));
});

describe('cut off', () => {
  test('at every change, before it and after it, and called again, it comes to the same end', async () => {
    const whole = await installed();
    const end = withoutFolder(whole.state(), whole);
    const count = countChanges(whole.folder);
    expect(count).toBeGreaterThan(20);
    for (let at = 1; at <= count; at += inFull(1, 7)) {
      for (const when of ['before', 'after']) {
        const cloud = open(`${at} ${when}`);
        await expect(install(cloud.wish(), cloud)).rejects.toThrow('interrupted');
        await install(cloud.wish(), cloud);
        expect([at, when, withoutFolder(cloud.state(), cloud)]).toEqual([at, when, end]);
      }
    }
  });
});

describe('what has changed is done anew, and that alone', () => {
  const after = async (more: object) => {
    const cloud = await installed();
    const before = countChanges(cloud.folder);
    await install(cloud.wish(more), cloud);
    return cloud
      .changes()
      .slice(before)
      .map((line) => line.split(' ').slice(0, 4).join(' '));
  };
  const marks = { service: 'code', rules: 'rules', alerts: 'alerts', addon: 'addon' };

  test('new code, new rules, new alerts, another add-on', async () => {
    const lines = await after({ marks });
    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'logging metrics update',
      'firebase deploy --only',
      expect.stringMatching(/^run deploy/u),
      'alpha monitoring policies',
      'alpha monitoring policies',
      '--yes @google/clasp@3.3.0 push',
      'run -s shnor',
    ]);
  });

  test('an add-on is let in beside the others', async () => {
    const cloud = await installed();
    await install(cloud.wish({ audiences: ['1-a.apps.googleusercontent.com'] }), cloud);
    await install(cloud.wish({ audiences: ['2-b.apps.googleusercontent.com'] }), cloud);
    expect(cloud.state().services['shnor']?.env['SHNOR_AUDIENCES']).toBe(
      `${ADDRESS},1-a.apps.googleusercontent.com,2-b.apps.googleusercontent.com`,
    );
  });

  test('another time zone moves the jobs', async () => {
    expect(await after({ timeZone: 'Europe/Moscow' })).toEqual([
      'scheduler jobs update http',
      'scheduler jobs update http',
      'run -s shnor --',
    ]);
  });
});

test('a second workbook comes to the same service, with an add-on of its own', async () => {
  const cloud = await installed();
  const before = cloud.state();
  const folder = cloud.wish().folder.replace(BOOK, OTHER_BOOK);
  await install(cloud.wish({ spreadsheetId: OTHER_BOOK, folder }), cloud);
  const { scripts, books, ...rest } = cloud.state();
  expect({ ...rest, scripts: before.scripts, books: before.books }).toEqual(before);
  expect([Object.values(scripts).map(({ parent }) => parent), Object.keys(books)]).toEqual([
    [BOOK, OTHER_BOOK],
    [BOOK, OTHER_BOOK],
  ]);
});

test('a project without a billing account is told so before anything is done', async () => {
  const cloud = open();
  writeCloud(cloud.folder, { hasBilling: false });
  await expect(install(cloud.wish(), cloud)).rejects.toThrow('нет платёжного аккаунта');
  expect(countChanges(cloud.folder)).toBe(0);
});

test('a database that stands elsewhere stays there, and that is said', async () => {
  const cloud = open();
  writeCloud(cloud.folder, {
    apis: [...EMPTY.apis, 'firestore.googleapis.com'],
    databases: { '(default)': 'eur3' },
  });
  await install(cloud.wish(), cloud);
  expect(cloud.state().databases).toEqual({ '(default)': 'eur3' });
  expect(cloud.lines.join('\n')).toContain('уже стоит в «eur3»');
});

test('a database of the other kind is no place for the program, and that is said before anything is done', async () => {
  const cloud = open();
  const databases = { '(default)': 'eur3 DATASTORE_MODE' };
  writeCloud(cloud.folder, { apis: [...EMPTY.apis, 'firestore.googleapis.com'], databases });
  await expect(install(cloud.wish(), cloud)).rejects.toThrow('в режиме Datastore');
  expect(countChanges(cloud.folder)).toBe(0);
});

describe('taken down', () => {
  const options = (cloud: FakeCloud) => ({
    project: 'demo-project',
    region: 'europe-west1',
    dryRun: false,
    data: `${cloud.folder}/data`,
  });

  test('it leaves the data, the spreadsheet and the script, and says where; a second time there is nothing to do', async () => {
    const cloud = await installed();
    const { databases, books, scripts, apis } = cloud.state();
    await undeploy(options(cloud), cloud);
    expect(cloud.state()).toEqual({
      ...EMPTY,
      databases,
      books,
      scripts,
      apis,
      hasRules: true,
      claspUser: true,
    });
    expect(cloud.lines.at(-1)).toContain('https://console.cloud.google.com/firestore?project=demo-project');
    const count = countChanges(cloud.folder);
    await undeploy(options(cloud), cloud);
    expect(countChanges(cloud.folder)).toBe(count);
  });

  test('and put up again it goes on with the data', async () => {
    const cloud = await installed();
    const before = cloud.state();
    await undeploy(options(cloud), cloud);
    await install(cloud.wish(), cloud);
    const { bindings, ...rest } = cloud.state();
    expect({ ...rest, bindings: before.bindings }).toEqual(before);
    expect(bindings.toSorted()).toEqual(before.bindings.toSorted());
  });
});

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { change, fail, json, readCloud, type FakeCall } from './state.ts';

/** `gcloud`, as far as the deployment calls it: the same answers, and the refusals that order matters for. */
export function fakeGcloud(call: FakeCall): string {
  const words = call.args.filter((word) => !word.startsWith('--'));
  const commands = commandsOf(call, words);
  const name = [4, 3, 2].map((length) => words.slice(0, length).join(' ')).find((each) => commands[each]);
  if (name === undefined) fail(`Invalid choice: '${words.join(' ')}'.`);
  const answer = commands[name]?.();
  return typeof answer === 'string' ? answer : '';
}

function flagsOf(args: readonly string[]): Readonly<Record<string, string>> {
  const pairs = args
    .filter((word) => word.startsWith('--'))
    .map((word) => {
      const [, name = '', value = 'true'] = /^--([\w-]+)(?:=([\s\S]*))?$/u.exec(word) ?? [];
      return [name, value] as const;
    });
  return Object.fromEntries(pairs);
}

/** The comma separates, or what stands between `^` at the beginning. */
function parseDictionary(text: string): Readonly<Record<string, string>> {
  const [, separator = ',', rest = text] = /^\^(.+?)\^([\s\S]*)$/u.exec(text) ?? [];
  return Object.fromEntries(
    rest.split(separator).map((pair) => {
      const at = pair.indexOf('=');
      if (at < 0) fail(`argument --set-env-vars: Bad syntax for dict arg: [${pair}].`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

const channelName = (index: number) => `projects/demo-project/notificationChannels/${index + 1}`;
const policyName = (displayName: string) =>
  `projects/demo-project/alertPolicies/${Buffer.from(displayName).toString('hex')}`;

function readPolicy(file: string): { readonly displayName: string; readonly conditions: unknown } {
  return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof readPolicy>;
}

function without<Value>(map: Readonly<Record<string, Value>>, name: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
}

type Answers = Readonly<Record<string, () => unknown>>;

function commandsOf(call: FakeCall, words: readonly string[]): Answers {
  const flags = flagsOf(call.args);
  const cloud = readCloud(call.folder);
  const project = flags['project'] ?? words[2] ?? '';
  const flag = (name: string): string => flags[name] ?? fail(`argument --${name}: Must be specified.`);
  const isOn = (api: string) => cloud.apis.includes(`${api}.googleapis.com`);
  const need = (api: string) =>
    isOn(api) ||
    fail(
      `PERMISSION_DENIED: ${api}.googleapis.com has not been used in project ${project} before or it is disabled.`,
    );
  const email = (name: string) => `${name}@${project}.iam.gserviceaccount.com`;

  function bind(on: string): void {
    const member = flag('member');
    const account = member.replace('serviceAccount:', '');
    if (member.startsWith('serviceAccount:') && !cloud.accounts.includes(account))
      fail(`INVALID_ARGUMENT: Service account ${account} does not exist.`);
    change(call, { bindings: [...cloud.bindings, `${on} ${member} ${flag('role')}`] });
  }

  function policyOf(on: string): object {
    const own = cloud.bindings.filter((each) => each.startsWith(`${on} `)).map((each) => each.split(' '));
    // gcloud leaves the field out where there is none.
    return own.length > 0
      ? { bindings: own.map(([, member, role]) => ({ role, members: [member] })) }
      : { etag: 'ACAB' };
  }

  const last = words.at(-1) ?? '';

  return {
    'auth list': () => json([{ account: 'engineer@example.ru', status: 'ACTIVE' }]),
    'auth application-default login': () => {
      const folder = call.env['CLOUDSDK_CONFIG'] ?? fail('the login would overwrite the operator’s own');
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, 'application_default_credentials.json'),
        '{"type":"impersonated_service_account"}',
      );
      change(call, {});
    },
    'auth application-default revoke': () => {
      rmSync(join(call.env['CLOUDSDK_CONFIG'] ?? '', 'application_default_credentials.json'));
      change(call, {});
    },
    'projects describe': () =>
      json({ projectId: last, projectNumber: cloud.projectNumber, lifecycleState: 'ACTIVE' }),
    'projects get-iam-policy': () => json(policyOf(last)),
    'projects add-iam-policy-binding': () => bind(last),
    'projects remove-iam-policy-binding': () =>
      change(call, {
        bindings: cloud.bindings.filter((each) => each !== `${last} ${flag('member')} ${flag('role')}`),
      }),
    'billing projects describe': () =>
      json(
        cloud.hasBilling
          ? { billingAccountName: 'billingAccounts/0A-1B-2C', billingEnabled: true }
          : { billingAccountName: '' },
      ),
    'billing budgets list': () =>
      need('billingbudgets') &&
      json(
        cloud.budgets.map((displayName) => ({
          name: `billingAccounts/0A-1B-2C/budgets/${displayName}`,
          displayName,
        })),
      ),
    'billing budgets create': () =>
      need('billingbudgets') && change(call, { budgets: [...cloud.budgets, flag('display-name')] }),
    'billing budgets delete': () =>
      change(call, { budgets: cloud.budgets.filter((each) => !last.endsWith(each)) }),
    'services list': () => json(cloud.apis.map((name) => ({ config: { name }, state: 'ENABLED' }))),
    'services enable': () => change(call, { apis: [...cloud.apis, ...words.slice(2)].toSorted() }),
    'iam service-accounts list': () => need('iam') && json(cloud.accounts.map((each) => ({ email: each }))),
    'iam service-accounts create': () => {
      need('iam');
      if (cloud.accounts.includes(email(last)))
        fail(`ALREADY_EXISTS: Service account ${last} already exists`);
      change(call, { accounts: [...cloud.accounts, email(last)] });
    },
    'iam service-accounts delete': () =>
      change(call, {
        accounts: cloud.accounts.filter((each) => each !== last),
        bindings: cloud.bindings.filter((each) => !each.includes(last)),
      }),
    'iam service-accounts get-iam-policy': () => json(policyOf(last)),
    'iam service-accounts add-iam-policy-binding': () => bind(last),
    'firestore databases list': () =>
      need('firestore') &&
      json(
        Object.entries(cloud.databases).map(([name, place]) => {
          const [locationId, type = 'FIRESTORE_NATIVE'] = place.split(' ');
          return { name: `projects/${project}/databases/${name}`, locationId, type };
        }),
      ),
    'firestore databases create': () => {
      need('firestore');
      if (cloud.databases['(default)']) fail('ALREADY_EXISTS: Database already exists.');
      change(call, { databases: { '(default)': flag('location') } });
    },
    'run services list': () =>
      need('run') &&
      json(
        Object.entries(cloud.services).map(([name, { labels, env }]) => ({
          metadata: { name, labels },
          spec: {
            template: {
              spec: {
                containers: [{ env: Object.entries(env).map(([key, value]) => ({ name: key, value })) }],
              },
            },
          },
        })),
      ),
    'run deploy': () => {
      need('run');
      const missing = [flag('service-account'), flag('build-service-account').split('/').at(-1) ?? ''].find(
        (account) => !cloud.accounts.includes(account),
      );
      if (missing)
        fail(
          `Permission 'iam.serviceaccounts.actAs' denied on service account ${missing} (or it may not exist).`,
        );
      const service = {
        labels: parseDictionary(flag('update-labels')),
        env: parseDictionary(flag('set-env-vars')),
        flags,
      };
      change(call, {
        services: { ...cloud.services, [last]: service },
        images: [...new Set([...cloud.images, last])],
      });
    },
    'run services delete': () => change(call, { services: without(cloud.services, last) }),
    'artifacts repositories list': () =>
      json(
        cloud.images.length > 0
          ? [{ name: `projects/${project}/locations/r/repositories/cloud-run-source-deploy` }]
          : [],
      ),
    'artifacts docker images list': () => json(cloud.images.map((name) => ({ package: name }))),
    'artifacts docker images delete': () => change(call, { images: [] }),
    'tasks queues list': () =>
      need('cloudtasks') &&
      json(
        cloud.queues.map((name) => ({
          name: `projects/${project}/locations/r/queues/${name}`,
          state: cloud.paused.includes(name) ? 'PAUSED' : 'RUNNING',
        })),
      ),
    'tasks queues create': () => {
      need('cloudtasks');
      if (cloud.queues.includes(last)) fail('ALREADY_EXISTS: Queue already exists');
      change(call, { queues: [...cloud.queues, last] });
    },
    'tasks queues delete': () => change(call, { queues: cloud.queues.filter((each) => each !== last) }),
    'scheduler jobs list': () =>
      need('cloudscheduler') &&
      json(
        Object.entries(cloud.jobs).map(([name, { description }]) => ({
          name: `projects/${project}/locations/r/jobs/${name}`,
          description,
          state: cloud.paused.includes(name) ? 'PAUSED' : 'ENABLED',
        })),
      ),
    'scheduler jobs resume': () => change(call, { paused: cloud.paused.filter((each) => each !== last) }),
    'scheduler jobs create http': () => {
      need('cloudscheduler');
      if (cloud.jobs[last]) fail(`ALREADY_EXISTS: Job ${last} already exists.`);
      change(call, { jobs: { ...cloud.jobs, [last]: flags } });
    },
    'scheduler jobs update http': () => {
      if (!cloud.jobs[last]) fail('NOT_FOUND: Job not found.');
      const headers = flags['update-headers'];
      change(call, {
        jobs: { ...cloud.jobs, [last]: { ...cloud.jobs[last], ...flags, ...(headers && { headers }) } },
      });
    },
    'scheduler jobs delete': () => change(call, { jobs: without(cloud.jobs, last) }),
    'logging metrics list': () => need('logging') && json(cloud.metrics.map((name) => ({ name }))),
    'logging metrics create': () => {
      need('logging');
      if (cloud.metrics.includes(last)) fail('ALREADY_EXISTS: Metric already exists');
      change(call, { metrics: [...cloud.metrics, last] });
    },
    'logging metrics update': () => {
      if (!cloud.metrics.includes(last)) fail('NOT_FOUND: Metric not found');
      change(call, {});
    },
    'logging metrics delete': () => change(call, { metrics: cloud.metrics.filter((each) => each !== last) }),
    'beta monitoring channels list': () =>
      need('monitoring') &&
      json(cloud.channels.map((_, index) => ({ name: channelName(index), displayName: 'shnor' }))),
    'beta monitoring channels create': () => {
      need('monitoring');
      const { email_address: address } = parseDictionary(flag('channel-labels'));
      change(call, { channels: [...cloud.channels, address ?? fail('no address')] });
      return `${channelName(cloud.channels.length)}\n`;
    },
    'beta monitoring channels delete': () => change(call, { channels: [] }),
    'alpha monitoring policies list': () =>
      need('monitoring') &&
      json(
        Object.keys(cloud.policies).map((displayName) => ({ name: policyName(displayName), displayName })),
      ),
    'alpha monitoring policies create': () => {
      need('monitoring');
      const { displayName, conditions } = readPolicy(flag('policy-from-file'));
      if (cloud.policies[displayName]) fail('a second policy of that name');
      if (JSON.stringify(conditions).includes('user/shnor_sweeps') && !cloud.metrics.includes('shnor_sweeps'))
        fail('NOT_FOUND: Cannot find metric that matches type = "logging.googleapis.com/user/shnor_sweeps".');
      const channel = flag('notification-channels');
      if (!cloud.channels.some((_, index) => channelName(index) === channel))
        fail(`INVALID_ARGUMENT: no channel ${channel}`);
      change(call, { policies: { ...cloud.policies, [displayName]: channel } });
    },
    'alpha monitoring policies update': () => {
      if (!Object.keys(cloud.policies).some((each) => policyName(each) === last)) fail('NOT_FOUND');
      change(call, {});
    },
    'alpha monitoring policies delete': () =>
      change(call, {
        policies: Object.fromEntries(
          Object.entries(cloud.policies).filter(([name]) => policyName(name) !== last),
        ),
      }),
    'secrets list': () =>
      need('secretmanager') && json(cloud.secrets.map((name) => ({ name: `projects/1/secrets/${name}` }))),
    'secrets create': () => {
      need('secretmanager');
      if (cloud.secrets.includes(last)) fail('ALREADY_EXISTS: Secret already exists.');
      change(call, { secrets: [...cloud.secrets, last] });
    },
    'secrets get-iam-policy': () => json(policyOf(last)),
    'secrets add-iam-policy-binding': () => bind(last),
    'secrets delete': () => change(call, { secrets: cloud.secrets.filter((each) => each !== last) }),
  };
}

import { SERVICE } from '../../../functions/service.ts';
import type { Found } from '../found.ts';
import { addressOf, BUILDER, CALLER, emailOf, markOf, QUEUE, RUNNER, type Wish } from '../wish.ts';
import { gcloud, type Command, type Step } from './step.ts';

/** The label of the service that tells from what, and how, it was deployed. */
export const MARK_LABEL = 'shnor-mark';
/** Where `npm run build` leaves the artefact. */
const SOURCE = 'functions/dist';

export function planService(wish: Wish, found: Found): readonly Step[] {
  return [planSecrets(wish, found), planQueue(wish, found), planDeployment(wish, found)];
}

function planSecrets({ project, secrets }: Wish, found: Found): Step {
  const missing = Object.entries(secrets).filter(([name]) => !found.secrets.includes(name));
  const commands = missing.map(([name, file]) =>
    gcloud(
      'secrets',
      'create',
      name,
      '--replication-policy=automatic',
      `--data-file=${file}`,
      `--project=${project}`,
    ),
  );
  const runner = `serviceAccount:${emailOf(RUNNER, project)}`;
  const role = 'roles/secretmanager.secretAccessor';
  const readable = Object.keys(secrets).filter(
    (name) =>
      !found.bindings.some((each) => each.on === name && each.member === runner && each.role === role),
  );
  const grants = readable.map((name) =>
    gcloud(
      'secrets',
      'add-iam-policy-binding',
      name,
      `--member=${runner}`,
      `--role=${role}`,
      `--project=${project}`,
    ),
  );
  return { name: 'secrets', title: 'Секреты в Secret Manager', commands: [...commands, ...grants] };
}

/** A workbook costs a read and a write or two of the 60 that Google grants a minute: two at once, 48 a minute. */
function planQueue({ project, region }: Wish, { queues }: Found): Step {
  const limits = [
    '--max-concurrent-dispatches=2',
    '--max-dispatches-per-second=0.8',
    '--max-attempts=5',
    '--min-backoff=10s',
    '--max-backoff=300s',
  ];
  const command = gcloud(
    'tasks',
    'queues',
    'create',
    QUEUE,
    `--location=${region}`,
    ...limits,
    `--project=${project}`,
  );
  return { name: 'queue', title: 'Очередь заданий', commands: queues.includes(QUEUE) ? [] : [command] };
}

function planDeployment(wish: Wish, found: Found): Step {
  const { command, mark } = deployment(wish, found);
  return {
    name: 'service',
    title: 'Служба: одна, на Node.js 24; каждого вызывающего она проверяет сама',
    commands: found.service?.mark === mark ? [] : [command],
  };
}

/**
 * Open at the platform's door: behind its own check Cloud Run hands tokens on without their signature, and ours could
 * believe nobody. The mark is of all that is asked for, the code included.
 */
function deployment(wish: Wish, found: Found): { readonly command: Command; readonly mark: string } {
  const { project, region, secrets } = wish;
  const variables = Object.entries(variablesOf(wish, found)).map(([name, value]) => `${name}=${value}`);
  const kept = Object.keys(secrets).map((name) => `${name}=${name}:latest`);
  const args = [
    `--source=${SOURCE}`,
    '--base-image=nodejs24',
    `--region=${region}`,
    `--service-account=${emailOf(RUNNER, project)}`,
    `--build-service-account=projects/${project}/serviceAccounts/${emailOf(BUILDER, project)}`,
    '--no-invoker-iam-check',
    '--max-instances=2',
    '--concurrency=40',
    '--cpu=1',
    '--memory=1Gi',
    '--cpu-boost',
    '--timeout=600',
    // A comma separates variables for gcloud and audiences for us.
    `--set-env-vars=^;^${variables.join(';')}`,
    ...(kept.length > 0 ? [`--set-secrets=${kept.join(',')}`] : []),
  ];
  const mark = markOf(JSON.stringify([wish.marks.service, args]));
  const rest = [`--update-labels=${MARK_LABEL}=${mark}`, `--project=${project}`, '--quiet'];
  return { command: gcloud('run', 'deploy', SERVICE, ...args, ...rest), mark };
}

function variablesOf(
  { project, region, audiences, variables }: Wish,
  found: Found,
): Readonly<Record<string, string>> {
  const address = addressOf(found.projectNumber, region);
  // Those of other workbooks stay.
  const all = new Set([address, ...(found.service?.audiences ?? []), ...audiences]);
  return {
    SHNOR_STORE: 'firestore',
    SHNOR_PROJECT: project,
    SHNOR_AUDIENCES: [...all].join(','),
    SHNOR_TASKS_QUEUE: `projects/${project}/locations/${region}/queues/${QUEUE}`,
    SHNOR_SERVICE_URL: address,
    SHNOR_SERVICE_ACCOUNT: emailOf(CALLER, project),
    ...variables,
  };
}

import { SERVICE } from '../../../functions/service.ts';
import type { Found } from '../found.ts';
import { BUILDER, CALLER, emailOf, QUEUE, RUNNER, type Wish } from '../wish.ts';
import { POLICIES } from './alerts.ts';
import { budgetName } from './budget.ts';
import { gcloud, type Command, type Step } from './step.ts';
import { loginFolder } from './workbook.ts';

type Standing = Pick<Wish, 'project' | 'region' | 'folder'>;

/** Takes down what `planDeploy` made, the other way round; the database, the spreadsheets and the scripts in them stay. */
export function planUndeploy(wish: Standing, found: Found): readonly Step[] {
  return [
    planAlertsDown(wish, found),
    planJobs(wish, found),
    ...planServiceDown(wish, found),
    ...planAccessDown(wish, found),
  ];
}

/** Before what they watch: nobody is to be woken by its going. */
function planAlertsDown({ project }: Standing, { policies, channel, metrics }: Found): Step {
  const place = [`--project=${project}`, '--quiet'];
  const own = Object.values(POLICIES).flatMap((name) => policies[name] ?? []);
  return {
    name: 'alerts',
    title: 'Письма о том, что проверка не идёт',
    commands: [
      ...own.map((name) => gcloud('alpha', 'monitoring', 'policies', 'delete', name, ...place)),
      ...(channel === undefined
        ? []
        : [gcloud('beta', 'monitoring', 'channels', 'delete', channel, ...place)]),
      ...metrics.map((name) => gcloud('logging', 'metrics', 'delete', name, ...place)),
    ],
  };
}

function planJobs({ project, region }: Standing, { jobs }: Found): Step {
  return {
    name: 'jobs',
    title: 'Задания по расписанию',
    commands: jobs.map(({ name }) =>
      gcloud('scheduler', 'jobs', 'delete', name, `--location=${region}`, `--project=${project}`, '--quiet'),
    ),
  };
}

function planServiceDown({ project, region }: Standing, found: Found): readonly Step[] {
  const image = `${region}-docker.pkg.dev/${project}/cloud-run-source-deploy/${SERVICE}`;
  const place = [`--project=${project}`, '--quiet'];
  return [
    {
      name: 'service',
      title: 'Служба',
      commands: found.service
        ? [gcloud('run', 'services', 'delete', SERVICE, `--region=${region}`, ...place)]
        : [],
    },
    {
      name: 'images',
      title: 'Собранные образы службы',
      commands: found.hasImages
        ? [gcloud('artifacts', 'docker', 'images', 'delete', image, '--delete-tags', ...place)]
        : [],
    },
    {
      name: 'queue',
      title: 'Очередь заданий',
      commands: found.queues.includes(QUEUE)
        ? [gcloud('tasks', 'queues', 'delete', QUEUE, `--location=${region}`, ...place)]
        : [],
    },
    {
      name: 'secrets',
      title: 'Секреты',
      commands: found.secrets
        .filter((name) => name.startsWith('SHNOR_'))
        .map((name) => gcloud('secrets', 'delete', name, ...place)),
    },
  ];
}

function planAccessDown(wish: Standing, found: Found): readonly Step[] {
  const { project } = wish;
  const emails = ([RUNNER, CALLER, BUILDER] as const).map((account) => emailOf(account, project));
  const budget = found.budgets[budgetName(project)];
  const revoke: Command = {
    program: 'gcloud',
    args: ['auth', 'application-default', 'revoke', '--quiet'],
    env: { CLOUDSDK_CONFIG: loginFolder(wish) },
  };
  return [
    { name: 'login', title: 'Вход от имени службы', commands: found.hasCredentials ? [revoke] : [] },
    {
      name: 'budget',
      title: 'Письмо о расходах',
      commands: budget ? [gcloud('billing', 'budgets', 'delete', budget, '--quiet')] : [],
    },
    {
      name: 'roles',
      title: 'Права служебных учётных записей',
      commands: found.bindings
        .filter(
          ({ on, member }) => on === project && emails.some((email) => member === `serviceAccount:${email}`),
        )
        .map(({ member, role }) =>
          gcloud(
            'projects',
            'remove-iam-policy-binding',
            project,
            `--member=${member}`,
            `--role=${role}`,
            '--condition=None',
          ),
        ),
    },
    {
      name: 'accounts',
      title: 'Служебные учётные записи',
      commands: emails
        .filter((email) => found.accounts.includes(email))
        .map((email) =>
          gcloud('iam', 'service-accounts', 'delete', email, `--project=${project}`, '--quiet'),
        ),
    },
  ];
}

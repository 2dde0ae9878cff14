import type { Found } from '../found.ts';
import { BUILDER, CALLER, emailOf, RUNNER, type Account, type Wish } from '../wish.ts';
import { gcloud, type Command, type Step } from './step.ts';

const APIS = [
  'artifactregistry',
  'billingbudgets',
  'cloudbuild',
  'cloudresourcemanager',
  'cloudscheduler',
  'cloudtasks',
  'firebase',
  'firebaserules',
  'firestore',
  'iam',
  'iamcredentials',
  'logging',
  'monitoring',
  'run',
  'script',
  'secretmanager',
  'sheets',
].map((name) => `${name}.googleapis.com`);

const NAMES: Readonly<Record<Account, string>> = {
  [RUNNER]: 'SHNOR: runs the service',
  [CALLER]: 'SHNOR: calls it by schedule',
  [BUILDER]: 'SHNOR: builds the image',
};
const ACCOUNTS = [RUNNER, CALLER, BUILDER] as const;

/** What each may in the project: nothing more was found to be needed. */
const PROJECT_ROLES: readonly (readonly [Account, string])[] = [
  [RUNNER, 'roles/datastore.user'],
  [RUNNER, 'roles/cloudtasks.enqueuer'],
  [BUILDER, 'roles/run.builder'],
];

export function planAccess(wish: Wish, found: Found): readonly Step[] {
  return [planApis(wish, found), planAccounts(wish, found), planRoles(wish, found)];
}

function planApis({ project }: Wish, { apis }: Found): Step {
  const missing = APIS.filter((api) => !apis.includes(api));
  return {
    name: 'apis',
    title: 'Службы Google, которыми пользуется программа',
    commands: missing.length > 0 ? [gcloud('services', 'enable', ...missing, `--project=${project}`)] : [],
  };
}

function planAccounts({ project }: Wish, { accounts }: Found): Step {
  const missing = ACCOUNTS.filter((account) => !accounts.includes(emailOf(account, project)));
  return {
    name: 'accounts',
    title: 'Служебные учётные записи: служба, вызов по расписанию, сборка',
    commands: missing.map((account) =>
      gcloud(
        'iam',
        'service-accounts',
        'create',
        account,
        `--display-name=${NAMES[account]}`,
        `--project=${project}`,
      ),
    ),
  };
}

/** The service asks Tasks to call it in the caller's name; whoever deploys acts as the service, without a key. */
function planRoles({ project }: Wish, { bindings, operator }: Found): Step {
  const has = (on: string, member: string, role: string) =>
    bindings.some((each) => each.on === on && each.member === member && each.role === role);
  const inProject = PROJECT_ROLES.flatMap(([account, role]): readonly Command[] => {
    const member = `serviceAccount:${emailOf(account, project)}`;
    if (has(project, member, role)) return [];
    return [
      gcloud(
        'projects',
        'add-iam-policy-binding',
        project,
        `--member=${member}`,
        `--role=${role}`,
        '--condition=None',
      ),
    ];
  });
  const onAccounts = (
    [
      [CALLER, `serviceAccount:${emailOf(RUNNER, project)}`, 'roles/iam.serviceAccountUser'],
      [RUNNER, `user:${operator}`, 'roles/iam.serviceAccountTokenCreator'],
    ] as const
  ).flatMap(([account, member, role]): readonly Command[] => {
    const email = emailOf(account, project);
    if (has(email, member, role)) return [];
    const rest = [`--member=${member}`, `--role=${role}`, `--project=${project}`];
    return [gcloud('iam', 'service-accounts', 'add-iam-policy-binding', email, ...rest)];
  });
  return { name: 'roles', title: 'Права, самые малые', commands: [...inProject, ...onAccounts] };
}

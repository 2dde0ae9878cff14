import * as z from 'zod';
import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { lastOf, type Ask, type Place } from './ask.ts';
import type { Binding, Found } from './found.ts';
import { clasp } from './plan/workbook.ts';
import { gcloud } from './plan/step.ts';
import { lookAtAlerts } from './look-at-alerts.ts';
import { lookAtCloud } from './look-at-cloud.ts';
import { readState } from './state.ts';
import type { RunTool } from './tools.ts';
import { CALLER, emailOf, RUNNER } from './wish.ts';

class OperatorAbsentError extends UserFacingError {
  override readonly name = 'OperatorAbsentError';
  readonly code = 'operator_absent';

  constructor() {
    super('Google Cloud CLI не знает, кто вы. Войдите: gcloud auth login — и повторите команду.');
  }
}

const named = z.array(z.object({ name: z.string() }));
const policy = z.object({
  bindings: z.array(z.object({ role: z.string(), members: z.array(z.string()) })).default([]),
});

/** What stands. A service of Google that is not switched on yet is not asked: it has nothing of ours. */
export async function look(place: Place, run: RunTool): Promise<Found> {
  const ask: Ask = async (schema, ...args) =>
    schema.parse(JSON.parse((await run(gcloud(...args, '--format=json'))) || '[]'));
  const who = await ask(z.array(z.object({ account: z.string() })), 'auth', 'list', '--filter=status:ACTIVE');
  const operator = who[0]?.account;
  if (!operator) throw new OperatorAbsentError();
  const { project } = place;
  const { projectNumber } = await ask(
    z.object({ projectNumber: z.string() }),
    'projects',
    'describe',
    project,
  );
  const enabled = await ask(
    z.array(z.object({ config: z.object({ name: z.string() }) })),
    'services',
    'list',
    '--enabled',
    `--project=${project}`,
  );
  const apis = enabled.map(({ config }) => config.name);
  const isOn = (api: string) => apis.includes(`${api}.googleapis.com`);
  return {
    operator,
    projectNumber,
    apis,
    ...(await lookAtBilling(project, ask, isOn('billingbudgets'))),
    ...(await lookAtCloud(place, ask, isOn)),
    ...(await lookAtAlerts(project, ask, isOn)),
    ...(await lookAtAccess(project, ask, { hasIam: isOn('iam'), hasSecrets: isOn('secretmanager') })),
    hasClaspUser: await askClasp(place, run),
    ...readState(place.folder),
  };
}

async function lookAtBilling(project: string, ask: Ask, hasBudgets: boolean) {
  const schema = z.object({ billingAccountName: z.string().optional() });
  const { billingAccountName } = await ask(schema, 'billing', 'projects', 'describe', project);
  const billingAccount = billingAccountName?.replace('billingAccounts/', '') || undefined;
  if (!billingAccount || !hasBudgets) return { billingAccount, budgets: {} };
  const list = await ask(
    z.array(z.object({ name: z.string(), displayName: z.string().default('') })),
    'billing',
    'budgets',
    'list',
    `--billing-account=${billingAccount}`,
  );
  return {
    billingAccount,
    budgets: Object.fromEntries(list.map(({ name, displayName }) => [displayName, name])),
  };
}

async function lookAtAccess(
  project: string,
  ask: Ask,
  { hasIam, hasSecrets }: { readonly hasIam: boolean; readonly hasSecrets: boolean },
) {
  const place = `--project=${project}`;
  const emails = z.array(z.object({ email: z.string() }));
  const accounts = hasIam
    ? (await ask(emails, 'iam', 'service-accounts', 'list', place)).map(({ email }) => email)
    : [];
  const secrets = hasSecrets
    ? (await ask(named, 'secrets', 'list', place)).map(({ name }) => lastOf(name))
    : [];
  const own = ([RUNNER, CALLER] as const).map((account) => emailOf(account, project));
  const bindings = await Promise.all([
    readBindings(ask, project, ['projects', 'get-iam-policy', project]),
    ...own
      .filter((email) => accounts.includes(email))
      .map((email) => readBindings(ask, email, ['iam', 'service-accounts', 'get-iam-policy', email, place])),
    ...secrets.map((name) => readBindings(ask, name, ['secrets', 'get-iam-policy', name, place])),
  ]);
  return { accounts, secrets, bindings: bindings.flat() };
}

async function readBindings(ask: Ask, on: string, args: readonly string[]): Promise<readonly Binding[]> {
  const { bindings } = await ask(policy, ...args);
  return bindings.flatMap(({ role, members }) => members.map((member) => ({ on, member, role })));
}

async function askClasp(place: Place, run: RunTool): Promise<boolean> {
  const answer = await run(clasp(place, 'show-authorized-user', '--json'));
  return z.object({ loggedIn: z.boolean() }).parse(JSON.parse(answer)).loggedIn;
}

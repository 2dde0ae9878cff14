import type { Found } from '../found.ts';
import { BUDGET_NAME, type Wish } from '../wish.ts';
import { gcloud, type Step } from './step.ts';

/** An alert stops no spending: it tells the billing account's people. */
export function planBudget({ project, budget }: Wish, { billingAccount, budgets }: Found): Step {
  const step = { name: 'budget', title: `Письмо о расходах: половина и все ${budget} в месяц` };
  if (!billingAccount || budgets[budgetName(project)]) return { ...step, commands: [] };
  const command = gcloud(
    'billing',
    'budgets',
    'create',
    `--billing-account=${billingAccount}`,
    `--display-name=${budgetName(project)}`,
    `--budget-amount=${budget}`,
    `--filter-projects=projects/${project}`,
    '--threshold-rule=percent=0.5',
    '--threshold-rule=percent=1.0',
  );
  return { ...step, commands: [command] };
}

export function budgetName(project: string): string {
  return `${BUDGET_NAME} ${project}`;
}

import type { Found } from '../found.ts';
import type { Wish } from '../wish.ts';
import { planAccess } from './access.ts';
import { planAlerts, planMetric } from './alerts.ts';
import { planBudget } from './budget.ts';
import { planData } from './data.ts';
import { planSchedule } from './schedule.ts';
import { planService } from './service.ts';
import type { Step } from './step.ts';
import { planWorkbook } from './workbook.ts';

/** From what stands to what is wished, in order; whatever was cut off is planned again from what stands then. */
export function planDeploy(wish: Wish, found: Found): readonly Step[] {
  return [
    ...planAccess(wish, found),
    planBudget(wish, found),
    planMetric(wish, found),
    ...planData(wish, found),
    ...planService(wish, found),
    ...planSchedule(wish, found),
    planAlerts(wish, found),
    ...planWorkbook(wish, found),
  ];
}

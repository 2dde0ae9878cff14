import type { Found } from '../deploy/found.ts';
import { commandOf } from '../deploy/kept-wish.ts';
import { look } from '../deploy/look.ts';
import { planDeploy } from '../deploy/plan/plan-deploy.ts';
import type { RunTool } from '../deploy/tools.ts';
import { addressOf, emailOf, QUEUE, RUNNER, type Wish } from '../deploy/wish.ts';
import { bad, failed, good, optional, type Check } from './check.ts';
import { checkService, type ServiceAsking } from './service.ts';

/** These are done each time, so that there is something to do says nothing. */
const EACH_TIME: ReadonlySet<string> = new Set(['provision', 'doctor']);

interface Asking extends ServiceAsking {
  readonly run: RunTool;
}

/**
 * The project as it stands beside what was last deployed: a step of the deployment that would have something to do is
 * something that is missing, and the same command mends it.
 */
export async function checkCloud(wish: Wish, asking: Asking): Promise<readonly Check[]> {
  let found: Found;
  try {
    found = await look(wish, asking.run);
  } catch (error) {
    return [failed('Google Cloud', error)];
  }
  const again = `Повторите: ${commandOf(wish)}`;
  const steps = planDeploy(wish, found).filter(({ name }) => !EACH_TIME.has(name));
  return [
    found.billingAccount
      ? good('Платёжный аккаунт', found.billingAccount)
      : bad('Платёжный аккаунт', 'не подключён: без него службы не работают.', billingPage(wish)),
    ...steps.map(({ title, commands }) =>
      commands.length === 0
        ? good(title, 'стоит')
        : bad(title, 'стоит не так, как развёрнуто, или не стоит.', again),
    ),
    ...checkRunning(wish, found),
    mailCheck(wish),
    ...(await checkService(addressOf(found.projectNumber, wish.region), asking)),
  ];
}

function billingPage({ project }: Wish): string {
  return `Подключите: https://console.cloud.google.com/billing/linkedaccount?project=${project}`;
}

/** What stands may still have been stopped by somebody. */
function checkRunning({ project, region }: Wish, { stopped }: Found): readonly Check[] {
  if (stopped.length === 0) return [good('Расписание и очередь', 'не остановлены')];
  return stopped.map((name) => {
    const what = name === QUEUE ? `tasks queues resume ${name}` : `scheduler jobs resume ${name}`;
    return bad(
      'Расписание и очередь',
      `«${name}» остановлено.`,
      `Пустите: gcloud ${what} --location=${region} --project=${project}`,
    );
  });
}

function mailCheck({ variables, secrets, project }: Wish): Check {
  const isSet =
    'SHNOR_SMTP_URL' in { ...variables, ...secrets } && 'SHNOR_MAIL_FROM' in { ...variables, ...secrets };
  const detail = isSet
    ? `настроена, письма идут от службы ${emailOf(RUNNER, project)}`
    : 'не настроена: напоминаний никто не получит (npm run deploy с --secret SHNOR_SMTP_URL=ФАЙЛ --env SHNOR_MAIL_FROM=АДРЕС)';
  return optional('Почта службы', isSet, detail);
}

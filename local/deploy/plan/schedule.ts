import type { Found } from '../found.ts';
import { addressOf, CALLER, emailOf, markOf, type Wish } from '../wish.ts';
import { gcloud, type Command, type Step } from './step.ts';

interface Job {
  readonly function: string;
  readonly title: string;
  /** unix-cron */
  readonly schedule: string;
}

const JOBS: readonly Job[] = [
  {
    function: 'monitor',
    title: 'Обход книг каждый час: у чьей наступило утро, та проверяется',
    schedule: '0 * * * *',
  },
  { function: 'sync', title: 'Приём правок всех книг каждые 10 минут', schedule: '*/10 * * * *' },
];

export function planSchedule(wish: Wish, found: Found): readonly Step[] {
  return JOBS.map((job) => planJob(job, wish, found));
}

/** The description carries a mark of all that is asked for, for a job is not easily compared by its parts. */
function planJob(job: Job, wish: Wish, { jobs, projectNumber }: Found): Step {
  const name = `shnor-${job.function}`;
  const flags = flagsOf(job, wish, addressOf(projectNumber, wish.region));
  // No workbook named: all that have the caller for a member.
  const body = '--message-body={}';
  const description = `shnor ${markOf(JSON.stringify([flags, body]))}`;
  const standing = jobs.find((each) => each.name === name);
  const command = (verb: 'create' | 'update', headers: string): Command =>
    gcloud(
      'scheduler',
      'jobs',
      verb,
      'http',
      name,
      ...flags,
      headers,
      body,
      `--description=${description}`,
      `--project=${wish.project}`,
    );
  // Else Scheduler sends bytes of no type.
  const json = 'Content-Type=application/json';
  const commands = !standing
    ? [command('create', `--headers=${json}`)]
    : standing.description === description
      ? []
      : [command('update', `--update-headers=${json}`)];
  return { name: `job-${job.function}`, title: job.title, commands };
}

function flagsOf(job: Job, { project, region, timeZone }: Wish, address: string): readonly string[] {
  return [
    `--location=${region}`,
    `--schedule=${job.schedule}`,
    `--time-zone=${timeZone}`,
    `--uri=${address}/${job.function}`,
    '--http-method=post',
    `--oidc-service-account-email=${emailOf(CALLER, project)}`,
    `--oidc-token-audience=${address}`,
    '--attempt-deadline=600s',
    '--max-retry-attempts=3',
  ];
}

import type { Found } from '../found.ts';
import type { Wish } from '../wish.ts';
import { gcloud, type Command, type Step } from './step.ts';

const FOLDER = 'functions/alerts';
/** As the file of each names it: by it the standing one is known. */
export const POLICIES: Readonly<Record<string, string>> = {
  'no-run.json': 'ШНОР: к 10:00 проверки не было',
  'no-sweep.json': 'ШНОР: обход не запускается',
};
export const METRIC = 'shnor_sweeps';
export const CHANNEL = 'shnor';
/** Google names the channel as it makes it. */
const NEW_CHANNEL = '{channel}';

/** Early: a policy may ask for it only when Google has known it for some minutes. */
export function planMetric({ project, marks }: Wish, { metrics, ...found }: Found): Step {
  const change = metrics.includes(METRIC) ? 'update' : 'create';
  const file = `--config-from-file=${FOLDER}/sweep-metric.json`;
  const isDone = change === 'update' && found.marks['metric'] === marks.alerts;
  return {
    name: 'metric',
    title: 'Счётчик обходов в журнале Google',
    mark: marks.alerts,
    commands: isDone ? [] : [gcloud('logging', 'metrics', change, METRIC, file, `--project=${project}`)],
  };
}

/** Whoever deploys is told by mail: no run by ten, no sweep for hours. */
export function planAlerts(wish: Wish, found: Found): Step {
  const { marks } = wish;
  const title = `Письма о том, что проверка не идёт: ${found.operator}`;
  const policies = Object.entries(POLICIES).flatMap(([file, name]) =>
    planPolicy(wish, found, { file, name }),
  );
  const commands = found.channel === undefined ? [makeChannel(wish, found), ...policies] : policies;
  return { name: 'alerts', title, mark: marks.alerts, commands };
}

function makeChannel({ project }: Wish, { operator }: Found): Command {
  const args = [
    '--type=email',
    `--display-name=${CHANNEL}`,
    `--channel-labels=email_address=${operator}`,
    `--project=${project}`,
    '--format=value(name)',
  ];
  return { ...gcloud('beta', 'monitoring', 'channels', 'create', ...args), answersAs: NEW_CHANNEL };
}

function planPolicy(
  { project, marks }: Wish,
  found: Found,
  { file, name }: { readonly file: string; readonly name: string },
): readonly Command[] {
  const standing = found.policies[name];
  if (standing !== undefined && found.marks['alerts'] === marks.alerts) return [];
  const place = [`--policy-from-file=${FOLDER}/${file}`, `--project=${project}`];
  // What is updated from a file keeps the channels that it has.
  if (standing !== undefined)
    return [gcloud('alpha', 'monitoring', 'policies', 'update', standing, ...place)];
  const channel = `--notification-channels=${found.channel ?? NEW_CHANNEL}`;
  return [gcloud('alpha', 'monitoring', 'policies', 'create', ...place, channel)];
}

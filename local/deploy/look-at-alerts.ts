import * as z from 'zod';
import { lastOf, type Ask } from './ask.ts';
import type { Found } from './found.ts';
import { CHANNEL, METRIC } from './plan/alerts.ts';

const named = z.array(z.object({ name: z.string(), displayName: z.string().default('') }));

/** What tells people that nothing runs. */
export async function lookAtAlerts(
  project: string,
  ask: Ask,
  isOn: (api: string) => boolean,
): Promise<Pick<Found, 'metrics' | 'policies' | 'channel'>> {
  const place = `--project=${project}`;
  const metrics = isOn('logging') ? await ask(named, 'logging', 'metrics', 'list', place) : [];
  const own = { metrics: metrics.map(({ name }) => lastOf(name)).filter((name) => name === METRIC) };
  if (!isOn('monitoring')) return { ...own, policies: {}, channel: undefined };
  const policies = await ask(named, 'alpha', 'monitoring', 'policies', 'list', place);
  const channels = await ask(named, 'beta', 'monitoring', 'channels', 'list', place);
  return {
    ...own,
    policies: Object.fromEntries(policies.map(({ name, displayName }) => [displayName, name])),
    channel: channels.find(({ displayName }) => displayName === CHANNEL)?.name,
  };
}

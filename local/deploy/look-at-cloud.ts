import * as z from 'zod';
import { SERVICE } from '../../functions/service.ts';
import type { Found } from './found.ts';
import { lastOf, type Ask, type Place } from './ask.ts';
import { MARK_LABEL } from './plan/service.ts';
import { QUEUE } from './wish.ts';

type Standing = Pick<Found, 'database' | 'service' | 'queues' | 'jobs' | 'stopped' | 'hasImages'>;

const databaseSchema = z.array(z.object({ name: z.string(), locationId: z.string(), type: z.string() }));
const namedSchema = z.array(z.object({ name: z.string() }));
/** As Google says that a job or a queue goes. */
const GOING: ReadonlySet<string> = new Set(['ENABLED', 'RUNNING']);
const state = z.string().default('RUNNING');
const jobSchema = z.array(z.object({ name: z.string(), description: z.string().default(''), state }));
const queueSchema = z.array(z.object({ name: z.string(), state }));
const variableSchema = z.object({ name: z.string(), value: z.string().default('') });
/** As Cloud Run tells it to gcloud: the form of Knative. */
const serviceSchema = z.array(
  z.object({
    metadata: z.object({ name: z.string(), labels: z.record(z.string(), z.string()).default({}) }),
    spec: z.object({
      template: z.object({
        spec: z.object({ containers: z.array(z.object({ env: z.array(variableSchema).default([]) })) }),
      }),
    }),
  }),
);

/** What the project has that costs or keeps anything. */
export async function lookAtCloud(
  { project, region }: Place,
  ask: Ask,
  isOn: (api: string) => boolean,
): Promise<Standing> {
  const whole = `--project=${project}`;
  const here = [`--location=${region}`, whole];
  const databases = isOn('firestore')
    ? await ask(databaseSchema, 'firestore', 'databases', 'list', whole)
    : [];
  const services = isOn('run')
    ? await ask(serviceSchema, 'run', 'services', 'list', `--region=${region}`, whole)
    : [];
  const queues = isOn('cloudtasks') ? await ask(queueSchema, 'tasks', 'queues', 'list', ...here) : [];
  const jobs = isOn('cloudscheduler') ? await ask(jobSchema, 'scheduler', 'jobs', 'list', ...here) : [];
  const own = jobs
    .map((job) => ({ ...job, name: lastOf(job.name) }))
    .filter(({ name }) => name.startsWith('shnor-'));
  const lines = queues.map((queue) => ({ ...queue, name: lastOf(queue.name) }));
  return {
    database: parseDatabase(databases),
    service: parseService(services),
    queues: lines.map(({ name }) => name),
    jobs: own.map(({ name, description }) => ({ name, description })),
    stopped: [...lines.filter(({ name }) => name === QUEUE), ...own]
      .filter((each) => !GOING.has(each.state))
      .map(({ name }) => name),
    hasImages: isOn('artifactregistry') && (await hasImages(ask, project, region)),
  };
}

function parseDatabase(databases: z.output<typeof databaseSchema>): Found['database'] {
  const own = databases.find(({ name }) => name.endsWith('/(default)'));
  return own && { location: own.locationId, type: own.type };
}

function parseService(services: z.output<typeof serviceSchema>): Found['service'] {
  const own = services.find(({ metadata }) => metadata.name === SERVICE);
  if (!own) return undefined;
  const variables = own.spec.template.spec.containers.flatMap(({ env }) => env);
  const audiences = variables.find(({ name }) => name === 'SHNOR_AUDIENCES')?.value.split(',') ?? [];
  return { mark: own.metadata.labels[MARK_LABEL] ?? '', audiences };
}

const REPOSITORY = 'cloud-run-source-deploy';

async function hasImages(ask: Ask, project: string, region: string): Promise<boolean> {
  const place = [`--location=${region}`, `--project=${project}`];
  const repositories = await ask(namedSchema, 'artifacts', 'repositories', 'list', ...place);
  if (!repositories.some(({ name }) => lastOf(name) === REPOSITORY)) return false;
  const image = `${region}-docker.pkg.dev/${project}/${REPOSITORY}/${SERVICE}`;
  return (await ask(z.array(z.unknown()), 'artifacts', 'docker', 'images', 'list', image)).length > 0;
}

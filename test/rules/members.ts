import { openFirestoreStore } from '../../functions/adapters/firestore/store.ts';
import type { JsonObject, StoreWrite } from '../../functions/use-cases/ports/store.ts';
import { StoreUnavailableError } from '../../functions/use-cases/ports/errors.ts';
import { ROLES } from '../../functions/domain/roles.ts';
import { RIGHTS, type Person } from './access-table.ts';

const MAX_TRIES = 5;

const HEAD_PATH = 'workbooks/ours';

/** The person's entry among the members of a workbook, as the functions keep it; none for most outsiders. */
export function membersOf(person: Person): Readonly<Record<string, string>> {
  if (person === 'methodist of another workbook') return { 'neighbour@example.org': 'municipal_coordinator' };
  if (person === 'member of a role that nobody knows') return { 'owner@example.org': 'owner' };
  const isRole = ROLES.some((role) => role === person);
  return isRole ? { [`${person}@example.org`]: person } : {};
}

/** As the functions write it: what the rules read is what the adapter has stored. */
export async function fillProject(projectId: string): Promise<void> {
  const store = openFirestoreStore({ projectId });
  const members = Object.assign(
    {},
    ...[...ROLES, 'member of a role that nobody knows' as const].map(membersOf),
  ) as JsonObject;
  const put = (key: string, data: JsonObject): StoreWrite => ({ kind: 'put', key, data });
  const writes: readonly StoreWrite[] = [
    put(HEAD_PATH, { members }),
    put('workbooks/theirs', { members: membersOf('methodist of another workbook') }),
    ...RIGHTS.filter(({ path }) => path !== HEAD_PATH).map(({ path }) =>
      put(path, path.endsWith('access') ? { access: [{ email: 'a@example.org' }] } : { n: 1 }),
    ),
  ];
  // On a busy machine the emulator takes its time, and writing it again does no harm.
  for (let tries = 1; ; tries++) {
    try {
      await store.commit(writes);
      break;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || tries === MAX_TRIES) throw error;
    }
  }
  await store.close();
}

import type { Found } from '../found.ts';
import type { Wish } from '../wish.ts';
import { gcloud, type Step } from './step.ts';

export function planData(wish: Wish, found: Found): readonly Step[] {
  return [planDatabase(wish, found), planRules(wish, found)];
}

/** Before anything of Firebase: its tool would make one in the USA, and a database never moves. */
function planDatabase({ project, region }: Wish, { database }: Found): Step {
  const elsewhere = database && database.location !== region;
  return {
    name: 'database',
    title: elsewhere
      ? `База Firestore: уже стоит в «${database.location}» и переехать не может, остаётся там`
      : 'База Firestore, защищённая от удаления',
    commands: database
      ? []
      : [
          gcloud(
            'firestore',
            'databases',
            'create',
            `--location=${region}`,
            '--type=firestore-native',
            '--delete-protection',
            `--project=${project}`,
          ),
        ],
  };
}

function planRules({ project, marks }: Wish, found: Found): Step {
  const args = ['firebase', 'deploy', '--only', 'firestore', '--project', project, '--non-interactive'];
  return {
    name: 'rules',
    title: 'Правила и индексы Firestore',
    mark: marks.rules,
    commands: found.marks['rules'] === marks.rules ? [] : [{ program: 'npx', args }],
  };
}

import { carryOut } from './carry-out.ts';
import type { Surroundings } from './deploy.ts';
import { look } from './look.ts';
import { planUndeploy } from './plan/plan-undeploy.ts';
import { makeFolders, stateFolder } from './state.ts';

export interface UndeployOptions {
  readonly project: string;
  readonly region: string;
  readonly spreadsheet?: string | undefined;
  readonly dryRun: boolean;
  readonly data: string;
}

/** Takes the installation down; what was accepted stays in the database, and what was typed in the spreadsheet. */
export async function undeploy(options: UndeployOptions, { run, print }: Surroundings): Promise<void> {
  const { project, region, spreadsheet, dryRun } = options;
  const folder = stateFolder(options.data, project, spreadsheet ?? 'all');
  makeFolders(folder);
  const found = await look({ project, region, folder }, run);
  await carryOut(planUndeploy({ project, region, folder }, found, spreadsheet), {
    run,
    print,
    folder,
    isDry: dryRun,
  });
  const script = found.scriptId ? ` (скрипт: https://script.google.com/d/${found.scriptId}/edit)` : '';
  print(
    'Остались и ничего не делают: таблица со всем набранным, меню «ШНОР» в ней' +
      `${script}, база Firestore с историей и отчётами — https://console.cloud.google.com/firestore?project=${project} ` +
      '(защищена от удаления). Новая установка, npm run deploy, продолжит с них; таблицу тогда откройте для службы заново.',
  );
}

import { carryOut } from './carry-out.ts';
import type { Surroundings } from './deploy.ts';
import { look } from './look.ts';
import { planUndeploy } from './plan/plan-undeploy.ts';
import { makeFolders, stateFolder } from './state.ts';

export interface UndeployOptions {
  readonly project: string;
  readonly region: string;
  readonly dryRun: boolean;
  readonly data: string;
}

/** Takes the installation down; what was accepted stays in the database, and what was typed in the spreadsheets. */
export async function undeploy(options: UndeployOptions, { run, print }: Surroundings): Promise<void> {
  const { project, region, dryRun, data } = options;
  const folder = stateFolder(data, project, 'all');
  makeFolders(folder);
  const found = await look({ project, region, folder }, run);
  await carryOut(planUndeploy({ project, region, folder }, found), { run, print, folder, isDry: dryRun });
  print(
    'Остались и ничего не делают: таблицы со всем набранным, меню «ШНОР» в них (стереть его можно в «Расширения» → «Apps Script») ' +
      `и база Firestore с историей и отчётами: https://console.cloud.google.com/firestore?project=${project} ` +
      '(защищена от удаления). Новая установка, npm run deploy, продолжит с них; таблицы тогда откройте для службы заново.',
  );
}

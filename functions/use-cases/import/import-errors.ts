import { countOf, listNames, NOUNS } from '../../domain/text/russian.ts';
import { UserFacingError } from '../../domain/user-facing-error.ts';
import { MAX_ITEMS } from './plan-import.ts';

export class PlanTooLongError extends UserFacingError {
  override readonly name = 'PlanTooLongError';
  readonly code = 'plan_too_long';

  constructor(count: number) {
    super(
      `В плане ${countOf(count, NOUNS.measure)}, за один раз принимается не больше ${MAX_ITEMS}. ` +
        'Ничего не добавлено. Разделите файл или выберите одну его таблицу (в командной строке — ключом --table).',
    );
  }
}

/** The school whose plan it is said to be is not in the register. */
export class ImportSchoolError extends UserFacingError {
  override readonly name = 'ImportSchoolError';
  readonly code = 'import_school';

  constructor(wanted: string, schools: readonly string[]) {
    const known = schools.length > 0 ? ` Есть: ${listNames(schools.map((name) => `«${name}»`))}.` : '';
    super(
      `Школы «${wanted}» на листе «Школы» нет: план не взят, ничего не добавлено.${known} ` +
        'Назовите школу так, как она записана, или сначала внесите её.',
    );
  }
}

/** The workbook was laid out before there was such a sheet. */
export class SchoolPlansMissingError extends UserFacingError {
  override readonly name = 'SchoolPlansMissingError';
  readonly code = 'school_plans_missing';

  constructor() {
    super(
      'В книге ещё нет листа «Планы школ»: ничего не добавлено. Его добавит команда provision; потом повторите импорт.',
    );
  }
}

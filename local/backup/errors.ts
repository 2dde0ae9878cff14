import { UserFacingError } from '../../functions/domain/user-facing-error.ts';

export class BackupDamagedError extends UserFacingError {
  override readonly name = 'BackupDamagedError';
  readonly code = 'backup_damaged';

  constructor(file: string, why: string, options?: ErrorOptions) {
    super(
      `Резервная копия «${file}» повреждена или неполна: ${why}. Ничего не восстановлено. Возьмите другую копию.`,
      options,
    );
  }
}

export class BackupNewerError extends UserFacingError {
  override readonly name = 'BackupNewerError';
  readonly code = 'backup_newer';

  constructor(file: string) {
    super(
      `Резервную копию «${file}» сняла более новая версия программы. Ничего не восстановлено. ` +
        'Обновите программу (git pull, npm ci) и повторите.',
    );
  }
}

export class PlaceTakenError extends UserFacingError {
  override readonly name = 'PlaceTakenError';
  readonly code = 'place_taken';

  constructor(path: string) {
    super(`«${path}» уже есть, а заменять ничего нельзя. Назовите другое имя.`);
  }
}

import { UserFacingError } from '../../domain/user-facing-error.ts';

export class BackupUnsettledError extends UserFacingError {
  override readonly name = 'BackupUnsettledError';
  readonly code = 'backup_unsettled';
  override readonly kind = 'conflict';

  constructor(key: string) {
    super(`Книга «${key}» меняется непрерывно: снять её копию не удалось. Повторите через минуту.`);
  }
}

export class RestoreOverError extends UserFacingError {
  override readonly name = 'RestoreOverError';
  readonly code = 'restore_over';

  constructor(key: string) {
    super(
      `В хранилище уже есть другая запись «${key}»: копия восстанавливается только рядом, ничего не ` +
        'заменяя. Назовите пустую папку или пустое хранилище.',
    );
  }
}

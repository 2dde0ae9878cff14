import { UserFacingError } from '../../domain/user-facing-error.ts';

export class StoreConflictError extends UserFacingError {
  override readonly name = 'StoreConflictError';
  readonly code = 'store_conflict';
  override readonly kind = 'conflict';

  constructor(key: string, options?: ErrorOptions) {
    super(`Запись «${key}» изменена другой проверкой. Повторите команду.`, options);
  }
}

export class StoreLimitError extends UserFacingError {
  override readonly name = 'StoreLimitError';
  readonly code = 'store_limit';

  constructor(what: string, { size, limit }: { size: number; limit: number }, options?: ErrorOptions) {
    super(
      `${what}: ${size} байт при допустимых ${limit}. Сократите текст в ячейках этих строк и повторите.`,
      options,
    );
  }
}

export class StoreUnavailableError extends UserFacingError {
  override readonly name = 'StoreUnavailableError';
  readonly code = 'store_unavailable';
  override readonly kind = 'unavailable';

  constructor(what: string, options?: ErrorOptions) {
    super(`Хранилище недоступно: ${what}. Данные в таблице целы; повторите команду позже.`, options);
  }
}

export class StoreDamagedError extends UserFacingError {
  override readonly name = 'StoreDamagedError';
  readonly code = 'store_damaged';

  constructor(where: string, options?: ErrorOptions) {
    super(
      `Хранилище «${where}» повреждено или создано другой программой. Ничего не изменено. ` +
        'Верните данные из резервной копии (npm run -s shnor -- restore-backup) или укажите другую папку ключом --data.',
      options,
    );
  }
}

export class StoreNewerError extends UserFacingError {
  override readonly name = 'StoreNewerError';
  readonly code = 'store_newer';

  constructor(where: string, options?: ErrorOptions) {
    super(
      `Запись «${where}» ведёт более новая версия программы: эта её не понимает и потеряла бы часть данных. ` +
        'Ничего не изменено. Обновите программу (git pull, npm ci; в облаке — npm run deploy) и повторите.',
      options,
    );
  }
}

export class ContentionError extends UserFacingError {
  override readonly name = 'ContentionError';
  readonly code = 'contention';
  override readonly kind = 'conflict';

  constructor(tries: number) {
    super(
      `Книгу одновременно проверяют другие: за ${tries} попыток очередь не дошла. ` +
        'Данные целы. Повторите через минуту.',
    );
  }
}

import { UserFacingError } from '../../functions/domain/user-facing-error.ts';

export class PortTakenError extends UserFacingError {
  override readonly name = 'PortTakenError';
  readonly code = 'port_taken';

  constructor(port: number, options?: ErrorOptions) {
    super(
      `Порт ${port} занят другой программой. Закройте её или укажите другой порт (0 — любой свободный).`,
      options,
    );
  }
}

export class SheetsFileDamagedError extends UserFacingError {
  override readonly name = 'SheetsFileDamagedError';
  readonly code = 'sheets_file_damaged';

  constructor(path: string, options?: ErrorOptions) {
    super(
      `Файл таблиц «${path}» повреждён или создан другой программой. Он оставлен без изменений. ` +
        'Верните книгу из резервной копии (npm run -s shnor -- restore-backup) или укажите другую папку данных.',
      options,
    );
  }
}

export class SheetsFileVersionError extends UserFacingError {
  override readonly name = 'SheetsFileVersionError';
  readonly code = 'sheets_file_version';

  constructor(path: string, version: number) {
    super(
      `Файл таблиц «${path}» записан другой версией программы (формат ${version}). Он оставлен без изменений. ` +
        'Обновите программу или укажите другую папку данных.',
    );
  }
}

export class SheetsFileBusyError extends UserFacingError {
  override readonly name = 'SheetsFileBusyError';
  readonly code = 'sheets_file_busy';

  constructor(path: string, options?: ErrorOptions) {
    super(
      `Файл таблиц «${path}» открыт другой запущенной программой. ` +
        'Закройте её (в её окне нажмите Ctrl-C) или укажите другую папку данных.',
      options,
    );
  }
}

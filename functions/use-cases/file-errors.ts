import { UserFacingError } from './errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'такой папки нет',
  EACCES: 'нет права записи в эту папку',
  EPERM: 'нет права записи или файл открыт в другой программе',
  EBUSY: 'файл открыт в другой программе',
  EISDIR: 'по этому пути лежит папка',
  ENOTDIR: 'часть пути — файл, а не папка',
  ENOSPC: 'на диске нет места',
  EROFS: 'диск доступен только для чтения',
};

export class FileNotWrittenError extends UserFacingError {
  override readonly name = 'FileNotWrittenError';
  readonly code = 'file_not_written';

  /** `systemCode`: Node's, such as `EACCES`. */
  constructor(path: string, systemCode: string, options?: ErrorOptions) {
    super(
      `Файл «${path}» не записан: ${REASONS[systemCode] ?? systemCode}. ` +
        'Прежний файл, если он был, цел. Закройте его или укажите другое имя и повторите команду.',
      options,
    );
  }
}

import { UserFacingError } from '../functions/domain/user-facing-error.ts';

export class ForeignFolderError extends UserFacingError {
  override readonly name = 'ForeignFolderError';
  readonly code = 'foreign_folder';

  constructor(folder: string) {
    super(
      `Папка «${folder}» не пуста и создана не этой программой. Ничего не изменено. ` +
        'Укажите пустую или новую папку ключом --data.',
    );
  }
}

export class DamagedFolderError extends UserFacingError {
  override readonly name = 'DamagedFolderError';
  readonly code = 'damaged_folder';

  constructor(file: string, cause: unknown) {
    super(
      `Файл «${file}» повреждён. Ничего не изменено. Верните данные из резервной копии ` +
        '(npm run -s shnor -- restore-backup) или начните с новой папки ключом --data.',
      { cause },
    );
  }
}

export class FolderBusyError extends UserFacingError {
  override readonly name = 'FolderBusyError';
  readonly code = 'folder_busy';

  constructor(folder: string, pid: number) {
    super(
      `С папкой «${folder}» уже работает программа (процесс ${pid}). ` +
        'Остановите её (Ctrl-C в её окне) или укажите другую папку ключом --data.',
    );
  }
}

/** Another program works in the folder and shows no page that could be looked at instead. */
export class PagelessServerError extends UserFacingError {
  override readonly name = 'PagelessServerError';
  readonly code = 'folder_busy';

  constructor(folder: string, pid: number) {
    super(
      `С папкой «${folder}» сейчас работает другая команда (процесс ${pid}), таблицы в браузере у неё пока нет. ` +
        'Подождите несколько секунд и повторите npm start. Если не поможет, остановите ту команду (Ctrl-C в её окне).',
    );
  }
}

/** `npm start` of this folder runs already, and has not come so far as to show its page. */
export class StillStartingError extends UserFacingError {
  override readonly name = 'StillStartingError';
  readonly code = 'still_starting';

  constructor(
    folder: string,
    { pid, pageUrl }: { readonly pid: number; readonly pageUrl?: string | undefined },
  ) {
    super(
      `Программа уже запускается в папке «${folder}» (процесс ${pid}); вторая не нужна. Подождите и откройте ` +
        `${pageUrl ?? 'адрес, который она напишет в своём окне'}. Если таблица не откроется и через минуту, ` +
        'остановите ту программу (Ctrl-C в её окне) и повторите npm start.',
    );
  }
}

export class NotProvisionedError extends UserFacingError {
  override readonly name = 'NotProvisionedError';
  readonly code = 'not_provisioned';

  constructor(folder: string) {
    super(`В папке «${folder}» ещё нет книги. Создайте её: npm run -s shnor -- provision (или npm start).`);
  }
}

export class BadArgumentError extends UserFacingError {
  override readonly name = 'BadArgumentError';
  readonly code = 'bad_argument';
}

export class OperatorUnknownError extends UserFacingError {
  override readonly name = 'OperatorUnknownError';
  readonly code = 'operator_unknown';

  constructor() {
    super(
      'Не сказано, от чьего имени работать с облаком. После npm run deploy довольно ключа ' +
        '--data .data/cloud/ПРОЕКТ/ТАБЛИЦА/data; без него задайте переменную SHNOR_OPERATOR — служебный адрес, ' +
        'которому разрешена книга (provision --member адрес=service).',
    );
  }
}

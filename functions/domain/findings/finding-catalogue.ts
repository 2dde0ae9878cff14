/** What a finding means: the only place where it is documented. */
export interface FindingNote {
  readonly topic: Topic;
  /** Russian, a clause: when it is told. */
  readonly when: string;
}

export const TOPICS = {
  terms: 'Сроки и исполнение',
  control: 'Приёмка, возврат и перенос',
  records: 'Чего не хватает к середине периода и к сроку',
  cells: 'Как заполнены ячейки и строки',
  settings: 'Настройки, календарь и адреса',
  structure: 'Листы, столбцы и хранение',
} as const;

export type Topic = keyof typeof TOPICS;

function notes(topic: Topic, those: Readonly<Record<string, string>>): readonly [string, FindingNote][] {
  return Object.entries(those).map(([code, when]) => [code, { topic, when }]);
}

/** By code. «Инструкция» shows it whole; a test holds it against the sources. */
export const FINDING_CATALOGUE: ReadonlyMap<string, FindingNote> = new Map([
  ...notes('terms', {
    overdue: 'срок строки вышел, а она не выполнена или возвращена',
    overdue_without_row: 'срок вышел, а строки на листе «Исполнение» нет',
    due_soon: 'до срока строки осталось не больше дней, чем в настройке «Напоминать за, дней»',
    due_without_row: 'срок близко, а строки на листе «Исполнение» ещё нет',
    evidence_missing: 'отмечено «выполнено», а документа нет',
    done_date_missing: 'отмечено «выполнено», а когда — не указано',
    date_in_future: 'отмечено «выполнено» днём, который не наступил',
    document_in_future: 'документ датирован днём, который не наступил',
    document_later: 'документ датирован позже исполнения',
    excused_untold: 'отмечено «не требуется», а почему — не сказано',
    filled_but_not_done: 'дата и документ есть, а отметки «выполнено» нет',
    done_before_window: 'исполнено раньше, чем начинается срок',
    done_before_period: 'исполнено до начала периода: строка не учтена',
    execution_repeated: 'строка повторяет другую',
    school_plan_repeated: 'мероприятие школы записано на листе «Планы школ» не один раз',
    label_none: 'в «За какой срок» назван срок, которого у мероприятия нет',
    label_several: 'в «За какой срок» подходит несколько сроков',
    label_unread: 'в «За какой срок» не понять, какой это срок',
    not_owed: 'школа за этот срок не отчитывается',
    deadline_unknown: 'срок на листе «Регламент» не понят',
    deadline_impossible: 'такой даты, как в сроке, не бывает',
    deadline_ambiguous: 'срок можно понять по-разному: показано, как принято',
    deadline_warning: 'в сроке есть сомнение: проверьте контрольную дату',
    manual_date_incomplete: 'у даты вручную нет причины или автора: она не действует',
    manual_outside_period: 'дата вручную лежит вне периода',
    act_awaited: 'срок ждёт письма или приказа',
    act_superseded: 'срок считается по другому, более позднему акту',
    act_without_effect: 'акт называет срок мероприятию, чей срок актом не задаётся',
    act_due_before_date: 'срок по акту раньше даты акта',
    act_entered_late: 'акт внесён, когда срок по нему уже вышел, и по нему есть просрочка',
  }),
  ...notes('control', {
    returned: 'контролёр написал в «Возвращено», чего не хватает',
    awaiting_acceptance: 'сделано и подтверждено, а «Снято с контроля» пусто (если приёмка нужна)',
    taken_off_undone: 'снято с контроля, а отметки «выполнено» нет',
    taken_off_in_future: '«Снято с контроля» — день, который не наступил',
    postponed_without_ground: 'срок перенесён без основания: перенос не действует',
    taken_off_before_done: 'снято с контроля раньше, чем исполнено',
    postponed_outside_period: 'срок перенесён за пределы периода',
    postponed_earlier: 'срок перенесён на более ранний день',
    postponed_after_term: 'перенос внесён, когда срок уже вышел',
    postponed_too_often: 'переносов больше, чем в настройке «Переносов срока не больше»',
    postponed_without_term: 'перенесён срок, которого у строки нет',
  }),
  ...notes('records', {
    interview_missing: 'половина периода прошла, а собеседования со школой нет',
    plan_missing: 'срок сбора планов прошёл, а план школы не внесён',
    bank_not_confirmed: 'половина периода прошла, а сведения о школе за него не сверены',
    indicator_missing: 'половина периода прошла, а показатели банка данных не заполнены',
    execution_of_left_school: 'строка школы, которая вышла из списка',
    included_on_missing: 'школа включена позже других, а с какого дня — не указано',
    left_before_joined: 'школа вышла из списка раньше, чем включена',
    left_but_counted: 'дата выхода прошла, а статус школы прежний',
    exit_date_missing: 'статус «вышла», а даты выхода нет',
    journal_repeated: 'запись журнала повторяет другую',
    day_not_come: 'акт, запись журнала, документ, план или сверка датированы днём, который не наступил',
    not_listed_yet:
      'школа включена в список днём или годом, который не наступил, а строки исполнения у неё есть',
    section_of_another: 'номер мероприятия не этого раздела',
    more_graduates_than_pupils: 'выпускников больше, чем обучающихся',
    work_of_another: 'вид работы в журнале — не тот, о котором мероприятие',
  }),
  ...notes('cells', {
    personal_data:
      'похоже на СНИЛС, паспорт, мобильный телефон, личную почту или фамилию вместо должности: 152-ФЗ',
    row_incomplete: 'строка заполнена не до конца',
    date_unreadable: 'дата не понята',
    date_impossible: 'такого дня нет в календаре',
    date_far: 'дата далеко от периода',
    number_unreadable: 'число не понято',
    percent_doubtful: 'не ясно, доля это или проценты',
    choice_unknown: 'такого значения нет в списке',
    school_unknown: 'такой школы нет на листе «Школы»',
    school_repeated: 'школа записана не один раз',
    measure_unknown: 'такого мероприятия нет на листе «Регламент»',
    measure_repeated: 'номер мероприятия стоит не один раз',
    measure_doubtful: 'номер мероприятия таблица приняла за число',
    measure_became_date: 'номер мероприятия таблица превратила в дату',
    text_became_date: 'набранное таблица превратила в дату',
    text_became_time: 'набранное таблица превратила во время',
    text_became_number: 'набранное таблица превратила в число',
    tick_unreadable: 'в ячейке флажок, а не слова',
    error_value: 'в ячейке ошибка формулы',
  }),
  ...notes('settings', {
    setting_unknown: 'такого параметра нет',
    setting_repeated: 'параметр стоит не один раз',
    status_unknown: 'такого статуса у школ не бывает',
    period_reversed: 'период заканчивается раньше, чем начинается',
    period_incomplete: 'не задано начало или конец периода',
    ladder_unreadable: 'дни напоминаний не поняты',
    annex_unknown: 'такого приложения у отчёта нет',
    calendar_unknown: 'производственный календарь года неизвестен',
    day_repeated: 'день календаря записан дважды и по-разному',
    address_missing: 'у должности нет адреса',
    address_broken: 'адрес написан с ошибкой',
    position_unknown: 'исполнителя нет на листе «Ответственные»',
    position_repeated: 'должность записана не один раз',
    mail_refused: 'письмо не принято почтовым сервером',
    mail_delayed: 'письмо ещё не ушло',
  }),
  ...notes('structure', {
    column_lost: 'столбец пропал',
    column_doubled: 'столбец стоит дважды',
    column_repeated: 'заголовок столбца повторяется',
    column_look_alike: 'похожий столбец говорит другое, чем тот, который читается',
    column_emptied: 'столбец разом опустел',
    rows_above: 'записи стоят выше заголовка',
    worksheet_vanished: 'лист удалён',
    worksheet_unreadable: 'лист не прочесть',
    many_rows_vanished: 'разом пропало много строк: система ждёт ответа',
    row_too_large: 'строка слишком большая, чтобы её хранить',
  }),
]);

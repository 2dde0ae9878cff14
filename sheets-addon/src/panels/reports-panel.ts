import type { AnswerOf } from '../../../functions/contract/answers.ts';
import type { Html } from './html.ts';
import { button, layoutPart } from './panel-page.ts';

type Report = AnswerOf<'reports'>['reports'][number];

/** «Отчёты…»: what has just been done, the form of a new report, the reports made so far. */
export function layoutReports(answer: AnswerOf<'reports'>, done: Html | null = null): Html {
  const { today, forms, spans, schools, reports, before } = answer;
  return layoutPart('reports', {
    today,
    done,
    forms: forms.map(layoutChoice),
    spans: spans.map(layoutChoice),
    schools: schools.map((title) => layoutChoice({ value: title, title })),
    reports: reports.length > 0 ? reports.map((each) => layoutReport(each, today)) : layoutPart('noReports'),
    older: before && button('Более ранние', 'reports', { before: String(before) }),
  });
}

function layoutChoice(choice: AnswerOf<'reports'>['forms'][number]): Html {
  return layoutPart('choice', { ...choice });
}

function layoutReport({ sheetId, ...report }: Report, today: string): Html {
  return layoutPart('report', {
    ...report,
    tab: sheetId === null ? layoutPart('noTab') : layoutOpening('Открыть', sheetId),
    states: report.state === 'recalled' ? '' : layoutPart('states', { ...report, today }),
  });
}

function layoutOpening(title: string, sheetId: number): Html {
  return button(title, 'openTab', { sheetId: String(sheetId) });
}

export function layoutDone(message: string, buttons: Html | null = null): Html {
  return layoutPart('done', { message, buttons });
}

export function layoutMade({ message, sheetId, sheetTitle }: AnswerOf<'report'>): Html {
  return layoutDone(message, layoutOpening(`Открыть «${sheetTitle}»`, sheetId));
}

/** «Формы»: those of the authority's own and the samples, and what can stand in one. */
export function layoutForms({ forms, fields, message }: AnswerOf<'forms'>): Html {
  return layoutPart('forms', {
    message,
    fields,
    forms: forms.map(({ isOwn, ...form }) =>
      layoutPart('form', {
        ...form,
        file: button('Взять файл', 'downloadForm', { name: form.name }),
        remove: isOwn ? button('Удалить…', 'askToRemoveForm', { name: form.name }) : '',
      }),
    ),
  });
}

export function layoutRemoval(name: string): Html {
  return layoutDone(
    `Удалить форму «${name}»? Отчёты по ней останутся, их файлы откроются как прежде.`,
    button('Удалить', 'removeForm', { name }),
  );
}

/** The page makes a file of it and saves it; the link stays for browsers that want a press. */
export function layoutFile(file: AnswerOf<'report-file'>): Html {
  return layoutNote(layoutPart('file', { ...file }));
}

/** Stands below the panel, which stays as it is. */
export function layoutNote(note: Html | string, kind = ''): Html {
  return layoutPart('note', { note: typeof note === 'string' ? foldList(note) : note, kind });
}

const ITEM = '• ';

/** A long list in a message is folded: it would cover the panel. */
function foldList(text: string): Html | string {
  const lines = text.split('\n');
  const items = lines.filter((line) => line.startsWith(ITEM));
  if (items.length < 2) return text;
  const first = lines.findIndex((line) => line.startsWith(ITEM));
  return layoutPart('folded', {
    before: lines.slice(0, first).join('\n'),
    list: items.join('\n'),
    after: lines.slice(first + items.length).join('\n'),
  });
}

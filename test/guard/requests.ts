import { ACTIONS, type ActionName } from '../../functions/contract/actions.ts';

/** A request of each action that needs no more than the workbook, or hardly more. */
const FIELDS: Readonly<Partial<Record<ActionName, object>>> = {
  'sync.confirm': { confirmDeletions: 'x' },
  'sync.hint': { hint: true },
  // Of a day to come: refused once the role has been looked at, so that no report is made.
  'report.number': { asOf: '2999-01-01' },
  'report.draft': { draft: true, asOf: '2999-01-01' },
  'report-file.look': { number: 1, kind: 'docx' },
  'forms.look': {},
  'forms.add': { name: 'Форма.docx', content: '' },
  'forms.remove': { remove: 'Наша' },
  'form-file.look': { name: 'Дорожная карта (образец)' },
  'report-state.look': { number: 1 },
  'report-state.sign': { number: 1, paper: { number: '1', date: '2026-11-23' } },
  'report-state.recall': { number: 1, reason: 'опечатка' },
  'expand.act': { confirm: true },
  'period.act': { turnTo: '2999-01-01' },
  'import.plan': { name: 'План.csv', content: '' },
  'import.act': { name: 'План.csv', content: '', confirm: true },
  'row.look': { row: 'Исполнение!2' },
  'calendars.change': { wish: 'revoke' },
  'deleted.look': { worksheet: 'Исполнение' },
  'restore.act': { confirm: true },
  'access.grant': { email: 'new@example.ru', role: 'viewer' },
  'access.remove': { email: 'viewer@example.ru', role: null },
};

export interface Asked {
  readonly action: ActionName;
  readonly path: string;
  readonly body: (workbookId: unknown) => object;
}

/** One of each action. */
export const ASKED: readonly Asked[] = ([...ACTIONS.keys()] as ActionName[]).map((action) => ({
  action,
  path: `/${action.split('.')[0]}`,
  body: (workbookId) => (action.endsWith('.all') ? {} : { workbookId, ...FIELDS[action] }),
}));

/** Those that are of one workbook. */
export const OF_A_WORKBOOK = ASKED.filter(({ action }) => !action.endsWith('.all'));

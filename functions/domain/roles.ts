/**
 * What a member of a workbook is in it. `school` is kept for the schools' own staff and opens nothing yet; `service` are
 * accounts of programs; `operator` is whoever keeps the system, and the command line. Who may what: `FUNCTIONS`.
 */
export const ROLES = [
  'viewer',
  'school',
  'editor',
  'municipal_coordinator',
  'head',
  'service',
  'operator',
] as const;

export type Role = (typeof ROLES)[number];

/** As people read them. */
export const ROLE_TITLES: Readonly<Record<Role, string>> = {
  viewer: 'наблюдатель',
  school: 'школа',
  editor: 'редактор',
  municipal_coordinator: 'методист',
  head: 'начальник',
  service: 'служебная запись',
  operator: 'инженер',
};

/** Those that may be given to somebody today. */
export const GRANTABLE_ROLES = ROLES.filter((role) => role !== 'school');

/** The address under which the command line of one machine acts. */
export const LOCAL_OPERATOR = 'operator@shnor.local';

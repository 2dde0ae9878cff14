/** What a member of a workbook is in it: the methodist, the head of the department, the functions' own accounts. */
export const ROLES = ['municipal_coordinator', 'head', 'service'] as const;

export type Role = (typeof ROLES)[number];

/** What the grammar's actions call: small builders of rules and of the items that lists are made of. */
export * from './build-dated.ts';
export * from './build-items.ts';
export * from './build-recurring.ts';
export * from './build-text.ts';
export * from './build-waiting.ts';

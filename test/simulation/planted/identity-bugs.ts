import type { PlantedBug } from './plant.ts';

/** What goes wrong when rows are told apart. */
export const IDENTITY_BUGS: readonly PlantedBug[] = [
  {
    name: 'id-cell-only',
    mimics: 'findthemasks 268: after a sort without the id column rows follow their id cells',
    patches: [
      {
        file: 'functions/domain/sync/resolve-identities.ts',
        find: 'giveByContent(matching, columns, { areDeleted: false });\n  claimInSharedColumns',
        replace: 'claimInSharedColumns',
      },
      {
        file: 'functions/domain/sync/likeness.ts',
        find: '.concat(byName(matching, originals, columns))',
        replace: '',
      },
    ],
  },
  {
    name: 'copy-keeps-id',
    mimics: 'Syncari, Whalesync: a copied row doubles its id',
    patches: [
      {
        file: 'functions/domain/sync/matching.ts',
        find: 'return taken.has(idCell) ? undefined : base.get(idCell);',
        replace: 'return base.get(idCell);',
      },
      {
        file: 'functions/domain/sync/likeness.ts',
        find: 'matching.ids[index] === undefined && !matching.taken.has(id)',
        replace: 'matching.ids[index] === undefined',
      },
    ],
  },
  {
    name: 'cleared-id-is-new-row',
    mimics: 'promise 4: a row whose id was cleared is taken for a new one',
    patches: [
      {
        file: 'functions/domain/sync/by-content.ts',
        find: 'if (found) give(matching, index, found.id);',
        replace: "if (found && matching.rows[index]?.idCell !== '') give(matching, index, found.id);",
      },
      {
        file: 'functions/domain/sync/likeness.ts',
        find: '.concat(byName(matching, originals, columns))',
        replace: '',
      },
    ],
  },
  {
    name: 'number-reused',
    mimics: 'promise 8: the number of a deleted row is given to another',
    patches: [
      {
        file: 'functions/domain/sync/give-ids.ts',
        find: 'let nextNumber = source.nextNumber;',
        replace: `let nextNumber = 1 + Math.max(0, ...[...base.values()].flatMap(({ id, isDeleted }) =>
    isDeleted ? [] : [source.numberOf(id) ?? 0]));`,
      },
    ],
  },
  {
    name: 'tombstone-unknown',
    mimics: 'promise 2: a row that comes back is taken for a new one',
    patches: [
      {
        file: 'functions/domain/sync/plan-sync.ts',
        find: "return base.isDeleted ? 'restore' : 'update';",
        replace: "return base.isDeleted ? 'create' : 'update';",
      },
    ],
  },
];

import type { School, SchoolBank, SchoolStatus } from '../../domain/records/records.ts';
import type { ParsedRow } from './parse-row.ts';

/** A row of «Школы»; none where it has no name or no status yet. */
export function toSchool(row: ParsedRow): School[] {
  const name = row.text('name');
  const status = row.text('status') as SchoolStatus | '';
  if (!name || !status) return [];
  const bank = toBank(row);
  return [{ rowId: row.id, name, status, ...(Object.keys(bank).length > 0 && { bank }) }];
}

const BANK_TEXTS = [
  'officialName',
  'listBasis',
  'curator',
  'riskFactors',
  'objectivity',
  'planNumber',
  'exitBasis',
] as const;
const BANK_NUMBERS = [
  'yearIncluded',
  'studentsTotal',
  'graduates9',
  'graduates11',
  'teachersTotal',
  'vacancies',
  'trainedShare',
  'vprMath',
  'vprRussian',
  'ogeFail',
  'egeBelow',
] as const;
const BANK_DATES = ['includedOn', 'planDate', 'exitDate', 'updatedOn'] as const;

/** Only what is filled in and understood. */
function toBank(row: ParsedRow): SchoolBank {
  const cells: readonly (readonly [keyof SchoolBank, string | number | undefined])[] = [
    ...BANK_TEXTS.map((key) => [key, row.text(key) || undefined] as const),
    ...BANK_NUMBERS.map((key) => [key, row.number(key)] as const),
    ...BANK_DATES.map((key) => [key, row.date(key)] as const),
  ];
  return Object.fromEntries(cells.filter(([, value]) => value !== undefined));
}

/** The address of a row within its spreadsheet; `rowNumber` as people count: the first row is 1. */
export function linkToRow({
  sheetId,
  rowNumber,
}: {
  readonly sheetId: number;
  readonly rowNumber: number;
}): string {
  return `#gid=${sheetId}&range=A${rowNumber}`;
}

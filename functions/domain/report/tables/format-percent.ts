/** `66,7 %`, `50 %`. */
export function formatPercent(percent: number): string {
  return `${String(percent).replace('.', ',')} %`;
}

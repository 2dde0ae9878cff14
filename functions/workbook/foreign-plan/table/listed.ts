import type { Cell } from '../../layout/layout.ts';

const NUMBERED = /^\s*(\d{1,2})[.)]\s*(?=\p{L})/u;

/** «1. Утвердить план» and «2. Обсудить итоги» on lines of one cell: measures of their own; none where it holds but one. */
export function listedIn(cell: Cell | undefined): readonly string[] {
  const lines = typeof cell === 'string' ? cell.split(/\r?\n/u).filter((line) => line.trim() !== '') : [];
  const parts: string[] = [];
  for (const line of lines) {
    const [whole, number] = NUMBERED.exec(line) ?? [];
    if (whole !== undefined && Number(number) === parts.length + 1)
      parts.push(line.slice(whole.length).trim());
    else if (parts.length === 0) return [];
    else parts[parts.length - 1] += ` ${line.trim()}`;
  }
  return parts.length > 1 ? parts : [];
}

import type { ColumnKind, ReportRow } from '../../../domain/report/report-document.ts';
import type { CellStyle } from '../../layout/layout.ts';
import { BODY_STYLE, PALETTE } from '../../layout/palette.ts';
import { styleOfKind } from '../words.ts';

export const SMALL = 9;
const BODY: CellStyle = { ...BODY_STYLE, size: SMALL };
const LEVELS: Readonly<Record<ReportRow['level'], CellStyle>> = {
  row: BODY,
  group: { ...BODY, bold: true, background: PALETTE.section },
  subtotal: { ...BODY, bold: true, background: PALETTE.section },
  total: { ...BODY, bold: true, background: PALETTE.total },
};

export const STYLE_OF_GROUP: CellStyle = LEVELS.group;

const styles = new Map<string, CellStyle>();

/** One object for equal styles: comparing them is then nearly free, which counts with tens of thousands of rows. */
export function styleOf(level: ReportRow['level'], kind: ColumnKind, cell: CellTraits): CellStyle {
  const key = `${level} ${kind} ${cell.isMerged} ${cell.isWord}`;
  const style = styles.get(key) ?? planStyle(level, kind, cell);
  styles.set(key, style);
  return style;
}

interface CellTraits {
  readonly isMerged: boolean;
  readonly isWord: boolean;
}

function planStyle(level: ReportRow['level'], kind: ColumnKind, { isMerged, isWord }: CellTraits): CellStyle {
  const flows = !isMerged && (isWord || kind === 'state');
  return {
    ...LEVELS[level],
    ...styleOfKind(kind),
    ...(isWord && { format: 'text' }),
    ...(!isMerged && { wrap: false, border: 'rows' }),
    ...(flows && { align: 'left' }),
  };
}

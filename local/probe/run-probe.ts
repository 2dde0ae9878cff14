import { UserFacingError } from '../../functions/domain/user-facing-error.ts';
import { BY_HAND, QUESTIONS, type Finding, type Question } from './questions.ts';
import type { ProbedSheets, Said } from './sheets.ts';

/** Kept as a file, to be sent in. */
export interface ProbeRecord {
  readonly spreadsheetId: string;
  readonly at: string;
  readonly answers: readonly ProbeAnswer[];
  /** What people answer. */
  readonly byHand: readonly string[];
}

interface ProbeAnswer {
  readonly name: string;
  readonly asks: string;
  readonly expects: string;
  readonly isAsExpected: boolean;
  /** Present where the answer was another: what that changes. */
  readonly changes?: string;
  readonly said: unknown;
}

class ProbeRefusedError extends UserFacingError {
  override readonly name = 'ProbeRefusedError';
  readonly code = 'probe_refused';

  constructor({ status, body }: Said) {
    super(
      `Таблица не приняла пробной вкладки (ответ ${status}: ${JSON.stringify(body).slice(0, 300)}). ` +
        'Проверьте адрес, и что вы, или служба, можете её править.',
    );
  }
}

const SHEET_ID = 909_090;

/** Each question on a tab of its own, which goes again: whatever else the spreadsheet holds stays. Throws `ProbeRefusedError`. */
export async function runProbe(sheets: ProbedSheets, at: string): Promise<ProbeRecord> {
  const answers: ProbeAnswer[] = [];
  for (const [index, question] of QUESTIONS.entries()) {
    const sheetId = SHEET_ID + index * 10;
    const properties = {
      sheetId,
      title: `probe ${question.name}`,
      gridProperties: { rowCount: 20, columnCount: 6 },
    };
    const made = await sheets.update([{ addSheet: { properties } }]);
    if (made.status !== 200) throw new ProbeRefusedError(made);
    try {
      const finding = await question.ask(sheets, sheetId);
      answers.push(describe(question, finding));
    } finally {
      await sheets.update([{ deleteSheet: { sheetId } }]);
    }
  }
  return { spreadsheetId: sheets.spreadsheetId, at, answers, byHand: BY_HAND };
}

function describe({ name, asks, expects, otherwise }: Question, finding: Finding): ProbeAnswer {
  return { name, asks, expects, ...finding, ...(!finding.isAsExpected && { changes: otherwise }) };
}

export function formatProbe({ answers, byHand }: ProbeRecord, file: string): string {
  const lines = answers.map(({ asks, expects, isAsExpected, changes }) =>
    isAsExpected
      ? `как ожидалось  ${asks}: ${expects}.`
      : `ИНАЧЕ          ${asks}: ожидалось — ${expects}. Что это меняет: ${changes}.`,
  );
  const hands = byHand.map((each, index) => `${index + 1}. ${each}`);
  return [
    ...lines,
    '',
    'Этого программа спросить не может, проверьте руками:',
    ...hands,
    '',
    `Записано: ${file}. Пришлите этот файл тому, кто ведёт программу.`,
  ].join('\n');
}

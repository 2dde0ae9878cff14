import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { good, optional, type Check } from './check.ts';

/** Of this machine: what runs the program, and what a few commands want besides. */
export function checkMachine(): readonly Check[] {
  return [good('Node.js', process.version), ...OPTIONAL.map(optionalCheck)];
}

const OPTIONAL = [
  { name: 'Chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'], use: 'проверки страницы' },
  { name: 'LibreOffice', programs: ['libreoffice', 'soffice'], use: 'просмотр файлов .xlsx' },
  { name: 'Java', programs: ['java'], use: 'эмулятор Firestore в тестах' },
];

function optionalCheck({ name, programs, use }: (typeof OPTIONAL)[number]): Check {
  const path = programs.flatMap(findProgram)[0];
  return optional(name, path !== undefined, path ?? `не найден; нужен только для: ${use}`);
}

function findProgram(program: string): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

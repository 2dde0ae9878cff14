import {
  reportFileAnswer,
  reportFileRequest,
  type ReportFileAnswer,
  type ReportFileRequest,
} from '../contract.ts';
import { readReportFile } from '../use-cases/report/read-report-file.ts';
import type { Endpoint } from './endpoint.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const reportFile: Endpoint<ReportFileRequest, ReportFileAnswer> = {
  request: reportFileRequest,
  answer: reportFileAnswer,
  run: async (services, { workbookId, number, kind }, { email }) => {
    const { bytes, ...file } = await readReportFile(services, { workbookId, by: email, number, kind });
    return { ...file, type: TYPES[kind], content: Buffer.from(bytes).toString('base64') };
  },
};

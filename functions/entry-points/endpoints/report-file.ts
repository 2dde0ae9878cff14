import { readReportFile } from '../../use-cases/report/kept/read-report-file.ts';
import type { Endpoint } from '../endpoint.ts';

export const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const reportFile: Endpoint<'report-file', 'look'> = async (services, request) => {
  const { bytes, ...file } = await readReportFile(services, request);
  return { ...file, type: TYPES[request.kind], content: Buffer.from(bytes).toString('base64') };
};

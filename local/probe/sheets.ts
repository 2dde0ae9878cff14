import * as z from 'zod';

/** What Google answered to one request: its status, and its body as JSON. */
export interface Said {
  readonly status: number;
  readonly body: unknown;
}

/** The Sheets API as it is on the wire: the client of the product hides what is asked here. */
export interface ProbedSheets {
  readonly spreadsheetId: string;
  /** `batchUpdate`, with whatever else stands beside its requests. */
  update(requests: readonly object[], more?: object): Promise<Said>;
  read(path: string): Promise<Said>;
  /** Developer metadata by id: where each stands now. */
  findMetadata(metadataId: number): Promise<readonly unknown[]>;
}

export interface ProbeSettings {
  /** `https://sheets.googleapis.com/` */
  readonly rootUrl: string;
  readonly spreadsheetId: string;
  readonly token: () => Promise<string>;
}

const matchedSchema = z.object({ matchedDeveloperMetadata: z.array(z.unknown()).default([]) });

export function openProbedSheets({ rootUrl, spreadsheetId, token }: ProbeSettings): ProbedSheets {
  const base = `${rootUrl.replace(/\/$/u, '')}/v4/spreadsheets/${spreadsheetId}`;
  async function call(path: string, body?: object): Promise<Said> {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const request = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const answer = await fetch(`${base}${path}`, { ...request, headers });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as unknown) };
  }
  return {
    spreadsheetId,
    update: (requests, more = {}) => call(':batchUpdate', { requests, ...more }),
    read: (path) => call(path),
    async findMetadata(metadataId) {
      const dataFilters = [{ developerMetadataLookup: { metadataId } }];
      const { body } = await call('/developerMetadata:search', { dataFilters });
      return matchedSchema.parse(body).matchedDeveloperMetadata;
    },
  };
}

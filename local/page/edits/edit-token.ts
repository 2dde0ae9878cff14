import type { Spreadsheet } from '../../sheets-api/model/types.ts';
import type { Intent } from '../storage.ts';
import type { Request } from './planning.ts';

/**
 * The spreadsheet's own note of the page's last edit: written in the same batch as the edit, so that after a
 * crash it tells whether the batch was applied.
 */
const TOKEN_KEY = 'shnor.page';

/** Whether the spreadsheet's last edit of the page was this one. */
export function hasToken(book: Spreadsheet, intent: Intent): boolean {
  return findToken(book)?.metadataValue === tokenOf(intent);
}

function tokenOf({ client, number }: Intent): string {
  return `${client}:${number}`;
}

function findToken(book: Spreadsheet) {
  return book.developerMetadata.find(({ metadataKey }) => metadataKey === TOKEN_KEY);
}

/** The request that leaves the note. */
export function noteToken(book: Spreadsheet, intent: Intent): Request {
  const metadataValue = tokenOf(intent);
  const metadataId = findToken(book)?.metadataId;
  if (metadataId === undefined)
    return {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: TOKEN_KEY,
          metadataValue,
          location: { spreadsheet: true },
          visibility: 'DOCUMENT',
        },
      },
    };
  return {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId } }],
      developerMetadata: { metadataValue },
      fields: 'metadataValue',
    },
  };
}

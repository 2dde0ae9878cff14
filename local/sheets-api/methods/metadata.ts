import { describeMetadata } from '../model/describe/describe-ranges.ts';
import { metadataMatcher } from '../model/ranges/match-metadata.ts';
import { bodySchemas } from '../schema/bodies.ts';
import { notFound } from '../wire/api-error.ts';
import { parseMessage } from '../wire/parse-message.ts';
import type { Method } from './method.ts';

export const getDeveloperMetadata: Method = {
  parameters: [],
  run: ({ book, range: id }) => {
    const entry = book.developerMetadata.find(({ metadataId }) => metadataId === Number(id));
    if (!entry) throw notFound();
    return { answer: describeMetadata(entry) };
  },
};

/** All metadata that one of the filters selects, each with the filters that do; an empty list is left out. */
export const searchDeveloperMetadata: Method = {
  parameters: [],
  run: ({ book, body }) => {
    const { dataFilters = [] } = parseMessage(bodySchemas['developerMetadata.search'], body, '');
    const matchers = dataFilters.map((filter) => ({ filter, matches: metadataMatcher(book, filter) }));
    const matched = book.developerMetadata.flatMap((entry) => {
      const filters = matchers.filter(({ matches }) => matches(entry)).map(({ filter }) => filter);
      if (filters.length === 0) return [];
      return [{ developerMetadata: describeMetadata(entry), dataFilters: filters }];
    });
    return { answer: matched.length > 0 ? { matchedDeveloperMetadata: matched } : {} };
  },
};

// The search indexes that clusters have.

import { belongingsOf } from "../clusters/kept.ts";
import type { SearchIndex } from "./rules/search-index.ts";

/** The indexes by id. A deleted one ends a while later, or with its cluster. */
export const searchIndexes = belongingsOf<SearchIndex>({
  kind: "searchIndex",
  events: { added: "FTS_INDEX_CREATED", replaced: "FTS_INDEX_UPDATED", removed: "FTS_INDEX_DELETED" },
});

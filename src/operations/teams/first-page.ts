// The page that answers a change: as if the list had been asked for without saying which.
import { type Paged, pageOf } from "../../domain/page.ts";

export const firstPage = <Item>(all: readonly Item[]): Paged<Item> =>
  pageOf(all, { includeCount: true, itemsPerPage: 100, pageNum: 1 });

// The online archives that clusters have.

import { belongingsOf } from "../clusters/kept.ts";
import { eventOfChange, type OnlineArchive } from "./rules/online-archive.ts";

/** The archives by id. One ends with its cluster. */
export const onlineArchives = belongingsOf<OnlineArchive>({
  kind: "onlineArchive",
  events: {
    added: "ONLINE_ARCHIVE_CREATED",
    replaced: eventOfChange,
    removed: "ONLINE_ARCHIVE_DELETED",
  },
});

// Captured mail of a world in a program, whose links lead to where it listens.
import type { Mailbox } from "../testing/controls/snapshots.ts";

/** Links are written with `ownOrigin`, when nobody may have asked yet where this server is. */
export function leadingTo(captured: Mailbox, ownOrigin: string, listening: () => string): Mailbox {
  const lead = (text: string) => text.replaceAll(ownOrigin, () => listening());
  return {
    ...captured,
    list: async () =>
      (await captured.list()).map((each) => ({ ...each, text: lead(each.text), html: lead(each.html) })),
  };
}

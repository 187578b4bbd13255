// Captured mail of a world in a program, whose links lead to the address at which it listens.
import type { Mailbox } from "../testing/controls/snapshots.ts";

/** Replaces `ownOrigin` in links, with which they are written when the address may not be known yet. */
export function leadingTo(captured: Mailbox, ownOrigin: string, listening: () => string): Mailbox {
  const lead = (text: string) => text.replaceAll(ownOrigin, () => listening());
  return {
    ...captured,
    list: async () =>
      (await captured.list()).map((each) => ({ ...each, text: lead(each.text), html: lead(each.html) })),
  };
}

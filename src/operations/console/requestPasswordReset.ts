// Sends a person who forgot the password a link to set another.
import Type from "typebox";
import { Fault } from "../../contract/errors.ts";
import { consoleSets } from "../../contract/limits.ts";
import { open } from "../../domain/access.ts";
import { foldAddress, isAddress } from "../../domain/address.ts";
import { networkOf } from "../../domain/session.ts";
import { operation } from "../operation.ts";
import { act, asIs } from "./act.ts";

export const requestPasswordReset = operation({
  ...act,
  id: "requestPasswordReset",
  summary: "Ask for a link to set a new password",
  description:
    "Mails the link, if there is an account of the address. The answer is the same if there is none.",
  door: open(),
  body: Type.Object({ username: Type.String() }),
  errors: [],
})
  .prepare(async ({ body, remoteAddress, spend }) => {
    spend(consoleSets.resetsFrom, networkOf(remoteAddress));
    try {
      spend(consoleSets.resetsOf, foldAddress(body.username));
      return { mayMail: true };
    } catch (reason) {
      // One message more or less is nothing to tell a stranger of.
      if (reason instanceof Fault) return { mayMail: false };
      throw reason;
    }
  })
  .handle(async ({ tx, body, prepared: { mayMail }, now, newId }) => {
    const { username } = body;
    const user = isAddress(username) ? await tx.users.byAddress(username) : undefined;
    const id = newId();
    // Something is written whoever asks: the wait for the disk would tell otherwise.
    await tx.meta.set("reset", id);
    if (user !== undefined && mayMail) await tx.outbox.add({ id, about: { userId: user.id }, now });
    return {};
  }, asIs);

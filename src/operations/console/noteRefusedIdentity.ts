// The refusal of `signInWithProvider` changes nothing, so what is told of it is a unit of its own. Only the page that talks to the provider calls it.
import { recordOf } from "../../changes/changing.ts";
import { tellOfRefused } from "../../changes/identities.ts";
import { foldAddress } from "../../domain/address.ts";
import { consoleSets, door, operation, Type } from "../declare.ts";
import { asIs, hadRoom, onPages } from "./common.ts";

export const noteRefusedIdentity = operation("POST /console", {
  ...onPages,
  summary: "Tell of an identity that was refused",
  description:
    "Mails the person whose account it would have been, and writes an event for each organization of the person; a few times, not at every attempt.",
  door: door.open,
  holds: "itself",
  body: Type.Object({ issuer: Type.String(), subject: Type.String(), email: Type.String() }),
})
  .prepare(async ({ body, spend }) => ({
    isNew: await hadRoom(spend(consoleSets.identityNews, foldAddress(body.email))),
  }))
  .handle(async ({ body, browser, prepared: { isNew }, ...unit }) => {
    // Of the person that it tells of, nobody is known but the address.
    if (isNew) {
      await tellOfRefused({ ...unit, record: recordOf(unit, null) }, body, browser.remoteAddress.ip ?? null);
    }
    return {};
  }, asIs);

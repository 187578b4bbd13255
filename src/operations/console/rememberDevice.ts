import { ownerOfLink, requirePasswords } from "../../changes/sessions.ts";
import { door, operation, Type } from "../declare.ts";
import { onPages } from "./common.ts";

export const rememberDevice = operation("POST /console", {
  ...onPages,
  securityEvent: "device-link",
  summary: "Make a device known by a mailed link",
  description:
    "The person keeps the password and signs in with it, whatever strangers attempt meanwhile. Works once for each link.",
  door: door.open,
  holds: "itself",
  body: Type.Object({ token: Type.String() }),
  errors: ["PASSWORD_LINK_NOT_FOUND", "PASSWORDS_OFF"],
})
  .prepare(async ({ body, now, policy, issue, read, fault }) => {
    requirePasswords({ policy, fault });
    const linkHash = issue.hashOf(body.token);
    return { linkHash, owner: await read((tx) => ownerOfLink({ tx, now, fault }, linkHash)) };
  })
  .handle(
    async ({ tx, prepared: { linkHash, owner }, now, issue, fault }) => {
      tx.locks.person(owner);
      // The link may have been used meanwhile.
      const userId = await ownerOfLink({ tx, now, fault }, linkHash);
      await tx.outbox.removeLink(linkHash);
      return { device: issue.device(userId), username: (await tx.users.find(userId))?.username };
    },
    // The name is for the security log alone.
    ({ device }) => ({ device }),
  );

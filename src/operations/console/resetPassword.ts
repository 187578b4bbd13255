import {
  notify,
  ownerOfLink,
  refusePoor,
  replacePassword,
  requirePasswords,
} from "../../changes/sessions.ts";
import { consoleSets, door, operation, Type } from "../declare.ts";
import { onPages } from "./common.ts";

export const resetPassword = operation("POST /console", {
  ...onPages,
  securityEvent: "password-reset",
  summary: "Set a new password by a link",
  description:
    "Works once for each link, makes the person's other links void and ends all of the person's sessions. The device counts as the person's from now on.",
  door: door.open,
  holds: "itself",
  body: Type.Object({ token: Type.String(), password: Type.String() }),
  errors: [
    "COMMON_PASSWORD",
    "PASSWORD_LINK_NOT_FOUND",
    "PASSWORDS_OFF",
    "PERSONAL_PASSWORD",
    "WEAK_PASSWORD",
  ],
})
  .prepare(async ({ body, now, policy, issue, passwords, read, spendFrom, fault }) => {
    requirePasswords({ policy, fault });
    const linkHash = issue.hashOf(body.token);
    const owner = await read((tx) => ownerOfLink({ tx, now, fault }, linkHash));
    await refusePoor({ passwords, fault }, body.password, await read((tx) => tx.users.find(owner)));
    await spendFrom(consoleSets.hashing);
    return { linkHash, owner, passwordHash: await passwords.hash(body.password) };
  })
  .handle(
    async ({ tx, prepared: { linkHash, owner, passwordHash }, now, issue, browser, mail, fault }) => {
      tx.locks.person(owner);
      // The link may have been used meanwhile.
      const userId = await ownerOfLink({ tx, now, fault }, linkHash);
      await replacePassword(tx, userId, passwordHash);
      const username = (await tx.users.find(userId))?.username;
      const { ip: remoteAddress = null } = browser.remoteAddress;
      if (username !== undefined) {
        await notify({ mail, now }, username, { what: "PASSWORD_CHANGED", remoteAddress });
      }
      // Only the person reads the person's mail, so this device counts as known, whatever strangers attempt meanwhile.
      return { device: issue.device(userId), username };
    },
    // The name is for the security log alone.
    ({ device }) => ({ device }),
  );

// Operations of pages on passwords.
import {
  beginSession,
  notify,
  notifyCaller,
  ownerOfLink,
  refusePoor,
  replacePassword,
  requirePasswords,
} from "../../core/changes/sessions.ts";
import { foldAddress, isAddress } from "../../core/domain/address.ts";
import { consoleSets, door, operation, Type } from "../../core/operations/declare.ts";
import { asIs, hadRoom, onPages } from "./common.ts";

export const getPasswordLink = operation("GET /console", {
  ...onPages,
  summary: "Get a link that sets a new password",
  description: "Refused if the link was used, has run out, or never existed. Nothing is said of its person.",
  door: door.open,
  query: { token: Type.String() },
  errors: ["PASSWORD_LINK_NOT_FOUND", "PASSWORDS_OFF"],
  needs: ["issue", "policy"],
}).handle(async ({ tx, query, now, issue, policy, fault }) => {
  requirePasswords({ policy, fault });
  await ownerOfLink({ tx, now, fault }, issue.hashOf(query.token ?? ""));
}, asIs);

export const changePassword = operation("POST /console", {
  ...onPages,
  securityEvent: "password-change",
  summary: "Change the password",
  description:
    "Needs the current password. Ends all sessions of the person and begins a new one, whose secret is answered.",
  door: door.signedIn,
  isBeforeFactor: true,
  locks: "person",
  body: Type.Object({ current: Type.String(), password: Type.String() }),
  errors: ["COMMON_PASSWORD", "PASSWORD_INCORRECT", "PASSWORDS_OFF", "PERSONAL_PASSWORD", "WEAK_PASSWORD"],
  needs: ["session", "issue", "browser"],
})
  .prepare(async ({ body, caller, policy, passwords, read, spend, fault }) => {
    requirePasswords({ policy, fault });
    const user = await read((tx) => tx.users.find(caller.id));
    await refusePoor({ passwords, fault }, body.password, user);
    await spend(consoleSets.passwordChanges, caller.id);
    const before = await read((tx) => tx.users.passwordHash(caller.id));
    if (!(await passwords.verify(before, body.current))) throw fault("PASSWORD_INCORRECT", {});
    return { before, after: await passwords.hash(body.password) };
  })
  .handle(async ({ tx, prepared: { before, after }, caller, session, fault, ...context }) => {
    if ((await tx.users.passwordHash(caller.id)) !== before) throw fault("PASSWORD_INCORRECT", {});
    await replacePassword(tx, caller.id, after);
    await notifyCaller(context, caller, { what: "PASSWORD_CHANGED" });
    const hasSecondFactor = session?.hasSecondFactor === true;
    return beginSession({ tx, ...context }, caller.id, { hasSecondFactor });
  }, asIs);

export const requestPasswordReset = operation("POST /console", {
  ...onPages,
  securityEvent: "password-reset-request",
  summary: "Ask for a link to set a new password",
  description:
    "Mails the link, if there is an account of the address. The answer is the same if there is none.",
  door: door.open,
  locks: "handler",
  body: Type.Object({ username: Type.String() }),
  errors: ["PASSWORDS_OFF"],
})
  .prepare(async ({ body, policy, spend, spendFrom, fault }) => {
    requirePasswords({ policy, fault });
    await spendFrom(consoleSets.resetsFrom);
    // A full limit is answered like success: strangers must not learn how many messages an address was sent.
    return { mayMail: await hadRoom(spend(consoleSets.resetsOf, foldAddress(body.username))) };
  })
  .handle(async ({ body, prepared: { mayMail }, mail }) => {
    // The steps are the same with or without an account, so that the time reveals nothing; the lookup happens when mail is
    // sent.
    const address = isAddress(body.username) ? foldAddress(body.username) : "";
    if (mayMail) await mail({ address });
    return {};
  }, asIs);

export const resetPassword = operation("POST /console", {
  ...onPages,
  securityEvent: "password-reset",
  summary: "Set a new password by a link",
  description:
    "Works once for each link, makes the person's other links void and ends all of the person's sessions. The device counts as the person's from now on.",
  door: door.open,
  locks: "handler",
  body: Type.Object({ token: Type.String(), password: Type.String() }),
  errors: [
    "COMMON_PASSWORD",
    "PASSWORD_LINK_NOT_FOUND",
    "PASSWORDS_OFF",
    "PERSONAL_PASSWORD",
    "WEAK_PASSWORD",
  ],
  needs: ["issue", "browser"],
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
      // The link may have been used in the meantime.
      const userId = await ownerOfLink({ tx, now, fault }, linkHash);
      await replacePassword(tx, userId, passwordHash);
      const username = (await tx.users.find(userId))?.username;
      const { ip: remoteAddress = null } = browser.remoteAddress;
      if (username !== undefined) {
        await notify({ mail, now }, username, { what: "PASSWORD_CHANGED", remoteAddress });
      }
      // Only the person can read the mail, so this device counts as known, whatever strangers attempt in the meantime.
      return { device: issue.device(userId), username };
    },
    // The name is only for the security log.
    ({ device }) => ({ device }),
  );

import {
  accept,
  followLink,
  holdLink,
  personOf,
  provesNoMailbox,
  refuseEnded,
} from "../../changes/accepting.ts";
import { changingOf } from "../../changes/changing.ts";
import {
  beginSession,
  checkSignUp,
  hasPassword,
  isIdentified,
  refusePoor,
  replacePassword,
  requirePasswords,
} from "../../changes/sessions.ts";
import { checkNames, nameErrors } from "../../domain/user.ts";
import { consoleSets, door, operation, Type } from "../declare.ts";
import { onPages } from "./common.ts";

export const joinByInvitation = operation("POST /console", {
  ...onPages,
  securityEvent: "join",
  summary: "Join by an invitation",
  description:
    "For an invited person without a password, a passkey and a provider: the link proves the mailbox, so it may set password and names of the account, which is made where there is none. Others sign in and accept instead.",
  door: door.open,
  holds: "itself",
  body: Type.Object({
    token: Type.String(),
    firstName: Type.String(),
    lastName: Type.String(),
    password: Type.String(),
  }),
  errors: [
    ...nameErrors,
    "COMMON_PASSWORD",
    "INVITATION_ENDED",
    "INVITATION_LINK_NOT_FOUND",
    "PASSWORDS_OFF",
    "PERSONAL_PASSWORD",
    "SIGN_UP_CLOSED",
    "USER_ALREADY_EXISTS",
    "WEAK_PASSWORD",
  ],
})
  .prepare(async ({ body, remoteAddress, now, policy, issue, passwords, read, spendFrom, fault }) => {
    requirePasswords({ policy, fault });
    const aim = issue.aimOf(body.token);
    // Hashing is slow, so it is done for a valid link only.
    const invite = await read((tx) => followLink({ tx, now, fault }, aim));
    refuseEnded(invite, fault);
    const names = checkNames(body, fault);
    await refusePoor({ passwords, fault }, body.password, { ...names, username: invite.username });
    await spendFrom(consoleSets.hashing);
    return { aim, names, passwordHash: await passwords.hash(body.password), remoteAddress };
  })
  .handle(
    async ({ tx, prepared, now, newId, issue, browser, policy, fault }) => {
      const { aim, names, passwordHash, remoteAddress } = prepared;
      const invite = await holdLink({ tx, now, fault }, aim);
      refuseEnded(invite, fault);
      const { username: address } = invite;
      if ((await tx.users.byAddress(address)) === undefined) {
        await checkSignUp({ tx, now, policy, fault }, address);
      } else if (provesNoMailbox(aim)) throw fault("USER_ALREADY_EXISTS", { username: address });
      const { id, username } = await personOf({ tx, now, newId }, invite);
      tx.locks.person(id);
      // An invitation link must not bypass the passkey or the provider of an existing account.
      if ((await hasPassword(tx, id)) || (await tx.passkeys.has(id)) || (await isIdentified(tx, id))) {
        throw fault("USER_ALREADY_EXISTS", { username });
      }
      await replacePassword(tx, id, passwordHash);
      await tx.users.setNames(id, names);
      const actor = { kind: "USER", id, name: username, remoteAddress } as const;
      await accept(changingOf({ tx, now, newId }, actor), invite);
      return { ...(await beginSession({ tx, now, newId, issue, browser }, id)), username };
    },
    // The name is for the security log alone.
    ({ username: _, ...session }) => session,
  );

import { beginSession, requirePasswords } from "../../changes/sessions.ts";
import { foldAddress, isAddress } from "../../domain/address.ts";
import { consoleSets, door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

/**
 * Every attempt is counted before anything is verified: a count given back on success would show that the password was right.
 * Guessing on many networks exhausts the account for strangers, but not for a device its person has used before.
 */
export const signIn = operation("POST /console", {
  ...onPages,
  securityEvent: "sign-in",
  summary: "Sign in",
  description:
    "Begins a session of the person whose address and password are given; where that person has passkeys, a second step in its place. A refusal does not say whether the address or only the password was wrong.",
  door: door.open,
  holds: "itself",
  body: Type.Object({
    username: Type.String(),
    password: Type.String(),
    device: Type.Optional(Type.String()),
    /** Ties a second step to the browser. */
    bound: Type.Optional(Type.String()),
  }),
  errors: ["MAILBOX_UNPROVEN", "PASSWORDS_OFF", "SIGN_IN_REFUSED"],
})
  .prepare(async ({ body, policy, issue, passwords, read, spend, spendFrom, fault }) => {
    requirePasswords({ policy, fault });
    const { username, password, device = "" } = body;
    const account = foldAddress(username);
    await spendFrom(consoleSets.hashing);
    const { id, hash } = await read(async (tx) => {
      const user = isAddress(username) ? await tx.users.byAddress(username) : undefined;
      // Read in any case, so that both cases take the same time.
      return { id: user?.id, hash: await tx.users.passwordHash(user?.id ?? "") };
    });
    if (id !== undefined && issue.ownerOf(device) === id) await spend(consoleSets.signInsOn, device);
    else {
      await spendFrom(consoleSets.signInsFrom, account);
      await spend(consoleSets.signInsOf, account);
    }
    const isRight = await passwords.verify(hash, password);
    if (!isRight || id === undefined) throw fault("SIGN_IN_REFUSED", {});
    return { id, hash, username, bound: body.bound ?? "" };
  })
  .handle(async ({ tx, prepared: { id, hash, username, bound }, fault, ...context }) => {
    tx.locks.person(id);
    // The password may have changed while it was verified.
    if ((await tx.users.passwordHash(id)) !== hash) throw fault("SIGN_IN_REFUSED", {});
    // This reveals that the password is right, but only to a caller who knows it.
    if (await tx.users.isUnproven(id)) throw fault("MAILBOX_UNPROVEN", { username });
    const { now, issue } = context;
    const passkeys = await tx.passkeys.of(id);
    // Who has a passkey does not get in by the password alone.
    if (passkeys.length > 0) {
      return {
        step: issue.secondStep(id, hash, { bound, now }),
        credentialIds: passkeys.map(({ credentialId }) => credentialId),
      };
    }
    return beginSession({ tx, ...context }, id);
  }, asIs);

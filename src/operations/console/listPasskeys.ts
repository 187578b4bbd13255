import { door, operation, timestampOf, toTimestamp } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listPasskeys = operation("GET /console", {
  ...onPages,
  summary: "List one's own passkeys",
  description:
    "The oldest first, with how many recovery codes are left, and whether this session has proven a second factor.",
  door: door.signedIn,
  isBeforeFactor: true,
}).handle(async ({ tx, caller, session }) => {
  const passkeys = await tx.passkeys.of(caller.id);
  return {
    passkeys: passkeys.map(({ id, credentialId, name, createdAt, lastUsedAt }) => ({
      id,
      credentialId,
      name,
      createdAt: toTimestamp(createdAt),
      lastUsedAt: timestampOf(lastUsedAt),
    })),
    codesLeft: await tx.passkeys.codesLeft(caller.id),
    hasSecondFactor: session?.hasSecondFactor === true,
    hasPassword: (await tx.users.passwordHash(caller.id)) !== null,
  };
}, asIs);

// Authorization codes of programs that sent a browser here: unused ones, and used ones with their sessions.
import type { Instant } from "../domain/instant.ts";
import { changes, one, posts, type Unit } from "./facet.ts";
import { insertion, toBit } from "./query.ts";
import type { Tables } from "./tables.ts";
import { userColumns } from "./users.ts";

const insert = posts(insertion("authorizationCodes"));

export const reads = {
  /** Finds the request and the person of a code, while the person has an account. */
  find: one(
    (db, codeHash: string) =>
      db
        .selectFrom("authorizationCodes")
        .innerJoin("users", "users.usernameKey", "authorizationCodes.usernameKey")
        .select(userColumns)
        .select(["clientId", "redirectUri", "challenge", "lineId", "lacksFactor"])
        .where("codeHash", "=", codeHash),
    ({ clientId, redirectUri, challenge, lineId, lacksFactor, ...user }) => ({
      clientId,
      redirectUri,
      challenge,
      lineId,
      lacksFactor,
      user,
    }),
  ),
};

export const writes = {
  add: (
    unit: Unit,
    {
      lacksFactor,
      ...code
    }: Omit<Tables["authorizationCodes"], "lineId" | "lacksFactor"> & { lacksFactor: boolean },
  ) => insert(unit, { ...code, lineId: null, lacksFactor: toBit(lacksFactor) }),

  /** Uses a code for a session; returns whether it was valid. It stays known as used for as long as the session can last. */
  use: changes((db, codeHash: string, now: Instant, lineId: string, expiresAt: Instant) =>
    db
      .updateTable("authorizationCodes")
      .set({ lineId, expiresAt })
      .where("codeHash", "=", codeHash)
      .where("lineId", "is", null)
      .where("expiresAt", ">", now),
  ),
};

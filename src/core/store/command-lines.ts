// Command lines that people sign in: those that wait for a person's answer, and those that are signed in.
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Instant } from "../domain/instant.ts";
import { changes, exists, many, one, posts, type Unit } from "./facet.ts";
import { type Builder, derived, insertion, toBit } from "./query.ts";
import { expiry, removal, selection } from "./statements.ts";
import type { Tables } from "./tables.ts";
import { userColumns } from "./users.ts";

type CommandLine = Omit<Tables["commandLines"], "usernameKey">;
/** A command line that waits for a person's answer. */
type DeviceGrant = Omit<Tables["deviceGrants"], "status" | "usernameKey" | "lacksFactor">;

const lineColumns = [
  "commandLines.id",
  "commandLines.clientId",
  "commandLines.userAgent",
  "commandLines.remoteAddress",
  "commandLines.generation",
  "commandLines.createdAt",
  "commandLines.renewedAt",
  "commandLines.expiresAt",
] as const;

/** Revokes command lines until the last of their tokens has expired. */
const revoking = (
  db: Builder,
  which: (row: ExpressionBuilder<Tables, "commandLines">) => Expression<SqlBool>,
) =>
  db
    .insertInto("revokedTokens")
    .columns(["id", "expiresAt"])
    .expression((row) => row.selectFrom("commandLines").select(["id", "expiresAt"]).where(which))
    .onConflict((on) => on.doNothing());

const claimColumns = ["clientId", "userAgent", "remoteAddress"] as const;

const isWaiting = (codeHash: string, now: Instant) => (row: ExpressionBuilder<Tables, "deviceGrants">) =>
  row.and([row("codeHash", "=", codeHash), row("status", "=", "PENDING"), row("expiresAt", ">", now)]);

const confirmed = one(
  (db, deviceHash: string, now: Instant) =>
    db
      .selectFrom("deviceGrants")
      .innerJoin("users", "users.usernameKey", "deviceGrants.usernameKey")
      .select(userColumns)
      .select(claimColumns)
      .select("lacksFactor")
      .where("deviceHash", "=", deviceHash)
      .where("expiresAt", ">", now),
  ({ clientId, userAgent, remoteAddress, lacksFactor, ...user }) => ({
    claims: { clientId, userAgent, remoteAddress, lacksFactor },
    user,
  }),
);

const insertGrant = posts(insertion("deviceGrants"));
const insertLine = posts(insertion("commandLines"));
const adoptLine = posts(insertion("commandLines", { ignore: true }));
const removeGrant = posts(removal("deviceGrants", "deviceHash"));

const lines = (db: Builder, now: Instant) =>
  db
    .selectFrom("commandLines")
    .innerJoin("users", "users.usernameKey", "commandLines.usernameKey")
    .where("commandLines.expiresAt", ">", now);

const addressOf = selection("users", ["usernameKey"], "id");

export const reads = {
  /** Returns the state of a device's request; undefined if there is none, it has expired, or another client made it. */
  statusOf: one(
    (db, deviceHash: string, clientId: string, now: Instant) =>
      db
        .selectFrom("deviceGrants")
        .select("status")
        .where("deviceHash", "=", deviceHash)
        .where("clientId", "=", clientId)
        .where("expiresAt", ">", now),
    (row) => row.status,
  ),

  wasEnded: exists(selection("revokedTokens", ["id"], "id")),

  waiting: one((db, codeHash: string, now: Instant) =>
    db
      .selectFrom("deviceGrants")
      .select(claimColumns)
      .select(["createdAt", "expiresAt"])
      .where(isWaiting(codeHash, now)),
  ),

  /** Finds the person of a command line, while it is signed in and the person has an account. */
  person: one(
    (db, id: string, now: Instant) =>
      lines(db, now).select(userColumns).select("commandLines.lacksFactor").where("commandLines.id", "=", id),
    ({ lacksFactor, ...user }) => ({ user, lacksFactor: lacksFactor === 1 }),
  ),

  find: one((db, id: string, now: Instant) =>
    lines(db, now).select(lineColumns).select("users.username").where("commandLines.id", "=", id),
  ),

  of: many((db, userId: string, now: Instant) =>
    lines(db, now)
      .select(lineColumns)
      .where("users.id", "=", userId)
      .orderBy("commandLines.createdAt", "desc")
      .orderBy("commandLines.id"),
  ),
};

export const writes = {
  ask: (unit: Unit, grant: DeviceGrant) =>
    insertGrant(unit, { ...grant, status: "PENDING", usernameKey: null, lacksFactor: 0 }),

  /** Confirms the request that waits under a code; returns whether there was one. */
  confirm: changes((db, codeHash: string, userId: string, now: Instant, lacksFactor: boolean) =>
    db
      .updateTable("deviceGrants")
      .set({
        status: "CONFIRMED",
        usernameKey: addressOf(db, userId),
        lacksFactor: derived(lacksFactor, toBit),
      })
      .where(isWaiting(codeHash, now)),
  ),

  deny: changes((db, codeHash: string, now: Instant) =>
    db.updateTable("deviceGrants").set({ status: "DENIED" }).where(isWaiting(codeHash, now)),
  ),

  confirmedBy: async (unit: Unit, deviceHash: string, now: Instant) =>
    (await confirmed(unit, deviceHash, now))?.user,

  /** Removes a confirmed request, and returns it with the person who confirmed it; the second time it returns undefined. */
  async redeem(unit: Unit, deviceHash: string, now: Instant) {
    const grant = await confirmed(unit, deviceHash, now);
    if (grant !== undefined) removeGrant(unit, deviceHash);
    return grant;
  },

  begin: (unit: Unit, usernameKey: string, line: CommandLine) => insertLine(unit, { ...line, usernameKey }),
  /** Begins as `begin` does; changes nothing where the command line is known. */
  adopt: (unit: Unit, usernameKey: string, line: CommandLine) => adoptLine(unit, { ...line, usernameKey }),

  /** Makes a generation of the refresh token the only valid one, and extends the session; returns whether it is a newer one. */
  renew: changes((db, line: Pick<CommandLine, "id" | "generation" | "renewedAt" | "expiresAt">) => {
    const { id, generation, renewedAt, expiresAt } = line;
    return db
      .updateTable("commandLines")
      .set({ generation, renewedAt, expiresAt })
      .where("id", "=", id)
      .where("generation", "<", generation);
  }),

  /** Ends a command line, and revokes it as well: a rehearsal takes signed tokens of command lines that it does not know. */
  end: posts(
    (db: Builder, id: string) => revoking(db, (row) => row("id", "=", id)),
    removal("commandLines", "id"),
  ),

  /** Ends all command lines of a person, and requests that the person confirmed and that have not got their tokens yet. */
  endAll: posts(
    (db: Builder, userId: string) => revoking(db, (row) => row("usernameKey", "in", addressOf(db, userId))),
    (db: Builder, userId: string) =>
      db.deleteFrom("commandLines").where("usernameKey", "in", addressOf(db, userId)),
    (db: Builder, userId: string) =>
      db.deleteFrom("deviceGrants").where("usernameKey", "in", addressOf(db, userId)),
    (db: Builder, userId: string) =>
      db.deleteFrom("authorizationCodes").where("usernameKey", "in", addressOf(db, userId)),
  ),

  sweep: posts(expiry("deviceGrants"), expiry("authorizationCodes"), expiry("commandLines")),
};

// Command lines that people sign in: those that wait for a person's answer, and those that are signed in.
import type { ExpressionBuilder } from "kysely";
import type { Instant } from "../domain/instant.ts";
import type { User } from "../domain/user.ts";
import type { Unit } from "./connection.ts";
import { changes, many, one, posts } from "./facet.ts";
import type { Builder } from "./query.ts";
import type { Tables } from "./tables.ts";
import { userColumns } from "./users.ts";

/** What a command line says of itself when it asks to be signed in, and from where it asked. */
export interface CommandLineClaims {
  readonly clientId: string;
  readonly userAgent: string;
  readonly remoteAddress: string;
}

/** A command line that waits for a person's answer. */
export interface DeviceGrant extends CommandLineClaims {
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** A command line that is signed in. */
export interface CommandLine extends CommandLineClaims {
  readonly id: string;
  /** Of the newest refresh token. */
  readonly generation: number;
  readonly createdAt: Instant;
  readonly renewedAt: Instant;
  readonly expiresAt: Instant;
}

type Renewal = Pick<CommandLine, "id" | "generation" | "renewedAt" | "expiresAt">;

const lineColumns = [
  "command_lines.id",
  "command_lines.client_id as clientId",
  "command_lines.user_agent as userAgent",
  "command_lines.remote_address as remoteAddress",
  "command_lines.generation",
  "command_lines.created_at as createdAt",
  "command_lines.renewed_at as renewedAt",
  "command_lines.expires_at as expiresAt",
] as const;

const claimColumns = [
  "client_id as clientId",
  "user_agent as userAgent",
  "remote_address as remoteAddress",
] as const;

/** Requests that wait for an answer under a code. */
const isWaiting = (codeHash: string, now: Instant) => (row: ExpressionBuilder<Tables, "device_grants">) =>
  row.and([row("code_hash", "=", codeHash), row("status", "=", "PENDING"), row("expires_at", ">", now)]);

/** The person who confirmed the request of a device, with what the request said. */
const confirmed = one(
  (db, deviceHash: string, now: Instant) =>
    db
      .selectFrom("device_grants")
      .innerJoin("users", "users.username_key", "device_grants.username_key")
      .select(userColumns)
      .select(claimColumns)
      .where("device_hash", "=", deviceHash)
      .where("expires_at", ">", now),
  ({ clientId, userAgent, remoteAddress, ...user }) => ({
    claims: { clientId, userAgent, remoteAddress },
    user,
  }),
);

const removeGrant = posts((db, deviceHash: string) =>
  db.deleteFrom("device_grants").where("device_hash", "=", deviceHash),
);

/** Lines that are signed in, with their persons. */
const lines = (db: Builder, now: Instant) =>
  db
    .selectFrom("command_lines")
    .innerJoin("users", "users.username_key", "command_lines.username_key")
    .where("command_lines.expires_at", ">", now);

const addressOf = (db: Builder, userId: string) =>
  db.selectFrom("users").select("username_key").where("id", "=", userId);

export const commandLineReads = {
  /** The state of a device's request; undefined when there is none, it has expired, or another client made it. */
  statusOf: one(
    (db, deviceHash: string, clientId: string, now: Instant) =>
      db
        .selectFrom("device_grants")
        .select("status")
        .where("device_hash", "=", deviceHash)
        .where("client_id", "=", clientId)
        .where("expires_at", ">", now),
    (row) => row.status,
  ),

  /** The request that waits under a code. */
  waiting: one((db, codeHash: string, now: Instant) =>
    db
      .selectFrom("device_grants")
      .select(claimColumns)
      .select(["created_at as createdAt", "expires_at as expiresAt"])
      .where(isWaiting(codeHash, now)),
  ),

  /** The person of a command line, while it is signed in and the person has an account. */
  person: one((db, id: string, now: Instant) =>
    lines(db, now).select(userColumns).where("command_lines.id", "=", id),
  ),

  /** A command line that is signed in, with the address of its person. */
  find: one((db, id: string, now: Instant) =>
    lines(db, now).select(lineColumns).select("users.username").where("command_lines.id", "=", id),
  ),

  /** Command lines of a person that are signed in, the newest first. */
  of: many((db, userId: string, now: Instant) =>
    lines(db, now)
      .select(lineColumns)
      .where("users.id", "=", userId)
      .orderBy("command_lines.created_at", "desc")
      .orderBy("command_lines.id"),
  ),
};

export const commandLineWrites = {
  ...commandLineReads,

  /** Adds a request that waits for a person's answer. */
  ask: posts((db, grant: DeviceGrant & { deviceHash: string; codeHash: string }) =>
    db.insertInto("device_grants").values({
      device_hash: grant.deviceHash,
      code_hash: grant.codeHash,
      client_id: grant.clientId,
      user_agent: grant.userAgent,
      remote_address: grant.remoteAddress,
      status: "PENDING",
      username_key: null,
      created_at: grant.createdAt,
      expires_at: grant.expiresAt,
    }),
  ),

  /** A person confirms the request that waits under a code; returns whether there was one. */
  confirm: changes((db, codeHash: string, userId: string, now: Instant) =>
    db
      .updateTable("device_grants")
      .set({ status: "CONFIRMED", username_key: addressOf(db, userId) })
      .where(isWaiting(codeHash, now)),
  ),

  /** Denies the request that waits under a code; returns whether there was one. */
  deny: changes((db, codeHash: string, now: Instant) =>
    db.updateTable("device_grants").set({ status: "DENIED" }).where(isWaiting(codeHash, now)),
  ),

  /** The person who confirmed the request of a device. */
  async confirmedBy(unit: Unit, deviceHash: string, now: Instant): Promise<User | undefined> {
    return (await confirmed(unit, deviceHash, now))?.user;
  },

  /** Takes a confirmed request away, and returns what it said and who confirmed it; the second time it returns nothing. */
  async redeem(
    unit: Unit,
    deviceHash: string,
    now: Instant,
  ): Promise<{ readonly claims: CommandLineClaims; readonly user: User } | undefined> {
    const grant = await confirmed(unit, deviceHash, now);
    if (grant !== undefined) removeGrant(unit, deviceHash);
    return grant;
  },

  begin: posts((db, username_key: string, line: CommandLine) =>
    db.insertInto("command_lines").values({
      id: line.id,
      username_key,
      client_id: line.clientId,
      user_agent: line.userAgent,
      remote_address: line.remoteAddress,
      generation: line.generation,
      created_at: line.createdAt,
      renewed_at: line.renewedAt,
      expires_at: line.expiresAt,
    }),
  ),

  /** Makes a generation of the refresh token the only valid one, and prolongs the session; returns whether it is a newer one. */
  renew: changes((db, { id, generation, renewedAt, expiresAt }: Renewal) =>
    db
      .updateTable("command_lines")
      .set({ generation, renewed_at: renewedAt, expires_at: expiresAt })
      .where("id", "=", id)
      .where("generation", "<", generation),
  ),

  end: posts((db, id: string) => db.deleteFrom("command_lines").where("id", "=", id)),

  /** Ends all command lines of a person, and those that the person confirmed and that have not fetched their tokens yet. */
  endAll: posts(
    (db: Builder, userId: string) =>
      db.deleteFrom("command_lines").where("username_key", "in", addressOf(db, userId)),
    (db: Builder, userId: string) =>
      db.deleteFrom("device_grants").where("username_key", "in", addressOf(db, userId)),
  ),

  /** Forgets what has expired. */
  sweep: posts(
    (db: Builder, now: Instant) => db.deleteFrom("device_grants").where("expires_at", "<=", now),
    (db: Builder, now: Instant) => db.deleteFrom("command_lines").where("expires_at", "<=", now),
  ),
};

// Command lines that people sign in: those that wait for a person's answer, and those that are signed in.
import type { Instant } from "../domain/instant.ts";
import type { User } from "../domain/user.ts";
import type { Unit } from "./connection.ts";
import { insertion, query } from "./query.ts";
import { toUser, userColumns } from "./users.ts";

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
  "command_lines.client_id",
  "command_lines.user_agent",
  "command_lines.remote_address",
  "command_lines.generation",
  "command_lines.created_at",
  "command_lines.renewed_at",
  "command_lines.expires_at",
] as const;

interface LineRow {
  id: string;
  client_id: string;
  user_agent: string;
  remote_address: string;
  generation: number;
  created_at: Instant;
  renewed_at: Instant;
  expires_at: Instant;
}

const toClaims = (row: Pick<LineRow, "client_id" | "user_agent" | "remote_address">): CommandLineClaims => ({
  clientId: row.client_id,
  userAgent: row.user_agent,
  remoteAddress: row.remote_address,
});

const toLine = (row: LineRow): CommandLine => ({
  ...toClaims(row),
  id: row.id,
  generation: row.generation,
  createdAt: row.created_at,
  renewedAt: row.renewed_at,
  expiresAt: row.expires_at,
});

const insertGrant = insertion("device_grants");

const sweepGrants = query((db, at: { now: Instant }) =>
  db.deleteFrom("device_grants").where("expires_at", "<=", at.now),
);

const statusOfGrant = query((db, at: { deviceHash: string; clientId: string; now: Instant }) =>
  db
    .selectFrom("device_grants")
    .select("status")
    .where("device_hash", "=", at.deviceHash)
    .where("client_id", "=", at.clientId)
    .where("expires_at", ">", at.now),
);

const grantByCode = query((db, at: { codeHash: string; now: Instant }) =>
  db
    .selectFrom("device_grants")
    .select(["client_id", "user_agent", "remote_address", "created_at", "expires_at"])
    .where("code_hash", "=", at.codeHash)
    .where("status", "=", "PENDING")
    .where("expires_at", ">", at.now),
);

const confirm = query((db, to: { codeHash: string; userId: string; now: Instant }) =>
  db
    .updateTable("device_grants")
    .set(({ selectFrom }) => ({
      status: "CONFIRMED",
      username_key: selectFrom("users").select("username_key").where("id", "=", to.userId),
    }))
    .where("code_hash", "=", to.codeHash)
    .where("status", "=", "PENDING")
    .where("expires_at", ">", to.now),
);

const deny = query((db, to: { codeHash: string; now: Instant }) =>
  db
    .updateTable("device_grants")
    .set({ status: "DENIED" })
    .where("code_hash", "=", to.codeHash)
    .where("status", "=", "PENDING")
    .where("expires_at", ">", to.now),
);

const confirmed = query((db, at: { deviceHash: string; now: Instant }) =>
  db
    .selectFrom("device_grants")
    .innerJoin("users", "users.username_key", "device_grants.username_key")
    .select(userColumns)
    .select(["device_grants.client_id", "device_grants.user_agent", "device_grants.remote_address"])
    .where("device_hash", "=", at.deviceHash)
    .where("expires_at", ">", at.now),
);

const removeGrant = query((db, at: { deviceHash: string }) =>
  db.deleteFrom("device_grants").where("device_hash", "=", at.deviceHash),
);

const insertLine = insertion("command_lines");

const sweepLines = query((db, at: { now: Instant }) =>
  db.deleteFrom("command_lines").where("expires_at", "<=", at.now),
);

const personOf = query((db, at: { id: string; now: Instant }) =>
  db
    .selectFrom("command_lines")
    .innerJoin("users", "users.username_key", "command_lines.username_key")
    .select(userColumns)
    .where("command_lines.id", "=", at.id)
    .where("command_lines.expires_at", ">", at.now),
);

const byId = query((db, at: { id: string; now: Instant }) =>
  db
    .selectFrom("command_lines")
    .innerJoin("users", "users.username_key", "command_lines.username_key")
    .select(lineColumns)
    .select("users.username")
    .where("command_lines.id", "=", at.id)
    .where("command_lines.expires_at", ">", at.now),
);

const linesOf = query((db, at: { userId: string; now: Instant }) =>
  db
    .selectFrom("command_lines")
    .innerJoin("users", "users.username_key", "command_lines.username_key")
    .select(lineColumns)
    .where("users.id", "=", at.userId)
    .where("command_lines.expires_at", ">", at.now)
    .orderBy("command_lines.created_at", "desc")
    .orderBy("command_lines.id"),
);

const renewLine = query((db, to: Renewal) =>
  db
    .updateTable("command_lines")
    .set({ generation: to.generation, renewed_at: to.renewedAt, expires_at: to.expiresAt })
    .where("id", "=", to.id)
    .where("generation", "<", to.generation),
);

const removeLine = query((db, at: { id: string }) => db.deleteFrom("command_lines").where("id", "=", at.id));

const removeLinesOf = query((db, at: { userId: string }) =>
  db
    .deleteFrom("command_lines")
    .where("username_key", "in", ({ selectFrom }) =>
      selectFrom("users").select("username_key").where("id", "=", at.userId),
    ),
);

const removeGrantsOf = query((db, at: { userId: string }) =>
  db
    .deleteFrom("device_grants")
    .where("username_key", "in", ({ selectFrom }) =>
      selectFrom("users").select("username_key").where("id", "=", at.userId),
    ),
);

export const commandLineReads = {
  /** What became of the request of a device; nothing when there is none, it has run out, or another client made it. */
  async statusOf(unit: Unit, deviceHash: string, clientId: string, now: Instant) {
    return (await unit.first(statusOfGrant, { deviceHash, clientId, now }))?.status;
  },

  /** The request that waits under a code. */
  async waiting(unit: Unit, codeHash: string, now: Instant): Promise<DeviceGrant | undefined> {
    const row = await unit.first(grantByCode, { codeHash, now });
    return row && { ...toClaims(row), createdAt: row.created_at, expiresAt: row.expires_at };
  },

  /** Whose command line this is, while it is signed in and the person has an account. */
  async person(unit: Unit, id: string, now: Instant): Promise<User | undefined> {
    const row = await unit.first(personOf, { id, now });
    return row && toUser(row);
  },

  /** A command line that is signed in, with the address of its person. */
  async find(
    unit: Unit,
    id: string,
    now: Instant,
  ): Promise<(CommandLine & { readonly username: string }) | undefined> {
    const row = await unit.first(byId, { id, now });
    return row && { ...toLine(row), username: row.username };
  },

  /** Command lines of a person that are signed in, the newest first. */
  async of(unit: Unit, userId: string, now: Instant): Promise<CommandLine[]> {
    return (await unit.all(linesOf, { userId, now })).map(toLine);
  },
};

export const commandLineWrites = {
  ...commandLineReads,

  /** Adds a request that waits for a person's answer. */
  async ask(
    unit: Unit,
    { deviceHash, codeHash, ...grant }: DeviceGrant & { deviceHash: string; codeHash: string },
  ): Promise<void> {
    await unit.change(insertGrant, {
      device_hash: deviceHash,
      code_hash: codeHash,
      client_id: grant.clientId,
      user_agent: grant.userAgent,
      remote_address: grant.remoteAddress,
      status: "PENDING",
      username_key: null,
      created_at: grant.createdAt,
      expires_at: grant.expiresAt,
    });
  },

  /** A person confirms the request that waits under a code; says whether there was one. */
  async confirm(unit: Unit, codeHash: string, userId: string, now: Instant): Promise<boolean> {
    return (await unit.change(confirm, { codeHash, userId, now })) > 0;
  },

  /** Denies the request that waits under a code; says whether there was one. */
  async deny(unit: Unit, codeHash: string, now: Instant): Promise<boolean> {
    return (await unit.change(deny, { codeHash, now })) > 0;
  },

  /** Who confirmed the request of a device. */
  async confirmedBy(unit: Unit, deviceHash: string, now: Instant): Promise<User | undefined> {
    const row = await unit.first(confirmed, { deviceHash, now });
    return row && toUser(row);
  },

  /** Takes a confirmed request away, and returns what it said and who confirmed it; a second time there is nothing. */
  async redeem(
    unit: Unit,
    deviceHash: string,
    now: Instant,
  ): Promise<{ readonly claims: CommandLineClaims; readonly user: User } | undefined> {
    const row = await unit.first(confirmed, { deviceHash, now });
    if (row === undefined) return undefined;
    await unit.change(removeGrant, { deviceHash });
    return { claims: toClaims(row), user: toUser(row) };
  },

  async begin(unit: Unit, usernameKey: string, line: CommandLine): Promise<void> {
    await unit.change(insertLine, {
      id: line.id,
      username_key: usernameKey,
      client_id: line.clientId,
      user_agent: line.userAgent,
      remote_address: line.remoteAddress,
      generation: line.generation,
      created_at: line.createdAt,
      renewed_at: line.renewedAt,
      expires_at: line.expiresAt,
    });
  },

  /**
   * Makes a generation of the refresh token the only good one, and prolongs the session; returns whether it is newer than the
   * one that was.
   */
  async renew(unit: Unit, renewal: Renewal): Promise<boolean> {
    return (await unit.change(renewLine, { ...renewal })) > 0;
  },

  async end(unit: Unit, id: string): Promise<void> {
    await unit.change(removeLine, { id });
  },

  /** Ends all command lines of a person, and what the person confirmed and was not fetched yet. */
  async endAll(unit: Unit, userId: string): Promise<void> {
    await unit.change(removeLinesOf, { userId });
    await unit.change(removeGrantsOf, { userId });
  },

  /** Forgets what ran out before `now`. */
  async sweep(unit: Unit, now: Instant): Promise<void> {
    await unit.change(sweepGrants, { now });
    await unit.change(sweepLines, { now });
  },
};

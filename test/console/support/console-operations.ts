// Sets up tests of console operations: a seeded store with a frozen clock, and the pipeline in front of it.
import { equal } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { noDeployment } from "../../../src/atlas/clusters/rules/cluster-connections.ts";
import { clusterServices } from "../../../src/atlas/clusters/services.ts";
import { type ConsoleOperationId, consoleOperations } from "../../../src/console/operations/index.ts";
import { beginCommandLine } from "../../../src/core/changes/sessions.ts";
import { type Clock, createClock } from "../../../src/core/clock.ts";
import { Fault } from "../../../src/core/contract/errors.ts";
import { splitTarget } from "../../../src/core/contract/http-syntax.ts";
import type { GroupRole, RoleName } from "../../../src/core/contract/roles.ts";
import { mediaType } from "../../../src/core/contract/versions.ts";
import { grantLifetime } from "../../../src/core/domain/command-line.ts";
import type { InviteStatus } from "../../../src/core/domain/invite.ts";
import { openPolicy, type Policy } from "../../../src/core/domain/policy.ts";
import { createAuthenticate } from "../../../src/core/http/authenticate.ts";
import { createMemoryLedger, createNonces } from "../../../src/core/http/digest.ts";
import { createGuess, createLimits, createSpend, type Limits } from "../../../src/core/http/limits.ts";
import { createPipeline } from "../../../src/core/http/pipeline.ts";
import { createProveKey } from "../../../src/core/http/prove-key.ts";
import type { Operation } from "../../../src/core/operations/operation.ts";
import { createIssue } from "../../../src/core/secrets/issue.ts";
import { createKeyring } from "../../../src/core/secrets/keyring.ts";
import { mintBytes, mintId } from "../../../src/core/secrets/mint.ts";
import type { ChallengeAim } from "../../../src/core/secrets/passkeys.ts";
import { passwords as productPasswords } from "../../../src/core/secrets/passwords.ts";
import type { Dump } from "../../../src/core/store/dump.ts";
import type { Store } from "../../../src/core/store/store.ts";
import { openStore } from "../../../src/server/open-store.ts";
import { checkSeed, type SeedDocument } from "../../../src/testing/seed/document.ts";
import { plant } from "../../../src/testing/seed/plant.ts";
import { readRows } from "../../support/dump.ts";
import { type EngineName, engines, skipReason } from "../../support/engines.ts";
import { openStoreFile } from "../../support/sqlite-file.ts";
import { errorBody, now, type Refusal, refusal } from "../../support/stage.ts";
import { createStorage, locationOf } from "../../support/storage.ts";
import { ids, seed } from "../../support/world.ts";

export const password = "a staple of horses";
export const owner = "owner@example.com";
/** Has an account, but no password. */
export const member = "member@example.com";
/** Owns the other organization. */
export const other = "other@example.com";
/** A person who is invited to the organization, with all that an invitation can carry. */
export const rich = { id: "92b6e34b3d91647abb20e7b8", username: "Rich@example.com" };

/** The scopes of roles, as answers name them. */
export const places = {
  org: { kind: "ORG", id: ids.org, name: "Acme" },
  group: { kind: "GROUP", id: ids.group, name: "payments" },
  team: { kind: "TEAM", id: ids.team, name: "core" },
};

/** The world of the other tests, in which some people have a password. */
const people: SeedDocument = {
  ...seed,
  orgs: seed.orgs.map((org) => ({
    ...org,
    users: (org.users ?? []).map((user) => (user.username === member ? user : { ...user, password })),
    ...(org.id === ids.org && {
      invites: [
        ...(org.invites ?? []),
        {
          ...rich,
          roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
          teamIds: [ids.team],
          groupRoleAssignments: [{ groupId: ids.group, roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] }],
        },
      ],
    }),
  })),
};

export interface Performed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not
  readonly json: any;
}

export interface Visiting {
  readonly session?: string | undefined;
  /** 127.0.0.1 if absent. */
  readonly from?: string;
}

type Row = Readonly<Record<string, unknown>>;

export interface ConsoleStage {
  readonly store: Store;
  readonly clock: Clock;
  /** The errors that were thrown and are not faults. */
  readonly reported: unknown[];
  /** Performs a console operation; `input` holds its parameters and its body. */
  perform(
    id: ConsoleOperationId,
    input?: Readonly<Record<string, unknown>>,
    by?: Visiting,
  ): Promise<Performed>;
  /** Performs it, and returns the body of the answer, which must be a success. */
  get(
    id: ConsoleOperationId,
    input?: Readonly<Record<string, unknown>>,
    by?: Visiting,
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not
  ): Promise<any>;
  refuses(
    id: ConsoleOperationId,
    input: Readonly<Record<string, unknown>>,
    refusal: Refusal,
    by?: Visiting,
  ): Promise<void>;
  /** Performs it in a new session of a person of the seed. */
  ask(
    username: string,
    id: ConsoleOperationId,
    input?: Readonly<Record<string, unknown>>,
  ): Promise<Performed>;
  /** Performs it so, and returns the body of the answer, which must be a success. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not
  read(username: string, id: ConsoleOperationId, input?: Readonly<Record<string, unknown>>): Promise<any>;
  /** Signs a person of the seed in and answers the session's secret. */
  session(username: string, options?: { readonly hasSecondFactor?: boolean }): Promise<string>;
  /** A challenge as a page makes it, for the browser `bound`. */
  challenge(purpose: ChallengeAim["purpose"], bound?: string): string;
  /** The token of a new link, as a message would carry it. */
  link(about: { inviteId: string } | { userId: string }, lifetime?: number): Promise<string>;
  /** A command line that waits to be signed in: the code it shows, and the hash of its own. */
  waiting(code: string, from?: string): Promise<{ code: string; deviceHash: string }>;
  /** Signs a command line of a person in, and gives its id. */
  commandLine(username: string, code: string): Promise<string>;
  userId(username: string): Promise<string>;
  /** Returns all rows of the store. */
  dump(): Promise<Dump>;
  /** Reports whether a session is no longer accepted. */
  isOver(session: string): Promise<boolean>;
  /** Gives a person a role, in the project of the seed unless another scope is named. */
  give(
    username: string,
    role: RoleName,
    scope?: { readonly orgId: string; readonly groupId: string | null },
  ): Promise<void>;
  /** Gives the team of the seed roles in its project; a person joins it, if one is named. */
  giveTeam(roles: readonly GroupRole[], username?: string): Promise<void>;
  endInvite(id: string, status: Exclude<InviteStatus, "PENDING">): Promise<void>;
  rows(table: string): Promise<Row[]>;
  /** Roles of a person, `scope role`, in the order of the alphabet. */
  grants(username: string): Promise<string[]>;
  /** Events of this case, in the order in which they were written. */
  events(): Promise<Row[]>;
  /** Runs statements past the server; on SQLite only. */
  execute(sql: string): void;
  /** Lets time pass, for the clock and for limits. */
  pass(ms: number): void;
}

interface Options {
  readonly seed?: SeedDocument;
  readonly engine?: EngineName;
  readonly policy?: Partial<Policy>;
  readonly strictRoles?: boolean;
  readonly passwords?: (store: Store) => typeof productPasswords;
}

/** Starts one store for all cases of a test. Each case, a subtest, begins with the seed, full buckets, and at `now`. */
export async function startConsole(t: TestContext, options: Options = {}): Promise<ConsoleStage> {
  const storage = await createStorage(t, options.engine ?? "sqlite", { hasSchema: true });
  const store = await openStore(locationOf(storage));
  t.after(() => store.close());
  const clock = createClock();
  clock.freeze(Date.parse(now));
  const keyring = createKeyring(mintBytes(32));
  const issue = createIssue(keyring);
  await plant(checkSeed(options.seed ?? people), { store, keyring, now: clock.now() });
  // A case sees the events that it causes itself.
  const start = { ...(await store.read((tx) => tx.dump.take())), events: [] };
  await store.write((tx) => tx.dump.restore(start));

  let passed = 0;
  const fullLimits = () => createLimits({ enforced: false, elapsed: () => passed });
  let limits = fullLimits();
  const followed: Limits = {
    check: (...all) => limits.check(...all),
    take: (...all) => limits.take(...all),
  };
  const reported: unknown[] = [];
  t.beforeEach(async () => {
    await store.write((tx) => tx.dump.restore(start));
    clock.freeze(Date.parse(now));
    limits = fullLimits();
    reported.length = 0;
  });

  const walk = createPipeline({
    store,
    clock,
    authenticate: createAuthenticate({
      store,
      keyring,
      nonces: createNonces([mintBytes(32)]),
      ledger: createMemoryLedger(),
      tokens: { time: clock.now, adopts: false },
    }),
    noteKeyUse: () => {},
    proveKey: createProveKey(keyring, createGuess({ limits: followed, hasStrangers: true })),
    limits: followed,
    spend: createSpend({ limits: followed, store, now: () => passed, hasStrangers: true }),
    strictRoles: options.strictRoles ?? false,
    lenientAccept: false,
    cedar: null,
    services: clusterServices({
      connections: noDeployment,
      collections: async () => [],
      clusterSpeed: "fast",
    }),
    mintId,
    issue,
    policy: { ...openPolicy, ...options.policy },
    passwords: options.passwords?.(store) ?? productPasswords,
    endpointSets: [],
    tokenTime: clock.now,
    mail: null,
    // A refusal is no news.
    report: (reason) => {
      if (!(reason instanceof Fault && reason.status < 500)) reported.push(reason);
    },
  });

  const rows = async (table: string): Promise<Row[]> => (await readRows(store))[table] ?? [];
  const userId = async (username: string) =>
    (await store.read((tx) => tx.users.byAddress(username)))?.id ?? "nobody";

  const stage: ConsoleStage = {
    store,
    clock,
    reported,
    userId,
    rows,
    async perform(id, input = {}, { session, from = "127.0.0.1" } = {}) {
      const operation: Operation = consoleOperations[id];
      const [version = ""] = Object.keys(operation.versions);
      const pick = (named: object) =>
        Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(named, name)));
      const body = Object.fromEntries(
        Object.entries(input).filter(([name]) => !(name in operation.params) && !(name in operation.query)),
      );
      const search = new URLSearchParams(
        Object.entries(pick(operation.query)).flatMap(([name, values]) =>
          [values].flat().map((value) => [name, String(value)]),
        ),
      );
      const target = `${operation.path}?${search}`;
      const answer = await walk(operation, {
        method: operation.method,
        target,
        ...splitTarget(target),
        params: pick(operation.params) as Record<string, string>,
        headers: { accept: mediaType(version), "content-type": "application/json" },
        readBody: async () => (operation.body === undefined ? undefined : Buffer.from(JSON.stringify(body))),
        remoteAddress: { state: "own", ip: from },
        requestId: "",
        origin: "http://anteroom.test",
        session: session ?? "",
      });
      const json = answer.body === "" ? undefined : JSON.parse(String(answer.body));
      return { status: answer.status, headers: answer.headers, json };
    },
    async get(id, input, by) {
      return bodyOf(await stage.perform(id, input, by));
    },
    async refuses(id, input, refusal, by) {
      assertRefused(await stage.perform(id, input, by), refusal);
    },
    async ask(username, id, input) {
      return stage.perform(id, input, { session: await stage.session(username) });
    },
    async read(username, id, input) {
      return bodyOf(await stage.ask(username, id, input));
    },
    challenge: (purpose, bound = "browser") => issue.challenge({ purpose, bound }, clock.now()),
    async session(username, { hasSecondFactor = false } = {}) {
      const { hash, token } = issue.token();
      const at = clock.now();
      const browser = { id: mintId(at), userAgent: "Firefox/146.0", remoteAddress: "127.0.0.1" };
      const begun = { ...browser, hash, userId: await userId(username), createdAt: at };
      await store.write((tx) => tx.sessions.begin({ ...begun, hasSecondFactor }));
      return token;
    },
    async link(about, lifetime = 3_600_000) {
      const { hash, token } = issue.token();
      const at = clock.now();
      await store.write((tx) => tx.outbox.addLink({ hash, about, expiresAt: at + lifetime }));
      return token;
    },
    async waiting(code, from = "127.0.0.1") {
      const { hash: deviceHash } = issue.token();
      const at = clock.now();
      const grant = {
        deviceHash,
        codeHash: issue.hashOfCode(code),
        clientId: "0oabtxactgS3gHIR0297",
        userAgent: "AtlasCLI/1.58.1",
        remoteAddress: from,
        createdAt: at,
        expiresAt: at + grantLifetime,
      };
      await store.write((tx) => tx.commandLines.ask(grant));
      return { code, deviceHash };
    },
    async commandLine(username, code) {
      const { deviceHash } = await stage.waiting(code);
      const [at, userId] = [clock.now(), await stage.userId(username)];
      const line = await store.write(async (tx) => {
        await tx.commandLines.confirm(issue.hashOfCode(code), userId, at, false);
        return beginCommandLine({ tx, now: at, tokenTime: at, id: mintId(at) }, deviceHash);
      });
      return line?.id ?? "none";
    },
    dump: () => store.read((tx) => tx.dump.take()),
    async isOver(session) {
      return (await stage.perform("getPerson", {}, { session })).status === 401;
    },
    async give(username, role, scope = { orgId: ids.org, groupId: ids.group }) {
      const id = await userId(username);
      await store.write((tx) => tx.grants.give(id, scope, role, 1));
    },
    async giveTeam(roles, username) {
      const at = { teamId: ids.team, orgId: ids.org, groupId: ids.group };
      await store.write(async (tx) => {
        if (username !== undefined) {
          await tx.teams.join(ids.team, await userId(username));
        }
        await tx.teams.assign(at, roles);
      });
    },
    async endInvite(id, status) {
      await store.write((tx) => tx.invites.end(id, status, clock.now()));
    },
    async grants(username) {
      const id = await userId(username);
      const held = await store.read((tx) => tx.grants.of(id));
      return held.map(({ orgId, groupId, role }) => `${groupId ?? orgId} ${role}`).sort();
    },
    async events() {
      return (await rows("events"))
        .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
        .map(({ id, details, seal_id, ...event }) => event);
    },
    execute(sql) {
      if (!("data" in storage.options)) throw new Error("only SQLite is executed on");
      const database = openStoreFile(storage.options.data);
      database.exec(sql);
      database.close();
    },
    pass(ms) {
      passed += ms;
      clock.advance(ms);
    },
  };
  return stage;
}

type Cases = (t: TestContext, stage: ConsoleStage) => Promise<void>;

/** Declares a test whose cases share a store of their own. */
export function testConsole(title: string, ...given: readonly [Cases] | readonly [Options, Cases]): void {
  const [options, cases] = given.length === 1 ? [{}, given[0]] : given;
  test(title, async (t) => cases(t, await startConsole(t, options)));
}

/** Declares such a test for each engine. */
export function testOnEngines(title: string, ...given: readonly [Cases] | readonly [Options, Cases]): void {
  const [options, cases] = given.length === 1 ? [{}, given[0]] : given;
  for (const engine of engines) {
    test(`${title} on ${engine}`, { skip: skipReason(engine) }, async (t) =>
      cases(t, await startConsole(t, { ...options, engine })),
    );
  }
}

/** The event that records what a person did in the console. */
export const eventOf = (
  person: { readonly id: string; readonly username: string },
  type: string,
  { orgId = null, groupId = null }: { orgId?: string | null; groupId?: string | null },
): Row => ({
  type,
  at: Date.parse(now),
  org_id: orgId,
  group_id: groupId,
  actor_kind: "USER",
  actor_id: person.id,
  actor_name: person.username,
  remote_address: "127.0.0.1",
  target_username: person.username,
});

/** The body of an answer, which must be a success. */
export function bodyOf({ status, json }: Performed) {
  equal(status, 200, JSON.stringify(json));
  return json;
}

/** Compares a refusal: status and whole body. */
export function assertRefused({ status, json }: Performed, refusal: Refusal): void {
  equal(JSON.stringify(json), JSON.stringify(errorBody(refusal)));
  equal(status, refusal.status);
}

export const tooMany = (wait: number, capacity: number, refill: number, period: number): Refusal =>
  refusal("RATE_LIMITED_TOKEN_BUCKET", ["console", wait, capacity, refill, period]);

export const refusals = {
  signIn: refusal("SIGN_IN_REFUSED"),
  link: refusal("INVITATION_LINK_NOT_FOUND"),
  weak: refusal("WEAK_PASSWORD", [8, 256], "password", "The password must have 8 to 256 characters, not 5."),
  common: refusal("COMMON_PASSWORD"),
  code: refusal("DEVICE_CODE_NOT_FOUND"),
  ended: (status: string) => refusal("INVITATION_ENDED", [status]),
  taken: (username: string) => refusal("IDENTITY_TAKEN", [username]),
} satisfies Record<string, Refusal | ((status: string) => Refusal)>;

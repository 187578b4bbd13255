// Tests authentication: how each kind of credential is recognized, and the text of its refusal.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { times } from "../../../test/support/field.ts";
import { wrongSecrets } from "../contract/limits.ts";
import { hour } from "../domain/instant.ts";
import { useInterval } from "../domain/session.ts";
import { digestVerifier, hashSecret, md5, realm } from "../secrets/keyring.ts";
import type { Asker } from "../store/places.ts";
import { type Claim, createAuthenticate, createReadToken, Unidentified } from "./authenticate.ts";
import { createMemoryLedger, createNonces, type NonceLedger, nonceLifetime } from "./digest.ts";
import { createGuess, createLimits } from "./limits.ts";
import { createProveKey, type NamedKey } from "./prove-key.ts";

const tokenTime = Date.UTC(2026, 7, 10);
/** A time that differs from the machine's, as in a rehearsal. */
const now = Date.UTC(2027, 6, 2);
const ip = "192.0.2.1";
const remoteAddress = { state: "own", ip } as const;
const id = "a0123456789abcdef012345a";
const clientId = `mdb_sa_id_${id}`;
const named = { publicKey: "abcdefgh", privateKey: "secret" };
const credential = { id: "key", orgId: "o", accessList: [], listRequired: false };
const apiKey = { ...credential, sealedHa1: `sealed ${digestVerifier(named.publicKey, named.privateKey)}` };
const account = { ...credential, id };
const user = { id: "u", username: "ada@example.com" };
const claims = { id: "t", clientId, secretHash: "hash", orgId: "o", expiresAt: tokenTime + 1 };

/** Starts with everything in place, except the things named in `gone`. */
function start(changes: { token?: object; person?: object; adopts?: boolean; foreign?: object } = {}) {
  const gone = new Set<string>();
  const asked: unknown[] = [];
  const unless = <T>(name: string, value: T) => (gone.has(name) ? undefined : value);
  const lookFor =
    (name: string, value: unknown) =>
    async (...given: unknown[]) => {
      asked.push(given);
      return unless(name, value);
    };
  let sealedHa1 = apiKey.sealedHa1;
  const session = { createdAt: now - 9, provenAt: now - 5, lastUsedAt: now };
  const tx = {
    credentials: {
      apiKey: async (name: string) =>
        name === named.publicKey ? unless("key", { ...apiKey, sealedHa1 }) : undefined,
      byToken: async (token: object) => {
        asked.push(token);
        return unless("account", account);
      },
    },
    commandLines: {
      person: lookFor("line", { user, lacksFactor: false }),
      wasEnded: async () => changes.foreign === undefined,
      adopt: (...all: unknown[]) => void asked.push(all),
    },
    users: { byAddress: async () => user },
    sessions: {
      find: lookFor("session", { user, session }),
      use: async (...all: unknown[]) => void asked.push(["use", ...all]),
    },
  };
  const shares: unknown[] = [];
  const run = async (work: (tx: unknown) => unknown, asker?: Asker) => {
    shares.push(asker?.share);
    return work(tx);
  };
  const counts = createMemoryLedger();
  const ledger: NonceLedger = {
    spend(nonce, count, expiresAt, at, asker) {
      shares.push(asker.share);
      return counts.spend(nonce, count, expiresAt, at);
    },
  };
  const nonces = createNonces([Buffer.alloc(32)]);
  const keyring = {
    unseal: (text: string) => text.replace("sealed ", ""),
    readToken: async (token: string) => (token === "token" ? { ...claims, ...changes.token } : undefined),
    people: {
      looksLikeOne: (token: string) => token.startsWith("person"),
      readAccess: async (token: string) =>
        token === "person"
          ? { id: "line", expiresAt: tokenTime + 1, ...changes.person, ...changes.foreign }
          : undefined,
    },
  };
  const authenticate = createAuthenticate({
    store: { look: run, write: run },
    keyring,
    nonces,
    ledger,
    provenKeys: new Map(),
    tokens: { time: () => tokenTime, adopts: changes.adopts ?? false },
  } as never);
  const claim = { method: "GET", target: "/x", remoteAddress };
  const readToken = createReadToken(keyring as never, () => tokenTime);
  return {
    ask: (authorization?: string, more: Partial<Claim> = {}) =>
      authenticate({ ...claim, headers: { authorization }, ...more }, now, { share: ip }),
    read: (authorization: string) => readToken({ ...claim, headers: { authorization } }),
    nonces,
    shares,
    gone,
    asked,
    tx: tx as never,
    session,
    reseal: () => {
      sealedHa1 = "sealed other";
    },
  };
}

type World = ReturnType<typeof start>;
/** The header of an answer to a challenge, as a client of an API key sends it. */
function answer(
  { nonces }: World,
  { key = named, method = "GET", uri = "/x", at = now, nonce = nonces.issue(at), count = 1 } = {},
): string {
  const nc = count.toString(16).padStart(8, "0");
  const ha1 = digestVerifier(key.publicKey, key.privateKey);
  const response = md5(`${ha1}:${nonce}:${nc}:c:auth:${md5(`${method}:${uri}`)}`);
  const parts = { username: key.publicKey, realm, nonce, uri, cnonce: "c", response };
  const quoted = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
  return `Digest ${quoted.join(", ")}, qop=auth, nc=${nc}`;
}

const challenged = (stale: boolean, claimed?: string) => (reason: unknown) => {
  const { scheme, header, claimed: who } = reason as Unidentified;
  deepEqual([reason instanceof Unidentified, scheme, who], [true, "digest", claimed]);
  equal(/^Digest realm="MMS Public API", .*stale=(true|false)$/.exec(header)?.[1], String(stale));
  return true;
};
const refused = (why: string, claimed: string) => (reason: unknown) => {
  const { scheme, header, claimed: who } = reason as Unidentified;
  const words = `Bearer error="invalid_token", error_description="${why}"`;
  deepEqual([reason instanceof Unidentified, scheme, header, who], [true, "bearer", words, claimed]);
  return true;
};

test("a challenge for who says nothing, or speaks otherwise", async () => {
  const { ask } = start();
  for (const header of [undefined, "", "Basic x", "Digest x", "digest"]) {
    await rejects(ask(header), challenged(false));
  }
});

test("a request is charged to its organization once it is proven, and to its address before", async () => {
  const world = start();
  const { shares, ask } = world;
  await ask(answer(world));
  deepEqual(shares.splice(0), [ip, "o"]);
  await ask(answer(world));
  deepEqual(
    shares.splice(0),
    ["o", "o"],
    "what proved its key here before is proven before the store is asked",
  );
  const unproven = ["secret 1", "secret 2"].map((privateKey) =>
    answer(world, { key: { ...named, privateKey } }),
  );
  const unknown = ["a", "b"].map((publicKey) => answer(world, { key: { ...named, publicKey } }));
  for (const header of [...unproven, ...unknown]) await rejects(ask(header));
  deepEqual(
    shares.splice(0),
    times(4, () => ip),
    "names that nobody proved make no share",
  );
  world.reseal();
  await rejects(ask(answer(world)));
  deepEqual(shares.splice(0), ["o"]);
  await ask("Bearer token");
  deepEqual(shares.splice(0), ["o"]);
});

test("an API key is known by its answer to a challenge, once for each count", async () => {
  const world = start();
  const header = answer(world);
  const { caller, credential: of, signedInAt } = await world.ask(header);
  deepEqual(caller, { kind: "API_KEY", id: "key", orgId: "o", name: "abcdefgh", remoteAddress });
  deepEqual([of, signedInAt], [apiKey, undefined]);
  await rejects(world.ask(header), challenged(true, "abcdefgh"));
  const nonce = world.nonces.issue(now);
  for (const count of [1, 2, 10]) equal((await world.ask(answer(world, { nonce, count }))).caller.id, "key");
  await rejects(world.ask(answer(world, { nonce, count: 10 })), challenged(true, "abcdefgh"));
});

test("a challenge for a wrong key, or an answer to something else, which names who was claimed", async () => {
  const world = start();
  for (const [changes, claimed] of [
    [{ key: { ...named, publicKey: "nobodyxx" } }, "nobodyxx"],
    [{ key: { ...named, privateKey: "other" } }, "abcdefgh"],
    [{ method: "POST" }, "abcdefgh"],
    [{ uri: "/y" }, "abcdefgh"],
  ] as const) {
    await rejects(world.ask(answer(world, changes)), challenged(false, claimed));
  }
});

test("a nonce that is not ours, or too old, is called stale", async () => {
  const world = start();
  await rejects(world.ask(answer(world, { nonce: "x" })), challenged(true));
  await rejects(world.ask(answer(world, { at: now - nonceLifetime })), challenged(true));
  equal((await world.ask(answer(world, { at: now - nonceLifetime + 1 }))).caller.id, "key");
});

test("a key is looked for once more: gone, or another by the same name", async () => {
  const world = start();
  const { revalidate } = await world.ask(answer(world));
  deepEqual(await revalidate(world.tx), apiKey);
  world.reseal();
  await rejects(revalidate(world.tx), challenged(false, "abcdefgh"));
  world.gone.add("key");
  await rejects(revalidate(world.tx), challenged(false, "abcdefgh"));
});

test("a service account is known by its token", async () => {
  const world = start();
  for (const scheme of ["Bearer", "bearer"]) {
    const { caller, credential: of, revalidate } = await world.ask(`${scheme} token`);
    deepEqual(caller, { kind: "SERVICE_ACCOUNT", id, orgId: "o", name: clientId, remoteAddress });
    deepEqual([of, await revalidate(world.tx)], [account, account]);
  }
  deepEqual(world.asked[0], { id: "t", serviceAccountId: id, secretHash: "hash" });
});

test("the token of a service account says whose it is, without a look at the store", async () => {
  const world = start();
  const read = await world.read("Bearer token");
  ok(read);
  const { caller, credential: of, revalidate } = read;
  deepEqual(caller, { kind: "SERVICE_ACCOUNT", id, orgId: "o", name: clientId, remoteAddress });
  deepEqual([of, world.asked], [undefined, []]);
  deepEqual(await revalidate(world.tx), account);
  world.gone.add("account");
  const why = "The access token was revoked, or its service account or secret was deleted.";
  await rejects(revalidate(world.tx), refused(why, clientId));
  for (const other of ["", "Digest x", "Bearer person"]) equal(await world.read(other), undefined);
  // An older token does not name its organization.
  equal(await start({ token: { orgId: undefined } }).read("Bearer token"), undefined);
  const damaged = refused("The access token was not issued here or is damaged.", "");
  await rejects(world.read("Bearer x"), damaged);
});

test("a token that is none, has expired, was revoked, or is of another organization", async () => {
  const gone = "The access token was revoked, or its service account or secret was deleted.";
  const world = start();
  await rejects(world.ask("Bearer x"), refused("The access token was not issued here or is damaged.", ""));
  world.gone.add("account");
  await rejects(world.ask("Bearer token"), refused(gone, clientId));
  await rejects(start({ token: { orgId: "p" } }).ask("Bearer token"), refused(gone, clientId));
  const expired = "The access token expired at 2026-08-10T00:00:00Z; ask for a new one.";
  await rejects(start({ token: { expiresAt: tokenTime } }).ask("Bearer token"), refused(expired, clientId));
});

test("a person is known by the token of a command line", async () => {
  const world = start();
  const { caller, credential: of, revalidate } = await world.ask("Bearer person");
  deepEqual(caller, { kind: "USER", id: "u", orgId: null, name: "ada@example.com", remoteAddress });
  deepEqual([of, await revalidate(world.tx)], [undefined, undefined]);
  deepEqual(world.asked, [
    ["line", tokenTime],
    ["line", tokenTime],
  ]);
  world.gone.add("line");
  await rejects(
    revalidate(world.tx),
    refused("The session of the access token has ended; sign in again.", "line"),
  );
  await rejects(
    world.ask("Bearer personal"),
    refused("The access token was not issued here or is damaged.", ""),
  );
  const expired = "The access token expired at 2026-08-10T00:00:00Z; ask for a new one.";
  await rejects(start({ person: { expiresAt: tokenTime } }).ask("Bearer person"), refused(expired, "line"));
});

test("a rehearsal takes in a command line that it does not know, unless it was ended; no other server does", async () => {
  const foreign = { username: "Ada@example.com", clientId: "cli", createdAt: tokenTime - 1 };
  const world = start({ adopts: true, foreign });
  world.gone.add("line");
  const { caller } = await world.ask("Bearer person", {
    headers: { authorization: "Bearer person", "user-agent": "AtlasCLI" },
  });
  equal(caller.id, "u");
  const [, adopted] = world.asked;
  const times = { createdAt: tokenTime - 1, renewedAt: tokenTime, expiresAt: tokenTime + 4 * hour };
  const told = {
    id: "line",
    generation: 0,
    clientId: "cli",
    userAgent: "AtlasCLI",
    remoteAddress: ip,
    lacksFactor: 0,
  };
  deepEqual(adopted, ["ada@example.com", { ...told, ...times }]);
  const ended = refused("The session of the access token has ended; sign in again.", "line");
  for (const changes of [
    { adopts: true },
    { foreign },
    { adopts: true, foreign: { createdAt: Number.NaN } },
  ]) {
    const world = start(changes);
    world.gone.add("line");
    await rejects(world.ask("Bearer person"), ended);
  }
});

test("a person is known by a session, whatever else is sent; its use is written down now and then", async () => {
  const world = start();
  const { caller, signedInAt, revalidate } = await world.ask("Bearer x", { session: "s" });
  deepEqual([caller.kind, caller.id, signedInAt], ["USER", "u", now - 5]);
  deepEqual(world.asked.splice(0), [[hashSecret("s"), now]]);
  world.session.lastUsedAt = now - useInterval + 1;
  await world.ask(undefined, { session: "s" });
  equal(world.asked.splice(0).length, 1);
  world.session.lastUsedAt = now - useInterval;
  await world.ask(undefined, { session: "s" });
  deepEqual(world.asked.splice(0)[1], ["use", world.session, { remoteAddress: ip, now }]);
  world.gone.add("session");
  for (const look of [() => revalidate(world.tx), () => world.ask(undefined, { session: "s" })]) {
    await rejects(look, (reason) => {
      const { scheme, header, claimed } = reason as Unidentified;
      deepEqual([scheme, header, claimed], ["session", "Session", undefined]);
      return true;
    });
  }
});

test("a key that a request names beside its caller is there by both of its parts", async () => {
  const world = start();
  const limits = createLimits({ enforced: false, elapsed: () => 0 });
  const guess = createGuess({ limits, hasStrangers: true });
  const proveKey = createProveKey({ unseal: (text) => text.replace("sealed ", "") }, guess);
  const prove = (given: NamedKey, from: string = ip) =>
    proveKey(world.tx, given, { remoteAddress: { state: "own", ip: from }, path: "/move" });
  deepEqual(await prove(named), credential);
  equal(await prove({ ...named, publicKey: "nobodyxx" }), undefined);
  const wrong = { ...named, privateKey: "other" };
  for (let count = 0; count < wrongSecrets.capacity; count++) equal(await prove(wrong), undefined);
  await rejects(
    prove(named),
    ({ code, headers }) => code === "RATE_LIMITED_TOKEN_BUCKET" && headers["retry-after"] === "60",
  );
  equal(await prove({ ...named, publicKey: "nobodyxx" }), undefined, "of another name");
  deepEqual(await prove(named, "198.51.100.7"), credential, "from elsewhere");
});

// An Anteroom inside a program: a world in memory, asked without a socket, begun from an image where the same seed was planted before.
import { fileURLToPath } from "node:url";
import { LRUCache } from "lru-cache";
import { type Anteroom, type AnteroomOptions, refuseUnknown } from "./anteroom.ts";
import { type Clock, systemClock, wallClock } from "./clock.ts";
import { createControls } from "./controls/controls.ts";
import { membersOf } from "./controls/members.ts";
import type { Mailbox } from "./controls/snapshots.ts";
import { day, type Instant } from "./domain/instant.ts";
import { isLoopbackName } from "./domain/loopback.ts";
import { createInMemory, remoteAddress } from "./http/in-memory.ts";
import { listenAtOnce } from "./http/listen-at-once.ts";
import { createIssue } from "./secrets/issue.ts";
import { createKeyring, type Keyring } from "./secrets/keyring.ts";
import { systemMint } from "./secrets/mint.ts";
import { type CompleteDocument, complete, ownersCredentials } from "./seed/complete.ts";
import { demoSeed, mintDemoCredentials } from "./seed/demo.ts";
import { checkSeed, readSeed, SeedError } from "./seed/document.ts";
import { liveWorld, type Made, worldOf } from "./seed/handles.ts";
import { putImage, takeImage, type WorldImage } from "./seed/image.ts";
import { insert } from "./seed/insert.ts";
import { plant } from "./seed/plant.ts";
import type { Planted, PlantedCredentials } from "./seed/planted.ts";
import type { SeedDocument } from "./seed/types.ts";
import { openChance } from "./server/chance.ts";
import { openMail } from "./server/open-mail.ts";
import { agreeOnSecret, openStore } from "./server/open-store.ts";
import { assemble, openDeprecations, openExplaining, operationIds } from "./server.ts";
import { Misuse, SettingsError } from "./settings/error.ts";
import { readSettings, type Settings } from "./settings/settings.ts";
import { codeOf, StoreError } from "./store/outages.ts";
import type { Store } from "./store/store.ts";
import { type Certificate, openCertificate } from "./tls/open.ts";

/** What its program calls a server that does not listen. The name is this machine's own (RFC 6761, 6.3). */
const ownName = "anteroom.localhost";

/**
 * Starts an Anteroom with its test controls. It is in memory and begins with the demonstration, unless the options say otherwise.
 * Rejects with a TypeError for an option that does not exist, and with a SeedError for a seed that the API would refuse.
 */
export async function createAnteroom(options: AnteroomOptions = {}): Promise<Anteroom> {
  try {
    return await create(options);
  } catch (reason) {
    // Node prints the line that the stack begins with: of the bundle it fills the screen, and what the caller can mend is not there.
    if (isRefusal(reason)) Error.captureStackTrace(reason, createAnteroom);
    throw reason;
  }
}

const refusals = [
  [SeedError, "SeedError"],
  [SettingsError, "SettingsError"],
  [Misuse, "SettingsError"],
  [StoreError, "StoreError"],
] as const;
for (const [type, value] of refusals) {
  // Node prints an error by the name of its class, to which the bundle may add a number.
  for (const each of [type, type.prototype]) Object.defineProperty(each, "name", { value });
}

/** What says all in a sentence: of these, of an option, of a socket, a file or a database. */
const isRefusal = (reason: unknown): reason is Error =>
  reason instanceof Error &&
  (refusals.some(([type]) => reason instanceof type) ||
    reason.message.startsWith("createAnteroom: ") ||
    codeOf(reason) !== "");

async function create(options: AnteroomOptions): Promise<Anteroom> {
  refuseUnknown(options);
  const settings = settingsOf(options);
  if (!isLoopbackName(settings.host) && settings.controlToken === null)
    throw new TypeError(
      `createAnteroom: host is '${settings.host}': the test controls would answer everybody; give controlToken as well`,
    );
  const file = options.seed instanceof URL ? fileURLToPath(options.seed) : options.seed;
  const seed = typeof file === "string" ? await readSeed({ name: file, text: null }) : file;
  const { clock, mint } = openChance(settings, options.clock === "system" ? systemClock : wallClock);
  const master = options.secret === undefined ? mint.bytes(32) : Buffer.from(options.secret);
  const keyring = createKeyring(master, undefined, mint);
  const certificate = await openCertificate(settings.tls, wallClock());
  const store = await openStore(settings.storage, { isServer: true });
  const place = { store, keyring, clock };
  const isKept = settings.storage.kind !== "memory";
  const begun = isKept ? beginKept(seed ?? { orgs: [] }, place) : begin(seed, place);
  const world = await begun.catch(async (reason) => {
    await store.close();
    throw reason;
  });
  const listens = options.port !== undefined || options.host !== undefined || options.mailUrl !== undefined;
  return openWorld({ settings, place, certificate, world, listens });
}

interface Opening {
  readonly settings: Settings;
  readonly place: Place;
  readonly certificate: Certificate | null;
  readonly world: World;
  readonly listens: boolean;
}

async function openWorld({ settings, place, certificate, world, listens }: Opening): Promise<Anteroom> {
  const { store, keyring, clock } = place;
  const { credentials } = world;
  const target = () => ({ store, keyring, now: clock.now() });
  const names = createNames(world.made);
  const note = (planted: Planted): Planted => {
    credentials.apiKeys.push(...planted.apiKeys);
    credentials.serviceAccounts.push(...planted.serviceAccounts);
    names.add(planted.made);
    mail.due?.note();
    return planted;
  };
  // A server, which has this file too, asks nobody.
  const { AtlasClient } = await import("./client/client.ts");
  const mail = openMail(settings, { ...place, captures: true });
  const scheme = certificate === null ? "http" : "https";
  const ownOrigin = `${scheme}://${ownName}`;
  const deprecations = openDeprecations(settings, place);
  const controls = createControls({
    store,
    clock,
    mintId: keyring.mint.id,
    operationIds,
    deprecations,
    replant: async () => {
      await world.replant();
      names.begin();
    },
    remember: names.remember,
    explaining: openExplaining(settings, place),
    issue: createIssue(keyring),
    mail: mail.captured && leadingTo(mail.captured, ownOrigin, listening),
    dueMail: mail.due,
  });
  // A world inside of a program ends with it, mostly; `serve` seals what is left.
  const server = assemble({ settings, ...place, controls, mail, deprecations, certificate, sealer: null });
  const { http } = server;
  // A world that was not closed does not keep the process alive.
  http.on("connection", (socket: { unref?(): void }) => socket.unref?.());
  const state: { url: string | undefined; isClosed: boolean } = { url: undefined, isClosed: false };
  let closing: Promise<void> | undefined;
  const inMemory = createInMemory({ ...server, ownOrigin, state });
  const close = () => {
    state.isClosed = true;
    return (closing ??= server.close(inMemory.drain));
  };

  function listening(): string {
    if (state.url === undefined && state.isClosed)
      throw new Error("the Anteroom is closed, and was never listening");
    state.url ??= `${scheme}://127.0.0.1:${listenAtOnce(http)}`;
    http.unref();
    return state.url;
  }

  if (listens) {
    state.url = await server.listen();
    http.unref();
  } else {
    server.start(ownOrigin);
  }

  const anteroom: Omit<Anteroom, "atlas"> = {
    get url() {
      return listening();
    },
    certificate: certificate?.cert ?? null,
    credentials,
    ...membersOf(controls),
    fetch: inMemory.fetch,
    world: names.world as never,
    async seed(document) {
      const { apiKeys, serviceAccounts } = note(await plant(checkSeed(document), target()));
      return { apiKeys, serviceAccounts };
    },
    async insert(document) {
      const { made } = note(await insert(checkSeed(document), target(), credentials));
      return worldOf(made) as never;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  // Not among what is copied with the rest: in a world without an owner there is none.
  return Object.defineProperty(anteroom, "atlas", {
    configurable: true,
    get() {
      // A test is to see each answer, above all the faults that it asked for.
      const options = { baseUrl: ownOrigin, fetch: inMemory.fetch, retries: 0, ...ownerOf(world.document) };
      const value = new AtlasClient(options);
      Object.defineProperty(anteroom, "atlas", { value });
      return value;
    },
  }) as Anteroom;
}

/** The names of what was planted since the world began, or began anew. */
function createNames(ofSeed: readonly Made[]) {
  let made = ofSeed;
  let world: Anteroom["world"] | undefined;
  const set = (now: readonly Made[]) => {
    made = now;
    world = undefined;
  };
  return {
    world: liveWorld(() => (world ??= worldOf(made))),
    begin: () => set(ofSeed),
    add: (more: readonly Made[]) => set([...made, ...more]),
    remember() {
      const then = made;
      return () => set(then);
    },
  };
}

/** Links are written when nobody may have asked yet where this server is. */
function leadingTo(captured: Mailbox, ownOrigin: string, listening: () => string): Mailbox {
  const lead = (text: string) => text.replaceAll(ownOrigin, () => listening());
  return {
    ...captured,
    list: async () =>
      (await captured.list()).map((each) => ({ ...each, text: lead(each.text), html: lead(each.html) })),
  };
}

function ownerOf(document: CompleteDocument) {
  const owner = ownersCredentials(document, remoteAddress);
  if (owner !== undefined) return owner;
  throw new TypeError(
    "anteroom.atlas: the seed has no API key and no service account of an organization with the role ORG_OWNER that may be used from 127.0.0.1; give it one, or make an AtlasClient of your own with anteroom.fetch",
  );
}

/** Unlike the command line, a program gets any free port, a world in memory and no log unless it says otherwise. */
const defaults = { port: 0, data: null, logLevel: "silent" };

const settingsOf = ({ seed: _, clock: __, policy, ...given }: AnteroomOptions): Settings =>
  readSettings(given, defaults, policy);

interface World {
  /** Completed once, so that a reset keeps what clients were given. */
  readonly document: CompleteDocument;
  readonly credentials: PlantedCredentials;
  readonly made: readonly Made[];
  replant(): Promise<void>;
}

interface Place {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** In a store that others may know of, and that a world was in before. */
async function beginKept(seed: SeedDocument, { store, keyring, clock }: Place): Promise<World> {
  await agreeOnSecret(store, keyring);
  const document = complete(checkSeed(seed), clock.now(), keyring.mint);
  const target = () => ({ store, keyring, now: clock.now() });
  const { made, ...credentials } = await plant(document, target());
  return {
    document,
    credentials,
    made,
    replant: async () => void (await plant(document, target(), { before: (tx) => tx.dump.restore({}) })),
  };
}

interface Kept extends Pick<World, "document" | "credentials" | "made"> {
  readonly image: WorldImage;
}

/** By seed and day of the clock, which ids tell. Worlds of one seed share what is minted; what happens in one is not seen in the other. */
const plantings = new LRUCache<string, Kept>({ max: 20 });

async function begin(seed: SeedDocument | undefined, { store, keyring, clock }: Place): Promise<World> {
  const now = clock.now();
  // What is minted by a seed of its own is nobody else's.
  const key = keyring.mint === systemMint ? keyOf(seed, now) : undefined;
  const known = key === undefined ? undefined : plantings.get(key);
  let planted = known !== undefined && known.image.plantedAt <= now ? known : undefined;
  if (planted === undefined) {
    const demonstration = () => demoSeed(mintDemoCredentials(now, keyring.mint));
    const document = complete(seed === undefined ? demonstration() : checkSeed(seed), now, keyring.mint);
    const { made, ...credentials } = await plant(document, { store, keyring, now });
    const image = await takeImage(store, { plantedAt: now, fixed: instantsOf(document), keyring });
    planted = { document, credentials, made, image };
    if (key !== undefined) plantings.set(key, planted);
  } else {
    const { image } = planted;
    await store.write((tx) => putImage(tx, image, { now, keyring, isEmpty: true }));
  }
  const { document, credentials, made, image } = planted;
  return {
    document,
    made,
    credentials: { apiKeys: [...credentials.apiKeys], serviceAccounts: [...credentials.serviceAccounts] },
    replant: () =>
      store.write((tx) => {
        tx.locks.everything();
        return putImage(tx, image, { now: clock.now(), keyring, isEmpty: false });
      }),
  };
}

/** Undefined for what no JSON can say, which is refused. */
function keyOf(seed: SeedDocument | undefined, now: Instant): string | undefined {
  try {
    return `${Math.floor(now / day)} ${seed === undefined ? "" : JSON.stringify(seed)}`;
  } catch {
    return undefined;
  }
}

/** Those that the seed names itself. */
const instantsOf = ({ orgs }: CompleteDocument): ReadonlySet<Instant> =>
  new Set(
    orgs.flatMap(({ users }) =>
      users.flatMap(({ createdAt, lastAuth }) =>
        [createdAt, lastAuth].flatMap((each) => (each === undefined ? [] : [Date.parse(each)])),
      ),
    ),
  );

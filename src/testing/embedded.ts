// An Anteroom inside a program: a world that is called without a socket until its address is read.
import { fileURLToPath } from "node:url";
import { type Anteroom, type AnteroomOptions, refuseUnknown } from "../anteroom.ts";
import { type Clock, systemClock, wallClock } from "../core/clock.ts";
import { isLoopbackName } from "../core/domain/loopback.ts";
import { createInMemory, remoteAddress } from "../core/http/in-memory.ts";
import { listenAtOnce } from "../core/http/listen-at-once.ts";
import { createIssue } from "../core/secrets/issue.ts";
import { createKeyring } from "../core/secrets/keyring.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import { readSettings, type Settings } from "../core/settings/settings.ts";
import { codeOf, StoreError } from "../core/store/outages.ts";
import { type Certificate, openCertificate } from "../core/tls/open.ts";
import { openChance } from "../server/chance.ts";
import type { Deployments } from "../server/databases-room.ts";
import { leadingTo } from "../server/leading-mail.ts";
import { july } from "../server/offers.ts";
import { openDeployments } from "../server/open-deployments.ts";
import { openMail } from "../server/open-mail.ts";
import { agreeOnSecret, openStore } from "../server/open-store.ts";
import { assemble, openDeprecations, openExplaining, operationIds } from "../server.ts";
import { ControlError } from "./controls/control-error.ts";
import { createControls } from "./controls/controls.ts";
import { membersOf } from "./controls/members.ts";
import { createDetour, detour } from "./intercept/detour.ts";
import { type BegunWorld, begin, beginKept, type Place } from "./seed/begin.ts";
import { type CompleteDocument, ownersCredentials } from "./seed/complete.ts";
import { checkSeed, readSeed, SeedError } from "./seed/document.ts";
import { createNames, worldOf } from "./seed/handles.ts";
import { insert } from "./seed/insert.ts";
import { plant } from "./seed/plant.ts";
import type { Planted, PlantedCredentials } from "./seed/planted.ts";

/** The name by which a program calls a server that does not listen. It always resolves to this machine (RFC 6761, 6.3). */
const ownName = "anteroom.localhost";

/**
 * Starts an Anteroom with its test controls. It is in memory and begins with the demonstration, unless the options say
 * otherwise. Rejects with a TypeError for an unknown option, and with a SeedError for a seed that the API would refuse.
 */
export async function createAnteroom(options: AnteroomOptions = {}): Promise<Anteroom> {
  try {
    return await create(options);
  } catch (reason) {
    // Node prints the line at the top of the stack: a line of the bundle would fill the screen, and show nothing that the
    // caller can change.
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

/** Reports whether an error is complete in one sentence: one of these, of an option, a socket, a file or a database. */
const isRefusal = (reason: unknown): reason is Error =>
  reason instanceof Error &&
  (refusals.some(([type]) => reason instanceof type) ||
    reason.message.startsWith("createAnteroom: ") ||
    codeOf(reason) !== "");

async function create(options: AnteroomOptions): Promise<Anteroom> {
  refuseUnknown(options);
  const settings = settingsOf(options);
  if (!isLoopbackName(settings.host) && settings.controlToken === null) {
    throw new TypeError(
      `createAnteroom: host is '${settings.host}': the test controls would answer everybody; give controlToken as well`,
    );
  }
  const file = options.seed instanceof URL ? fileURLToPath(options.seed) : options.seed;
  const seed = typeof file === "string" ? await readSeed({ name: file, text: null }) : file;
  const { clock, mint } = openChance(settings, options.clock === "system" ? systemClock : wallClock);
  const master = options.secret === undefined ? mint.bytes(32) : Buffer.from(options.secret);
  const keyring = createKeyring(master, undefined, mint);
  const certificate = await openCertificate(settings.tls, wallClock());
  const store = await openStore(settings.storage, { isServer: true });
  const place = { store, keyring, clock };
  const isKept = settings.storage.kind !== "memory";
  if (isKept) await agreeOnSecret(store, keyring);
  const begun = isKept ? beginKept(seed, place) : begin(seed, place);
  const world = await begun.catch(async (reason) => {
    await store.close();
    throw reason;
  });
  const deployments = await openDeployments(settings, place).catch(async (reason) => {
    await store.close();
    throw reason;
  });
  const listens = options.port !== undefined || options.host !== undefined || options.mailUrl !== undefined;
  return openWorld({ settings, place, certificate, world, deployments, listens });
}

interface Opening {
  readonly settings: Settings;
  readonly place: Place & { readonly clock: Clock };
  readonly certificate: Certificate | null;
  readonly world: BegunWorld;
  readonly deployments: Deployments;
  readonly listens: boolean;
}

async function openWorld(opening: Opening): Promise<Anteroom> {
  const { settings, place, certificate, world, deployments, listens } = opening;
  const { store, keyring, clock } = place;
  const { planted } = world;
  const credentials: PlantedCredentials = {
    apiKeys: [...planted.apiKeys],
    serviceAccounts: [...planted.serviceAccounts],
  };
  const target = () => ({ store, keyring, now: clock.now() });
  const names = createNames(planted.made);
  const note = (planted: Planted): Planted => {
    credentials.apiKeys.push(...planted.apiKeys);
    credentials.serviceAccounts.push(...planted.serviceAccounts);
    names.add(planted.made);
    mail.due?.note();
    deployments.noteChange();
    return planted;
  };
  const kept = world.keep && { after: world.keep };
  let last: Promise<unknown> = Promise.resolve();
  /** Plants in turn, since an insertion first reads what exists. */
  const inTurn = (work: () => Promise<Planted>): Promise<Planted> => {
    const planting = last.then(work).then(note);
    last = planting.catch(() => {});
    return planting;
  };
  // A server, which has this file too, calls no other server.
  const { AtlasClient } = await import("../client/client.ts");
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
    findSuccessors: july?.findSuccessors,
    replant: async () => {
      if (world.replant === undefined) {
        throw new ControlError(409, "can't reset: another process seeded this store, such as `anteroom dev`");
      }
      const { apiKeys, serviceAccounts, made } = await world.replant();
      credentials.apiKeys.splice(0, Infinity, ...apiKeys);
      credentials.serviceAccounts.splice(0, Infinity, ...serviceAccounts);
      names.begin(made);
    },
    remember: names.remember,
    explaining: openExplaining(settings, { ...place, connections: deployments.connections }),
    issue: createIssue(keyring),
    mail: mail.captured && leadingTo(mail.captured, ownOrigin, listening),
    dueMail: mail.due,
    noteChange: deployments.noteChange,
  });
  // A world in a program usually ends with it, so its events are not sealed; `serve` seals those that remain.
  const server = assemble({
    settings,
    ...place,
    controls,
    mail,
    deployments,
    deprecations,
    certificate,
    sealer: null,
  });
  const { http } = server;
  // A world that was not closed does not keep the process alive.
  http.on("connection", (socket: { unref?(): void }) => socket.unref?.());
  const state: { url: string | undefined; isClosed: boolean } = { url: undefined, isClosed: false };
  let closing: Promise<void> | undefined;
  const inMemory = createInMemory({ ...server, ownOrigin, state });
  const ownDetour = createDetour({
    serverFor: server.httpFor,
    listen: listenAtOnce,
    fetchFor: (origin) =>
      createInMemory({ ...server, ownOrigin: origin, state: { ...state, url: undefined } }).fetch,
  });
  const close = () => {
    state.isClosed = true;
    ownDetour.close();
    return (closing ??= server.close(inMemory.drain));
  };

  function listening(): string {
    if (state.url === undefined && state.isClosed) {
      throw new Error("the Anteroom is closed, and was never listening");
    }
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
      const { apiKeys, serviceAccounts } = await inTurn(() => plant(checkSeed(document), target(), kept));
      return { apiKeys, serviceAccounts };
    },
    async insert(document) {
      const { made } = await inTurn(() =>
        insert(checkSeed(document), target(), { ...kept, known: credentials }),
      );
      return worldOf(made) as never;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  // The member that `intercept` uses.
  Object.defineProperty(anteroom, detour, { value: ownDetour });
  // It is not enumerable, so a copy of the world does not read it: a world without an owner has no client.
  return Object.defineProperty(anteroom, "atlas", {
    configurable: true,
    get() {
      // A test must see each answer, above all the injected faults.
      const options = { baseUrl: ownOrigin, fetch: inMemory.fetch, retries: 0, ...ownerOf(world.document) };
      const value = new AtlasClient(options);
      Object.defineProperty(anteroom, "atlas", { value });
      return value;
    },
  }) as Anteroom;
}

function ownerOf(document: CompleteDocument) {
  const owner = ownersCredentials(document, remoteAddress.ip);
  if (owner !== undefined) return owner;
  throw new TypeError(
    "anteroom.atlas: the seed has no API key and no service account of an organization with the role ORG_OWNER that may be used from 127.0.0.1; give it one, or make an AtlasClient of your own with anteroom.fetch",
  );
}

/** The defaults of a program, which differ from the command line's: any free port, a world in memory and no log. */
const defaults = { port: 0, data: null, logLevel: "silent" };

const settingsOf = ({ seed: _, clock: __, policy, ...given }: AnteroomOptions): Settings =>
  readSettings(given, defaults, policy ?? {});

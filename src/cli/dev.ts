// `anteroom dev`: a rehearsal on loopback, with a demonstration and test controls.
import { readFile } from "node:fs/promises";
import { wallClock } from "../core/clock.ts";
import { isLoopbackName } from "../core/domain/loopback.ts";
import { print } from "../core/log.ts";
import { hideFromGit } from "../core/private-files.ts";
import { createIssue } from "../core/secrets/issue.ts";
import { Misuse, unreadable } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { GivenSettings } from "../core/settings/table.ts";
import type { Store, Writes } from "../core/store/store.ts";
import { openCertificate } from "../core/tls/open.ts";
import { openChance, secretOf } from "../server/chance.ts";
import { july } from "../server/offers.ts";
import { openDeployments } from "../server/open-deployments.ts";
import { openMail } from "../server/open-mail.ts";
import { agreeOnSecret, openStore } from "../server/open-store.ts";
import { assemble, openDeprecations, openExplaining, openSealer, operationIds } from "../server.ts";
import { ControlError } from "../testing/controls/control-error.ts";
import { type Controls, createControls } from "../testing/controls/controls.ts";
import { checkFaultRules } from "../testing/controls/fault-rules.ts";
import type { FaultRule } from "../testing/controls/seen.ts";
import { complete } from "../testing/seed/complete.ts";
import {
  admitDemoOwner,
  type DemoCredentials,
  demoSeed,
  mintDemoCredentials,
  renewDemoInvite,
} from "../testing/seed/demo.ts";
import { readSeed, type SeedDocument } from "../testing/seed/document.ts";
import { empty, plant, plantIfEmpty } from "../testing/seed/plant.ts";
import { describeStorage, listen, warning } from "./listening.ts";
import { command, settingOptions, settingsOf, type Typed } from "./options.ts";
import { say } from "./output.ts";
import { announceReady, clearReadyFile, credentialsLine } from "./ready.ts";
import {
  credentialsFile,
  type DevCredentials,
  keyringOf,
  type Masters,
  readCredentials,
  writeCredentials,
} from "./secrets.ts";
import { authorityOf, printCredentials, printDemo, printTrust, printWorld } from "./welcome.ts";

export const addDev = command({
  name: "dev",
  text: "serve a rehearsal on loopback, with a demonstration and test controls",
  options: settingOptions("dev"),
  help: `Examples:
  anteroom dev                                  SQLite in ./data, a demonstration on first start
  anteroom dev --memory --port 0                a world that ends with the process, on any free port
  anteroom dev --tls                            HTTPS, for clients that refuse anything else
  anteroom dev --seed world.yaml --now 2027-07-02   after the removal of the deprecated operations
  anteroom dev --faults '[{"chance": 0.1, "status": 503}]'   every tenth request fails
  anteroom dev --memory --port 0 --json         one line of JSON for programs, once it is ready
  anteroom dev --memory --deterministic 1       the same world, credentials and answers at every run
  ANTEROOM_CONTROL_TOKEN=$(openssl rand -hex 16) anteroom dev --host 0.0.0.0   in a container, for others

The test controls want ANTEROOM_CONTROL_TOKEN once it is set (ANTEROOM_CONTROL_TOKEN_FILE names a file with it); without one dev
listens on loopback alone. ANTEROOM_SEED_TEXT is a seed itself, in place of the file of --seed.`,
  run: ({ flags, environment, masters }: Typed<GivenSettings>) =>
    dev(settingsOf(flags, environment), masters()),
});

/** A rehearsal, with the state that it starts with, and returns to on a reset. */
type Rehearsal = Awaited<ReturnType<typeof openRehearsal>>;

export async function dev(settings: Settings, masters: Masters): Promise<void> {
  requireLoopback(settings);
  await clearReadyFile(settings);
  const faults = settings.faults === null ? [] : await readFaults(settings.faults, operationIds);
  const certificate = await openCertificate(settings.tls, wallClock());
  // The key of a certificate is stored in a folder even if the world is in memory.
  const folder = settings.folder ?? (settings.tls?.kind === "minted" ? settings.tls.folder : null);
  if (folder !== null) await hideFromGit(folder);
  const rehearsal = await openRehearsal(settings, masters);
  const { store, keyring, clock, isDemo } = rehearsal;
  const planted = await plantIfEmpty(rehearsal.world, targetOf(rehearsal), markOf(rehearsal));
  const showsDemo = (await store.read((tx) => tx.meta.get("demo"))) === "true";
  if (showsDemo && planted === undefined) {
    const isCaptured = settings.mail.server === null;
    await renewDemoInvite(targetOf(rehearsal), { inviter: rehearsal.demo.apiKey.publicKey, isCaptured });
  }

  const mail = openMail(settings, { store, keyring, clock, captures: true });
  const deprecations = openDeprecations(settings, { store, clock });
  const deployments = await openDeployments(settings, { store, keyring, clock });
  const controls = createControls({
    store,
    clock,
    mintId: keyring.mint.id,
    issue: createIssue(keyring),
    operationIds,
    deprecations,
    findSuccessors: july?.findSuccessors,
    replant: replanting(rehearsal, isDemo || planted !== undefined),
    explaining: openExplaining(settings, { store, clock, connections: deployments.connections }),
    mail: mail.captured,
    dueMail: mail.due,
    noteChange: deployments.noteChange,
  });
  controls.faults.set(faults);
  // Events are sealed at no certain moment, so a world that must be the same in every run has no seals.
  const sealer =
    settings.deterministic === null
      ? await openSealer(settings, { store, keyring, clock, isClockSet: true })
      : null;
  const url = await listen(
    assemble({
      settings,
      store,
      keyring,
      clock,
      controls,
      mail,
      deployments,
      deprecations,
      sealer,
      certificate,
    }),
    { isSilent: settings.json },
  );
  if (isDemo && planted !== undefined) await admitDemoOwner(targetOf(rehearsal), rehearsal.demo.owner);
  const demo = showsDemo ? rehearsal.demo : undefined;
  const signInLink = await linkFor(store, controls, demo?.owner.username ?? ownerIn(rehearsal.world));
  if (!settings.json) {
    welcome(rehearsal, url, planted, showsDemo);
    if (certificate?.isReplacement) {
      print(
        "The certificate before could not be used any more, or ended soon. This one is new: have clients trust it.",
      );
    }
    await printWorld(store, rehearsal.world);
    printWays(settings, url, signInLink);
  }
  await announceReady({ settings, store, url, signInLink, world: rehearsal.world, planted, demo });
}

async function linkFor(store: Store, controls: Controls, wanted = ""): Promise<string> {
  // The owner; undefined if the store has another world.
  const owner = (await store.read((tx) => tx.users.byAddress(wanted)))?.username;
  return controls.signIn.link(owner);
}

/** Prints the links to start from. */
function printWays(settings: Settings, url: string, link: string): void {
  print(`Sign in to the console, once: ${settings.baseUrl ?? url}${link}`);
  if (settings.controlToken !== null) {
    print("The browser asks for a name and a password first: any name, and the control token.");
  }
  print(`API reference: ${url}/docs · test controls: ${url}/_anteroom/ · Ctrl-C ends.`);
}

/** Requires a loopback address, because the controls of `dev` need no credentials. */
function requireLoopback({ host, controlToken }: Settings): void {
  if (isLoopbackName(host) || controlToken !== null) return;
  throw new Misuse(
    `--host ${host}: dev answers its test controls to everybody, so it listens on loopback only; set ANTEROOM_CONTROL_TOKEN, and they want that token, or use serve, which has none`,
  );
}

async function openRehearsal(settings: Settings, masters: Masters) {
  const { clock, mint } = openChance(settings);
  const file = credentialsFile(settings);
  const kept = await readCredentials(settings);
  const seed = settings.seed === null ? undefined : await readSeed(settings.seed);
  const master =
    masters.current ??
    kept?.secret ??
    secretOf(settings, JSON.stringify(seed)) ??
    mint.bytes(32).toString("hex");
  const demo = demoOf(kept) ?? mintDemoCredentials(clock.now(), mint);
  const isDemo = seed === undefined;
  // The seed is completed once, so that a reset keeps the ids and secrets that clients were given.
  const document = seed ?? demoSeed(demo);
  const world = complete(document, clock.now(), mint);
  // Written before the store, so that no crash in between leaves data whose secret is lost.
  if (file !== null && kept === undefined) {
    await writeCredentials(file, { secret: master, ...(isDemo && demo) });
  }
  const keyring = keyringOf(master, masters.previous, mint);
  const store = await openStore(settings.storage, {
    warn: warning(settings),
    tellMoved: (sentence) => say(`anteroom: ${sentence}`),
    isServer: true,
  });
  await agreeOnSecret(store, keyring);
  return { settings, store, keyring, clock, world, demo, isDemo };
}

function demoOf(kept: DevCredentials | undefined): DemoCredentials | undefined {
  const { apiKey, serviceAccount, owner } = kept ?? {};
  return apiKey && serviceAccount && owner ? { apiKey, serviceAccount, owner } : undefined;
}

const targetOf = ({ store, keyring, clock }: Rehearsal) => ({ store, keyring, now: clock.now() });

const markOf =
  ({ isDemo }: Rehearsal) =>
  async (tx: Writes) => {
    if (isDemo) await tx.meta.set("demo", "true");
  };

/**
 * Plants the world again. An earlier process that planted the seed minted other secrets, which cannot be read any more: those
 * of this one are printed at the first reset, unless they were printed at the start.
 */
function replanting(rehearsal: Rehearsal, wasShown: boolean): () => Promise<void> {
  let isShown = wasShown;
  return async () => {
    const before = async (tx: Writes) => {
      await empty(tx);
      await markOf(rehearsal)(tx);
    };
    const planted = await plant(rehearsal.world, targetOf(rehearsal), { before });
    if (rehearsal.isDemo) await admitDemoOwner(targetOf(rehearsal), rehearsal.demo.owner);
    if (!isShown && rehearsal.settings.json) print(credentialsLine(planted));
    else if (!isShown) printCredentials(planted);
    isShown = true;
  };
}

function welcome(
  { settings, demo }: Rehearsal,
  url: string,
  planted: Awaited<ReturnType<typeof plantIfEmpty>>,
  showsDemo: boolean,
): void {
  if (settings.seed !== null && planted === undefined) {
    print(
      `The store in ${describeStorage(settings)} is not empty, so ${settings.seed.name} was not planted.`,
    );
  }
  const authority = authorityOf(settings);
  if (showsDemo) printDemo(url, demo, { file: credentialsFile(settings), authority });
  else if (planted !== undefined) printCredentials(planted);
  if (authority !== null) printTrust(authority);
}

function ownerIn({ orgs }: SeedDocument): string | undefined {
  const people = orgs.flatMap(({ users = [] }) => users);
  return (people.find(({ orgRoles }) => orgRoles.includes("ORG_OWNER")) ?? people[0])?.username;
}

/** Reads rules from a list, or from the file of one; throws a Misuse that says what is wrong with them. */
export async function readFaults(
  given: string,
  operationIds: readonly string[],
): Promise<readonly FaultRule[]> {
  const isText = /^\s*\[/.test(given);
  const text = isText ? given : await readFile(given, "utf8").catch(unreadable(`--faults ${given}:`));
  const { parse } = await import("yaml");
  const name = isText ? "--faults" : `--faults ${given}`;
  try {
    return checkFaultRules(parse(text), operationIds);
  } catch (reason) {
    if (reason instanceof ControlError) throw new Misuse(`${name}: ${reason.message}`);
    throw new Misuse(`${name}: is not YAML: ${(reason as Error).message}`);
  }
}

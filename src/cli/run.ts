// `anteroom dev` and `anteroom serve`: opens the store, sees to its secrets, listens, and ends on a signal.
import { setImmediate as immediate, setTimeout as sleep } from "node:timers/promises";
import { createClock, wallClock } from "../clock.ts";
import { Misuse, type Settings, SettingsError } from "../config.ts";
import { createControls } from "../controls/controls.ts";
import { isLoopbackName } from "../domain/loopback.ts";
import { createLogger, print } from "../log.ts";
import { hideFromGit } from "../private-files.ts";
import { isGuessable } from "../secrets/guessable.ts";
import { createIssue } from "../secrets/issue.ts";
import { complete, mintedOf } from "../seed/complete.ts";
import {
  admitDemoOwner,
  type DemoCredentials,
  demoGroupId,
  demoSeed,
  demoUsername,
  mintDemoCredentials,
  renewDemoInvite,
} from "../seed/demo.ts";
import { readSeed, type SeedDocument } from "../seed/document.ts";
import { plant, plantIfEmpty } from "../seed/plant.ts";
import type { PlantedCredentials } from "../seed/planted.ts";
import {
  agreeOnSecret,
  assemble,
  openChance,
  openDeprecations,
  openExplaining,
  openMail,
  openSealer,
  openStore,
  operationIds,
} from "../server.ts";
import type { Store, Writes } from "../store/store.ts";
import { mintedFiles, openCertificate } from "../tls/open.ts";
import {
  credentialsFile,
  type DevCredentials,
  keepPrivately,
  readCredentials,
  writeCredentials,
} from "./data-folder.ts";
import { endOnSignals } from "./ending.ts";
import { readFaults } from "./faults.ts";
import { findKeyring, keyringOf, requireSecret } from "./keyring.ts";
import { explainListenError } from "./listening.ts";
import { count } from "./output.ts";
import { risksOf } from "./risks.ts";
import type { Masters } from "./secrets.ts";
import { handOut, type Minted, mintForOwners } from "./sign-in-links.ts";

/** Serves a rehearsal: loopback, demonstration, test controls. */
export async function dev(settings: Settings, masters: Masters): Promise<void> {
  requireLoopback(settings);
  const faults = settings.faults === null ? [] : await readFaults(settings.faults, operationIds);
  const certificate = await openCertificate(settings.tls, wallClock());
  // A world in memory, too, has the key of its certificate in a folder.
  const folder = settings.folder ?? (settings.tls?.kind === "minted" ? settings.tls.folder : null);
  if (folder !== null) await hideFromGit(folder);
  const { clock, mint } = openChance(settings);
  const file = credentialsFile(settings);
  const kept = await readCredentials(settings);
  const master = masters.current ?? kept?.secret ?? mint.bytes(32).toString("hex");
  const demo = demoOf(kept) ?? mintDemoCredentials(clock.now(), mint);
  const isDemo = settings.seed === null;
  // Completed once, so that a reset keeps what clients were given.
  const document = isDemo ? demoSeed(demo) : await readSeed(settings.seed);
  const world = complete(document, clock.now(), mint);
  // The file is there before the store is, so that no crash between the two leaves data whose secret is lost.
  if (file !== null && kept === undefined) {
    await writeCredentials(file, { secret: master, ...(isDemo && demo) });
  }
  const keyring = keyringOf(master, masters.previous, mint);
  const store = await openStore(settings.storage, { warn: warning(settings), isServer: true });
  await agreeOnSecret(store, keyring);
  const target = () => ({ store, keyring, now: clock.now() });
  const mark = async (tx: Writes) => {
    if (isDemo) await tx.meta.set("demo", "true");
  };
  const planted = await plantIfEmpty(world, target(), mark);
  const showsDemo = (await store.read((tx) => tx.meta.get("demo"))) === "true";
  if (showsDemo && planted === undefined) {
    const isCaptured = settings.mail.server === null;
    await renewDemoInvite(target(), { inviter: demo.apiKey.publicKey, isCaptured });
  }

  // A seed that an earlier process planted had other secrets, where it left them out; they cannot be read any more.
  let isShown = isDemo || planted !== undefined;
  const replant = async () => {
    const again = await plant(world, target(), async (tx) => {
      await tx.dump.restore({});
      await mark(tx);
    });
    if (isDemo) await admitDemoOwner(target(), demo.owner);
    if (!isShown) printCredentials(again);
    isShown = true;
  };
  const mail = openMail(settings, { store, keyring, clock, captures: true });
  const deprecations = openDeprecations(settings, { store, clock });
  const issue = createIssue(keyring);
  const parts = { store, clock, mintId: mint.id, issue, operationIds, deprecations, replant };
  const explaining = openExplaining(settings, { store, clock });
  const controls = createControls({ ...parts, explaining, mail: mail.captured });
  controls.faults.set(faults);
  // It seals when it has time to, which is at no certain moment.
  const seals = settings.deterministic === null;
  const sealer = seals ? openSealer(settings, { store, keyring, clock, isClockSet: true }) : null;
  const url = await listen(
    assemble({ settings, store, keyring, clock, controls, mail, deprecations, sealer, certificate }),
  );
  if (settings.seed !== null && planted === undefined) {
    print(`The store in ${describe(settings)} is not empty, so ${settings.seed.name} was not planted.`);
  }
  if (isDemo && planted !== undefined) await admitDemoOwner(target(), demo.owner);
  const authority = authorityOf(settings);
  if (showsDemo) printDemo(url, demo, { file, authority });
  else if (planted !== undefined) printCredentials(planted);
  if (authority !== null) printTrust(authority);
  if (certificate?.isReplacement === true) {
    print(
      "The certificate before could not be used any more, or ended soon. This one is new: have clients trust it.",
    );
  }
  const owner = await firstOwner(store, showsDemo ? demo.owner.username : ownerIn(document));
  const link = controls.signIn.link(owner, await onlyProject(store, world));
  print(`Sign in to the console, once: ${settings.baseUrl ?? url}${link}`);
  if (settings.controlToken !== null)
    print("The browser asks for a name and a password first: any name, and the control token.");
  print(`API reference: ${url}/docs · test controls: ${url}/_anteroom/ · Ctrl-C ends.`);
}

/** Whom the link of a rehearsal signs in: nobody where the store is of another world. */
const firstOwner = (store: Store, username: string | undefined): Promise<string | undefined> =>
  store.read(async (tx) =>
    username === undefined ? undefined : (await tx.users.byAddress(username))?.username,
  );

/** The page of the project, where there is no other to choose: whoever looks at one invitation need not look for it. */
async function onlyProject(store: Store, { orgs }: SeedDocument): Promise<string | undefined> {
  const [only, ...others] = orgs.flatMap(({ groups = [] }) => groups);
  if (only?.id === undefined || others.length > 0) return undefined;
  const found = await store.read((tx) => tx.groups.find(only.id ?? ""));
  return found && `/projects/${only.id}/people`;
}

function ownerIn({ orgs }: SeedDocument): string | undefined {
  const people = orgs.flatMap(({ users = [] }) => users);
  return (people.find(({ orgRoles }) => orgRoles.includes("ORG_OWNER")) ?? people[0])?.username;
}

/** Serves in earnest: no controls, no demonstration, and a secret that somebody chose. */
export async function serve(settings: Settings, { current, previous }: Masters): Promise<void> {
  const secret = requireSecret(current);
  const keyring = keyringOf(secret, previous);
  requireOrigin(settings);
  const warn = warning(settings);
  for (const sentence of risksOf(settings)) warn(sentence);
  const certificate = await openCertificate(settings.tls, wallClock());
  const clock = createClock(settings.now);
  const store = await openStore(settings.storage, { warn, tellNew: print, isServer: true });
  await agreeOnSecret(store, keyring);
  if ((await store.read((tx) => tx.meta.get("demo"))) === "true") {
    await store.close();
    throw new SettingsError(
      `the store in ${describe(settings)} holds the credentials of the demonstration; serve another one with --data or --database-url`,
    );
  }
  const links = await plantForServe(settings, { store, keyring, now: clock.now() });
  if (previous !== undefined) {
    warn(
      "ANTEROOM_SECRET_PREVIOUS is believed as well: take it away once `anteroom rotate-secret` has run and tokens from before have ended",
    );
  }
  const mail = openMail(settings, { store, keyring, clock, captures: false });
  const isClockSet = settings.now !== null;
  const sealer = openSealer(settings, { store, keyring, clock, isClockSet });
  const deprecations = openDeprecations(settings, { store, clock });
  const url = await listen(
    assemble({ settings, store, keyring, clock, controls: null, mail, deprecations, sealer, certificate }),
  );
  await handOut(links, settings, settings.baseUrl ?? url);
  await judge(secret, warn);
}

/** Plants the seed of the settings in a store that is empty, and returns links for its owners, who could not enter otherwise. */
async function plantForServe(
  settings: Settings,
  target: Parameters<typeof plantIfEmpty>[1],
): Promise<Minted[]> {
  if (settings.seed === null) return [];
  const world = await readSeed(settings.seed);
  let isPlanted = false;
  const file = await keepPrivately(settings, "planted", async () => {
    const planted = await plantIfEmpty(world, target);
    isPlanted = planted !== undefined;
    const minted = planted && mintedOf(world, planted);
    const isNothing = minted === undefined || minted.apiKeys.length + minted.serviceAccounts.length === 0;
    return isNothing ? undefined : `${JSON.stringify(minted, null, 2)}\n`;
  });
  // Standard output is kept by whatever keeps the log.
  if (file !== undefined)
    print(`Minted credentials are in ${file}, readable by its owner only; hand them out, and delete it.`);
  return isPlanted && settings.policy.takesPasswords ? mintForOwners(target, world) : [];
}

/** Milliseconds in which whoever began a server has asked it something. */
const judgingMs = 500;

/**
 * Warns of a secret that can be guessed. It is not refused: whoever has one must be able to start with it, and to replace it.
 * Done when a server is ready and its first requests are answered, because it loads lists of words.
 */
async function judge(secret: string, warn: (sentence: string) => void): Promise<void> {
  await sleep(judgingMs, undefined, { ref: false });
  if (!(await isGuessable(secret))) return;
  warn(
    "ANTEROOM_SECRET can be guessed, as it is made of words, runs or repetitions; make one with: openssl rand -hex 32, and give it to the store with: anteroom rotate-secret",
  );
}

/** `anteroom seed FILE`: plants a world and prints the secrets that were minted for it, once. */
export async function seed(settings: Settings, masters: Masters, path: string): Promise<void> {
  const keyring = await findKeyring(settings, masters);
  const document = await readSeed({ name: path, text: null });
  const store = await openStore(settings.storage);
  await agreeOnSecret(store, keyring);
  try {
    const now = createClock(settings.now).now();
    printPlanted(document, await plant(document, { store, keyring, now }));
  } finally {
    await store.close();
  }
}

/** What `dev` serves without credentials, the test controls, must not be reached from elsewhere. */
function requireLoopback({ host, controlToken }: Settings): void {
  if (isLoopbackName(host) || controlToken !== null) return;
  throw new Misuse(
    `--host ${host}: dev answers its test controls to everybody, so it listens on loopback only; set ANTEROOM_CONTROL_TOKEN, and they want that token, or use serve, which has none`,
  );
}

/** The address that `serve` listens on is seldom the one that people reach it at. */
function requireOrigin({ mail, oidc, baseUrl }: Settings): void {
  if (baseUrl !== null) return;
  if (mail.server !== null) {
    throw new Misuse(
      "--mail-url needs --base-url: links in mail begin with it, such as https://atlas.example.com",
    );
  }
  if (oidc !== null) {
    throw new Misuse(
      "--oidc-issuer needs --base-url: the provider sends people back to it, such as https://atlas.example.com",
    );
  }
}

async function listen(server: ReturnType<typeof assemble>): Promise<string> {
  const url = await server.listen().catch(async (reason: NodeJS.ErrnoException) => {
    await server.close();
    throw explainListenError(reason);
  });
  endOnSignals(server.close);
  print(`anteroom ready ${url}`);
  // Lines are written between two turns: nobody waits for that one until what else is left to do is done.
  await immediate();
  return url;
}

function demoOf(kept: DevCredentials | undefined): DemoCredentials | undefined {
  const { apiKey, serviceAccount, owner } = kept ?? {};
  return apiKey && serviceAccount && owner ? { apiKey, serviceAccount, owner } : undefined;
}

const warning = (settings: Settings) => {
  const log = createLogger(settings);
  return (sentence: string) => log.warn(sentence);
};

const describe = ({ storage }: Settings): string =>
  storage.kind === "folder" ? storage.path : storage.kind === "postgres" ? "the database" : "memory";

/** What clients have to be told to trust; null where nothing but what they trust anyway. */
const authorityOf = ({ tls }: Settings): string | null =>
  tls?.kind === "minted" && tls.folder !== null ? mintedFiles(tls.folder).cert : null;

function printDemo(
  url: string,
  { apiKey, serviceAccount, owner }: DemoCredentials,
  { file, authority }: { readonly file: string | null; readonly authority: string | null },
): void {
  const keptIn = file === null ? "kept nowhere: they end with this process" : `kept in ${file}`;
  print(`
Demonstration credentials, ${keptIn}
  API key          ${apiKey.publicKey}  ${apiKey.privateKey}
  service account  ${serviceAccount.clientId}  ${serviceAccount.clientSecret}
  console          ${url}/  ${owner.username}  ${owner.password}

Change the roles of a pending project invitation (updateGroupInvites); paste this:

curl --include --user "${apiKey.publicKey}:${apiKey.privateKey}" --digest \\
${authority === null ? "" : `  --cacert "${authority}" \\\n`}  --header "Accept: application/vnd.atlas.2023-01-01+json" \\
  --header "Content-Type: application/json" \\
  -X PATCH "${url}/api/atlas/v2/groups/${demoGroupId}/invites" \\
  -d '{"roles": ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"], "username": "${demoUsername}"}'
`);
}

function printTrust(authority: string): void {
  print(`
This server's certificate vouches for itself; tell clients to trust it:
  curl                       --cacert "${authority}"
  Node                       NODE_EXTRA_CA_CERTS="${authority}"
  Go, Terraform, atlas CLI   SSL_CERT_FILE="${authority}"
  Python                     REQUESTS_CA_BUNDLE="${authority}" (httpx: SSL_CERT_FILE)
With the last two a program may trust nothing else; on macOS and Windows, Go reads the store of the system instead.
`);
}

/** Secrets that the seed gives itself are not repeated. */
function printPlanted(document: SeedDocument, planted: PlantedCredentials): void {
  const minted = mintedOf(document, planted);
  const [made, all] = [minted, planted].map((each) => each.apiKeys.length + each.serviceAccounts.length);
  const given = (all ?? 0) - (made ?? 0);
  printCredentials(minted);
  if (given > 0) print(`${count(given, "credential")} planted with the secrets that the seed has.`);
}

/** A rehearsal shows those of its seed, too: whoever starts it, such as the Action, finds all of them in one place. */
function printCredentials({ apiKeys, serviceAccounts }: PlantedCredentials): void {
  if (apiKeys.length + serviceAccounts.length === 0) return;
  print("\nCredentials; a secret that was minted cannot be shown again:");
  for (const { publicKey, privateKey } of apiKeys) print(`  API key          ${publicKey}  ${privateKey}`);
  for (const { clientId, clientSecret } of serviceAccounts)
    print(`  service account  ${clientId}  ${clientSecret}`);
}

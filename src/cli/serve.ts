// `anteroom serve`: a server in production, with a secret of its operator, and without controls or a demonstration.
import { sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { unnamedOrgs } from "../atlas/federation/mapping.ts";
import { createClock, wallClock } from "../core/clock.ts";
import { isLoopback, isLoopbackName } from "../core/domain/loopback.ts";
import type { Proxies } from "../core/domain/proxies.ts";
import { print } from "../core/log.ts";
import { isGuessable } from "../core/secrets/guessable.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { GivenSettings } from "../core/settings/table.ts";
import type { Store } from "../core/store/store.ts";
import { openCertificate } from "../core/tls/open.ts";
import { openDeployments } from "../server/open-deployments.ts";
import { openMail } from "../server/open-mail.ts";
import { agreeOnSecret, openStore } from "../server/open-store.ts";
import { assemble, openDeprecations, openSealer } from "../server.ts";
import { mintedOf } from "../testing/seed/complete.ts";
import { readSeed } from "../testing/seed/document.ts";
import { plantIfEmpty } from "../testing/seed/plant.ts";
import { describeStorage, listen, warning } from "./listening.ts";
import { command, option, settingOptions, settingsOf, type Typed } from "./options.ts";
import { keepPrivately, keyringOf, type Masters, requireSecret } from "./secrets.ts";
import { handOut, mintForOwners } from "./sign-in-links.ts";

/** The flags that serve refuses, and what to do instead. */
const refusals: Readonly<Record<string, string>> = {
  tls: "--tls: serve makes no certificate of its own; give it yours with --tls-cert and --tls-key, or use dev",
  workers:
    "--workers: one process serves one port; start serve several times with the same --database-url, and balance between them with a proxy",
  deterministic: "ANTEROOM_DETERMINISTIC: serve has no secrets that can be told; unset it, or use dev",
};

/** The defaults of a server that strangers reach, which is stricter than a rehearsal. */
export const serveDefaults = {
  logLevel: "info",
  strictRoles: true,
  signUp: "invited",
  createOrgs: "invited",
  oidcOrgs: "none",
} as const;
const policy = { boundsNewOrgs: true, provesMailboxes: true, asksAgain: true };

export const addServe = command({
  name: "serve",
  text: "serve in earnest: no test controls, no demonstration; needs ANTEROOM_SECRET",
  options: [
    ...settingOptions("serve"),
    option("--tls", "refused", "ANTEROOM_TLS").hideHelp(),
    option("--workers <number>", "refused", "ANTEROOM_WORKERS").hideHelp(),
  ],
  help: `Examples:
  ANTEROOM_SECRET=$(openssl rand -hex 32) anteroom serve --data /var/lib/anteroom --base-url https://atlas.example.com
  anteroom serve --database-url postgres://anteroom@db/anteroom --host 0.0.0.0 --trust-proxy 10.0.0.4 --base-url https://atlas.example.com

The secret seals and signs what the store keeps: give the same one at every start. Instead of a variable with a secret in
it a file can be named: ANTEROOM_SECRET_FILE, ANTEROOM_SECRET_PREVIOUS_FILE, ANTEROOM_DATABASE_URL_FILE,
ANTEROOM_MAIL_URL_FILE, ANTEROOM_OIDC_CLIENT_SECRET_FILE. ANTEROOM_SECRET_PREVIOUS is believed, too, while the secret is
replaced: see anteroom rotate-secret --help.`,
  async run({ flags, environment, masters }: Typed<GivenSettings & { readonly workers?: string }>) {
    const asked = { ...flags, deterministic: environment.ANTEROOM_DETERMINISTIC };
    const refused = Object.keys(refusals).find((name) => asked[name as keyof typeof asked] !== undefined);
    if (refused !== undefined) throw new Misuse(refusals[refused]);
    await serve(settingsOf(flags, environment, serveDefaults, policy), masters());
  },
});

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
  await refuseDemo(store, settings);
  const links = await plantForServe(settings, { store, keyring, now: clock.now() });
  if (previous !== undefined) {
    warn(
      "ANTEROOM_SECRET_PREVIOUS is believed as well: take it away once `anteroom rotate-secret` has run and tokens from before have ended",
    );
  }
  await warnOfUnnamed(store, settings, warn);
  const mail = openMail(settings, { store, keyring, clock, captures: false });
  const deployments = await openDeployments(settings, { store, keyring, clock, separatesOrgs: true });
  const isClockSet = settings.now !== null;
  const sealer = await openSealer(settings, { store, keyring, clock, isClockSet });
  const deprecations = openDeprecations(settings, { store, clock });
  const url = await listen(
    assemble({
      settings,
      store,
      keyring,
      clock,
      mail,
      deployments,
      deprecations,
      sealer,
      certificate,
      controls: null,
    }),
  );
  await handOut(links, settings, settings.baseUrl ?? url);
  await judge(secret, warn);
}

async function refuseDemo(store: Store, settings: Settings): Promise<void> {
  if ((await store.read((tx) => tx.meta.get("demo"))) !== "true") return;
  await store.close();
  throw new SettingsError(
    `the store in ${describeStorage(settings)} holds the credentials of the demonstration; serve another one with --data or --database-url`,
  );
}

/** Warns of organizations whose role mappings have no effect, as their owners may believe otherwise. */
async function warnOfUnnamed(
  store: Store,
  { oidc, policy }: Settings,
  warn: (sentence: string) => void,
): Promise<void> {
  if (oidc === null) return;
  const orgs = await store.look((tx) => unnamedOrgs(tx, oidc.issuer, policy));
  if (orgs.length === 0) return;
  const names = orgs.map(({ id, name }) => `${name} (${id})`).join(", ");
  warn(
    `the federations of ${names} name the provider of this server, and do not count: name them with --oidc-orgs to let their role mappings add people`,
  );
}

/** Requires a base URL: the address that `serve` listens on is seldom the one that people use. */
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

/** Plants the seed of the settings in an empty store, and returns links for its owners, who could not sign in otherwise. */
async function plantForServe(settings: Settings, target: Parameters<typeof plantIfEmpty>[1]) {
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
  // The secret must not go to standard output, which is kept with the log.
  if (file !== undefined) {
    print(`Minted credentials are in ${file}, readable by its owner only; hand them out, and delete it.`);
  }
  return isPlanted && settings.policy.takesPasswords ? mintForOwners(target, world) : [];
}

const judgingMs = 500;

/**
 * Warns of a guessable master secret; does not refuse it, because an operator must start the server to replace it. Waits for
 * the first answers, as it loads lists of words.
 */
async function judge(secret: string, warn: (sentence: string) => void): Promise<void> {
  await sleep(judgingMs, undefined, { ref: false });
  // A crowd may have taken every file descriptor by now, which is no reason to stop a working server.
  if (!(await isGuessable(secret).catch(() => false))) return;
  warn(
    "ANTEROOM_SECRET can be guessed, as it is made of words, runs or repetitions; make one with: openssl rand -hex 32, and give it to the store with: anteroom rotate-secret",
  );
}

type Exposure = Pick<
  Settings,
  "host" | "tls" | "baseUrl" | "trustProxy" | "oidc" | "policy" | "folder" | "auditHeads"
>;

export function risksOf(exposure: Exposure): string[] {
  const { host, tls, baseUrl, trustProxy, oidc, policy, folder, auditHeads } = exposure;
  const isPlain = tls === null && !baseUrl?.startsWith("https:");
  const isFar = !isLoopbackName(host);
  const risks: readonly (readonly [isRun: boolean, sentence: string])[] = [
    [
      isPlain && isFar,
      `--host ${host} in plain HTTP: passwords, secrets and tokens can be read on the way; give --tls-cert and --tls-key, or put a proxy with TLS before it and give its address as --base-url https://…`,
    ],
    [
      baseUrl !== null && isPublicInPlain(baseUrl) && !(tls === null && isFar),
      `--base-url ${baseUrl}: links of mail lead to plain HTTP, in which passwords and tokens can be read on the way; give the https:// address of the proxy with TLS that stands before it, or of this server`,
    ],
    [
      believesAnybody(trustProxy, host),
      `--trust-proxy ${trustProxy} with --host ${host}: a client that bypasses the proxy can forge the address that access lists and throttles use; give the addresses of your proxies, or listen only where they connect`,
    ],
    [
      oidc !== null && policy.signUp === "everybody" && policy.mailDomains === null,
      `--sign-up everybody with --oidc-issuer: everyone with an account at ${oidc?.name} gets one here; give --mail-domains, or --sign-up invited`,
    ],
    [isBeside(folder, auditHeads), headsBeside],
  ];
  return risks.flatMap(([isRun, sentence]) => (isRun ? [sentence] : []));
}

const headsBeside =
  "--audit-heads names a file beside the store: who changes the one can change the other; give it another place";
const isBeside = (folder: Exposure["folder"], heads: Exposure["auditHeads"]): boolean =>
  folder !== null && heads?.kind === "file" && heads.path.startsWith(folder + sep);

const isPublicInPlain = (baseUrl: string): boolean =>
  baseUrl.startsWith("http:") && !isLoopback(new URL(baseUrl).host);

/**
 * Reports whether anybody could send a forged address: counting hops is safe only if clients cannot bypass the proxies, which a
 * server on all addresses of a machine cannot tell.
 */
function believesAnybody(proxies: Proxies, host: string): boolean {
  if (typeof proxies === "number") return proxies > 0 && /^(0\.0\.0\.0|::|0:0:0:0:0:0:0:0)$/.test(host);
  return proxies.some((network) => network.endsWith("/0"));
}

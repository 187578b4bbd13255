// `anteroom serve`: a server in production, with a secret that its operator chose, without controls or a demonstration.
import { setTimeout as sleep } from "node:timers/promises";
import { createClock, wallClock } from "../clock.ts";
import { print } from "../log.ts";
import { isGuessable } from "../secrets/guessable.ts";
import { mintedOf } from "../seed/complete.ts";
import { readSeed } from "../seed/document.ts";
import { plantIfEmpty } from "../seed/plant.ts";
import { openMail } from "../server/open-mail.ts";
import { agreeOnSecret, openStore } from "../server/open-store.ts";
import { assemble, openDeprecations, openSealer } from "../server.ts";
import { Misuse, SettingsError } from "../settings/error.ts";
import type { Settings } from "../settings/settings.ts";
import type { Store } from "../store/store.ts";
import { openCertificate } from "../tls/open.ts";
import { keepPrivately } from "./data-folder.ts";
import { keyringOf, requireSecret } from "./keyring.ts";
import { describeStorage, listen, warning } from "./listening.ts";
import { risksOf } from "./risks.ts";
import type { Masters } from "./secrets.ts";
import { handOut, type Minted, mintForOwners } from "./sign-in-links.ts";

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

async function refuseDemo(store: Store, settings: Settings): Promise<void> {
  if ((await store.read((tx) => tx.meta.get("demo"))) !== "true") return;
  await store.close();
  throw new SettingsError(
    `the store in ${describeStorage(settings)} holds the credentials of the demonstration; serve another one with --data or --database-url`,
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
  // Not to standard output, which is kept with the log.
  if (file !== undefined)
    print(`Minted credentials are in ${file}, readable by its owner only; hand them out, and delete it.`);
  return isPlanted && settings.policy.takesPasswords ? mintForOwners(target, world) : [];
}

/** Milliseconds in which the first requests are answered. */
const judgingMs = 500;

/**
 * Warns of a secret that can be guessed, which an operator must be able to start with in order to replace it. Waits until the
 * server has answered its first requests, because it loads lists of words.
 */
async function judge(secret: string, warn: (sentence: string) => void): Promise<void> {
  await sleep(judgingMs, undefined, { ref: false });
  if (!(await isGuessable(secret))) return;
  warn(
    "ANTEROOM_SECRET can be guessed, as it is made of words, runs or repetitions; make one with: openssl rand -hex 32, and give it to the store with: anteroom rotate-secret",
  );
}

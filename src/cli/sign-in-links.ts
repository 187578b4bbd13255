// Links by which people choose the password they sign in with: for the owners of a seed, and for any account if store and
// secret are at hand. They lead to the page of a forgotten password. Also releases accounts.
import { changingOf } from "../core/changes/changing.ts";
import { release } from "../core/changes/identities.ts";
import { releaseSecondFactor } from "../core/changes/second-factor.ts";
import { linkToPassword } from "../core/changes/sessions.ts";
import { wallClock } from "../core/clock.ts";
import { foldAddress } from "../core/domain/address.ts";
import { day, type Instant, toTimestamp } from "../core/domain/instant.ts";
import type { User } from "../core/domain/user.ts";
import { print } from "../core/log.ts";
import { createIssue } from "../core/secrets/issue.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import { SettingsError } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { SeedDocument } from "../testing/seed/document.ts";
import type { Target } from "../testing/seed/planting.ts";
import { say } from "./output.ts";
import { findKeyring, findStore, keepPrivately, type Masters, withStore } from "./secrets.ts";

/** The lifetime of a link: an operator passes it on by hand. */
const lifetime = day;

/** A link that was not shown yet. */
export interface Minted {
  readonly username: string;
  readonly token: string;
  readonly expiresAt: Instant;
}

export async function mintForOwners(
  { store, keyring, now }: Target,
  { orgs }: SeedDocument,
): Promise<Minted[]> {
  const issue = createIssue(keyring);
  const owners = orgs.flatMap(({ users = [] }) =>
    users.filter(({ orgRoles }) => orgRoles.includes("ORG_OWNER")).map(({ username }) => username),
  );
  const addresses = new Set(owners.map(foldAddress));
  return store.write(async (tx) => {
    const minted: Minted[] = [];
    for (const address of addresses) {
      const user = await tx.users.byAddress(address);
      if (user === undefined || (await tx.users.passwordHash(user.id)) !== null) continue;
      minted.push({
        username: user.username,
        ...(await linkToPassword({ tx, now, issue }, user.id, lifetime)),
      });
    }
    return minted;
  });
}

/**
 * Prints links to standard output if a person reads it; otherwise writes them to a file next to the store, since standard
 * output goes to the log.
 */
export async function handOut(
  minted: readonly Minted[],
  settings: Pick<Settings, "folder" | "printLinks">,
  origin: string,
): Promise<void> {
  const [first] = minted;
  if (first === undefined) return;
  const links = minted.map(({ username, token, expiresAt }) => ({
    username,
    url: `${origin}/reset-password/${token}`,
    expiresAt: toTimestamp(expiresAt),
  }));
  const until = toTimestamp(first.expiresAt);
  if (settings.printLinks || process.stdout.isTTY) {
    print(`\nOwners choose a password by these links, each once, until ${until}:`);
    for (const { username, url } of links) print(`  ${username}  ${url}`);
    return;
  }
  const file = await keepPrivately(settings, "sign-in", async () => `${JSON.stringify(links, null, 2)}\n`);
  print(
    `Links by which owners choose a password, each once, until ${until}, are in ${file}, readable by its owner only; hand them out, and delete it.`,
  );
}

/** Changes one account of the store that the settings name. */
async function changeAccount<Result>(
  settings: Settings,
  masters: Masters,
  username: string,
  work: (changing: ReturnType<typeof changingOf>, user: User, keyring: Keyring) => Promise<Result>,
): Promise<Result> {
  if (settings.storage.kind !== "postgres") await findStore(settings);
  const keyring = await findKeyring(settings, masters);
  return withStore(settings, keyring, (store) =>
    store.write(async (tx) => {
      const user = await tx.users.byAddress(username);
      if (user === undefined) throw new SettingsError(`the store has no account of ${username}`);
      const now = wallClock();
      return work(changingOf({ tx, now, newId: () => keyring.mint.id(now) }, null), user, keyring);
    }),
  );
}

/** `anteroom release-identity EMAIL`: lets the next person of the provider with this address take the account. */
export async function releaseIdentity(settings: Settings, masters: Masters, username: string): Promise<void> {
  const released = await changeAccount(settings, masters, username, async (changing, user) => {
    const identities = await release(changing, user, null);
    if (identities.length === 0) {
      throw new SettingsError(`no identity of a provider has the account of ${username}`);
    }
    return identities;
  });
  for (const { issuer, subject } of released) print(`Released ${subject} of ${issuer} from ${username}.`);
  say("All sessions of the account have ended. The next sign-in with the provider by that address takes it.");
}

/** `anteroom release-second-factor EMAIL`: lets a person sign in who lost every passkey and recovery code. */
export async function releaseFactor(settings: Settings, masters: Masters, username: string): Promise<void> {
  await changeAccount(settings, masters, username, async (changing, user) => {
    const { tx } = changing;
    tx.locks.person(user.id);
    if (!(await tx.passkeys.has(user.id))) throw new SettingsError(`${username} has no passkey`);
    await releaseSecondFactor(changing, user, null);
  });
  print(`Released ${username} from the second factor.`);
  say("All sessions of the account have ended. The next sign-in needs the password alone.");
}

/** `anteroom sign-in-link EMAIL`: prints a link for one person. It uses real time, as `serve` does. */
export async function printSignInLink(settings: Settings, masters: Masters, username: string): Promise<void> {
  const minted = await changeAccount(settings, masters, username, ({ tx, now }, { id }, keyring) =>
    linkToPassword({ tx, now, issue: createIssue(keyring) }, id, lifetime),
  );
  const { host, port, baseUrl } = settings;
  print(`${baseUrl ?? `http://${host}:${port}`}/reset-password/${minted.token}`);
  if (baseUrl === null) {
    say("The address is a guess; with --base-url, --host and --port it is that of your server.");
  }
  say(`It lets its holder choose the password of ${username}, once, until ${toTimestamp(minted.expiresAt)}.`);
}

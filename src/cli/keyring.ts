// The keyring of a store: from the master secret that was given, or that `dev` keeps in the data folder.

import { createKeyring, type Keyring } from "../secrets/keyring.ts";
import type { Mint } from "../secrets/mint.ts";
import { Misuse } from "../settings/error.ts";
import type { Settings } from "../settings/settings.ts";
import { readCredentials } from "./data-folder.ts";
import type { Masters } from "./secrets.ts";

export const keyringOf = (current: string, previous?: string, mint?: Mint): Keyring =>
  createKeyring(Buffer.from(current), previous === undefined ? undefined : Buffer.from(previous), mint);

/** The keyring of a store that `dev` or `serve` made. */
export async function findKeyring(settings: Settings, { current, previous }: Masters): Promise<Keyring> {
  const secret = current ?? (await readCredentials(settings))?.secret;
  return keyringOf(secret ?? requireSecret(secret), previous);
}

/** Shortest master secret that is accepted, in characters, and how many of them must differ. */
const shortestSecret = 32;
const fewestCharacters = 8;

export function requireSecret(secret: string | undefined): string {
  if (secret === undefined || secret.length < shortestSecret) {
    throw new Misuse(
      `ANTEROOM_SECRET must be set to at least ${shortestSecret} characters, the same at every start; make one with: openssl rand -hex 32`,
    );
  }
  if (new Set(secret).size < fewestCharacters || /^(.{1,8})\1+$/s.test(secret)) {
    throw new Misuse(
      "ANTEROOM_SECRET repeats a few characters, so that it can be guessed; make one with: openssl rand -hex 32",
    );
  }
  return secret;
}

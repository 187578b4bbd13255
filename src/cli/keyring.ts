// The keyring of a store: from the master secret that was given, or that `dev` keeps in the data folder.
import { type Settings, SettingsError } from "../config.ts";
import { isGuessable } from "../secrets/guessable.ts";
import { createKeyring, type Keyring } from "../secrets/keyring.ts";
import { readCredentials } from "./data-folder.ts";
import type { Masters } from "./secrets.ts";

export const keyringOf = (current: string, previous?: string): Keyring =>
  createKeyring(Buffer.from(current), previous === undefined ? undefined : Buffer.from(previous));

/** The keyring of a store that `dev` or `serve` made. */
export async function findKeyring(settings: Settings, { current, previous }: Masters): Promise<Keyring> {
  const secret = current ?? (await readCredentials(settings))?.secret;
  return keyringOf(secret ?? (await requireSecret(secret)), previous);
}

/** Shortest master secret that is accepted, in characters. */
const shortestSecret = 32;

export async function requireSecret(secret: string | undefined): Promise<string> {
  if (secret === undefined || secret.length < shortestSecret) {
    throw new SettingsError(
      `ANTEROOM_SECRET must be set to at least ${shortestSecret} characters, the same at every start; make one with: openssl rand -hex 32`,
    );
  }
  if (await isGuessable(secret)) {
    throw new SettingsError(
      "ANTEROOM_SECRET can be guessed, as it is made of words, runs or repetitions; make one with: openssl rand -hex 32 (`anteroom rotate-secret` gives it to a store that is there)",
    );
  }
  return secret;
}

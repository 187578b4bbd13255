// `anteroom rotate-secret`: seals everything in a store anew, with the new master secret in place of the previous one.

import type { Keyring } from "../secrets/keyring.ts";
import { openStore } from "../server/open-store.ts";
import { Misuse, SettingsError } from "../settings/error.ts";
import type { Settings } from "../settings/settings.ts";
import { findStore } from "./data-folder.ts";
import { keyringOf, requireSecret } from "./keyring.ts";
import { print } from "./output.ts";
import type { Masters } from "./secrets.ts";

/** All of it in one unit of work, or nothing; what was sealed anew before is left, so that it may run again. */
export async function rotateSecret(settings: Settings, { current, previous }: Masters): Promise<void> {
  const next = keyringOf(requireSecret(current));
  if (previous === undefined || previous === current) {
    throw new Misuse(
      "set ANTEROOM_SECRET_PREVIOUS to the secret that the store was made with, and ANTEROOM_SECRET to the new one",
    );
  }
  if (settings.storage.kind !== "postgres") await findStore(settings);
  const reseal = resealing(next, keyringOf(previous));
  // Beside a server that does not believe the new secret its keys would open no more.
  const store = await openStore(settings.storage, { isServer: true });
  try {
    const count = await store.write(async (tx) => {
      tx.locks.everything();
      for (const key of ["seal", "audit-key"] as const) {
        const sealed = await tx.meta.get(key);
        const anew = sealed === undefined ? undefined : reseal(sealed);
        if (anew !== undefined) await tx.meta.set(key, anew);
      }
      let replaced = 0;
      for (const { id, sealed } of await tx.seals.all()) {
        const anew = reseal(sealed);
        if (anew === undefined) continue;
        await tx.seals.replace(id, anew);
        replaced++;
      }
      return replaced;
    });
    print(
      `${count === 1 ? "1 API key is" : `${count} API keys are`} sealed with the new secret now. Keep ANTEROOM_SECRET_PREVIOUS until access tokens from before have ended, an hour at most.`,
    );
  } finally {
    await store.close();
  }
}

/** Seals a text anew; nothing for what the new secret opens already. */
function resealing(next: Keyring, previous: Keyring): (sealed: string) => string | undefined {
  const opens = (keyring: Keyring, sealed: string): string | undefined => {
    try {
      return keyring.unseal(sealed);
    } catch {
      return undefined;
    }
  };
  return (sealed) => {
    if (opens(next, sealed) !== undefined) return undefined;
    const text = opens(previous, sealed);
    if (text !== undefined) return next.seal(text);
    throw new SettingsError(
      "the store was made with neither ANTEROOM_SECRET nor ANTEROOM_SECRET_PREVIOUS; nothing was changed",
    );
  };
}

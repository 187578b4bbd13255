// `anteroom seed FILE`: plants a world and prints the secrets that were minted for it, once.
import { createClock } from "../clock.ts";
import { print } from "../log.ts";
import { mintedOf } from "../seed/complete.ts";
import { readSeed, type SeedDocument } from "../seed/document.ts";
import { plant } from "../seed/plant.ts";
import type { PlantedCredentials } from "../seed/planted.ts";
import { agreeOnSecret, openStore } from "../server/open-store.ts";
import type { Settings } from "../settings/settings.ts";
import { findKeyring } from "./keyring.ts";
import { count } from "./output.ts";
import type { Masters } from "./secrets.ts";
import { printCredentials } from "./welcome.ts";

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

/** Does not repeat secrets that the seed gives itself. */
function printPlanted(document: SeedDocument, planted: PlantedCredentials): void {
  const minted = mintedOf(document, planted);
  const numberOf = (each: PlantedCredentials) => each.apiKeys.length + each.serviceAccounts.length;
  const given = numberOf(planted) - numberOf(minted);
  printCredentials(minted);
  if (given > 0) print(`${count(given, "credential")} planted with the secrets that the seed has.`);
}

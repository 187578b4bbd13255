// The message of `dev` for programs once it is ready: one line of JSON, printed or in a file.
import { access, constants, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { print } from "../core/log.ts";
import { Misuse } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import { root as controlRoot } from "../testing/controls/list.ts";
import type { DemoCredentials } from "../testing/seed/demo.ts";
import type { SeedDocument } from "../testing/seed/document.ts";
import type { PlantedCredentials } from "../testing/seed/planted.ts";
import { authorityOf, placesIn } from "./welcome.ts";

/**
 * Removes the file of an earlier start, since its existence means that the server is ready. Refuses one that cannot be written.
 */
export async function clearReadyFile({ readyFile }: Pick<Settings, "readyFile">): Promise<void> {
  if (readyFile === null) return;
  try {
    await access(dirname(readyFile), constants.W_OK);
    await rm(readyFile, { force: true });
  } catch (reason) {
    throw new Misuse(`--ready-file ${readyFile}: cannot be written: ${(reason as Error).message}`);
  }
}

/** Writes the file at once, so that no reader sees a part. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.${process.pid}`;
  await writeFile(part, text, { mode: 0o600, flag: "wx" });
  await rename(part, file);
}

interface Started {
  readonly settings: Settings;
  readonly store: Pick<Store, "read">;
  readonly url: string;
  /** A link that signs in the owner of the world, once. */
  readonly signInLink: string;
  readonly world: SeedDocument;
  /** The minted credentials; undefined if an earlier process minted them. */
  readonly planted: PlantedCredentials | undefined;
  /** The credentials of the demonstration, if the store has it. */
  readonly demo: DemoCredentials | undefined;
}

export async function announceReady(started: Started): Promise<void> {
  const { json, readyFile } = started.settings;
  if (!json && readyFile === null) return;
  const line = JSON.stringify(await describeReady(started));
  if (json) print(line);
  if (readyFile !== null) await writeWhole(readyFile, `${line}\n`);
}

const credentialsOf = ({ apiKeys, serviceAccounts }: PlantedCredentials) => ({
  apiKeys: apiKeys.map(({ publicKey, privateKey }) => ({ publicKey, privateKey })),
  serviceAccounts: serviceAccounts.map(({ clientId, clientSecret }) => ({ clientId, clientSecret })),
});

/** Returns a line with the credentials alone, for a reset that first shows them. */
export const credentialsLine = (planted: PlantedCredentials): string =>
  JSON.stringify(credentialsOf(planted));

/** Describes a ready server. `url` is the first member, so that a program can tell the line from those of the log. */
async function describeReady({ settings, store, url, signInLink, world, planted, demo }: Started) {
  const certificate = authorityOf(settings);
  const ofDemo = demo && { apiKeys: [demo.apiKey], serviceAccounts: [demo.serviceAccount] };
  return {
    url,
    controlUrl: url + controlRoot,
    signInUrl: (settings.baseUrl ?? url) + signInLink,
    pid: process.pid,
    ...(certificate !== null && { certificate }),
    ...credentialsOf(ofDemo ?? planted ?? { apiKeys: [], serviceAccounts: [] }),
    ...(demo !== undefined && { owner: { username: demo.owner.username, password: demo.owner.password } }),
    orgs: await placesIn(store, world),
  };
}

// The result of planting a seed.
import type { Made } from "./handles.ts";

/** The secrets of what was planted, given or minted: the only time that they can be seen. */
export interface PlantedCredentials {
  readonly apiKeys: { readonly publicKey: string; readonly privateKey: string }[];
  readonly serviceAccounts: { readonly clientId: string; readonly clientSecret: string }[];
}

/** The credentials with everything that has a name, in the order of the seed. */
export interface Planted extends PlantedCredentials {
  readonly made: Made[];
}

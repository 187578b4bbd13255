// The result of planting a seed.
import type { Made } from "./handles.ts";

/** The secrets of the planted things, given or minted. They can be seen only this once. */
export interface PlantedCredentials {
  readonly apiKeys: { readonly publicKey: string; readonly privateKey: string }[];
  readonly serviceAccounts: { readonly clientId: string; readonly clientSecret: string }[];
}

/** The credentials with everything that has a name, in the order of the seed. */
export interface Planted extends PlantedCredentials {
  readonly made: Made[];
}

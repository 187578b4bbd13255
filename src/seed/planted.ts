// The result of planting a seed.

/** The secrets of what was planted, as they were given or minted: the only time they can be seen. */
export interface PlantedCredentials {
  readonly apiKeys: { readonly publicKey: string; readonly privateKey: string }[];
  readonly serviceAccounts: { readonly clientId: string; readonly clientSecret: string }[];
}

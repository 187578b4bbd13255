// What a browser keeps between leaving for the provider and coming back, encrypted.
import { EncryptJWT, jwtDecrypt } from "jose";
import { type Instant, minute, second } from "../domain/instant.ts";

export const beginLifetimeMinutes = 10;

export interface Trip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  readonly isAgain: boolean;
}

export function createSeal(keys: readonly [Buffer, ...Buffer[]], now: () => Instant) {
  return {
    close: ({ ...trip }: Trip): Promise<string> =>
      new EncryptJWT(trip)
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setExpirationTime(Math.floor((now() + beginLifetimeMinutes * minute) / second))
        .encrypt(keys[0]),

    async open(begun: string | undefined): Promise<Trip | undefined> {
      if (begun === undefined) return undefined;
      for (const key of keys) {
        const opened = await jwtDecrypt<Trip>(begun, key, {
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
          currentDate: new Date(now()),
        }).catch(() => undefined);
        if (opened !== undefined) return opened.payload;
      }
      return undefined;
    },
  };
}

// Verifies answers of passkeys (WebAuthn). The library is loaded with the first answer. Attestation is neither requested nor
// read, because it does not matter here which device holds a key.
import { createHmac } from "node:crypto";
import type { Instant } from "../domain/instant.ts";
import {
  challengeIn,
  challengeLifetime,
  type PasskeyAnswer,
  relyingPartyOf,
} from "../domain/second-factor.ts";
import { type Keyring, sameText } from "./keyring.ts";

/** The purpose of a challenge, which is valid for nothing else. */
export interface ChallengeAim {
  readonly purpose: "sign-in" | "prove" | "add";
  /** The browser that it is bound to. */
  readonly bound: string;
}

/**
 * Creates challenges. They are signed and not stored, because a page that anybody may open would fill a table; answered ones
 * are noted.
 */
export function createChallenges(keyring: Pick<Keyring, "mint" | "derive">) {
  const sign = (key: Buffer, body: Buffer, { purpose, bound }: ChallengeAim) =>
    createHmac("sha256", key)
      .update(`${purpose} ${bound} ${body.toString("base64url")}`)
      .digest();
  return {
    verifySigned,
    readNew,
    challenge(aim: ChallengeAim, now: Instant): string {
      const body = Buffer.alloc(24);
      keyring.mint.bytes(16).copy(body);
      body.writeBigUInt64BE(BigInt(now + challengeLifetime), 16);
      const signature = sign(keyring.derive("passkey-challenge")[0], body, aim);
      return Buffer.concat([body, signature]).toString("base64url");
    },
    /** Returns when a challenge with this aim expires; undefined for one that was not made here. */
    challengeExpiry(challenge: string, aim: ChallengeAim): Instant | undefined {
      const bytes = Buffer.from(challenge, "base64url");
      const body = bytes.subarray(0, 24);
      const given = bytes.subarray(24).toString("base64url");
      const isOwn =
        bytes.length === 56 &&
        bytes.toString("base64url") === challenge &&
        keyring
          .derive("passkey-challenge")
          .some((key) => sameText(sign(key, body, aim).toString("base64url"), given));
      return isOwn ? Number(body.readBigUInt64BE(16)) : undefined;
    },
  };
}

const expectedAt = (origin: string, answer: PasskeyAnswer) => ({
  expectedOrigin: origin,
  expectedRPID: relyingPartyOf(origin) ?? "",
  expectedChallenge: challengeIn(answer),
  requireUserVerification: true,
});

const credential = (answer: PasskeyAnswer) =>
  ({ id: answer.id, rawId: answer.id, type: "public-key", clientExtensionResults: {} }) as const;

/** Returns the new counter of a passkey that signed at this origin, with its user verified; undefined for any other answer. */
async function verifySigned(
  origin: string,
  answer: PasskeyAnswer,
  passkey: { readonly publicKey: string; readonly counter: number },
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const { clientDataJSON, authenticatorData = "", signature = "", userHandle } = answer;
  const verified = await verifyAuthenticationResponse({
    ...expectedAt(origin, answer),
    response: {
      ...credential(answer),
      response: { clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) },
    },
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.counter,
    },
  }).catch(() => undefined);
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

/** The CBOR of `{ fmt: "none", attStmt: {}, authData }`, up to the length of `authData`. */
const unattested = Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746159", "hex");

/** Returns a new passkey made at this origin, with its user verified; undefined for any other answer. */
async function readNew(
  origin: string,
  answer: PasskeyAnswer,
): Promise<{ credentialId: string; publicKey: string; counter: number } | undefined> {
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const { decodeAttestationObject } = await import("@simplewebauthn/server/helpers");
  try {
    const given = Buffer.from(answer.attestationObject ?? "", "base64url");
    // Its statement is left out, whatever its form: some browsers send one although none is requested.
    const authData = decodeAttestationObject(new Uint8Array(given)).get("authData");
    const length = Buffer.from([authData.length >> 8, authData.length & 255]);
    const attestationObject = Buffer.concat([unattested, length, authData]).toString("base64url");
    const { registrationInfo } = await verifyRegistrationResponse({
      ...expectedAt(origin, answer),
      response: {
        ...credential(answer),
        response: { clientDataJSON: answer.clientDataJSON, attestationObject },
      },
    });
    const made = registrationInfo?.credential;
    if (made === undefined || made.id !== answer.id) return undefined;
    return {
      credentialId: made.id,
      publicKey: Buffer.from(made.publicKey).toString("base64url"),
      counter: made.counter,
    };
  } catch {
    return undefined;
  }
}

// An authenticator without a browser: it makes passkeys and answers challenges as WebAuthn says, or wrongly where a test wants that.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { PasskeyAnswer } from "../../src/core/domain/second-factor.ts";

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();
const base64url = (data: Buffer | string) => Buffer.from(data).toString("base64url");

/** Bytes of CBOR below 65,536. */
const byteString = (bytes: Buffer) =>
  Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes]);

interface Made {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly userHandle: string;
}

/** The false values in an answer, in place of the true ones. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly userHandle?: string;
  readonly isVerified?: boolean;
  readonly isPresent?: boolean;
  readonly id?: string;
  readonly counter?: number;
  /** Signs with another key. */
  readonly isForged?: boolean;
}

export interface Authenticator {
  /** Makes a passkey for a person. */
  make(challenge: string, userId: string, lies?: Lies): PasskeyAnswer;
  /** Answers with the passkey made last, or another. */
  answer(challenge: string, lies?: Lies, made?: Made): PasskeyAnswer;
  last(): Made;
}

/**
 * Creates an authenticator for an origin; `counts`: whether it counts what it signs, as security keys do and synced passkeys do
 * not.
 */
export function createAuthenticator(origin: string, { counts = false } = {}): Authenticator {
  const rp = new URL(origin).hostname;
  let made: Made | undefined;
  let signed = 0;
  const last = () => {
    if (made === undefined) throw new Error("no passkey was made");
    return made;
  };
  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge,
        origin: lies.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const head = (extra: number, { rpId = rp, isVerified = true, isPresent = true, counter }: Lies) => {
    const flags = (isPresent ? 1 : 0) | (isVerified ? 4 : 0) | extra;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? (counts ? ++signed : 0));
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  };
  return {
    last,
    make(challenge, userId, lies = {}) {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const credentialId = randomBytes(32);
      // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
      const coordinate = (text: string) =>
        Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, "base64url")]);
      const cose = Buffer.concat([
        Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]),
        coordinate(x),
        Buffer.from([0x22]),
        coordinate(y),
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), credentialId, cose]);
      const authData = Buffer.concat([head(0x40, lies), attested]);
      // {"fmt": "none", "attStmt": {}, "authData": …}
      const attestationObject = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex"),
        byteString(authData),
      ]);
      made = { id: base64url(credentialId), privateKey, userHandle: base64url(userId) };
      return {
        id: lies.id ?? made.id,
        clientDataJSON: base64url(clientData("webauthn.create", challenge, lies)),
        attestationObject: base64url(attestationObject),
      };
    },
    answer(challenge, lies = {}, { id, privateKey, userHandle } = last()) {
      const client = clientData("webauthn.get", challenge, lies);
      const authenticatorData = head(0, lies);
      const key = lies.isForged ? generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey : privateKey;
      const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(client)]), key);
      return {
        id: lies.id ?? id,
        clientDataJSON: base64url(client),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
        userHandle: lies.userHandle ?? userHandle,
      };
    },
  };
}

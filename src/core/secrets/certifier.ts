// Issues certificates of database users, and the authority of a project that signs them. Loaded on demand.
import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { fault } from "../contract/errors.ts";
import { subjectNames } from "../domain/distinguished-name.ts";
import { hour, type Instant, latestInstant } from "../domain/instant.ts";
import { createFairQueue, type InLine } from "../turns.ts";
import {
  basicConstraints,
  commonName,
  keyPurpose,
  type Names,
  newPair,
  pemOf,
  signCertificate,
} from "./certificates.ts";
import type { Keyring } from "./keyring.ts";

const oids = {
  organization: "2.5.4.10",
  organizationalUnit: "2.5.4.11",
  clientAuthentication: "1.3.6.1.5.5.7.3.2",
};

export interface Authority {
  /** The certificate in PEM form. */
  readonly certificate: string;
  readonly sealedKey: string;
}

const namesOf = (groupId: string): Names => [
  ...commonName(groupId),
  [oids.organizationalUnit, "Atlas"],
  [oids.organization, "MongoDB Inc"],
];

const generate = promisify(generateKeyPair);

/**
 * The queue of keys: a key takes a core for a fifth of a second, so one is made at a time, and some ten seconds of work may
 * wait.
 */
const queued = createFairQueue({
  atOnce: 1,
  longest: 50,
  patienceMs: 10_000,
  refusal: () =>
    fault(
      "SERVICE_UNAVAILABLE",
      { reason: "The server is busy with keys of other certificates" },
      { headers: { "retry-after": "5" } },
    ),
});

const makeKey = async (): Promise<KeyObject> => (await generate("rsa", { modulusLength: 2048 })).privateKey;

/**
 * Makes the key of a user, which is slow. The functions of the result are fast enough for a unit of work. Refuses with
 * SERVICE_UNAVAILABLE if too many keys wait, or after ten seconds; lines take turns.
 */
export async function createCertifier(
  { mint, seal, unseal }: Pick<Keyring, "mint" | "seal" | "unseal">,
  place: InLine,
) {
  const key = await queued(place, makeKey);
  return {
    /** Makes a new authority for a project, valid for as long as a certificate can be. */
    authority(groupId: string, now: Instant): Authority {
      const { publicKey, privateKey: signingKey } = newPair();
      const [subject, from] = [namesOf(groupId), now - hour];
      const itself = { subject, issuer: subject, serial: mint.bytes(8), from, until: latestInstant };
      const extensions = [basicConstraints(true)];
      const certificate = signCertificate({ ...itself, publicKey, signingKey, extensions });
      return { certificate: certificate.toString(), sealedKey: seal(pemOf(signingKey)) };
    },

    /** Makes the user's certificate and key, in PEM form, and the serial number, which is exact as a number of JSON. */
    certify(
      groupId: string,
      { sealedKey }: Pick<Authority, "sealedKey">,
      {
        username,
        ...validity
      }: { readonly username: string; readonly from: Instant; readonly until: Instant },
    ): { pem: string; serial: number } {
      const certificate = signCertificate({
        subject: subjectNames(username),
        issuer: namesOf(groupId),
        serial: mint.bytes(6),
        ...validity,
        publicKey: createPublicKey(key),
        signingKey: createPrivateKey(unseal(sealedKey)),
        extensions: [keyPurpose(oids.clientAuthentication)],
      });
      return {
        pem: `${certificate.toString()}${pemOf(key)}`,
        serial: Number.parseInt(certificate.serialNumber, 16),
      };
    },
  };
}

// Signs certificates. Loaded on demand.
import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  Time,
} from "pkijs";
import type { Instant } from "../domain/instant.ts";

const oids = {
  commonName: "2.5.4.3",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
};

/** The names in a certificate, each with its object identifier, in the order in which they are written. */
export type Names = readonly (readonly [oid: string, value: string])[];

export const commonName = (value: string): Names => [[oids.commonName, value]];

interface Wanted {
  readonly subject: Names;
  readonly issuer: Names;
  readonly serial: Buffer;
  readonly from: Instant;
  readonly until: Instant;
  readonly publicKey: KeyObject;
  /** The key on the curve P-256. */
  readonly signingKey: KeyObject;
  readonly extensions: readonly Extension[];
}

/** Signs a certificate of version 3. This takes a tenth of a millisecond, so a unit of work may wait for it. */
export function signCertificate(wanted: Wanted): X509Certificate {
  const draft = new Certificate();
  draft.version = 2;
  draft.serialNumber = new asn1.Integer({ valueHex: positive(wanted.serial) });
  name(draft.subject, wanted.subject);
  name(draft.issuer, wanted.issuer);
  draft.notBefore = timeOf(wanted.from);
  draft.notAfter = timeOf(wanted.until);
  const { result } = asn1.fromBER(wanted.publicKey.export({ type: "spki", format: "der" }));
  draft.subjectPublicKeyInfo = new PublicKeyInfo({ schema: result });
  draft.extensions = [...wanted.extensions];
  draft.signature = new AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 });
  draft.signatureAlgorithm = draft.signature;
  const signed = new Uint8Array(draft.encodeTBS().toBER());
  draft.tbsView = signed;
  draft.signatureValue = new asn1.BitString({
    valueHex: new Uint8Array(sign("sha256", signed, wanted.signingKey)),
  });
  return new X509Certificate(Buffer.from(draft.toSchema(true).toBER()));
}

/** Writes names; PKI.js would put all of them into one set. */
function name(of: Certificate["subject"], names: Names): void {
  const sets = names.map(([type, value]) => {
    const named = new AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) });
    return new asn1.Set({ value: [named.toSchema()] });
  });
  of.valueBeforeDecode = new asn1.Sequence({ value: sets }).toBER();
}

/** Writes a time; from 2050 on it has four digits of the year (RFC 5280, section 4.1.2.5). */
function timeOf(at: Instant): Time {
  const value = new Date(at);
  return new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

/** Makes a serial number positive, with its first bit unset and its second set, so that no byte of it can be left out. */
function positive(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const [first = 0, ...rest] = bytes;
  return new Uint8Array([(first & 0x7f) | 0x40, ...rest]);
}

export const extension = (
  extnID: string,
  value: { toSchema(): { toBER(): ArrayBuffer } },
  critical = false,
): Extension => new Extension({ extnID, critical, extnValue: value.toSchema().toBER() });

export const basicConstraints = (cA: boolean): Extension =>
  extension(oids.basicConstraints, new BasicConstraints({ cA }), true);

export const keyPurpose = (oid: string): Extension =>
  extension(oids.extendedKeyUsage, new ExtKeyUsage({ keyPurposes: [oid] }));

export const newPair = () => generateKeyPairSync("ec", { namedCurve: "P-256" });

export const pemOf = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();

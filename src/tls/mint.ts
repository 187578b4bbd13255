// Makes a certificate for the names of this machine, and one that leads here. Loaded on demand.
import { KeyObject, X509Certificate } from "node:crypto";
import { Integer, OctetString, Utf8String } from "asn1js";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate as Draft,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from "pkijs";
import { day, hour, type Instant } from "../domain/instant.ts";
import { mintBytes } from "../secrets/mint.ts";

/** Apple's systems refuse longer ones. */
const lifetime = 730 * day;

const loopback = { dns: "localhost", v4: [127, 0, 0, 1], v6: [...Array(15).fill(0), 1] };

const oids = {
  commonName: "2.5.4.3",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  subjectAltName: "2.5.29.17",
  serverAuthentication: "1.3.6.1.5.5.7.3.1",
};

/**
 * A certificate for localhost, 127.0.0.1, ::1 and perhaps one more name that vouches for itself and can vouch for no other, so that trusting it
 * means trusting this server alone. It says nothing of the use of its key: OpenSSL 1.1 would then not take it as its own issuer.
 */
export async function mintCertificate(now: Instant, name?: string) {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { name: "ECDSA", namedCurve: "P-256" },
    true,
    ["sign", "verify"],
  );
  const draft = new Draft();
  draft.version = 2;
  draft.serialNumber = new Integer({ valueHex: positive(mintBytes(16)) });
  for (const name of [draft.subject, draft.issuer]) {
    const value = new Utf8String({ value: "Anteroom on localhost" });
    name.typesAndValues.push(new AttributeTypeAndValue({ type: oids.commonName, value }));
  }
  draft.notBefore.value = new Date(now - hour);
  draft.notAfter.value = new Date(now - hour + lifetime);
  draft.extensions = extensions(name === undefined ? [loopback.dns] : [loopback.dns, name]);
  await draft.subjectPublicKeyInfo.importKey(publicKey);
  await draft.sign(privateKey, "SHA-256");
  return {
    cert: new X509Certificate(Buffer.from(draft.toSchema(true).toBER())).toString(),
    key: KeyObject.from(privateKey).export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** A serial number begins with a bit that is not set, and with one that is, so that no byte of it may be left out. */
function positive(bytes: Buffer): Uint8Array<ArrayBuffer> {
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return new Uint8Array(bytes);
}

function extensions(dns: readonly string[]): Extension[] {
  const names = [
    ...dns.map((value) => new GeneralName({ type: 2, value })),
    ...[loopback.v4, loopback.v6].map(
      (bytes) => new GeneralName({ type: 7, value: new OctetString({ valueHex: new Uint8Array(bytes) }) }),
    ),
  ];
  const values = [
    { extnID: oids.basicConstraints, critical: true, parsed: new BasicConstraints({ cA: false }) },
    { extnID: oids.extendedKeyUsage, parsed: new ExtKeyUsage({ keyPurposes: [oids.serverAuthentication] }) },
    { extnID: oids.subjectAltName, parsed: new GeneralNames({ names }) },
  ];
  return values.map(
    ({ parsed, ...rest }) => new Extension({ ...rest, extnValue: parsed.toSchema().toBER() }),
  );
}

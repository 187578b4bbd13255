// Makes a certificate for the names of this machine, and perhaps one more name. Loaded on demand.
import { OctetString } from "asn1js";
import { GeneralName, GeneralNames } from "pkijs";
import { day, hour, type Instant } from "../domain/instant.ts";
import {
  basicConstraints,
  commonName,
  extension,
  keyPurpose,
  newPair,
  pemOf,
  signCertificate,
} from "../secrets/certificates.ts";
import { mintBytes } from "../secrets/mint.ts";

/** The lifetime; Apple's systems refuse longer ones. */
const lifetime = 730 * day;

const loopback = { dns: "localhost", v4: [127, 0, 0, 1], v6: [...Array(15).fill(0), 1] };

const oids = { subjectAltName: "2.5.29.17", serverAuthentication: "1.3.6.1.5.5.7.3.1" };

/**
 * Makes a certificate for localhost, 127.0.0.1, ::1 and perhaps one more name. It signs itself and cannot sign others, so
 * trusting it means trusting this server alone. It does not state its key usage, because OpenSSL 1.1 would then not accept it
 * as its own issuer.
 */
export function mintCertificate(now: Instant, name?: string): { cert: string; key: string } {
  const { publicKey, privateKey } = newPair();
  const itself = commonName("Anteroom on localhost");
  const dns = name === undefined ? [loopback.dns] : [loopback.dns, name];
  const certificate = signCertificate({
    subject: itself,
    issuer: itself,
    serial: mintBytes(16),
    from: now - hour,
    until: now - hour + lifetime,
    publicKey,
    signingKey: privateKey,
    extensions: [basicConstraints(false), keyPurpose(oids.serverAuthentication), namesOf(dns)],
  });
  return { cert: certificate.toString(), key: pemOf(privateKey) };
}

function namesOf(dns: readonly string[]) {
  const names = [
    ...dns.map((value) => new GeneralName({ type: 2, value })),
    ...[loopback.v4, loopback.v6].map(
      (bytes) => new GeneralName({ type: 7, value: new OctetString({ valueHex: new Uint8Array(bytes) }) }),
    ),
  ];
  return extension(oids.subjectAltName, new GeneralNames({ names }));
}

// Tests of certificates: which are refused, and what a self-made one is valid for.
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { test } from "node:test";
import { Certificate } from "pkijs";
import { day } from "../domain/instant.ts";
import { SettingsError } from "../settings/error.ts";
import { mintCertificate } from "./mint.ts";
import { checkCertificate } from "./open.ts";

/** RFC 5758, section 3.2. */
const ecdsaWithSha256 = "1.2.840.10045.4.3.2";

const now = Date.parse("2026-11-26T12:00:00Z");
const names = { cert: "--tls-cert a.pem", key: "--tls-key b.pem" };
const minted = await mintCertificate(now);
const other = await mintCertificate(now);

test("a certificate of its own is for this machine's names, for serving, and no authority", () => {
  const own = new X509Certificate(minted.cert);
  equal(own.subjectAltName, "DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1");
  deepEqual(own.keyUsage, ["1.3.6.1.5.5.7.3.1"]);
  equal(own.ca, false);
  ok(own.verify(own.publicKey));
  const { asymmetricKeyType, asymmetricKeyDetails } = own.publicKey;
  deepEqual([asymmetricKeyType, asymmetricKeyDetails], ["ec", { namedCurve: "prime256v1" }]);
  equal(Certificate.fromBER(own.raw).signatureAlgorithm.algorithmId, ecdsaWithSha256);
  for (const host of ["localhost", "example.com"]) {
    equal(own.checkHost(host), host === "localhost" ? host : undefined);
  }
  const days = (Date.parse(own.validTo) - Date.parse(own.validFrom)) / day;
  equal(days, 730);
  ok(new X509Certificate(other.cert).serialNumber !== own.serialNumber);
});

test("its end is said", () => {
  deepEqual(checkCertificate(minted, names, now), { expiresAt: Date.parse("2028-11-25T11:00:00Z") });
});

test("what cannot be used is refused in a sentence that says what to do", () => {
  const encrypted = createPrivateKey(minted.key)
    .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "secret" })
    .toString();
  for (const [given, at, expected] of [
    [{ ...minted, cert: "" }, now, /^--tls-cert a\.pem is no certificate in PEM form/],
    [{ ...minted, cert: minted.key }, now, /^--tls-cert a\.pem is no certificate in PEM form/],
    [{ ...minted, key: minted.cert }, now, /^--tls-key b\.pem is no private key .* openssl pkey$/],
    [{ ...minted, key: encrypted }, now, /^--tls-key b\.pem is no private key .* without a passphrase/],
    [
      { ...minted, key: other.key },
      now,
      /^--tls-key b\.pem is not the key of --tls-cert a\.pem; give the two/,
    ],
    [minted, now + 730 * day, /^--tls-cert a\.pem expired at 2028-11-25T11:00:00Z; give a renewed one$/],
    [minted, now - day, /^--tls-cert a\.pem is not valid before 2026-11-26T11:00:00Z; give one that is/],
  ] as const) {
    throws(
      () => checkCertificate(given, names, at),
      (reason) => reason instanceof SettingsError && expected.test(reason.message),
      String(expected),
    );
  }
});

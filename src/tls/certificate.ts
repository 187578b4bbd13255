// A TLS certificate with its private key, and the checks of one from an operator.
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { type Instant, toTimestamp } from "../domain/instant.ts";
import { SettingsError } from "../settings/error.ts";

/** Texts in PEM form. */
export interface Certificate {
  /** The server's own certificate first, then those that lead to the authority. */
  readonly cert: string;
  readonly key: string;
  /** Whether it replaced one of the server's own, which clients may still trust. */
  readonly isReplacement?: boolean;
}

/** What the two parts are called where they were given. */
export interface CertificateNames {
  readonly cert: string;
  readonly key: string;
}

/** Returns when the certificate ends. Throws a SettingsError where no client could use it at this instant. */
export function checkCertificate(
  { cert, key }: Certificate,
  names: CertificateNames,
  now: Instant,
): { readonly expiresAt: Instant } {
  const own = readX509(cert, names.cert);
  const [from, to] = [Date.parse(own.validFrom), Date.parse(own.validTo)];
  if (!own.checkPrivateKey(readKey(key, names.key))) {
    throw new SettingsError(
      `${names.key} is not the key of ${names.cert}; give the two that were made together, the server's own certificate first`,
    );
  }
  if (now >= to) throw new SettingsError(`${names.cert} expired at ${toTimestamp(to)}; give a renewed one`);
  if (now < from) {
    throw new SettingsError(
      `${names.cert} is not valid before ${toTimestamp(from)}; give one that is, or set this machine's clock right`,
    );
  }
  try {
    createSecureContext({ cert, key });
  } catch (cause) {
    const { message } = cause as Error;
    throw new SettingsError(`${names.cert} cannot be used (${message}); give another one`, { cause });
  }
  return { expiresAt: to };
}

function readX509(pem: string, name: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (cause) {
    throw new SettingsError(
      `${name} is no certificate in PEM form; it begins with -----BEGIN CERTIFICATE-----`,
      { cause },
    );
  }
}

function readKey(pem: string, name: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new SettingsError(
      `${name} is no private key in PEM form without a passphrase; write it as one with openssl pkey`,
      { cause },
    );
  }
}

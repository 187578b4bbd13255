// A server's TLS certificate: from files of the operator, or its own, which it keeps in a folder.
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { existsSync, unwatchFile, watchFile } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import { day, type Instant, toTimestamp } from "../domain/instant.ts";
import { closeFile, writePrivateFile } from "../private-files.ts";
import { SettingsError } from "../settings/error.ts";
import type { TlsSettings } from "../settings/settings.ts";

export interface Certificate {
  /** The server's own certificate first, then those up to the authority. */
  readonly cert: string;
  readonly key: string;
  /** True if it replaced a self-made certificate, which clients may still trust. */
  readonly isReplacement?: boolean;
}

/** The names of the two parts, as they were given. */
type CertificateNames = Pick<Certificate, "cert" | "key">;

/** Returns when the certificate ends. Throws a SettingsError if no client could use it at this instant. */
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

/** The remaining time at which a start replaces a self-made certificate. */
const renewal = 30 * day;

type Files = Extract<TlsSettings, { kind: "files" }>;

/** Opens the certificate; null for plain HTTP. Throws a SettingsError if a file cannot be used. */
export async function openCertificate(tls: TlsSettings | null, now: Instant): Promise<Certificate | null> {
  switch (tls?.kind) {
    case undefined:
      return null;
    case "files":
      return readGiven(tls, now);
    case "minted":
      return tls.folder === null ? mint(now, tls.name) : openMinted(mintedFiles(tls.folder), now, tls.name);
  }
}

async function readGiven(tls: Files, now: Instant): Promise<Certificate> {
  const names = { cert: `--tls-cert ${tls.cert}`, key: `--tls-key ${tls.key}` };
  // The files are read in order, so that an error names the first missing file.
  const cert = await readPem(tls.cert, names.cert);
  const key = await readPem(tls.key, names.key);
  checkCertificate({ cert, key }, names, now);
  return { cert, key };
}

export const mintedFiles = (folder: string): CertificateNames => ({
  cert: join(folder, "tls-cert.pem"),
  key: join(folder, "tls-key.pem"),
});

async function openMinted(files: CertificateNames, now: Instant, name?: string): Promise<Certificate> {
  const kept = await readKept(files, now, name);
  if (kept !== undefined) return kept;
  const isReplacement = existsSync(files.cert) || existsSync(files.key);
  const minted = await mint(now, name);
  try {
    await writePrivateFile(files.key, minted.key);
    await writePrivateFile(files.cert, minted.cert);
  } catch (cause) {
    // Clients trust a file, so the certificate must be in one.
    const message = `--tls: ${files.cert} cannot be written (${(cause as NodeJS.ErrnoException).code}); name with --data a folder that this user may write to, or give a certificate of yours with --tls-cert and --tls-key`;
    throw new SettingsError(message, { cause });
  }
  return isReplacement ? { ...minted, isReplacement } : minted;
}

const mint = async (now: Instant, name?: string) => (await import("./mint.ts")).mintCertificate(now, name);

/**
 * Reads the certificate of an earlier start; undefined if it cannot be used, or not for long. Clients trust everything in the
 * file, so a file with an added certificate is not used either.
 */
async function readKept(
  files: CertificateNames,
  now: Instant,
  name?: string,
): Promise<Certificate | undefined> {
  try {
    const [cert, key] = await Promise.all([readFile(files.cert, "utf8"), readFile(files.key, "utf8")]);
    const { expiresAt } = checkCertificate({ cert, key }, files, now);
    const own = new X509Certificate(cert);
    if (cert !== own.toString() || (name !== undefined && own.checkHost(name) === undefined)) {
      return undefined;
    }
    await closeFile(files.cert);
    return now < expiresAt - renewal ? { cert, key } : undefined;
  } catch {
    return undefined;
  }
}

async function readPem(file: string, name: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new SettingsError(`${name} cannot be read (${cause.code}); name a file that this user may read`, {
      cause,
    });
  });
}

/**
 * Uses the files again when they change, or reports why they cannot be used; returns a function that ends it. It looks every
 * few seconds, because renewing programs move links as well as files, and some disks report neither.
 */
export function followFiles(tls: Files, { now, use, report, everyMs = 5000 }: Following): () => void {
  const changed = () => void readGiven(tls, now()).then(use).catch(report);
  for (const file of [tls.cert, tls.key]) watchFile(file, { interval: everyMs, persistent: false }, changed);
  return () => {
    for (const file of [tls.cert, tls.key]) unwatchFile(file, changed);
  };
}

interface Following {
  now(): Instant;
  use(certificate: Certificate): void;
  report(reason: unknown): void;
  readonly everyMs?: number;
}

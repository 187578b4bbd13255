// Opens a server's certificate: from files of the operator, or its own, which it keeps in a folder.
import { X509Certificate } from "node:crypto";
import { existsSync, unwatchFile, watchFile } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { day, type Instant } from "../domain/instant.ts";
import { closeFile, writePrivateFile } from "../private-files.ts";
import { SettingsError } from "../settings/error.ts";
import type { TlsSettings } from "../settings/settings.ts";
import { type Certificate, type CertificateNames, checkCertificate } from "./certificate.ts";

/** How long before its end an own certificate is replaced at a start. */
const renewal = 30 * day;

type Files = Extract<TlsSettings, { kind: "files" }>;

/** Null for plain HTTP. Throws a SettingsError where a file cannot be used. */
export async function openCertificate(tls: TlsSettings | null, now: Instant): Promise<Certificate | null> {
  switch (tls?.kind) {
    case undefined:
      return null;
    case "files":
      return readGiven(tls, now);
    case "minted":
      return tls.folder === null ? mint(now) : openMinted(mintedFiles(tls.folder), now);
  }
}

async function readGiven(tls: Files, now: Instant): Promise<Certificate> {
  const names = { cert: `--tls-cert ${tls.cert}`, key: `--tls-key ${tls.key}` };
  // In order, so that an error names the first missing file.
  const cert = await readPem(tls.cert, names.cert);
  const key = await readPem(tls.key, names.key);
  checkCertificate({ cert, key }, names, now);
  return { cert, key };
}

/** Where a certificate of the server's own is kept. */
export const mintedFiles = (folder: string): CertificateNames => ({
  cert: join(folder, "tls-cert.pem"),
  key: join(folder, "tls-key.pem"),
});

async function openMinted(files: CertificateNames, now: Instant): Promise<Certificate> {
  const kept = await readKept(files, now);
  if (kept !== undefined) return kept;
  const isReplacement = existsSync(files.cert) || existsSync(files.key);
  const minted = await mint(now);
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

const mint = async (now: Instant) => (await import("./mint.ts")).mintCertificate(now);

/**
 * What a start before this one has left; undefined where it cannot be used, or not for long. Clients trust all that is in the
 * file: one to which somebody added a certificate cannot be used either.
 */
async function readKept(files: CertificateNames, now: Instant): Promise<Certificate | undefined> {
  try {
    const [cert, key] = await Promise.all([readFile(files.cert, "utf8"), readFile(files.key, "utf8")]);
    const { expiresAt } = checkCertificate({ cert, key }, files, now);
    if (cert !== new X509Certificate(cert).toString()) return undefined;
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
 * Looks every few seconds whether the files have changed, and passes on what they hold then; where that cannot be used,
 * why. What renews certificates moves links as well as files, and on some disks the system tells of neither. Returns what
 * ends it.
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

// Tests the sources of certificates: a self-made one is created once and kept, files are read again when they change.
import { deepEqual, equal, notDeepEqual, rejects } from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { chmod, readFile, stat, symlink, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { createFolder } from "../../../test/support/storage.ts";
import { day } from "../domain/instant.ts";
import { mintCertificate } from "./mint.ts";
import { type Certificate, followFiles, mintedFiles, openCertificate } from "./open.ts";

const now = Date.parse("2026-11-26T12:00:00Z");

async function writeFiles(folder: string, { cert, key }: Certificate) {
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  await writeFile(files.cert, cert);
  await writeFile(files.key, key);
  return { kind: "files", ...files } as const;
}

test("an own certificate is made once, its files are for their owner only, and replaced a month before it ends", async (t) => {
  const folder = join(createFolder(t), "data");
  const open = (at: number) => openCertificate({ kind: "minted", folder }, at);
  const first = await open(now);
  for (const file of Object.values(mintedFiles(folder))) equal((await stat(file)).mode & 0o777, 0o600);
  deepEqual(await open(now + 699 * day), first);
  await chmod(mintedFiles(folder).key, 0o644);
  const second = await open(now + 700 * day);
  notDeepEqual(second, first);
  equal((await stat(mintedFiles(folder).key)).mode & 0o777, 0o600);
  const { isReplacement, ...kept } = second ?? {};
  equal(isReplacement, true);
  deepEqual(await open(now + 701 * day), kept);
});

test("an own certificate that others could write to is theirs no longer, and made anew where they did", async (t) => {
  const folder = createFolder(t);
  const { cert } = mintedFiles(folder);
  const first = await openCertificate({ kind: "minted", folder }, now);
  await chmod(cert, 0o666);
  deepEqual(await openCertificate({ kind: "minted", folder }, now), first);
  equal((await stat(cert)).mode & 0o777, 0o600);
  await writeFile(cert, `${first?.cert}${(await mintCertificate(now)).cert}`);
  const second = await openCertificate({ kind: "minted", folder }, now);
  notDeepEqual(second?.cert, first?.cert);
  equal(await readFile(cert, "utf8"), second?.cert);
});

test("an own certificate is for the name of the base URL too, and is made anew where it was not", async (t) => {
  const folder = createFolder(t);
  const open = (name?: string) => openCertificate({ kind: "minted", folder, ...(name && { name }) }, now);
  const first = await open();
  const named = await open("cloud.mongodb.com");
  equal(named?.isReplacement, true);
  const { subjectAltName } = new X509Certificate(named?.cert ?? "");
  equal(
    subjectAltName,
    "DNS:localhost, DNS:cloud.mongodb.com, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1",
  );
  notDeepEqual(first?.cert, named?.cert);
  for (const again of [await open("cloud.mongodb.com"), await open()]) equal(again?.cert, named?.cert);
});

test("where an own certificate cannot be kept, a sentence says what to do", async (t) => {
  const folder = join(createFolder(t), "file");
  await writeFile(folder, "");
  await rejects(openCertificate({ kind: "minted", folder }, now), {
    message: `--tls: ${join(folder, "tls-cert.pem")} cannot be written (EEXIST); name with --data a folder that this user may write to, or give a certificate of yours with --tls-cert and --tls-key`,
  });
});

test("an own certificate that was half written is made anew", async (t) => {
  const folder = createFolder(t);
  const first = await openCertificate({ kind: "minted", folder }, now);
  await writeFile(mintedFiles(folder).key, (await mintCertificate(now)).key);
  const second = await openCertificate({ kind: "minted", folder }, now);
  notDeepEqual(second, first);
  equal(first?.isReplacement, undefined);
  equal(second?.isReplacement, true);
});

test("without a folder each is another, and without TLS there is none", async () => {
  const kind = "minted";
  notDeepEqual(
    await openCertificate({ kind, folder: null }, now),
    await openCertificate({ kind, folder: null }, now),
  );
  equal(await openCertificate(null, now), null);
});

test("files are read, and one that cannot be is named", async (t) => {
  const folder = createFolder(t);
  const certificate = await mintCertificate(now);
  const files = await writeFiles(folder, certificate);
  deepEqual(await openCertificate(files, now), certificate);
  const missing = { ...files, key: join(folder, "missing.pem") };
  await rejects(openCertificate(missing, now), {
    message: `--tls-key ${missing.key} cannot be read (ENOENT); name a file that this user may read`,
  });
});

test("files that change are read again, also behind links; what cannot be used is reported", async (t) => {
  const folder = createFolder(t);
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => mintCertificate(now)));
  if (!first || !second || !third) throw new Error("three were asked for");
  const files = await writeFiles(folder, first);
  const seen: (Certificate | Error)[] = [];
  let wake = () => {};
  const take = (each: unknown) => {
    seen.push(each as Certificate | Error);
    wake();
  };
  const until = async (met: () => boolean) => {
    while (!met()) await new Promise<void>((resolve) => (wake = resolve));
  };
  const isUsed = ({ cert }: Certificate) => seen.some((each) => "cert" in each && each.cert === cert);
  const unfollow = followFiles(files, { now: () => now, use: take, report: take, everyMs: 20 });
  // The reader of the files does not keep a process alive, and neither does a test.
  const alive = setInterval(() => {}, 1000);
  t.after(() => clearInterval(alive));

  await new Promise((resolve) => setTimeout(resolve, 100));
  await writeFile(files.cert, second.cert);
  await until(() => seen.some((each) => each instanceof Error && /is not the key of/.test(each.message)));
  await writeFile(files.key, second.key);
  await until(() => isUsed(second));

  const renewed = await writeFiles(createFolder(t), third);
  for (const part of ["cert", "key"] as const) {
    await unlink(files[part]);
    await symlink(renewed[part], files[part]);
  }
  await until(() => isUsed(third));
  unfollow();
});

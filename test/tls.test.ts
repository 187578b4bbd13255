// HTTPS: of a server inside a program, of `dev` with a certificate of its own, and of `serve` with files that are renewed.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { connect as connectTls } from "node:tls";
import { mintCertificate } from "../src/core/tls/mint.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { certificate, certificateKey } from "./support/certificate.ts";
import { mainArguments } from "./support/command.ts";
import { startProcess } from "./support/process.ts";
import { noConsole } from "./support/rooms.ts";
import { createFolder } from "./support/storage.ts";
import { fetchTrusting } from "./support/trusting-fetch.ts";
import { until } from "./support/until.ts";
import { account, ids, seed } from "./support/world.ts";

const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";

async function startSecure(t: TestContext) {
  const anteroom = await createAnteroom({ seed, tls: true });
  t.after(() => anteroom.close());
  return anteroom;
}

/** The certificate that a server shows. */
async function shown(url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connectTls({ host: hostname, port: Number(port), rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const pem = socket.getPeerX509Certificate()?.toString() ?? "";
  socket.destroy();
  return pem;
}

test("a server in a program speaks HTTPS, its links do, and its certificate can be had", async (t) => {
  const anteroom = await startSecure(t);
  match(anteroom.url, /^https:\/\/127\.0\.0\.1:\d+$/);
  equal(await shown(anteroom.url), anteroom.certificate);
  const granted = await anteroom.fetch("/api/oauth/token", {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${account.clientId}:${account.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token } = (await granted.json()) as { access_token: string };
  const answer = await anteroom.fetch(`/api/atlas/v2/groups/${ids.group}`, {
    headers: { authorization: `Bearer ${access_token}`, accept: "application/vnd.atlas.2023-01-01+json" },
  });
  equal(answer.status, 200);
  const { links } = (await answer.json()) as { links: { href: string }[] };
  for (const { href } of links) ok(href.startsWith(`${anteroom.url}/`), href);
});

test("in a program, too, what is kept in a folder stays the same", async (t) => {
  const data = createFolder(t);
  const first = await createAnteroom({ tls: true, secret, data });
  await first.close();
  const second = await createAnteroom({ tls: true, secret, data });
  t.after(() => second.close());
  equal(second.certificate, first.certificate);
});

test("plain HTTP has no certificate", async (t) => {
  const anteroom = await createAnteroom();
  t.after(() => anteroom.close());
  equal(anteroom.certificate, null);
});

test("cookies of pages are for HTTPS alone", { skip: noConsole }, async (t) => {
  const anteroom = await startSecure(t);
  const page = await anteroom.fetch("/sign-in");
  match(page.headers.get("set-cookie") ?? "", /^__Host-anteroom_form=[^;]+; .*; Secure;/);
});

test("a form is taken over HTTPS", { skip: noConsole }, async (t) => {
  const anteroom = await startSecure(t);
  const page = await anteroom.fetch("/sign-in");
  const form = /name="form" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const cookie = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const answer = await anteroom.fetch("/sign-in", {
    method: "POST",
    headers: { cookie, origin: anteroom.url },
    body: new URLSearchParams({ form, do: "signIn", username: "nobody@example.com", password: "wrong" }),
  });
  equal(answer.status, 401);
});

test("what is neither TLS nor HTTP ends, and the server goes on", async (t) => {
  const anteroom = await startSecure(t);
  const socket = connect(Number(new URL(anteroom.url).port), "127.0.0.1").on("error", () => {});
  socket.write("\x00 neither a handshake nor a request\r\n\r\n");
  await once(socket.resume(), "close");
  equal((await anteroom.fetch("/healthz")).status, 200);
});

test("dev --tls keeps its certificate, also beside a world in memory, and says how clients trust it", async (t) => {
  const data = createFolder(t);
  const server = await startProcess(t, ["dev", "--memory", "--tls", "--data", data, "--port", "0"]);
  const file = join(data, "tls-cert.pem");
  equal(await shown(server.url), await readFile(file, "utf8"));
  // Its key is nothing that git should take along.
  equal(await readFile(join(data, ".gitignore"), "utf8"), "*\n");
  await until(() => server.output().includes("Ctrl-C ends"));
  const printed = server.output();
  for (const name of ["--cacert", "NODE_EXTRA_CA_CERTS=", "SSL_CERT_FILE=", "REQUESTS_CA_BUNDLE="]) {
    match(printed, new RegExp(`${name} ?${file}`));
  }
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const program = `fetch("${server.url}/healthz").then(({ status }) => console.log(status))`;
  const run = (extra: Record<string, string>) =>
    spawnSync(process.execPath, ["-e", program], { env: { ...env, ...extra }, encoding: "utf8" });
  equal(run({ NODE_EXTRA_CA_CERTS: file }).stdout, "200\n");
  equal(run({}).status, 1);
});

test("serve keeps browsers to HTTPS, and shows a renewed certificate without a restart, and keeps the old one while the files do not fit", async (t) => {
  const folder = createFolder(t);
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  await writeFile(cert, certificate);
  await writeFile(key, certificateKey);
  const server = await startProcess(t, ["serve", "--data", folder, "--port", "0"], {
    ANTEROOM_SECRET: secret,
    ANTEROOM_TLS_CERT: cert,
    ANTEROOM_TLS_KEY: key,
  });
  equal(await shown(server.url), certificate);
  const page = new URL("/sign-in", server.url);
  for (const [host, kept] of [
    ["atlas.example.com", "max-age=31536000"],
    // There it would hold for every other server of this machine.
    ["localhost", null],
  ] as const) {
    const { headers } = await fetchTrusting(certificate)(page, { headers: { host } });
    equal(headers.get("strict-transport-security"), kept, host);
  }
  const renewed = await mintCertificate(Date.now());
  await writeFile(cert, renewed.cert);
  await until(() => server.output().includes("the certificate was not renewed"));
  equal(await shown(server.url), certificate);
  await writeFile(key, renewed.key);
  await until(async () => (await shown(server.url)) !== certificate, 200);
  equal(await shown(server.url), renewed.cert);
});

for (const [args, expected, code] of [
  [
    ["--tls-cert", "cert.pem"],
    /^anteroom: --tls-cert needs --tls-key as well, the file of its private key$/m,
    2,
  ],
  [
    ["--tls-key", "key.pem"],
    /^anteroom: --tls-key needs --tls-cert as well, the file of its certificate$/m,
    2,
  ],
  [
    ["--tls-cert", "missing.pem", "--tls-key", "key.pem"],
    /^anteroom: --tls-cert missing\.pem cannot be read \(ENOENT\); name a file that this user may read$/m,
    1,
  ],
] as const) {
  test(`dev refuses ${args.join(" ")} in one sentence`, () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...mainArguments, "dev", "--memory", "--port", "0", ...args],
      { encoding: "utf8" },
    );
    deepEqual([status, expected.test(stderr)], [code, true], stderr);
  });
}

for (const [args, env] of [
  [["--tls"], {}],
  [[], { ANTEROOM_TLS: "1" }],
] as const) {
  test(`serve does not speak plain HTTP where it is told to make a certificate: ${args.join("") || "ANTEROOM_TLS"}`, () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...mainArguments, "serve", "--memory", "--port", "0", ...args],
      { encoding: "utf8", env: { ...process.env, ANTEROOM_SECRET: "x".repeat(64), ...env } },
    );
    equal(status, 2, stderr);
    match(stderr, /^anteroom: --tls: serve makes no certificate of its own; give it yours with/m);
  });
}

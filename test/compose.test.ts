// compose.yaml: its services fit together, and `anteroom serve` runs with just the variables that it is given there and in the image.
import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readDockerfile, stepsOf, variablesOf } from "../scripts/dockerfile.mjs";
import { AtlasClient } from "../src/client/client.ts";
import { readSettings } from "../src/core/settings/settings.ts";
import { root, run } from "./support/command.ts";
import { readCompose } from "./support/compose.ts";
import { createTestDatabase, skipReason } from "./support/engines.ts";
import { startPostOffice } from "./support/mail.ts";
import { startProcess } from "./support/process.ts";
import { createFolder } from "./support/storage.ts";
import { until } from "./support/until.ts";

const variables = { ANTEROOM_SECRET: "5f0c1e9a7b3d2f4e6081a2c3e4f50617", POSTGRES_PASSWORD: "a-password" };
const file = readCompose(variables);
const { anteroom, postgres, mailpit } = file.services;
const [, image] = readDockerfile(readFileSync(join(root, "Dockerfile"), "utf8"));
ok(anteroom && postgres && mailpit && image);

test("compose.yaml", async (t) => {
  await t.test("says what is missing where a secret is", () => {
    for (const name of ["ANTEROOM_SECRET", "POSTGRES_PASSWORD"]) {
      throws(() => readCompose({ ...variables, [name]: "" }), new RegExp(`${name} is missing: .*comment`));
    }
  });

  await t.test("starts Anteroom once the others are healthy, which each can say", () => {
    const conditions = Object.entries(anteroom.depends_on ?? {});
    deepEqual(conditions.map(([name]) => name).sort(), ["mailpit", "postgres"]);
    for (const [name, { condition }] of conditions) {
      equal(condition, "service_healthy");
      ok(file.services[name]?.healthcheck?.test.length);
    }
  });

  await t.test("gives the database and Anteroom one password, name and user", () => {
    const url = new URL(anteroom.environment.ANTEROOM_DATABASE_URL ?? "");
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = postgres.environment;
    deepEqual(
      [url.hostname, url.username, url.password, url.pathname],
      ["postgres", POSTGRES_USER, POSTGRES_PASSWORD, `/${POSTGRES_DB}`],
    );
    equal(new URL(anteroom.environment.ANTEROOM_MAIL_URL ?? "").hostname, "mailpit");
  });

  await t.test("has a database behind clusters in a profile, which the others do without", () => {
    const { mongo } = readCompose({ ...variables, MONGO_PASSWORD: "one" }).services;
    deepEqual(mongo?.profiles, ["database"]);
    const { MONGO_INITDB_ROOT_USERNAME: user, MONGO_INITDB_ROOT_PASSWORD: password } =
      mongo?.environment ?? {};
    deepEqual([user, password], ["anteroom", "one"]);
    ok(mongo?.healthcheck?.test.length);
    for (const [name, { profiles }] of Object.entries(file.services)) {
      equal(profiles === undefined, name !== "mongo");
    }
    equal(readSettings({ deployment: anteroom.environment.ANTEROOM_DEPLOYMENT }).deployment, null);
    const written = /ANTEROOM_DEPLOYMENT=([^\s\\]+)/.exec(
      readFileSync(join(root, "docs/guides/containers.md"), "utf8"),
    )?.[1];
    const [given] = readSettings({ deployment: (written ?? "").replace("%s", "one") }).deployment ?? [];
    equal(given?.url, `mongodb://${user}:one@mongo:27017`);
  });

  await t.test("publishes nothing beyond this machine, and keeps what is to be kept", () => {
    const ports = Object.values(file.services).flatMap((service) => service.ports ?? []);
    ok(ports.length > 0 && ports.every((each) => each.startsWith("127.0.0.1:")), ports.join());
    equal(anteroom.read_only, true);
    deepEqual(anteroom.volumes, [`anteroom:${stepsOf(image, "VOLUME")[0]?.text}`]);
    const named = Object.values(file.services).flatMap((service) => service.volumes ?? []);
    deepEqual(named.map((each) => each.split(":")[0]).sort(), Object.keys(file.volumes).sort());
  });
});

test("serve with the variables of compose.yaml", { skip: skipReason("postgres") }, async (t) => {
  const office = await startPostOffice(t);
  const data = createFolder(t);
  const env = {
    ...variablesOf(image),
    ...anteroom.environment,
    // Compose writes nothing where its user sets nothing.
    ANTEROOM_DEPLOYMENT: "",
    // What is somewhere else here: the other two services, the volume, and the port.
    ANTEROOM_DATABASE_URL: await createTestDatabase(t),
    ANTEROOM_MAIL_URL: office.url,
    ANTEROOM_DATA: data,
    ANTEROOM_PORT: "0",
  };
  const server = await startProcess(t, [...(anteroom.command ?? [])], env);
  const url = server.url.replace("0.0.0.0", "127.0.0.1");
  const file = /Minted credentials are in (\S+),/.exec(server.before)?.[1] ?? "";
  const [{ publicKey, privateKey }] = JSON.parse(readFileSync(file, "utf8")).apiKeys;
  equal(file.startsWith(data), true, "the minted key is in the volume");

  await t.test("the healthcheck of the image says that it is healthy", async () => {
    const check = join(root, "scripts/container/healthy.mjs");
    const asked = { ...env, ANTEROOM_PORT: new URL(url).port };
    deepEqual(await run(process.execPath, [check], { env: asked }), { code: 0, stdout: "", stderr: "" });
  });

  await t.test("an invitation is mailed, with a link to the base URL", async () => {
    const atlas = new AtlasClient({ baseUrl: url, publicKey, privateKey });
    const [org] = (await atlas.listOrgs()).results ?? [];
    const orgId = org?.id ?? "";
    await atlas.createOrgInvite({ orgId, body: { username: "new@example.com", roles: ["ORG_MEMBER"] } });
    await until(() => office.received.length > 0);
    const [{ from, to, raw } = { from: "", to: [], raw: "" }] = office.received;
    deepEqual([from, to], ["no-reply@example.com", ["new@example.com"]]);
    match(raw.replace(/=\r\n/g, ""), /http:\/\/localhost:8080\/invitations\//);
  });

  equal(await server.stop(), 0);
});

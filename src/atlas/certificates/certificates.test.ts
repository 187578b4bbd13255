// The certificates of database users, answer by answer, and their verification.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Asked, request, startOperations } from "../../../test/support/operations.ts";
import { createFolder } from "../../../test/support/storage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";

const roles = [{ databaseName: "sales", roleName: "read" }];
const managed = { databaseName: "$external", x509Type: "MANAGED", roles, username: "app" } as const;

const withUsers = seedWith(
  {},
  { databaseUsers: [managed, { username: "word", password: "a word of the application", roles }] },
);

test("certificates of database users", async (t) => {
  const params = { username: "app", databaseName: "$external" };
  const stage = await startOperations(t, { as: "groupOwner", seed: withUsers, params });
  const { call, get, refuses, testRefusals } = stage;
  const authority = (): { certificate: X509Certificate; sealed: string } => {
    const [row] = stage.rows(
      "select document, sealed_secret from documents where kind = 'certificateAuthority'",
    ) as { document: string; sealed_secret: string }[];
    const { certificate } = JSON.parse(row?.document ?? "{}");
    return { certificate: new X509Certificate(certificate), sealed: row?.sealed_secret ?? "" };
  };
  /** Makes a certificate, and returns it with its key as PEM. */
  const make = async (body: object = {}, asked: Asked = {}): Promise<string> => {
    const { status, text } = await call("createGroupDatabaseUserCert", { ...asked, body });
    equal(status, 201, text);
    return text;
  };
  const list = () => get("listGroupDatabaseUserCerts");

  await t.test("201 a certificate and its key as PEM, under the recorded content type", async () => {
    const reply = await call("createGroupDatabaseUserCert", { body: { monthsUntilExpiration: 6 } });
    const { "content-type": type, "cache-control": cache, "ratelimit-limit": limit } = reply.headers;
    deepEqual(
      [reply.status, type, cache, limit],
      [201, "application/vnd.atlas.2023-01-01+json;charset=utf-8", "no-store", "1200"],
    );
    match(
      reply.text,
      /^-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n/,
    );

    const issued = new X509Certificate(reply.text);
    equal(issued.subject, "CN=app");
    equal(issued.issuer, `CN=${ids.group}\nOU=Atlas\nO=MongoDB Inc`);
    deepEqual(issued.keyUsage, ["1.3.6.1.5.5.7.3.2"]);
    deepEqual([issued.publicKey.asymmetricKeyType, issued.ca], ["rsa", false]);
    ok(issued.checkPrivateKey(createPrivateKey(reply.text.slice(reply.text.indexOf("-----BEGIN PRIVATE")))));
    const { certificate } = authority();
    ok(certificate.ca && issued.checkIssued(certificate) && issued.verify(certificate.publicKey));

    await stage.lists("listGroupDatabaseUserCerts", {}, [
      {
        _id: Number.parseInt(issued.serialNumber, 16),
        createdAt: "2026-08-10T02:04:53Z",
        groupId: ids.group,
        notAfter: "2027-02-10T03:04:53Z",
        subject: "CN=app",
      },
    ]);
    deepEqual(
      [Date.parse(issued.validFrom), Date.parse(issued.validTo)],
      ["2026-08-10T02:04:53Z", "2027-02-10T03:04:53Z"].map((at) => Date.parse(at)),
    );
    deepEqual(stage.told(), [["MONGODB_USER_X509_CERT_CREATED", "group"]]);
    deepEqual(stage.details(), [{ dbUserUsername: "app" }]);
  });

  await t.test(
    "openssl believes a certificate by the project's authority, whose key is sealed",
    async (t) => {
      const text = await make();
      const { certificate, sealed } = authority();
      match(sealed, /^[\w-]{100,}$/);
      const folder = createFolder(t);
      const [ca, user] = [join(folder, "ca.pem"), join(folder, "user.pem")];
      writeFileSync(ca, certificate.toString());
      writeFileSync(user, text);
      const at = String(Math.floor(Date.parse(stage.clock.now()) / 1000));
      const asked = ["verify", "-attime", at, "-purpose", "sslclient", "-CAfile", ca, user];
      const { error, stdout } = spawnSync("openssl", asked, { encoding: "utf8" });
      if (error !== undefined) return t.skip("openssl is not installed");
      equal(stdout, `${user}: OK\n`);
    },
  );

  await t.test("no certificate is made for clients that left while they waited for their turn", async () => {
    const leaving = new AbortController();
    const authorization = `Bearer ${await stage.token()}`;
    const { path, method, headers } = request("createGroupDatabaseUserCert", { params });
    const asked = Array.from({ length: 8 }, () =>
      fetch(`${stage.url}${path}`, {
        method: `${method}`,
        headers: { ...headers, authorization, "content-type": "application/json" },
        body: "{}",
        signal: leaving.signal,
      }).then(
        ({ status }) => status,
        () => 0,
      ),
    );
    equal(await Promise.race(asked), 201);
    leaving.abort();
    await make();
    const { totalCount } = await list();
    ok(totalCount >= 2 && totalCount <= 4, `${totalCount}`);
  });

  await t.test("envelope wraps the text", async () => {
    const { json } = await call("createGroupDatabaseUserCert", { query: "envelope=true", body: {} });
    deepEqual([json.status, typeof json.content], [201, "string"]);
  });

  await t.test(
    "one authority signs all, and certificates end by the clock, three months by default",
    async () => {
      await make({ monthsUntilExpiration: 1 });
      const first = authority().sealed;
      await make();
      equal(authority().sealed, first);
      const ends = (await list()).results.map(({ notAfter }: { notAfter: string }) => notAfter);
      deepEqual(ends, ["2026-09-10T03:04:53Z", "2026-11-10T03:04:53Z"]);
      stage.clock.set({ now: "2026-09-10T03:04:53Z" });
      equal((await list()).totalCount, 1);
      stage.clock.set({ now: "2026-11-10T03:04:53Z" });
      equal((await list()).totalCount, 0);
    },
  );

  await t.test("a month that is shorter ends on its last day", async () => {
    stage.clock.set({ now: "2027-01-31T12:00:00Z" });
    await make({ monthsUntilExpiration: 1 });
    equal((await list()).results[0].notAfter, "2027-02-28T12:00:00Z");
  });

  await t.test("certificates outlast their user", async () => {
    await make();
    await get("deleteGroupDatabaseUser");
    equal((await list()).totalCount, 1);
    await refuses("createGroupDatabaseUserCert", { body: {} }, "USERNAME_NOT_FOUND", ["app"]);
  });

  const field = "monthsUntilExpiration";
  await testRefusals({ createGroupDatabaseUserCert: { body: {} } }, [
    [
      "too many months",
      { body: { [field]: 25 } },
      "CERT_EXPIRY_CANNOT_EXCEED_TWO_YEARS",
      [24],
      field,
      "It is more than 24.",
    ],
    ["no month", { body: { [field]: 0 } }, "INVALID_ATTRIBUTE", [field], field, "It is less than 1."],
    ["a user with a password", { params: { username: "word" } }, "USER_NOT_MANAGED_X509", ["word"]],
  ]);
  await testRefusals({ listGroupDatabaseUserCerts: { params: { username: "nobody" } } }, [
    ["a user who is not there", {}, "USERNAME_NOT_FOUND", ["nobody"]],
  ]);

  await t.test("a user may be named by a distinguished name, which the certificate says then", async () => {
    const username = "CN=ellen@example.com, OU=users\\, all";
    const create = (username: string) => ({ body: { ...managed, username } });
    equal((await get("createGroupDatabaseUser", create(username))).username, username);
    const text = await make({}, { params: { username } });
    equal(new X509Certificate(text).subject, "OU=users\\, all\nCN=ellen@example.com");
    const { results } = await get("listGroupDatabaseUserCerts", { params: { username } });
    equal(results[0].subject, username);
    equal(stage.events()[0]?.type, "MONGODB_USER_ADDED");
    for (const wrong of ["OU=users", "CN=,OU=users", "CN=a+OU=b", "XY=a,CN=b", "a,b", "CN=a,"]) {
      await refuses("createGroupDatabaseUser", create(wrong), "ATLAS_INVALID_USERNAME", [wrong]);
    }
  });

  await t.test("events name a plain one as the subject of its certificate, as recorded", async () => {
    await get("createGroupDatabaseUser", { body: { ...managed, username: "user389" } });
    await get("deleteGroupDatabaseUser", { params: { username: "user389" } });
    const { results } = await get("listGroupEvents");
    deepEqual(
      results.map(({ dbUserUsername }: { dbUserUsername: string }) => dbUserUsername),
      ["CN=user389", "CN=user389"],
    );
  });

  await t.test("400 CANNOT_GENERATE_CERT_IF_ADVANCED_X509 beside the customer's authority", async () => {
    await make();
    const cas = authority().certificate.toString();
    await get("updateGroupUserSecurity", { body: { customerX509: { cas } } });
    const advanced = "CANNOT_GENERATE_CERT_IF_ADVANCED_X509";
    await refuses("createGroupDatabaseUserCert", { body: {} }, advanced, [ids.group]);
    await get("disableGroupUserSecurityCustomerX509");
    await make();
  });
});

// Certificates of database users, answer by answer, and what verifies them.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  refusal,
  startStage,
  steadyHeaders,
  unkept,
} from "../../../test/support/stage.ts";
import { createFolder } from "../../../test/support/storage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";

const path = `${groupPath}/databaseUsers/app/certs`;
const make = (body: object = {}) => ({ method: "POST", path, body });
const roles = [{ databaseName: "sales", roleName: "read" }];
const managed = { databaseName: "$external", x509Type: "MANAGED", roles, username: "app" } as const;
const succeeded = "application/vnd.atlas.2023-01-01+json;charset=utf-8";

const withUsers = seedWith(
  {},
  { databaseUsers: [managed, { username: "word", password: "a word of the application", roles }] },
);

test("certificates of database users", async (t) => {
  const stage = await startStage(t, { seed: withUsers });
  const authority = (): { certificate: X509Certificate; sealed: string } => {
    const [row] = stage.rows(
      "select document, sealed_secret from documents where kind = 'certificateAuthority'",
    ) as { document: string; sealed_secret: string }[];
    const { certificate } = JSON.parse(row?.document ?? "{}");
    return { certificate: new X509Certificate(certificate), sealed: row?.sealed_secret ?? "" };
  };
  const list = async () => (await stage.ask("groupReader", { path })).json;

  await t.test("201 a certificate and its key as PEM, under the recorded content type", async () => {
    const reply = await stage.ask("groupOwner", make({ monthsUntilExpiration: 6 }));
    equal(reply.status, 201);
    const { "content-type": type, "cache-control": cache, "ratelimit-limit": limit } = steadyHeaders(reply);
    deepEqual([type, cache, limit], [succeeded, unkept["cache-control"], "1200"]);
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

    const json = {
      links: [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
      results: [
        {
          _id: Number.parseInt(issued.serialNumber, 16),
          createdAt: "2026-08-10T02:04:53Z",
          groupId: ids.group,
          notAfter: "2027-02-10T03:04:53Z",
          subject: "CN=app",
        },
      ],
      totalCount: 1,
    };
    assertSuccess(await stage.ask("groupReader", { path }), { status: 200, limit: 1200, json });
    deepEqual(
      [Date.parse(issued.validFrom), Date.parse(issued.validTo)],
      ["2026-08-10T02:04:53Z", "2027-02-10T03:04:53Z"].map((at) => Date.parse(at)),
    );
    deepEqual(stage.events(), [
      eventBy("groupOwner", "MONGODB_USER_X509_CERT_CREATED", { groupId: ids.group }),
    ]);
    const [{ details = "" } = {}] = stage.rows("select details from events") as { details: string }[];
    deepEqual(JSON.parse(details), { dbUserUsername: "app" });
  });

  await t.test(
    "openssl believes a certificate by the project's authority, whose key is sealed",
    async (t) => {
      const { text } = await stage.ask("groupOwner", make());
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
    const asked = Array.from({ length: 8 }, () =>
      fetch(`${stage.url}${path}`, {
        method: "POST",
        headers: {
          authorization,
          accept: "application/vnd.atlas.2023-01-01+json",
          "content-type": "application/json",
        },
        body: "{}",
        signal: leaving.signal,
      }).then(
        ({ status }) => status,
        () => 0,
      ),
    );
    equal(await Promise.race(asked), 201);
    leaving.abort();
    equal((await stage.ask("groupOwner", make())).status, 201);
    const { totalCount } = await list();
    ok(totalCount >= 2 && totalCount <= 4, `${totalCount}`);
  });

  await t.test("envelope wraps the text", async () => {
    const { json } = await stage.ask("groupOwner", { ...make(), path: `${path}?envelope=true` });
    deepEqual([json.status, typeof json.content], [201, "string"]);
  });

  await t.test(
    "one authority signs all, and certificates end by the clock, three months by default",
    async () => {
      await stage.ask("groupOwner", make({ monthsUntilExpiration: 1 }));
      const first = authority().sealed;
      await stage.ask("groupOwner", make());
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
    await stage.ask("groupOwner", make({ monthsUntilExpiration: 1 }));
    equal((await list()).results[0].notAfter, "2027-02-28T12:00:00Z");
  });

  await t.test("certificates outlast their user", async () => {
    await stage.ask("groupOwner", make());
    const user = { method: "DELETE", path: `${groupPath}/databaseUsers/$external/app` };
    equal((await stage.ask("groupOwner", user)).status, 204);
    equal((await list()).totalCount, 1);
    assertRefusal(await stage.ask("groupOwner", make()), refusal("USERNAME_NOT_FOUND", ["app"]));
    const unknown = { path: path.replace("/app/", "/nobody/") };
    assertRefusal(await stage.ask("groupReader", unknown), refusal("USERNAME_NOT_FOUND", ["nobody"]));
  });

  const field = "monthsUntilExpiration";
  await t.test("400 for too many months, and for none", async () => {
    assertRefusal(
      await stage.ask("groupOwner", make({ [field]: 25 })),
      refusal("CERT_EXPIRY_CANNOT_EXCEED_TWO_YEARS", [24], field, "It is more than 24."),
    );
    assertRefusal(
      await stage.ask("groupOwner", make({ [field]: 0 })),
      refusal("INVALID_ATTRIBUTE", [field], field, "It is less than 1."),
    );
    equal((await list()).totalCount, 0);
  });

  await t.test("a user may be named by a distinguished name, which the certificate says then", async () => {
    const username = "CN=ellen@example.com, OU=users\\, all";
    const users = `${groupPath}/databaseUsers`;
    const create = (name: string) =>
      stage.ask("groupOwner", { method: "POST", path: users, body: { ...managed, username: name } });
    const { status, json: created } = await create(username);
    deepEqual([status, created.username], [201, username]);
    const certs = `${users}/${encodeURIComponent(username)}/certs`;
    const { text } = await stage.ask("groupOwner", { method: "POST", path: certs, body: {} });
    equal(new X509Certificate(text).subject, "OU=users\\, all\nCN=ellen@example.com");
    const { results } = (await stage.ask("groupReader", { path: certs })).json;
    equal(results[0].subject, username);
    const [event] = stage.events();
    equal(event?.type, "MONGODB_USER_ADDED");
    for (const wrong of ["OU=users", "CN=,OU=users", "CN=a+OU=b", "XY=a,CN=b", "a,b", "CN=a,"]) {
      assertRefusal(await create(wrong), refusal("ATLAS_INVALID_USERNAME", [wrong]));
    }
  });

  await t.test("events name a plain one as the subject of its certificate, as recorded", async () => {
    const path = `${groupPath}/databaseUsers`;
    await stage.ask("groupOwner", { method: "POST", path, body: { ...managed, username: "user389" } });
    await stage.ask("groupOwner", { method: "DELETE", path: `${path}/$external/user389` });
    const { results } = (await stage.ask("groupReader", { path: `${groupPath}/events` })).json;
    deepEqual(
      results.map(({ dbUserUsername }: { dbUserUsername: string }) => dbUserUsername),
      ["CN=user389", "CN=user389"],
    );
  });

  await t.test("400 USER_NOT_MANAGED_X509 for a user with a password", async () => {
    const reply = await stage.ask("groupOwner", { ...make(), path: path.replace("/app/", "/word/") });
    assertRefusal(reply, refusal("USER_NOT_MANAGED_X509", ["word"]));
  });

  await t.test("400 CANNOT_GENERATE_CERT_IF_ADVANCED_X509 beside the customer's authority", async () => {
    await stage.ask("groupOwner", make());
    const cas = authority().certificate.toString();
    const body = { customerX509: { cas } };
    const security = { method: "PATCH", path: `${groupPath}/userSecurity`, body };
    equal((await stage.ask("groupOwner", security)).status, 202);
    const refused = refusal("CANNOT_GENERATE_CERT_IF_ADVANCED_X509", [ids.group]);
    assertRefusal(await stage.ask("groupOwner", make()), refused);
    const disabling = { method: "DELETE", path: `${groupPath}/userSecurity/customerX509` };
    equal((await stage.ask("groupOwner", disabling)).status, 202);
    equal((await stage.ask("groupOwner", make())).status, 201);
  });
});

// Tests of the addresses of deployments: which are valid, what is shown of them, and to which one a cluster leads.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { connectionString, deploymentName, deploymentOf, deploymentUrlFlaw } from "./deployment-url.ts";

test("a deployment has credentials and hosts, and options perhaps, but no database", () => {
  for (const url of [
    "mongodb://root:s%40cret@db.example.com:27017/",
    "mongodb://root:s@[::1]:27017,two:27018/?replicaSet=rs0",
    "mongodb+srv://root:s@cluster.example.com/admin?tls=true",
  ]) {
    equal(deploymentUrlFlaw(url), undefined, url);
  }
  for (const url of [
    "",
    "postgres://db",
    "mongodb://",
    "mongodb://root:s@db/sales",
    "mongodb://a b",
    "mongodb://u:p@",
  ]) {
    match(deploymentUrlFlaw(url) ?? "", /^it is no URL of a deployment: write mongodb:/, url);
  }
  for (const url of [
    "mongodb://db.example.com",
    "mongodb://root@db.example.com:27017/",
    "mongodb://root:@db",
    "mongodb://:secret@db",
    "mongodb+srv://@db?retryWrites=true",
  ]) {
    match(
      deploymentUrlFlaw(url) ?? "",
      /no user and password of an administrator: write mongodb:\/\/ADMIN:PASSWORD@HOST:PORT/,
      url,
    );
  }
});

test("a connection string has hosts and what leads there, and nothing that is secret", () => {
  const url =
    "mongodb://root:secret@DB.example.com:27017,two:27018/admin?replicaSet=rs0&tls=true&tlsCertificateKeyFilePassword=secret&authMechanism=SCRAM-SHA-1&appName=secret&TLSCAFile=/secret";
  equal(
    connectionString(url),
    "mongodb://db.example.com:27017,two:27018/?authSource=admin&replicaSet=rs0&tls=true",
  );
  equal(
    connectionString("mongodb+srv://root:secret@c.example.com"),
    "mongodb+srv://c.example.com/?authSource=admin",
  );
  equal(deploymentName(url), "db.example.com:27017,two:27018");
});

test("a cluster leads to its own deployment, that of its name, or that of all", () => {
  const [all, named] = [
    { cluster: null, url: "mongodb://all", name: "all" },
    { cluster: "east", url: "mongodb://east", name: "east" },
  ];
  const lead = (name: string, ownUrl: string | null = null, from = [all, named]) =>
    deploymentOf(from, { name, ownUrl })?.name;
  deepEqual(
    [lead("west"), lead("east"), lead("east", "mongodb://a:b@own:1"), lead("west", null, [named])],
    ["all", "east", "own:1", undefined],
  );
});

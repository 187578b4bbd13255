// Tests of the addresses of databases, with one server and with several.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { readDatabaseUrl, wantedServer } from "./database-url.ts";

const urlsOf = (url: string) => readDatabaseUrl(url)?.map((each) => each.url);

test("an address of one server stays as it is", () => {
  for (const url of [
    "postgres://localhost/access",
    "postgresql://ada:a%40b@one.example.com:5432/access?sslmode=require",
    "postgres://ada@/access",
    "postgres:///access?host=/run/postgresql",
    "postgres://%2Frun%2Fpostgresql/access",
    "postgres://ada:a,b@one",
  ]) {
    deepEqual(urlsOf(url), [url]);
  }
});

test("several servers give an address each, with all else in it", () => {
  deepEqual(readDatabaseUrl("postgres://ada:a,b@one:5432,[::1]:5433,two/access?application_name=a,b"), [
    { name: "one:5432", url: "postgres://ada:a,b@one:5432/access?application_name=a,b" },
    { name: "[::1]:5433", url: "postgres://ada:a,b@[::1]:5433/access?application_name=a,b" },
    { name: "two", url: "postgres://ada:a,b@two/access?application_name=a,b" },
  ]);
});

test("what is no address cannot be read, nor a list with something else in it", () => {
  for (const url of [
    "mysql://localhost/access",
    "postgres://ada:secret@localhost:notaport/access",
    "localhost",
    "",
    "postgres://one,/access",
    "postgres://,one/access",
    "postgres://one,two:port/access",
    "postgres://one,::1/access",
    "postgres://one,two:543210/access",
  ]) {
    equal(readDatabaseUrl(url), undefined, url);
  }
});

test("the kind of server that is asked for is read, where the address says it", () => {
  equal(
    wantedServer("postgres://one,two/access?sslmode=require&target_session_attrs=read-write"),
    "read-write",
  );
  equal(wantedServer("postgres://one/access?target_session_attrs=any&sslmode=require"), "any");
  equal(wantedServer("postgres://one/target_session_attrs=any"), undefined);
});

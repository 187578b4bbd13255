// Tests which address of a database a port leads to, and the connection string that holds a driver to the port.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { connectionThrough, readConnection } from "./address.ts";

const hosts = (...all: (readonly [string, number])[]) => ({
  kind: "hosts",
  hosts: all.map(([host, port]) => ({ host, port })),
});

test("the address comes without user, password and database, and a key tells addresses apart", () => {
  for (const [text, target, key, options = ""] of [
    ["mongodb://a.test", hosts(["a.test", 27_017]), "a.test"],
    ["mongodb://u:p@a.test:1/b?c=d", hosts(["a.test", 1]), "a.test:1", "c=d"],
    [
      "mongodb://a.test:1,[::1]:2,[::2]",
      hosts(["a.test", 1], ["::1", 2], ["::2", 27_017]),
      "a.test:1,[::1]:2,[::2]",
    ],
    ["mongodb+srv://u:p@a.test/?c=d", { kind: "record", name: "a.test" }, "srv a.test", "c=d&tls=true"],
    ["mongodb+srv://a.test/?tls=false", { kind: "record", name: "a.test" }, "srv a.test", "tls=false"],
    ["mongodb+srv://a.test/?ssl=false", { kind: "record", name: "a.test" }, "srv a.test", "ssl=false"],
  ] as const) {
    const { options: read, ...rest } = readConnection(text) ?? {};
    deepEqual([rest, String(read)], [{ target, key }, options], text);
  }
  for (const text of ["mongodb://a.invalid", "mongodb://", "x mongodb://a.test", "a.test"]) {
    equal(readConnection(text), undefined, text);
  }
});

test("a driver looks for no member beyond the port", () => {
  const options = new URLSearchParams(
    "replicaSet=rs0&authSource=admin&loadBalanced=true&directConnection=false&srvServiceName=a&srvMaxHosts=1",
  );
  equal(
    connectionThrough("127.0.0.1", 1, options),
    "mongodb://127.0.0.1:1/?directConnection=true&authSource=admin",
  );
  equal(connectionThrough("::1", 1, new URLSearchParams()), "mongodb://[::1]:1/?directConnection=true");
});

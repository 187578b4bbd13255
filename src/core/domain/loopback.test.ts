// Tests which names are this machine's own.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { isLoopback, isLoopbackName } from "./loopback.ts";

test("names of this machine", () => {
  for (const name of ["localhost", "127.0.0.1", "127.1.2.3", "127.10.200.30"]) {
    equal(isLoopbackName(name), true, name);
    equal(isLoopback(name), true, name);
    equal(isLoopback(`${name}:8080`), true, name);
  }
  for (const name of ["a.localhost", "my-site.dev_1.localhost:80"]) equal(isLoopback(name), true, name);
  equal(isLoopbackName("::1"), true);
  equal(isLoopback("[::1]:8080"), true);
});

test("names of other machines", () => {
  for (const name of [
    "",
    "example.com",
    "localhost.example.com",
    "127.0.0.1.example.com",
    "xlocalhost",
    "0.0.0.0",
    "::2",
    "localhost:80:80",
    "localhost:x",
    "localhost\n",
    "128.0.0.1",
    "?.localhost",
    ".localhost",
  ]) {
    equal(isLoopback(name), false, name);
    equal(isLoopbackName(name), false, name);
  }
});

// The security log of what people do on pages.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { consoleOperations } from "../../src/console/operations/index.ts";
import type { Operation } from "../../src/core/operations/operation.ts";
import { pluck } from "../support/pluck.ts";

test("what people do to sign in and out is told of", () => {
  const silent = Object.values<Operation>(consoleOperations)
    .filter(({ method, securityEvent }) => method !== "GET" && securityEvent === undefined)
    .filter(({ id }) => /[Pp]assword|[Ss]ign|join|CommandLine/.test(id));
  deepEqual(pluck(silent, "id"), []);
});

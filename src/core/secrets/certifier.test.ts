// Tests of the order in which keys are created, and of clients that do not get one any more.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { createCertifier } from "./certifier.ts";
import { createKeyring } from "./keyring.ts";

const keyring = createKeyring(Buffer.alloc(32, 1));

test("organizations take turns at keys, and a client that has left gets none", async () => {
  const outcomes: string[] = [];
  const make = (line: string, name: string, isGone = () => false) =>
    createCertifier(keyring, { line, isGone }).then(
      () => void outcomes.push(name),
      ({ code }) => void outcomes.push(`${name} ${code}`),
    );
  await Promise.all([
    make("one", "one 1"),
    make("one", "one 2", () => true),
    make("one", "one 3"),
    make("other", "other 1"),
  ]);
  deepEqual(outcomes, ["one 1", "one 2 SERVICE_UNAVAILABLE", "other 1", "one 3"]);
});

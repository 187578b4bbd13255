// Tests of reading and writing client ids of service accounts.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clientIdPattern, fromClientId, isClientId, toClientId } from "./client-id.ts";

const shape = new RegExp(clientIdPattern);

test("an id comes back from its client id, in whatever case", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-f]{24}$/), (id) => {
      const clientId = toClientId(id);
      equal(shape.test(clientId) && isClientId(clientId), true);
      equal(fromClientId(clientId), id);
      equal(fromClientId(toClientId(id.toUpperCase())), id);
    }),
  );
});

test("names of people and API keys are no client ids", () => {
  for (const name of ["", "ada@example.com", "abcdefgh", "65f0c1a2e7d344b6a9c810e2", "mdb_sa_sk_abc"]) {
    equal(isClientId(name), false, name);
  }
});

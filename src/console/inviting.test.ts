// Proves that addresses are found in the forms in which people paste them, and what the result for each is if some are refused.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "./client.ts";
import { addressesIn, inviteEach, isWell } from "./inviting.tsx";

const form = (addresses: string) => ({ text: () => addresses, raw: () => addresses, all: () => [] });
const refusal = (detail: string) => new Refusal(409, { detail, errorCode: "USER_ALREADY_IN_ORG" }, undefined);

test("addresses are found between commas, semicolons, blanks and lines, and each once", () => {
  deepEqual(
    addressesIn(
      "ada@example.com, Ada Example <bob@example.com>;\r\n eve@example.com  mal@example.com\nADA@example.com",
    ),
    ["ada@example.com", "bob@example.com", "eve@example.com", "mal@example.com"],
  );
  deepEqual(addressesIn(" ,\n; "), []);
});

test("a report that all went well", async () => {
  const asked: string[] = [];
  const report = await inviteEach(form("a@example.com, b@example.com"), async (address) => {
    asked.push(address);
    return "invited";
  });
  equal(isWell(report), true);
  deepEqual(
    report.outcomes.map(({ outcome }) => outcome),
    ["invited", "invited"],
  );
  deepEqual(asked, ["a@example.com", "b@example.com"]);
});

test("a report of each address when some were refused", async () => {
  const refused = refusal("b is there");
  const sent = form("a@example.com, b@example.com");
  const report = await inviteEach(sent, async (address) => {
    if (address.startsWith("b")) throw refused;
    return "added";
  });
  equal(isWell(report), false);
  deepEqual(report, {
    form: sent,
    outcomes: [
      { address: "a@example.com", outcome: "added" },
      { address: "b@example.com", outcome: refused },
    ],
  });
});

test("refused as a whole when all are refused for one reason, or nobody is signed in any more", async () => {
  const common = refusal("not for your role");
  await rejects(
    inviteEach(form("a@example.com, b@example.com"), () => Promise.reject(common)),
    common,
  );
  const nobody = new Refusal(401, {}, undefined);
  await rejects(
    inviteEach(form("a@example.com, b@example.com"), async (address) => {
      if (address.startsWith("b")) throw nobody;
      return "added";
    }),
    nobody,
  );
});

test("more addresses than one request should invite are refused, and nobody is invited", async () => {
  const addresses = Array.from({ length: 251 }, (_, index) => `${index}@example.com`);
  const invite = () => Promise.reject(new Error("nobody is to be invited"));
  await rejects(inviteEach(form(addresses.join()), invite), { code: "TOO_MANY_ADDRESSES", status: 400 });
  equal(isWell(await inviteEach(form(addresses.slice(1).join()), async () => "invited")), true);
});

// Tests the addresses a credential may be used from.
import { throws } from "node:assert/strict";
import { test } from "node:test";
import type { Credential } from "../../store/credentials.ts";
import { allowAddress } from "./admit.ts";

const ip = "192.0.2.1";
const credential = (listRequired: boolean, ...accessList: string[]) =>
  ({ id: "k", orgId: "o", accessList, listRequired }) as Credential;

test("without a list any address will do, unless the organization demands one", () => {
  allowAddress(credential(false), ip);
  throws(() => allowAddress(credential(true), ip), { code: "ORG_REQUIRES_ACCESS_LIST", parameters: [ip] });
});

test("with a list the address must be on it", () => {
  for (const demanded of [true, false]) {
    allowAddress(credential(demanded, "198.51.100.0/24", "192.0.2.0/24"), ip);
    const refusal = { code: "IP_ADDRESS_NOT_ON_ACCESS_LIST", parameters: [ip] };
    throws(() => allowAddress(credential(demanded, "198.51.100.0/24"), ip), refusal);
  }
});

test("no list covers an unknown address, not even one of everything", () => {
  allowAddress(credential(false), undefined);
  const unlisted = { code: "ORG_REQUIRES_ACCESS_LIST", parameters: ["unknown"] };
  throws(() => allowAddress(credential(true), undefined), unlisted);
  const refusal = { status: 403, code: "IP_ADDRESS_NOT_ON_ACCESS_LIST", parameters: [] };
  for (const entries of [["0.0.0.0/0", "::/0"], ["127.0.0.1/32"]]) {
    throws(() => allowAddress(credential(false, ...entries), undefined), refusal);
  }
  throws(() => allowAddress(credential(false, "::/0"), undefined), /IP address is unknown/);
});

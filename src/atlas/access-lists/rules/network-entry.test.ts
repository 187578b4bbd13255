// Tests which entries an access list of a project accepts, and under which names.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import { chooseNetworkEntries, longestComment, type SentEntry } from "./network-entry.ts";

const now = Date.UTC(2026, 7, 10);
const choose = (...sent: SentEntry[]) => chooseNetworkEntries(sent, now, fault);
const entry = (cidr: string) => ({ name: cidr, document: { cidr }, endsAt: null });

test("an entry is one network or one security group, with its comment and its end", () => {
  deepEqual(choose({ ipAddress: "192.0.2.1" }), [entry("192.0.2.1/32")]);
  deepEqual(choose({ cidrBlock: "192.0.2.0/24" }, { ipAddress: "2001:db8::1" }), [
    entry("192.0.2.0/24"),
    entry("2001:db8::1/128"),
  ]);
  deepEqual(choose({ ipAddress: "192.0.2.1", cidrBlock: "192.0.2.1/32" }), [entry("192.0.2.1/32")]);
  deepEqual(
    choose(
      { awsSecurityGroup: "123456789012/sg-0a", comment: "" },
      { ipAddress: "192.0.2.1", comment: "a", deleteAfterDate: "2026-08-11T00:00:00Z" },
    ),
    [
      { name: "123456789012/sg-0a", document: {}, endsAt: null },
      {
        name: "192.0.2.1/32",
        document: { cidr: "192.0.2.1/32", comment: "a" },
        endsAt: Date.UTC(2026, 7, 11),
      },
    ],
  );
  equal(choose({ ipAddress: "192.0.2.1", comment: "a".repeat(longestComment) }).length, 1);
});

test("a refusal names what is wrong", () => {
  const [one, two] = [{ ipAddress: "192.0.2.1" }, { cidrBlock: "192.0.2.1/32" }];
  const group = { awsSecurityGroup: "sg-0a" };
  for (const [code, ...sent] of [
    ["DUPLICATE_ADDRESSES_IN_INPUT", one, two],
    ["DUPLICATE_ADDRESSES_IN_INPUT", group, group],
    ["INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { ipAddress: "192.0.2.256" }],
    ["INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { ...one, cidrBlock: "192.0.2.0/33" }],
    ["INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { awsSecurityGroup: "x/sg-0a" }],
    ["INVALID_IP_ADDRESS_OR_CIDR_NOTATION", { awsSecurityGroup: "sg-0a " }],
    ["INVALID_NETWORK_PERMISSION_COMMENT", { ...one, comment: "a".repeat(longestComment + 1) }],
    ["MISSING_ONE_OF_ATTRIBUTES", { comment: "a" }],
    ["MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY", { ...one, cidrBlock: "192.0.2.2/32" }],
    ["MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY", { ...one, ...group }],
    ["EXPIRATION_DATE_IN_PAST", { ...one, deleteAfterDate: "2026-08-10T00:00:00Z" }],
    ["EXPIRATION_DATE_EXCEEDS_MAX", { ...one, deleteAfterDate: "2026-08-17T00:00:01Z" }],
    ["NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED", { ...group, deleteAfterDate: "2026-08-11T00:00:00Z" }],
  ] as const) {
    throws(() => choose(...sent), { code });
  }
  throws(() => choose(one, two), { parameters: ["192.0.2.1"] });
});

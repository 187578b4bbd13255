// The access list of a project, answer by answer.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, request, startOperations } from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";

const adding = "createGroupAccessListEntry";
const listing = "listGroupAccessListEntries";
const removing = "deleteGroupAccessListEntry";
const of = (entryValue: string): Asked => ({ params: { entryValue } });
const tomorrow = "2026-08-11T03:04:53Z";
const notFound = "ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND";
const event = (what: "ADDED" | "REMOVED" | "UPDATED") => `NETWORK_PERMISSION_ENTRY_${what}`;

test("the access list of a project", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, lists, refuses, testRefusals, url } = stage;
  const { path } = request(listing);
  const self = (name: string) => [{ href: `${url}${path}/${name.replace("/", "%2F")}`, rel: "self" }];
  const address = (ip: string, more: object = {}) => ({
    cidrBlock: `${ip}/32`,
    ...more,
    groupId: ids.group,
    ipAddress: ip,
    links: self(`${ip}/32`),
  });
  const add = (...body: readonly object[]) => get(adding, { body });
  const list = async (): Promise<object[]> => (await get(listing)).results;

  await t.test("201 adds an address and a network, and answers the whole list", async () => {
    const body = [
      { ipAddress: "192.0.2.7", comment: "office", groupId: ids.group },
      { cidrBlock: "198.51.100.0/24", comment: "" },
    ];
    const results = [
      address("192.0.2.7", { comment: "office" }),
      { cidrBlock: "198.51.100.0/24", groupId: ids.group, links: self("198.51.100.0/24") },
    ];
    await lists(adding, { body }, results);
    await lists(adding, { body: [] }, results);
    await lists(listing, {}, results);
    deepEqual(stage.told(), Array(2).fill([event("ADDED"), "group"]));
    deepEqual(stage.details(), [{ whitelistEntry: "192.0.2.7" }, { whitelistEntry: "198.51.100.0/24" }]);
  });

  await t.test("an entry ends by the clock, and leaves an event", async () => {
    await add({ ipAddress: "192.0.2.7", deleteAfterDate: tomorrow });
    deepEqual(await list(), [address("192.0.2.7", { deleteAfterDate: tomorrow })]);
    stage.clock.set({ advance: "P1D" });
    deepEqual(await list(), []);
    await refuses("getGroupAccessListEntry", of("192.0.2.7"), notFound, ["192.0.2.7", ids.group]);
    // The address can be added again.
    await add({ ipAddress: "192.0.2.7" });
    const [, ended, again] = stage.events();
    deepEqual(
      [ended?.type, ended?.at, ended?.actor_kind, again?.type],
      [event("REMOVED"), Date.parse(tomorrow), null, event("ADDED")],
    );
  });

  await t.test(
    "an end that is noticed late is an event of that moment, as seals are of each minute",
    async () => {
      await add({ ipAddress: "192.0.2.7", deleteAfterDate: tomorrow });
      stage.clock.set({ advance: "P1DT10M" });
      await add({ ipAddress: "192.0.2.8" });
      const [, ended] = stage.events();
      deepEqual([ended?.type, ended?.at], [event("REMOVED"), Date.parse(tomorrow) + 600_000]);
    },
  );

  await t.test("a temporary entry that is sent again ends when it says then, or never", async () => {
    await add({ ipAddress: "192.0.2.7", deleteAfterDate: tomorrow });
    const later = "2026-08-12T03:04:53Z";
    await add({ ipAddress: "192.0.2.7", deleteAfterDate: later });
    deepEqual(await list(), [address("192.0.2.7", { deleteAfterDate: later })]);
    await add({ ipAddress: "192.0.2.7" });
    deepEqual(await list(), [address("192.0.2.7")]);
    stage.clock.set({ advance: "P3D" });
    deepEqual(await list(), [address("192.0.2.7")]);
    deepEqual(stage.told().slice(1), Array(2).fill([event("UPDATED"), "group"]));
  });

  await t.test("204 removes an entry, by its address too; 404 afterwards", async () => {
    await add({ ipAddress: "192.0.2.7" }, { cidrBlock: "198.51.100.0/24" });
    for (const entry of ["192.0.2.7", "198.51.100.0/24"]) await answers(removing, of(entry));
    deepEqual(await list(), []);
    await refuses(removing, of("198.51.100.0/24"), notFound, ["198.51.100.0/24", ids.group]);
    deepEqual(stage.told().slice(2), Array(2).fill([event("REMOVED"), "group"]));
  });

  const field = "deleteAfterDate";
  const far = "2026-08-17T03:04:54Z";
  await testRefusals({ [adding]: { body: [] } }, [
    [
      "an entry that names none",
      { body: [{ comment: "who?" }] },
      "MISSING_ONE_OF_ATTRIBUTES",
      ["ipAddress, cidrBlock, awsSecurityGroup"],
    ],
    [
      "what is no address",
      { body: [{ ipAddress: "192.0.2" }] },
      "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
      ["192.0.2"],
    ],
    [
      "what is no security group",
      { body: [{ awsSecurityGroup: "office" }] },
      "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
      ["office"],
    ],
    [
      "a new security group",
      { body: [{ ipAddress: "192.0.2.7" }, { awsSecurityGroup: "sg-0123456789abcdef0" }] },
      "CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION",
      [ids.group],
    ],
    [
      "a security group for a time",
      { body: [{ awsSecurityGroup: "sg-1", deleteAfterDate: tomorrow }] },
      "NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED",
      ["sg-1"],
    ],
    [
      "two at once",
      { body: [{ ipAddress: "192.0.2.7", awsSecurityGroup: "sg-1" }] },
      "MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY",
    ],
    [
      "one twice",
      { body: [{ ipAddress: "192.0.2.7" }, { cidrBlock: "192.0.2.7/32" }] },
      "DUPLICATE_ADDRESSES_IN_INPUT",
      ["192.0.2.7"],
    ],
    [
      "a long comment",
      { body: [{ ipAddress: "192.0.2.7", comment: "x".repeat(81) }] },
      "INVALID_NETWORK_PERMISSION_COMMENT",
      [80],
      "comment",
      "The comment has more than 80 characters.",
    ],
    [
      "a date of another form",
      { body: [{ ipAddress: "192.0.2.7", deleteAfterDate: "soon" }] },
      "INVALID_ATTRIBUTE",
      [field],
      field,
      "'soon' is not an instant such as 2027-07-01T00:00:00Z.",
    ],
    [
      "an end that is past",
      { body: [{ ipAddress: "192.0.2.7", deleteAfterDate: now }] },
      "EXPIRATION_DATE_IN_PAST",
      [now],
      field,
      "It is past.",
    ],
    [
      "an end more than a week ahead",
      { body: [{ ipAddress: "192.0.2.7", deleteAfterDate: far }] },
      "EXPIRATION_DATE_EXCEEDS_MAX",
      [far],
      field,
      "It is more than a week ahead.",
    ],
    [
      "an end of what stays",
      {
        before: () => add({ ipAddress: "192.0.2.7" }),
        body: [{ ipAddress: "192.0.2.7", deleteAfterDate: tomorrow }],
      },
      "PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY",
      ["192.0.2.7/32"],
    ],
    [
      "one more than the project may have",
      {
        before: async () => {
          const params = { limitName: "atlas.project.security.networkAccess.entries" };
          await get("setGroupLimit", { as: "owner", params, body: { value: 1 } });
          await add({ ipAddress: "192.0.2.7" });
        },
        body: [{ ipAddress: "192.0.2.8" }],
      },
      "ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED",
      [ids.group, 1],
    ],
  ]);
});

test("a security group that a seed brings", async (t) => {
  const seed = seedWith({}, { accessList: [{ entry: "sg-0123456789abcdef0" }] });
  const { get } = await startOperations(t, { as: "groupOwner", seed });
  const shown = async () => {
    const { results } = await get(listing);
    return results.map((each: Record<string, string>) => [each.awsSecurityGroup, each.comment]);
  };

  await t.test("is listed, and may be sent again with another comment", async () => {
    deepEqual(await shown(), [["sg-0123456789abcdef0", undefined]]);
    await get(adding, { body: [{ awsSecurityGroup: "sg-0123456789abcdef0", comment: "peered" }] });
    deepEqual(await shown(), [["sg-0123456789abcdef0", "peered"]]);
  });
});

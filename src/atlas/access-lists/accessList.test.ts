// The access list of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import {
  assertRefusal,
  assertSuccess,
  eventBy,
  now,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";

const path = `${groupPath}/accessList`;
const add = (...body: readonly object[]) => ({ method: "POST", path, body });
const remove = (entry: string) => ({ method: "DELETE", path: `${path}/${entry}` });
const tomorrow = "2026-08-11T03:04:53Z";
const notFound = (entry: string) => refusal("ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND", [entry, ids.group]);

test("the access list of a project", async (t) => {
  const stage = await startStage(t);
  const { url } = stage;
  const self = (name: string) => [{ href: `${url}${path}/${name.replace("/", "%2F")}`, rel: "self" }];
  const address = (ip: string, more: object = {}) => ({
    cidrBlock: `${ip}/32`,
    ...more,
    groupId: ids.group,
    ipAddress: ip,
    links: self(`${ip}/32`),
  });
  const page = (...results: readonly object[]) => ({
    links: [{ href: `${url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
    results,
    totalCount: results.length,
  });
  const list = async () => (await stage.ask("groupReader", { path })).json.results as object[];
  const event = (type: "ADDED" | "REMOVED" | "UPDATED") =>
    eventBy("groupOwner", `NETWORK_PERMISSION_ENTRY_${type}`, { groupId: ids.group });
  const entriesOfEvents = () =>
    (stage.rows("select details from events order by rowid") as { details: string }[]).map(
      ({ details }) => JSON.parse(details).whitelistEntry,
    );

  await t.test("201 adds an address and a network, and answers the whole list", async () => {
    const body = [
      { ipAddress: "192.0.2.7", comment: "office", groupId: ids.group },
      { cidrBlock: "198.51.100.0/24", comment: "" },
    ];
    const json = page(address("192.0.2.7", { comment: "office" }), {
      cidrBlock: "198.51.100.0/24",
      groupId: ids.group,
      links: self("198.51.100.0/24"),
    });
    assertSuccess(await stage.ask("groupOwner", add(...body)), { status: 201, limit: 1200, json });
    assertSuccess(await stage.ask("groupOwner", add()), { status: 201, limit: 1200, json });
    assertSuccess(await stage.ask("groupReader", { path }), { status: 200, limit: 1200, json });
    deepEqual(stage.events(), [event("ADDED"), event("ADDED")]);
    deepEqual(entriesOfEvents(), ["192.0.2.7", "198.51.100.0/24"]);
  });

  await t.test("an entry ends by the clock, and leaves an event", async () => {
    await stage.ask("groupOwner", add({ ipAddress: "192.0.2.7", deleteAfterDate: tomorrow }));
    deepEqual(await list(), [address("192.0.2.7", { deleteAfterDate: tomorrow })]);
    stage.clock.set({ advance: "P1D" });
    deepEqual(await list(), []);
    assertRefusal(await stage.ask("groupReader", { path: `${path}/192.0.2.7` }), notFound("192.0.2.7"));
    // The name is free again.
    equal((await stage.ask("groupOwner", add({ ipAddress: "192.0.2.7" }))).status, 201);
    const [, ended, again] = stage.events();
    deepEqual(
      [ended?.type, ended?.at, ended?.actor_kind, again?.type],
      ["NETWORK_PERMISSION_ENTRY_REMOVED", Date.parse(tomorrow), null, "NETWORK_PERMISSION_ENTRY_ADDED"],
    );
  });

  await t.test(
    "an end that is noticed late is an event of that moment, as seals are of each minute",
    async () => {
      await stage.ask("groupOwner", add({ ipAddress: "192.0.2.7", deleteAfterDate: tomorrow }));
      stage.clock.set({ advance: "P1DT10M" });
      await stage.ask("groupOwner", add({ ipAddress: "192.0.2.8" }));
      const [, ended] = stage.events();
      deepEqual(
        [ended?.type, ended?.at],
        ["NETWORK_PERMISSION_ENTRY_REMOVED", Date.parse(tomorrow) + 600_000],
      );
    },
  );

  await t.test("204 removes an entry, by its address too; 404 afterwards", async () => {
    await stage.ask("groupOwner", add({ ipAddress: "192.0.2.7" }, { cidrBlock: "198.51.100.0/24" }));
    assertSuccess(await stage.ask("groupOwner", remove("192.0.2.7")), { status: 204, limit: 1200 });
    assertSuccess(await stage.ask("groupOwner", remove("198.51.100.0%2F24")), { status: 204, limit: 1200 });
    deepEqual(await list(), []);
    const gone = "198.51.100.0/24";
    assertRefusal(await stage.ask("groupOwner", remove("198.51.100.0%2F24")), notFound(gone));
    deepEqual(stage.events().slice(2), [event("REMOVED"), event("REMOVED")]);
  });

  const field = "deleteAfterDate";
  const past = now;
  const far = "2026-08-17T03:04:54Z";
  const refused: readonly (readonly [string, readonly object[], ReturnType<typeof refusal>])[] = [
    [
      "an entry that names none",
      [{ comment: "who?" }],
      refusal("MISSING_ONE_OF_ATTRIBUTES", ["ipAddress, cidrBlock, awsSecurityGroup"]),
    ],
    [
      "what is no address",
      [{ ipAddress: "192.0.2" }],
      refusal("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", ["192.0.2"]),
    ],
    [
      "what is no security group",
      [{ awsSecurityGroup: "office" }],
      refusal("INVALID_IP_ADDRESS_OR_CIDR_NOTATION", ["office"]),
    ],
    [
      "a new security group",
      [{ ipAddress: "192.0.2.7" }, { awsSecurityGroup: "sg-0123456789abcdef0" }],
      refusal("CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION", [ids.group]),
    ],
    [
      "a security group for a time",
      [{ awsSecurityGroup: "sg-1", deleteAfterDate: tomorrow }],
      refusal("NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED", ["sg-1"]),
    ],
    [
      "two at once",
      [{ ipAddress: "192.0.2.7", awsSecurityGroup: "sg-1" }],
      refusal("MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY"),
    ],
    [
      "one twice",
      [{ ipAddress: "192.0.2.7" }, { cidrBlock: "192.0.2.7/32" }],
      refusal("DUPLICATE_ADDRESSES_IN_INPUT", ["192.0.2.7"]),
    ],
    [
      "a long comment",
      [{ ipAddress: "192.0.2.7", comment: "x".repeat(81) }],
      refusal(
        "INVALID_NETWORK_PERMISSION_COMMENT",
        [80],
        "comment",
        "The comment has more than 80 characters.",
      ),
    ],
    [
      "a date of another form",
      [{ ipAddress: "192.0.2.7", deleteAfterDate: "soon" }],
      refusal("INVALID_ATTRIBUTE", [field], field, "'soon' is not an instant such as 2027-07-01T00:00:00Z."),
    ],
    [
      "an end that is past",
      [{ ipAddress: "192.0.2.7", deleteAfterDate: past }],
      refusal("EXPIRATION_DATE_IN_PAST", [past], field, "It is past."),
    ],
    [
      "an end more than a week ahead",
      [{ ipAddress: "192.0.2.7", deleteAfterDate: far }],
      refusal("EXPIRATION_DATE_EXCEEDS_MAX", [far], field, "It is more than a week ahead."),
    ],
  ];
  for (const [what, body, expected] of refused) {
    await t.test(`${expected.status} ${expected.errorCode} for ${what}, and none is added`, async () => {
      assertRefusal(await stage.ask("groupOwner", add(...body)), expected);
      deepEqual(await list(), []);
    });
  }

  await t.test("400 PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY", async () => {
    await stage.ask("groupOwner", add({ ipAddress: "192.0.2.7" }));
    const reply = await stage.ask("groupOwner", add({ ipAddress: "192.0.2.7", deleteAfterDate: tomorrow }));
    assertRefusal(reply, refusal("PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY", ["192.0.2.7/32"]));
  });

  await t.test("403 ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED beyond the limit of the project", async () => {
    const limit = `${groupPath}/limits/atlas.project.security.networkAccess.entries`;
    await stage.ask("owner", { method: "PATCH", path: limit, body: { value: 1 } });
    equal((await stage.ask("groupOwner", add({ ipAddress: "192.0.2.7" }))).status, 201);
    assertRefusal(
      await stage.ask("groupOwner", add({ ipAddress: "192.0.2.8" })),
      refusal("ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED", [ids.group, 1]),
    );
    equal((await list()).length, 1);
  });
});

test("a security group that a seed brings", async (t) => {
  const seed = seedWith({}, { accessList: [{ entry: "sg-0123456789abcdef0" }] });
  const stage = await startStage(t, { seed });
  const shown = async () => {
    const { results } = (await stage.ask("groupReader", { path })).json;
    return results.map((each: Record<string, string>) => [each.awsSecurityGroup, each.comment]);
  };

  await t.test("is listed, and may be sent again with another comment", async () => {
    deepEqual(await shown(), [["sg-0123456789abcdef0", undefined]]);
    const sent = { awsSecurityGroup: "sg-0123456789abcdef0", comment: "peered" };
    equal((await stage.ask("groupOwner", add(sent))).status, 201);
    deepEqual(await shown(), [["sg-0123456789abcdef0", "peered"]]);
  });
});

// Tests the parsing of path, query and body, and the texts of refusals.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits } from "../../atlas/ai-models/rate-limit-operations.ts";
import { listGroupEvents } from "../../atlas/events/operations.ts";
import { createGroup, getGroupByName, listGroups } from "../../atlas/groups/operations.ts";
import {
  listGroupInvites,
  updateGroupInviteById,
  updateGroupInvites,
} from "../../atlas/invites/operations.ts";
import {
  createOrg,
  updateOrgDelegationSettings,
  updateOrgMaintenanceSettings,
  updateOrgSettings,
} from "../../atlas/orgs/operations.ts";
import { createOrgUser, listOrgUsers } from "../../atlas/users/org-operations.ts";
import { Fault } from "../contract/errors.ts";
import type { Operation } from "../operations/operation.ts";
import { parseBody, parseParams, parseQuery, readFlag, readFormat } from "./parse-values.ts";

/** Returns the parsed values, or the code of the refusal with its parameters and fields. */
function outcome(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (reason) {
    if (!(reason instanceof Fault)) throw reason;
    const { code, parameters, fields } = reason;
    return { code, parameters, fields };
  }
}

const query = (operation: Operation, search: string) => outcome(() => parseQuery(operation, search));
const body = (operation: Operation, value: unknown) =>
  outcome(() => parseBody(operation, "application/json", Buffer.from(JSON.stringify(value))));
const badParameter = (parameter: string, description: string) => ({
  code: "INVALID_QUERY_PARAMETER",
  parameters: [parameter],
  fields: [{ description, field: parameter }],
});

const format = { envelope: false, pretty: false };
const defaults = { envelope: false, includeCount: true, itemsPerPage: 100, pageNum: 1, pretty: false };

test("what the query does not say is its default, or absent", () => {
  deepEqual(query(listGroups, ""), defaults);
  deepEqual(query(listGroups, "unknown=1&PRETTY=true"), defaults);
  deepEqual(query(listGroupInvites, ""), { envelope: false, pretty: false, username: undefined });
});

test("what the query says becomes what its schema says", () => {
  deepEqual(query(listGroups, "pretty=true&envelope=true&includeCount=false&itemsPerPage=500&pageNum=2"), {
    envelope: true,
    includeCount: false,
    itemsPerPage: 500,
    pageNum: 2,
    pretty: true,
  });
  deepEqual(query(listGroups, "pretty=false&pageNum=007"), { ...defaults, pageNum: 7 });
  deepEqual(query(listGroups, "pageNum=2&pageNum=3&pageNum=x"), { ...defaults, pageNum: 2 });
  deepEqual(query(listGroups, "page%4Eum=%32"), { ...defaults, pageNum: 2 });
  const filter = (search: string) => (query(listGroupInvites, search) as { username: string }).username;
  equal(filter("username=ada%40example.com"), "ada@example.com");
  equal(filter("username=ada+example.com"), "ada example.com");
  equal(filter("username=123"), "123");
  equal(filter("username=a?b=c"), "a?b=c");
});

test("an empty value is absent", () => {
  const empty = [
    "pretty=",
    "pretty",
    "envelope=&includeCount=",
    "itemsPerPage=",
    "pageNum=",
    "pageNum=&pageNum=2",
  ];
  for (const search of empty) deepEqual(query(listGroups, search), defaults, search);
  const { pretty, envelope, projectOwnerId } = query(createGroup, "projectOwnerId=") as Record<
    string,
    unknown
  >;
  deepEqual({ pretty, envelope, projectOwnerId }, { ...format, projectOwnerId: undefined });
  deepEqual(query(listGroupInvites, "username="), { ...format, username: undefined });
  const types = (search: string) => (query(listGroupEvents, search) as { eventType?: string[] }).eventType;
  equal(types("eventType="), undefined);
  deepEqual(types("eventType=&eventType=JOINED_GROUP"), ["JOINED_GROUP"]);
});

test("a list says which of its values is none, and how many there may be", () => {
  const refused = (description: string) => badParameter("orgMembershipStatuses", description);
  const statuses = (...values: string[]) =>
    query(listOrgUsers, values.map((value) => `orgMembershipStatuses=${value}`).join("&"));
  const known = "PENDING, ACTIVE, INVITATION_EXPIRED, INVITATION_REJECTED";
  deepEqual(statuses("ACTIVE", "GONE"), refused(`'GONE' is not one of ${known}.`));
  const many = Array.from({ length: 5 }, () => "ACTIVE");
  deepEqual(statuses(...many), refused("5 values were sent. At most 4 are accepted."));
});

test("page 0 is page 1, as the atlas CLI asks for it", () => {
  for (const zero of ["0", "00"]) deepEqual(query(listGroups, `pageNum=${zero}`), defaults);
});

test("a flag is true or false in any case and nothing else", () => {
  const flag = (text: string) => (query(listGroups, `pretty=${text}`) as { pretty: boolean }).pretty;
  for (const text of ["true", "True", "TRUE", "tRuE"]) equal(flag(text), true);
  for (const text of ["false", "False", "FALSE"]) equal(flag(text), false);
  for (const text of ["maybe", "1", "0", "yes", "on", " true", "truе"]) {
    const search = new URLSearchParams({ pretty: text }).toString();
    deepEqual(query(listGroups, search), badParameter("pretty", `'${text}' is not true or false.`));
  }
});

test("how a refusal looks is read of a query that nobody has parsed", () => {
  deepEqual(readFormat(""), format);
  deepEqual(readFormat("pretty=True&envelope=true&pageNum=x"), { envelope: true, pretty: true });
  deepEqual(readFormat("pretty=1&envelope=false"), format);
  deepEqual(readFormat("pretty=true"), { envelope: false, pretty: true });
  deepEqual(
    [readFlag("FALSE"), readFlag("true"), readFlag(""), readFlag("trues"), readFlag("xtrue")],
    [false, true, undefined, undefined, undefined],
  );
  deepEqual([readFlag("falsey"), readFlag("not false")], [undefined, undefined]);
});

test("what a version has fixed cannot be asked for otherwise", () => {
  const fixed = { itemsPerPage: 7 };
  deepEqual(parseQuery(listGroups, "itemsPerPage=9&pageNum=2", fixed), {
    ...defaults,
    itemsPerPage: 7,
    pageNum: 2,
  });
  deepEqual(parseQuery(listGroups, "", fixed), { ...defaults, itemsPerPage: 7 });
  deepEqual(parseQuery(listGroups, ""), defaults);
});

test("a number is whole and within its bounds", () => {
  const size = "a whole number from 1 to 500";
  for (const text of ["0", "501", "-1", "1.5", "1e2", "0x10", "ten", "Infinity", "9".repeat(16)]) {
    deepEqual(
      query(listGroups, `itemsPerPage=${text}`),
      badParameter("itemsPerPage", `'${text}' is not ${size}.`),
    );
  }
  const page = `a whole number from 1 to ${Number.MAX_SAFE_INTEGER}`;
  deepEqual(query(listGroups, "pageNum=-1"), badParameter("pageNum", `'-1' is not ${page}.`));
});

test("a number has 32 bits where the document says so", () => {
  const changing = updateGroupAiModelApiCloudGeographyModelGroupNameRateLimits;
  const most = 2 ** 31 - 1;
  const limits = (tokensPerMinuteLimit: number) => ({ requestsPerMinuteLimit: most, tokensPerMinuteLimit });
  deepEqual(body(changing, limits(most)), limits(most));
  const { code, fields } = body(changing, limits(most + 1)) as Fault;
  const description = `The value must be a whole number from 1 to ${most}.`;
  deepEqual([code, fields], ["BAD_REQUEST", [{ description, field: "tokensPerMinuteLimit" }]]);
});

test("an id in the query has its form, and no text holds NUL", () => {
  deepEqual(
    query(createGroup, "projectOwnerId=x"),
    badParameter("projectOwnerId", "'x' is not a string of 24 hexadecimal digits."),
  );
  deepEqual(
    query(listGroupInvites, "username=a%00"),
    badParameter("username", "The value must not hold NUL."),
  );
});

test("any query is either parsed or refused in its own words", () => {
  const names = fc.constantFrom("pretty", "envelope", "pageNum", "itemsPerPage", "includeCount", "other");
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
      const result = query(listGroups, new URLSearchParams(pairs).toString()) as object;
      if ("code" in result) equal(result.code, "INVALID_QUERY_PARAMETER");
      else deepEqual(Object.keys(result).sort(), Object.keys(defaults));
    }),
  );
  fc.assert(fc.property(fc.string(), (search) => void query(listGroups, search)));
});

test("an id in the path has its form; the code says which", () => {
  const groupId = "32b6e34b3d91647abb20e7b8";
  const params = (operation: Operation, raw: Record<string, string>) =>
    outcome(() => parseParams(operation, raw, "/path"));
  deepEqual(params(updateGroupInvites, { groupId }), { groupId });
  const invalid = (groupId: string) => ({ code: "INVALID_GROUP_ID", parameters: [groupId], fields: [] });
  for (const text of ["", "x", groupId.toUpperCase(), `${groupId}0`, `${groupId}\n`, `${groupId}\0`, ".."]) {
    deepEqual(params(updateGroupInvites, { groupId: text }), invalid(text));
    const missing = { code: "RESOURCE_NOT_FOUND", parameters: [text], fields: [] };
    deepEqual(params(updateGroupInviteById, { groupId, invitationId: text }), missing);
  }
  deepEqual(params(updateGroupInvites, {}), invalid(""));
  deepEqual(params(getGroupByName, { groupName: "a/b" }), { groupName: "a/b" });
  deepEqual(params(getGroupByName, { groupName: "\0" }), {
    code: "RESOURCE_NOT_FOUND",
    parameters: ["\0"],
    fields: [],
  });
});

test("a body keeps what was sent, but for what only an answer says", () => {
  const sent = { username: "ada@example.com", roles: ["GROUP_OWNER", "GROUP_OWNER"] };
  deepEqual(body(updateGroupInvites, sent), sent);
  deepEqual(body(updateGroupInvites, {}), {});
  // A rule of the domain decides which texts are addresses, not the schema.
  deepEqual(body(updateGroupInvites, { username: "x" }), { username: "x" });
  const group = { name: "x", orgId: "a0123456789abcdef012345a", tags: [{ key: "env", value: "test" }] };
  deepEqual(body(createGroup, { ...group, id: "y", links: 5, clusterCount: "z" }), group);
});

test("null for what may be left out is as good as absent, unless null has a meaning", () => {
  deepEqual(body(updateGroupInvites, { username: null, roles: null }), {});
  const org = { name: "x", apiKey: null, orgOwnerId: null, skipDefaultAlertsSettings: null };
  deepEqual(body(createOrg, org), { name: "x" });
  const [username, orgRoles] = ["ada@example.com", ["ORG_MEMBER"]];
  const user = { username, roles: { orgRoles, groupRoleAssignments: null }, teamIds: null };
  deepEqual(body(createOrgUser, user), { username, roles: { orgRoles } });
  const contacts = { operationsContact: null, securityContact: null };
  deepEqual(body(updateOrgSettings, contacts), { operationsContact: null });
  const refused = (attribute: string, type: string) => ({
    code: "INVALID_JSON_ATTRIBUTE",
    parameters: [attribute],
    fields: [{ description: `The value must be a ${type}.`, field: attribute }],
  });
  const group = { name: null, orgId: "a0123456789abcdef012345a" };
  deepEqual(body(createGroup, group), refused("name", "string"));
  deepEqual(body(updateGroupInvites, { roles: ["x", null] }), refused("roles.1", "string"));
});

test("a body with what is unknown is refused, at any depth", () => {
  const refused = (attribute: string, known: string, code = "INVALID_ATTRIBUTE") => ({
    code,
    parameters: [attribute],
    fields: [{ description: `Accepted attributes: ${known}.`, field: attribute }],
  });
  for (const attribute of ["color", "constructor", "toString", "", "Roles"]) {
    const sent = { roles: [], [attribute]: 1 };
    deepEqual(body(updateGroupInvites, sent), refused(attribute, "roles, username"));
  }
  deepEqual(
    body(updateGroupInviteById, { username: "x" }),
    refused("username", "roles", "ATTRIBUTE_READ_ONLY"),
  );
  const tagged = {
    name: "x",
    orgId: "a0123456789abcdef012345a",
    tags: [{ key: "a", value: "b" }, { id: 1 }],
  };
  deepEqual(body(createGroup, tagged), refused("tags.1.id", "key, value"));
});

test("each value of a wrong type is named", () => {
  deepEqual(body(updateGroupInvites, { username: 5, roles: [1, "x", null] }), {
    code: "INVALID_JSON_ATTRIBUTE",
    parameters: ["roles.0"],
    fields: ["roles.0", "roles.2", "username"].map((field) => ({
      description: "The value must be a string.",
      field,
    })),
  });
});

test("what is wrong with a value is one sentence, which names what may stand there", () => {
  const sentences = (operation: Operation, value: unknown) => {
    const { code, fields } = body(operation, value) as Fault;
    return [code, ...fields.map(({ description, field }) => `${field}: ${description}`)];
  };
  const delegated = (value: unknown) => sentences(updateOrgDelegationSettings, { delegatedMcpAccess: value });
  const allowed = "delegatedMcpAccess: The value must be one of DISALLOWED, READ_ONLY, READ_WRITE or null.";
  deepEqual(delegated("ENABLED"), ["BAD_REQUEST", allowed]);
  deepEqual(delegated(5), ["INVALID_JSON_ATTRIBUTE", allowed]);
  deepEqual(sentences(updateOrgMaintenanceSettings, { waveAssignmentMode: "X" }), [
    "BAD_REQUEST",
    "waveAssignmentMode: The value must be one of MANUAL, ENV_TAG_MAPPING.",
  ]);
  const settings = { operationsContact: 5, multiFactorAuthRequired: "x" };
  deepEqual(sentences(updateOrgSettings, { ...settings, maxServiceAccountSecretValidityInHours: 1 }), [
    "BAD_REQUEST",
    "maxServiceAccountSecretValidityInHours: The value must be a whole number from 8 to 8760.",
    "multiFactorAuthRequired: The value must be true or false.",
    "operationsContact: The value must be a string or null.",
  ]);
  deepEqual(sentences(createGroup, {}), [
    "MISSING_ATTRIBUTE",
    "name: The value is required.",
    "orgId: The value is required.",
  ]);
});

test("only JSON is read", () => {
  const parse = (type: string | undefined, raw: Buffer | undefined) =>
    outcome(() => parseBody(updateGroupInvites, type, raw));
  const raw = Buffer.from("{}");
  for (const type of [
    "application/json",
    "APPLICATION/JSON; charset=utf-8",
    "application/json ;x",
    "application/vnd.atlas.2023-01-01+json",
    "application/merge-patch+json",
  ]) {
    deepEqual(parse(type, raw), {}, type);
  }
  for (const type of [
    "text/plain",
    "application/jsonl",
    "application/xml+jsonx",
    "xapplication/json",
    "json",
  ]) {
    deepEqual(parse(type, raw), { code: "UNSUPPORTED_MEDIA_TYPE", parameters: [type], fields: [] });
  }
  deepEqual(parse(undefined, raw), { code: "UNSUPPORTED_MEDIA_TYPE", parameters: ["nothing"], fields: [] });
  for (const [bytes, description] of [
    [undefined, "The request needs a body: a JSON object."],
    [Buffer.alloc(0), "The request needs a body: a JSON object."],
    [Buffer.from([0x7b, 0xff, 0x7d]), "The body is not valid UTF-8."],
    [Buffer.from('{"a":"\u00e9"}', "latin1"), "The body is not valid UTF-8."],
    [Buffer.from("[]"), "The body must be a JSON object."],
    [Buffer.from('{"a":["\\uD800"]}'), "The body holds half of a surrogate pair, which is no character."],
    [Buffer.from('{"\\udc00":1}'), "The body holds half of a surrogate pair, which is no character."],
    [Buffer.from("null"), "The body must be a JSON object."],
    [Buffer.from('"text"'), "The body must be a JSON object."],
    [
      Buffer.from('{"a":{"b":[1,{"\\uDFFF":null}]}}'),
      "The body holds half of a surrogate pair, which is no character.",
    ],
  ] as const) {
    const fields = [{ description, field: "body" }];
    deepEqual(parse("application/json", bytes), { code: "INVALID_JSON", parameters: [], fields });
  }
  deepEqual(parse("application/json", Buffer.from("\ufeff{}")), {});
  const username = String.raw`{"username":"\ud83d\ude00 \\ud800"}`;
  deepEqual(parse("application/json", Buffer.from(username)), { username: String.raw`😀 \ud800` });
  equal(parseBody(listGroups, undefined, raw), undefined);
});

test("any JSON is either parsed or refused in its own words", () => {
  const known = fc.constantFrom("roles", "username", "id", "x");
  const codes = ["ATTRIBUTE_READ_ONLY", "INVALID_ATTRIBUTE", "INVALID_JSON", "INVALID_JSON_ATTRIBUTE"];
  const value = fc.oneof(fc.jsonValue(), fc.dictionary(known, fc.jsonValue()));
  fc.assert(
    fc.property(value, (sent) => {
      const result = body(updateGroupInvites, sent);
      if (typeof result === "object" && result !== null && "code" in result) {
        equal(codes.includes(String(result.code)), true, String(result.code));
      } else {
        const set = Object.entries(sent as object).filter(([, value]) => value !== null);
        deepEqual(result, JSON.parse(JSON.stringify(Object.fromEntries(set))));
      }
    }),
  );
});

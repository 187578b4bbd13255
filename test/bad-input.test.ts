// Tests that bad input gets a documented status and Atlas's error body with words that help, and changes nothing in the store.
import { deepEqual, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { dumpTables } from "./support/dump.ts";
import { type EngineName, engines, skipReason } from "./support/engines.ts";
import { startFrozen } from "./support/frozen.ts";
import { groupPath, groupsPath } from "./support/groups.ts";
import { invitePath, invitesPath, notFound, notOffered, reader, readers } from "./support/invites.ts";
import { assertRefusal, badRequest, invitation, type Refusal, refusal } from "./support/stage.ts";
import {
  digest,
  ids,
  invited,
  keys,
  nonceOf,
  type Reply,
  type Sending,
  v2023,
  type World,
} from "./support/world.ts";

const asking = { accept: v2023 };
const writing = { ...asking, "content-type": "application/json" };

/** Requests that are answered with success as they are; each case spoils them in one place. */
const good = {
  createGroup: { method: "POST", path: groupsPath, headers: writing, body: { name: "new", orgId: ids.org } },
  createGroupInvite: {
    method: "POST",
    path: invitesPath,
    headers: writing,
    body: { username: "second@example.com", roles: reader },
  },
  deleteGroupInvite: { method: "DELETE", path: invitePath, headers: asking },
  getGroupInvite: { path: invitePath, headers: asking },
  listGroupInvites: { path: `${invitesPath}?username=${invited}`, headers: asking },
  updateGroup: { method: "PATCH", path: groupPath, headers: writing, body: { name: "renamed" } },
  updateGroupInviteById: { method: "PATCH", path: invitePath, headers: writing, body: { roles: readers } },
  updateGroupInvites: {
    method: "PATCH",
    path: invitesPath,
    headers: writing,
    body: { username: invited, roles: readers },
  },
} satisfies Record<string, Sending>;

type Id = keyof typeof good;
const everywhere = Object.keys(good) as Id[];
const inGroup = everywhere.filter((id) => id !== "createGroup");
const byId: Id[] = ["deleteGroupInvite", "getGroupInvite", "updateGroupInviteById"];
const naming: Id[] = ["createGroupInvite", "updateGroupInvites"];
const giving: Id[] = [...naming, "updateGroupInviteById"];
const withBody: Id[] = [...giving, "createGroup", "updateGroup"];

interface Case {
  /** The mistake; follows "when" in the title. */
  readonly when: string;
  readonly on: readonly Id[];
  /** Makes the bad request of the good one. */
  readonly spoil?: (good: Sending) => Sending;
  readonly answer: Refusal | ((id: Id) => Refusal);
}

const group = (id: string) => (good: Sending) => ({ ...good, path: good.path.replace(ids.group, id) });
const invite = (id: string) => (good: Sending) => ({ ...good, path: good.path.replace(ids.invite, id) });
const raw = (body: string | Uint8Array) => (good: Sending) => ({ ...good, body });
const attributes = (changes: object) => (good: Sending) => ({
  ...good,
  body: { ...(good.body as object), ...changes },
});
const query = (text: string) => (good: Sending) => ({
  ...good,
  path: `${good.path}${good.path.includes("?") ? "&" : "?"}${text}`,
});
/** Undefined takes the header away. */
const header = (name: string, value: string | undefined) => (good: Sending) => {
  const { [name]: _, ...others } = good.headers ?? {};
  return { ...good, headers: value === undefined ? others : { ...others, [name]: value } };
};

const invalidJson = (description: string) => refusal("INVALID_JSON", [], "body", description);
const wrongType = (attribute: string, type: string) =>
  refusal(
    "INVALID_JSON_ATTRIBUTE",
    [attribute],
    attribute,
    `The value must be ${type === "string" ? "a" : "an"} ${type}.`,
  );
const missing = (attribute: string, description: string) =>
  refusal("MISSING_ATTRIBUTE", [attribute], attribute, description);
const unknownAttribute = (attribute: string, known: string) =>
  refusal("INVALID_ATTRIBUTE", [attribute], attribute, `Accepted attributes: ${known}.`);
const readOnly = (attribute: string, known: string) =>
  refusal("ATTRIBUTE_READ_ONLY", [attribute], attribute, `Accepted attributes: ${known}.`);
const invalidGroupId = (groupId: string) => refusal("INVALID_GROUP_ID", [groupId]);
const invalidUsername = (
  username: string,
  description = "Must be an e-mail address, such as ada@example.com.",
) => refusal("INVALID_USERNAME", [username], "username", description);
const invalidQuery = (parameter: string, description: string) =>
  refusal("INVALID_QUERY_PARAMETER", [parameter], parameter, description);
/** Returns the complaint of this JavaScript engine about a text that is not JSON. */
const complaintOf = (text: string): string => {
  try {
    JSON.parse(text);
  } catch (reason) {
    return `The body is not JSON: ${(reason as Error).message}.`;
  }
  throw new Error(`'${text}' is JSON`);
};

const paths: Case[] = [
  ...[
    ["is no id", "xyz", "xyz"],
    ["holds a slash (%2F)", `${ids.otherGroup}%2F${ids.group}`, `${ids.otherGroup}/${ids.group}`],
    ["is `..`", "..", ".."],
    ["is an escaped `..`", "%2e%2E", ".."],
    ["holds NUL", "%00", "\0"],
  ].map(([when = "", sent = "", read = ""]) => ({
    when: `the project's id ${when}`,
    on: inGroup,
    spoil: group(sent),
    answer: invalidGroupId(read),
  })),
  {
    when: "the project's id is missing",
    on: inGroup.filter((id) => id !== "updateGroup"),
    spoil: group(""),
    answer: invalidGroupId(""),
  },
  ...[
    ["that is no text (%zz)", "%zz"],
    ["that is not UTF-8 (%ff)", "%ff"],
    ["of endless length", "a".repeat(1001)],
    ["that leads through `..`", `${ids.otherGroup}/../${ids.group}`],
  ].map(([when, sent = ""]) => ({
    when: `the path has a part ${when}`,
    on: inGroup,
    spoil: group(sent),
    answer: (id: Id) => {
      const { method = "GET", path } = group(sent)(good[id]);
      return notOffered(method, path.split("?")[0] ?? "");
    },
  })),
  ...[
    ["is no id", "xyz", "xyz"],
    ["is `..`", "..", ".."],
    ["holds a slash (%2F)", `${ids.invite}%2F`, `${ids.invite}/`],
    ["holds NUL", `${ids.invite}%00`, `${ids.invite}\0`],
  ].map(([when, sent = "", read = ""]) => ({
    when: `the invitation's id ${when}`,
    on: byId,
    spoil: invite(sent),
    answer: notFound(read),
  })),
];

const many = (role: (index: number) => string) => Array.from({ length: 4_000 }, (_, index) => role(index));

const roles: Case[] = [
  {
    when: "a role does not exist",
    on: giving,
    spoil: attributes({ roles: [...reader, "GROUP_KING"] }),
    answer: badRequest("_roles", "Invalid role name 'GROUP_KING'. Must be a valid Role name."),
  },
  {
    when: "a role is one of organizations",
    on: giving,
    spoil: attributes({ roles: [...reader, "ORG_OWNER"] }),
    answer: refusal(
      "INVALID_ROLE_FOR_GROUP",
      ["ORG_OWNER", ids.group],
      "_roles",
      "ORG_OWNER is an organization role. Name project roles only.",
    ),
  },
  {
    when: "there are 4,000 roles",
    on: giving,
    spoil: attributes({ roles: many((index) => `ROLE_${index}`) }),
    answer: badRequest("_roles", "At most 100 roles are accepted, not 4000."),
  },
  {
    when: "there are as many roles as a body can hold",
    on: giving,
    spoil: attributes({ roles: Array.from({ length: 340_000 }, () => "") }),
    answer: badRequest("body", "The body must not hold more than 5000 values."),
  },
];

const addresses: Case[] = [
  ...[
    ["is empty", ""],
    ["would end a statement", "x'; delete from invites; --@example.com"],
    ["holds NUL", "hello\0@example.com"],
    ["holds a line break", "hello@example.com\r\nBcc: eve@example.com"],
    ["is longer than 254 characters", `hello@${"a.".repeat(130)}com`],
  ].map(([when, username = ""]) => ({
    when: `the address ${when}`,
    on: naming,
    spoil: attributes({ username }),
    answer: invalidUsername(username),
  })),
  {
    when: "the address holds half a character",
    on: naming,
    spoil: attributes({ username: "\ud800@example.com" }),
    answer: invalidJson("The body holds half of a surrogate pair, which is no character."),
  },
  ...[
    ["has a Kelvin sign", "\u212Aevin@example.com", "Kevin@example.com"],
    ["has an accent of its own", "jose\u0301@example.com", "jos\u00E9@example.com"],
  ].map(([when, username = "", plain = ""]) => ({
    when: `the address ${when}`,
    on: naming,
    spoil: attributes({ username }),
    answer: invalidUsername(username, `Has letters that stand for others; write it as ${plain}.`),
  })),
];

const types: Case[] = [
  {
    when: "the project's name is null",
    on: ["createGroup"],
    spoil: attributes({ name: null }),
    answer: wrongType("name", "string"),
  },
];

const inviteAttributes = (id: Id) => (id === "updateGroupInviteById" ? "roles" : "roles, username");
const groupAttributes = (id: Id) =>
  id === "createGroup"
    ? "name, orgId, regionUsageRestrictions, tags, withDefaultAlertsSettings"
    : "name, tags, withDefaultAlertsSettings";
const known = (id: Id) => (id.endsWith("Group") ? groupAttributes(id) : inviteAttributes(id));

const unasked: Case[] = [
  {
    when: "there is an attribute more",
    on: withBody,
    spoil: attributes({ color: "red" }),
    answer: (id) => unknownAttribute("color", known(id)),
  },
  {
    when: "an attribute is called __proto__",
    on: withBody,
    spoil: raw('{"__proto__":{"roles":["GROUP_OWNER"]}}'),
    answer: (id) => unknownAttribute("__proto__", known(id)),
  },
  {
    when: "a tag has an attribute more",
    on: ["createGroup", "updateGroup"],
    spoil: attributes({ tags: [{ key: "env", value: "test", color: "red" }] }),
    answer: unknownAttribute("tags.0.color", "key, value"),
  },
  ...["createdAt", "expiresAt", "groupId", "groupName", "id", "inviterUsername"].map((attribute) => ({
    when: `the read-only attribute ${attribute} is sent`,
    on: giving,
    spoil: attributes({ [attribute]: "anything" }),
    answer: (id: Id) => readOnly(attribute, known(id)),
  })),
  {
    when: "the address of an invitation would be changed",
    on: ["updateGroupInviteById"],
    spoil: attributes({ username: "second@example.com" }),
    answer: readOnly("username", "roles"),
  },
  ...["clusterCount", "created", "id", "links", "orgId"].map((attribute) => ({
    when: `the read-only attribute ${attribute} is sent`,
    on: ["updateGroup"] as const,
    spoil: attributes({ [attribute]: ids.otherOrg }),
    answer: (id: Id) => readOnly(attribute, known(id)),
  })),
];

const deep = (open: string, close: string, levels: number) =>
  `{"roles":${open.repeat(levels)}0${close.repeat(levels)}}`;
const bomless = (text: string) => Buffer.from(text, "utf16le");

const bodies: Case[] = [
  ...["{", "roles=GROUP_OWNER"].map((text) => ({
    when: `the body is ${JSON.stringify(text)}`,
    on: withBody,
    spoil: raw(text),
    answer: invalidJson(complaintOf(text)),
  })),
  ...["[]", "null"].map((text) => ({
    when: `the body is ${text}`,
    on: withBody,
    spoil: raw(text),
    answer: invalidJson("The body must be a JSON object."),
  })),
  {
    when: "the body is empty",
    on: withBody,
    spoil: raw(""),
    answer: invalidJson("The request needs a body: a JSON object."),
  },
  {
    when: "there is no body",
    on: withBody,
    spoil: (good) => ({ ...header("content-type", undefined)(good), body: undefined }),
    answer: invalidJson("The request needs a body: a JSON object."),
  },
  {
    when: "the body is not UTF-8",
    on: withBody,
    spoil: raw(Buffer.from('{"username":"\u00e9@example.com","name":"\u00e9"}', "latin1")),
    answer: invalidJson("The body is not valid UTF-8."),
  },
  {
    when: "the body is UTF-16",
    on: withBody,
    spoil: raw(bomless('{"name":"x"}')),
    answer: invalidJson(complaintOf(bomless('{"name":"x"}').toString("utf8"))),
  },
  {
    when: "the body is a byte larger than 1 MiB",
    on: withBody,
    spoil: (good) => ({ ...good, body: JSON.stringify(good.body).padEnd(1024 * 1024 + 1) }),
    answer: refusal("REQUEST_TOO_LARGE", [1_048_576]),
  },
  {
    when: "arrays are nested 100,000 deep",
    on: giving,
    spoil: raw(deep("[", "]", 100_000)),
    answer: badRequest("body", "The body must not hold more than 5000 values."),
  },
  {
    when: "objects are nested 1,000 deep",
    on: giving,
    spoil: raw(deep('{"a":', "}", 1_000)),
    answer: wrongType("roles", "array"),
  },
  ...["text/plain", "application/json text/plain"].map((type) => ({
    when: `the Content-Type is ${type}`,
    on: withBody,
    spoil: header("content-type", type),
    answer: refusal("UNSUPPORTED_MEDIA_TYPE", [type]),
  })),
  {
    when: "there is no Content-Type",
    on: withBody,
    spoil: header("content-type", undefined),
    answer: refusal("UNSUPPORTED_MEDIA_TYPE", ["nothing"]),
  },
  {
    when: "the Content-Type is empty",
    on: withBody,
    spoil: header("content-type", ""),
    answer: refusal("UNSUPPORTED_MEDIA_TYPE", ["nothing"]),
  },
];

const accepts: Case[] = [undefined, "", "application/vnd.atlas.2022-12-31+json"].map((accept) => ({
  when: accept === undefined ? "there is no Accept" : `Accept is '${accept}'`,
  on: everywhere,
  spoil: header("accept", accept),
  answer: refusal("INVALID_VERSION_DATE"),
}));

/** Operations whose documented parameters have no `pretty`. */
const neverPretty: readonly Id[] = ["deleteGroupInvite", "updateGroupInviteById"];

const queries: Case[] = [
  ...["maybe", "true%00"].flatMap((value) =>
    (["pretty", "envelope"] as const).map((flag) => ({
      when: `the query says ${flag}=${value}`,
      on: flag === "pretty" ? everywhere.filter((id) => !neverPretty.includes(id)) : everywhere,
      spoil: query(`${flag}=${value}`),
      answer: invalidQuery(flag, `'${decodeURIComponent(value)}' is not true or false.`),
    })),
  ),
  {
    when: "the filter holds NUL",
    on: ["listGroupInvites"],
    spoil: (good) => ({ ...good, path: good.path.replace("@", "%00@") }),
    answer: invalidQuery("username", "The value must not hold NUL."),
  },
  {
    when: "the project's owner-to-be is no id",
    on: ["createGroup"],
    spoil: query("projectOwnerId=xyz"),
    answer: invalidQuery("projectOwnerId", "'xyz' is not a string of 24 hexadecimal digits."),
  },
];

const groups: Case[] = [
  {
    when: "the organization is another one",
    on: ["createGroup"],
    spoil: attributes({ orgId: ids.otherOrg }),
    answer: refusal("USER_CANNOT_ACCESS_ORG"),
  },
  {
    when: "no name is given",
    on: ["createGroup"],
    spoil: attributes({ name: undefined }),
    answer: missing("name", "The value is required."),
  },
  ...["", "a\0b"].map((name) => ({
    when: `the name is ${JSON.stringify(name)}`,
    on: ["createGroup", "updateGroup"] as const,
    spoil: attributes({ name }),
    answer: refusal(
      "INVALID_GROUP_NAME",
      [name],
      "name",
      "The name must have 1 to 64 characters: letters, digits, blanks and - _ . ( ) , : & @ + '.",
    ),
  })),
];

/** The codes with recorded or published words that name no part of the request. */
const wordless = ["INVALID_VERSION_DATE", "USER_CANNOT_ACCESS_GROUP", "USER_CANNOT_ACCESS_ORG"];

/** Checks that a reader of the refusal knows what to change: it names the value, or the field and what is wrong with it. */
function assertHelpful({ json }: Reply): void {
  if (wordless.includes(json.errorCode)) return;
  const named = (json.parameters as (string | number)[]).some((value) => json.detail.includes(String(value)));
  const explained = (json.badRequestDetail?.fields ?? []) as { description: string; field: string }[];
  ok(named || explained.length > 0, json.detail);
  for (const { description, field } of explained) ok(description !== "" && field !== "", field);
}

/** Answers a challenge with exactly the headers given. */
async function ask(world: World, key: (typeof keys)[keyof typeof keys], sending: Sending): Promise<Reply> {
  const { method = "GET", path: uri } = sending;
  const authorization = digest(key, { method, uri, nonce: nonceOf(await world.send({ method, path: uri })) });
  return world.send({ ...sending, headers: { ...sending.headers, authorization } });
}

/** A world whose clock is frozen, and a look at what its store holds and its API shows. */
async function startWatched(t: TestContext, engine: EngineName) {
  const { storage, world } = await startFrozen(t, engine);
  const token = await world.token();
  const textOf = async (path: string) => (await world.bearing(token, { path })).text;
  const look = async () => {
    // What is still being sent would change rows between two looks.
    await world.mail.list();
    const [project, invites] = await Promise.all([textOf(groupPath), textOf(invitesPath)]);
    return { project, invites, tables: await dumpTables(storage) };
  };
  return { storage, world, look };
}

for (const engine of engines) {
  const skip = skipReason(engine);

  test(`${engine}: the requests that are to be spoiled succeed as they are`, { skip }, async (t) => {
    for (const [id, sending] of Object.entries(good)) {
      await t.test(id, async (t) => {
        const { world } = await startWatched(t, engine);
        const { status, text } = await ask(world, keys.owner, sending);
        ok(status >= 200 && status < 300, text);
      });
    }
  });

  const tables = {
    paths,
    roles,
    addresses,
    queries,
    groups,
    // Refused before the store is asked, so that one engine will do.
    ...(engine === "sqlite" && { types, unasked, bodies, accepts }),
  };
  for (const [name, cases] of Object.entries(tables)) {
    test(`${engine}: ${name}`, { skip }, async (t) => {
      const { world, storage, look } = await startWatched(t, engine);
      const before = await look();
      for (const { when, on, spoil = (good: Sending) => good, answer } of cases) {
        for (const id of on) {
          const expected = typeof answer === "function" ? answer(id) : answer;
          await t.test(`${expected.status} ${expected.errorCode} when ${when}: ${id}`, async () => {
            const reply = await ask(world, keys.owner, spoil(good[id]));
            assertRefusal(reply, expected);
            assertHelpful(reply);
            deepEqual(await dumpTables(storage), before.tables);
          });
        }
      }
      deepEqual(await look(), before);
    });
  }

  test(`${engine}: bytes that are not HTTP`, { skip }, async (t) => {
    const { world, look } = await startWatched(t, engine);
    const before = await look();
    for (const [where, path] of [
      ["path", `${groupsPath}/\u00ff/invites`],
      ["query", `${invitesPath}?username=\u00e9@example.com`],
    ] as const) {
      await t.test(`400 BAD_REQUEST when the ${where} holds a byte above 127`, async () => {
        const reply = await world.send({ path });
        assertRefusal(
          reply,
          badRequest("request", `The request is not HTTP/1.1: Invalid char in url ${where}.`),
        );
        deepEqual(await look(), before);
      });
    }
  });

  test(`${engine}: unusual input that is good`, { skip }, async (t) => {
    const { world } = await startWatched(t, engine);
    const { createdAt, expiresAt } = (await world.as(keys.owner, { path: invitePath })).json;
    const seeded = { ...invitation, createdAt, expiresAt };
    const changed = { ...seeded, roles: readers };
    const answers = async (sending: Sending, json: unknown) => {
      const reply = await ask(world, keys.owner, sending);
      deepEqual({ status: reply.status, json: reply.json }, { status: 200, json });
    };

    for (const id of ["updateGroupInvites", "updateGroupInviteById"] as const) {
      await t.test(`200 with each role once when roles are there twice: ${id}`, () =>
        answers(attributes({ roles: [...readers, ...readers].reverse() })(good[id]), changed),
      );
      for (const type of ["application/vnd.atlas.2023-01-01+json", "application/json; charset=utf-8"]) {
        await t.test(`200 when the Content-Type is ${type}: ${id}`, () =>
          answers(header("content-type", type)(good[id]), changed),
        );
      }
      await t.test(`200 when the body is exactly 1 MiB: ${id}`, () =>
        answers({ ...good[id], body: JSON.stringify(good[id].body).padEnd(1024 * 1024) }, changed),
      );
    }

    for (const username of ["HELLO@EXAMPLE.COM", "Hello@Example.com"]) {
      await t.test(`200, with the address as first written, when ${username} is named`, async () => {
        await answers(attributes({ username })(good.updateGroupInvites), changed);
        await answers({ ...good.listGroupInvites, path: `${invitesPath}?username=${username}` }, [changed]);
      });
    }

    for (const username of ["jürgen@bücher.example", "例え@例え.jp", "имя@пример.рф"]) {
      await t.test(`200 when ${username} is invited, and found in capitals`, async () => {
        const inviting = attributes({ username })(good.createGroupInvite);
        const { status, json } = await ask(world, keys.owner, inviting);
        deepEqual({ status, username: json.username }, { status: 200, username });
        const filter = encodeURIComponent(username.normalize("NFC").toUpperCase());
        await answers({ ...good.listGroupInvites, path: `${invitesPath}?username=${filter}` }, [json]);
        const renamed = attributes({ username: username.toUpperCase() })(good.updateGroupInvites);
        await answers(renamed, { ...json, roles: readers });
      });
    }

    await t.test("200 and an empty page when the page is far behind the last", async () => {
      const far = `${groupsPath}?pageNum=999999999999999&itemsPerPage=500`;
      const { status, json } = await ask(world, keys.owner, { path: far, headers: asking });
      deepEqual(
        { status, results: json.results, count: json.totalCount },
        { status: 200, results: [], count: 1 },
      );
    });

    for (const filter of [
      "nobody@example.com",
      "%22%27",
      "%ff",
      "%zz",
      "%25",
      `${invited}?x`,
      "a".repeat(5000),
    ]) {
      await t.test(`200 and nothing found when the filter is ${filter.slice(0, 30)}`, () =>
        answers({ ...good.listGroupInvites, path: `${invitesPath}?username=${filter}` }, []),
      );
    }
  });
}

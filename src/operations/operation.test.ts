// What a declaration may leave out, and what is refused when it is declared.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import * as Type from "typebox";
import { limitSets } from "../contract/limits.ts";
import { pretty } from "../contract/schemas/common.ts";
import { pathParams } from "../contract/schemas/params.ts";
import { door } from "../domain/access.ts";
import { operation } from "./operation.ts";

const least = {
  id: "getNote",
  method: "GET",
  tag: "Notes",
  summary: "Get a note",
  description: "Answers the note.",
  limit: limitSets.group,
  versions: { "2023-01-01": {} },
} as const;
const views = { "2023-01-01": null };
const nothing = async () => {};

test("the least that can be declared answers 200, takes envelope and pretty, and refuses nothing", () => {
  const path = "/api/atlas/v2/groups/{groupId}/teams/{teamId}";
  const { status, params, query, errors } = operation({
    ...least,
    path,
    door: door.group("GROUP_OWNER"),
  }).handle(nothing, views);
  deepEqual(
    { status, errors, query: Object.keys(query) },
    { status: 200, errors: [], query: ["envelope", "pretty"] },
  );
  deepEqual(Object.entries(params), [
    ["groupId", pathParams.groupId],
    ["teamId", pathParams.teamId],
  ]);
});

test("what is left out comes before what is written", () => {
  const { params, query } = operation({
    ...least,
    path: "/api/atlas/v2/notes/{noteId}/teams/{teamId}",
    door: door.signedIn,
    params: { noteId: Type.String() },
    query: { name: Type.String(), pretty },
  }).handle(nothing, views);
  deepEqual(Object.keys(params), ["teamId", "noteId"]);
  deepEqual(Object.keys(query), ["envelope", "name", "pretty"]);
});

test("an operation does without envelope and pretty where it says so, and on pages of the console", () => {
  const path = "/api/atlas/v2/notes";
  const without = operation({ ...least, path, door: door.open, without: ["pretty"] }).handle(nothing, views);
  deepEqual(Object.keys(without.query), ["envelope"]);
  const onPages = operation({ ...least, path, door: door.open, surface: "console" }).handle(nothing, views);
  deepEqual(onPages.query, {});
});

test("the types know the parameters that are left out, and demand those that cannot be", () => {
  const path = "/api/atlas/v2/groups/{groupId}/notes/{noteId}";
  // @ts-expect-error: nothing is known of {noteId}.
  operation({ ...least, path, door: door.signedIn });
  operation({ ...least, path, door: door.signedIn, params: { noteId: Type.Integer() } }).handle(
    async ({ params, query }) => {
      const named: { groupId: string; noteId: number } = params;
      // @ts-expect-error: envelope and pretty are not the handler's.
      return [named, query.pretty];
    },
    views,
  );
});

test("a declaration is refused whose door, version or removal leads nowhere", () => {
  const path = "/api/atlas/v2/notes";
  throws(() => operation({ ...least, path, door: door.org("ORG_OWNER") }), /its door needs \{orgId\}/);
  throws(
    () => operation({ ...least, path, door: door.open, versions: { yesterday: {} } }),
    /'yesterday' is no version/,
  );
  const versions = { "2023-01-01": { sunset: "2027-07-01" } } as const;
  throws(() => operation({ ...least, path, door: door.open, versions }), /names no successor/);
  equal(
    operation({ ...least, path, door: door.open, versions, successor: "other" }).handle(nothing, views).id,
    "getNote",
  );
});

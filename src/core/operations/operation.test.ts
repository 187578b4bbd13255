// Tests the optional members of a declaration, and the refusals at its declaration.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import * as Type from "typebox";
import { limitSets } from "../contract/limits.ts";
import { pathParams, pretty } from "../contract/schemas/common.ts";
import { door } from "../domain/access.ts";
import { operation, tableOf } from "./operation.ts";

const least = {
  tag: "Notes",
  summary: "Get a note",
  description: "Answers the note.",
  limit: limitSets.group,
  versions: { "2023-01-01": {} },
} as const;
const nothing = async () => {};

test("the least that can be declared answers 204, takes envelope and pretty, and refuses nothing", () => {
  const path = "/api/atlas/v2/groups/{groupId}/teams/{teamId}";
  const declared = operation(`GET ${path}`, { ...least, door: door.group("GROUP_OWNER") }).handle(nothing);
  const { params, query, method, status, errors, views } = declared;
  deepEqual(
    { method, path: declared.path, status, errors, query: Object.keys(query), views },
    {
      method: "GET",
      path,
      status: 204,
      errors: [],
      query: ["envelope", "pretty"],
      views: { "2023-01-01": null },
    },
  );
  deepEqual(Object.entries(params), [
    ["groupId", pathParams.groupId],
    ["teamId", pathParams.teamId],
  ]);
});

test("with a reply it answers 200, looks alike in every version or as each says, and is called as it is declared", () => {
  const reply = Type.String();
  const versions = { "2023-01-01": { reply }, "2025-02-19": { reply } } as const;
  const declare = operation("GET /api/atlas/v2/notes", { ...least, door: door.open, versions });
  const shout = (text: string) => text.toUpperCase();
  const same = (text: string) => text;
  const read = async () => "a note";
  const alike = declare.handle(read, shout);
  const apart = declare.handle(read, { "2023-01-01": shout, "2025-02-19": same });
  equal(alike.status, 200);
  deepEqual(alike.views, { "2023-01-01": shout, "2025-02-19": shout });
  deepEqual(apart.views, { "2023-01-01": shout, "2025-02-19": same });
  // @ts-expect-error: one of the versions has no view.
  declare.handle(read, { "2023-01-01": shout });
  // @ts-expect-error: what has a reply has a view.
  declare.handle(read);
  const { getNote } = tableOf({ getNote: alike });
  deepEqual([getNote.id, getNote.handle.name], ["getNote", "getNote"]);
});

test("what is left out comes before what is written", () => {
  const { params, query } = operation("GET /api/atlas/v2/notes/{noteId}/teams/{teamId}", {
    ...least,
    door: door.signedIn,
    params: { noteId: Type.String() },
    query: { name: Type.String(), pretty },
  }).handle(nothing);
  deepEqual(Object.keys(params), ["teamId", "noteId"]);
  deepEqual(Object.keys(query), ["envelope", "name", "pretty"]);
});

test("an operation does without envelope and pretty where it says so, and on pages of the console", () => {
  const path = "/api/atlas/v2/notes";
  const without = operation(`GET ${path}`, { ...least, door: door.open, without: ["pretty"] }).handle(
    nothing,
  );
  deepEqual(Object.keys(without.query), ["envelope"]);
  const onPages = operation(`GET ${path}`, { ...least, door: door.open, surface: "console" }).handle(nothing);
  deepEqual(onPages.query, {});
});

test("the types know the parameters that are left out, and demand those that cannot be", () => {
  const path = "/api/atlas/v2/groups/{groupId}/notes/{noteId}";
  // @ts-expect-error: nothing is known of {noteId}.
  operation(`GET ${path}`, { ...least, door: door.signedIn });
  operation(`GET ${path}`, { ...least, door: door.signedIn, params: { noteId: Type.Integer() } }).handle(
    async ({ params, query }) => {
      const named: { groupId: string; noteId: number } = params;
      // @ts-expect-error: envelope and pretty are not the handler's.
      return [named, query.pretty];
    },
  );
});

test("a declaration is refused whose door, version or removal leads nowhere", () => {
  const path = "/api/atlas/v2/notes";
  throws(
    () => operation(`GET ${path}`, { ...least, door: door.org("ORG_OWNER") }),
    /its door needs \{orgId\}/,
  );
  throws(
    () => operation(`GET ${path}`, { ...least, door: door.open, versions: { yesterday: {} } }),
    /'yesterday' is no version/,
  );
  const versions = { "2023-01-01": { sunset: "2027-07-01" } } as const;
  throws(() => operation(`GET ${path}`, { ...least, door: door.open, versions }), /names no successor/);
  operation(`GET ${path}`, { ...least, door: door.open, versions, successor: "other" });
});

// The texts of a scaffold: an operation that answers 500 and a test that fails, until somebody writes both.
import { format, paging, pathParams } from "../../src/contract/schemas/common.ts";
import type { Sketch } from "./sketch.ts";

export function renderOperation(sketch: Sketch): string {
  const { id, method, path, tag, door, status, versions, hasBody } = sketch;
  const params = namesIn(path)
    .filter((name) => !(name in pathParams))
    .map((name) => `${name}: ${paramSchema(name)}`);
  const query = renderQuery(sketch.query);
  const ends = versions.some(({ sunset }) => sunset !== undefined);
  const dated = versions.map(({ date, sunset, replies }) => {
    const members = [
      ...(sunset ? [`sunset: "${sunset}"`] : []),
      ...(replies ? ["reply: Type.Object({})"] : []),
    ];
    return `"${date}": { ${members.join(", ")} }`;
  });
  const replies = versions.some((version) => version.replies);
  const views = versions.map(
    (version) => `"${version.date}": ${version.replies ? "() => ({})" : "() => undefined"}`,
  );
  const view = versions.every((version) => version.replies) ? "() => ({})" : `{ ${views.join(", ")} }`;
  const lines = [
    ...(status === (replies ? 200 : 204) ? [] : [`  status: ${status},\n`]),
    ...(params.length > 0 ? [`  params: { ${params.join(", ")} },\n`] : []),
    ...(query.members.length > 0 ? [`  query: { ${query.members.join(", ")} },\n`] : []),
    ...(query.without.length > 0 ? [`  without: ${JSON.stringify(query.without)},\n`] : []),
    ...(hasBody ? ["  body: Type.Object({}),\n"] : []),
    ...(ends ? ['  successor: "TODO: the operation to call instead",\n'] : []),
  ];
  const body = `export const ${id} = operation("${method} ${path}", {
  tag: "${tag}",
  summary: "TODO: what it does, in one line",
  description: "TODO: what else a caller should know, and which role it needs.",
  door: ${door},
  limit: limitSets.${limitSet(path)},
${lines.join("")}  versions: { ${dated.join(", ")} },
}).handle(async () => {
  throw new Error("${id} is not written yet");
}${replies ? `, ${view}` : ""});
`;
  const declared = ["door", "limitSets", "ObjectId", "operation", "paging", "Type"];
  const used = declared.filter((name) => new RegExp(`\\.\\.\\.${name}\\b|\\b${name}[(.]`).test(body));
  return `import { ${used.join(", ")} } from "../declare.ts";\n\n${body}`;
}

export function renderTest({ id, method, path, status, versions, hasBody }: Sketch): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => `\${ids.${seeded[name] ?? "missing"}}`);
  const newest = versions
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const sending = [
    `method: "${method}"`,
    `path: ${filled === path ? `"${path}"` : `\`${filled}\``}`,
    `headers: { accept: "application/vnd.atlas.${newest}+json" }`,
    ...(hasBody ? ["body: {}"] : []),
  ];
  return `// TODO: a test for each answer of ${id}, titled by that answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ${filled === path ? "" : "ids, "}keys, startWorld } from "../../../test/support/world.ts";

test("${status} with TODO", async (t) => {
  const world = await startWorld(t);
  const reply = await world.as(keys.owner, { ${sending.join(", ")} });
  assert.equal(reply.status, ${status}, reply.text);
  assert.deepEqual(reply.json, "TODO: the whole answer");
});
`;
}

/** The registry with one more operation in it. The formatter sorts it. */
export const renderRegistry = (registry: string, { id, folder }: Sketch): string =>
  `${registry}export * from "./${folder}/${id}.ts";\n`;

/** Ids of the tests' world, by the parameter they stand for. */
const seeded: Readonly<Record<string, string>> = { groupId: "group", orgId: "org", invitationId: "invite" };

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

const paramSchema = (name: string): string =>
  name.endsWith("Id") ? '{ ...ObjectId, description: "TODO" }' : 'Type.String({ description: "TODO" })';

/** Of the parameters that nearly every operation has, only those are written that this one lacks. */
function renderQuery(query: Sketch["query"]) {
  const names = Object.keys(query);
  const usual = Object.keys(format);
  const paged = names.includes("pageNum");
  const own = names.filter((name) => !usual.includes(name) && !(paged && name in paging));
  return {
    paged,
    without: usual.filter((name) => !names.includes(name)),
    members: [
      ...(paged ? ["...paging"] : []),
      ...own.map(
        (name) => `${name}: Type.${typeNames[query[name] ?? ""] ?? "String"}({ description: "TODO" })`,
      ),
    ],
  };
}

const typeNames: Readonly<Record<string, string>> = { boolean: "Boolean", integer: "Integer" };

/** The set that real Atlas seems to count the path in; a guess to be checked. */
function limitSet(path: string): string {
  if (/\{groupId\}\/invites/.test(path)) return "groupInvites";
  if (path.includes("{groupId}")) return "group";
  if (path.includes("{orgId}")) return "org";
  if (/\/groups(\/|$)/.test(path)) return "groups";
  return /\/orgs(\/|$)/.test(path) ? "orgs" : "root";
}

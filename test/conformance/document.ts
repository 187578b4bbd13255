// Compares the derived OpenAPI document with the official one: names, members, enums, parameters, statuses, versions, sunsets.
// Usage: node --import tsx test/conformance/document.ts [OFFICIAL.json]
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeApi } from "../../src/openapi/document.ts";
import { operations } from "../../src/operations/index.ts";

// biome-ignore lint/suspicious/noExplicitAny: documents are read as they come
type Json = any;

const besides = new URL("../../../shared/atlas/access-plane.openapi.json", import.meta.url);
const official = process.argv[2] ?? process.env.ANTEROOM_OFFICIAL ?? fileURLToPath(besides);

/** Follows references and merges what `allOf` and `oneOf` list, as far as names of members go. */
function membersOf(schema: Json, document: Json, seen = new Set<string>()): Map<string, Json> {
  if (schema === undefined) return new Map();
  if (schema.$ref !== undefined) {
    if (seen.has(schema.$ref)) return new Map();
    return membersOf(resolve(schema.$ref, document), document, new Set([...seen, schema.$ref]));
  }
  if (schema.type === "array") return membersOf(schema.items, document, seen);
  const members = new Map<string, Json>(Object.entries(schema.properties ?? {}));
  for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    for (const [name, value] of membersOf(part, document, seen)) members.set(name, value);
  }
  return members;
}

const resolve = (reference: string, document: Json): Json =>
  reference
    .split("/")
    .slice(1)
    .reduce((at, name) => at?.[name], document);

function requiredOf(schema: Json, document: Json): string[] {
  const own = schema?.$ref === undefined ? schema : resolve(schema.$ref, document);
  return own?.type === "array" ? requiredOf(own.items, document) : (own?.required ?? []);
}

const enumOf = (schema: Json, document: Json): string[] => {
  const own = schema?.$ref === undefined ? schema : resolve(schema.$ref, document);
  const values = own?.enum ?? own?.items?.enum ?? own?.anyOf?.map((each: Json) => each.const) ?? [];
  return values.filter((value: unknown) => typeof value === "string").sort();
};

function callsOf(document: Json): Map<string, Json> {
  const calls = new Map<string, Json>();
  for (const [path, methods] of Object.entries<Json>(document.paths)) {
    for (const [method, call] of Object.entries<Json>(methods)) {
      if (call?.operationId !== undefined) calls.set(call.operationId, { ...call, path, method });
    }
  }
  return calls;
}

const missing = (ours: Iterable<string>, theirs: Iterable<string>) => {
  const [a, b] = [new Set(ours), new Set(theirs)];
  return [
    ...[...b].filter((name) => !a.has(name)).map((name) => `-${name}`),
    ...[...a].filter((name) => !b.has(name)).map((name) => `+${name}`),
  ];
};

function compareBody(
  where: string,
  ours: Json,
  theirs: Json,
  documents: { derived: Json; given: Json },
): string[] {
  const [own, other] = [membersOf(ours, documents.derived), membersOf(theirs, documents.given)];
  const differences = missing(own.keys(), other.keys()).map((name) => `${where} member ${name}`);
  for (const name of missing(requiredOf(ours, documents.derived), requiredOf(theirs, documents.given))) {
    differences.push(`${where} required ${name}`);
  }
  for (const [name, schema] of other) {
    const mine = own.get(name);
    if (mine === undefined) continue;
    for (const value of missing(enumOf(mine, documents.derived), enumOf(schema, documents.given))) {
      differences.push(`${where} enum of ${name} ${value}`);
    }
  }
  return differences;
}

/**
 * Statuses that the corridor answers for every operation it concerns, and that the official document leaves out for some or
 * for all; docs/fidelity.md tells when they come.
 */
const ofTheCorridor = new Set(["status +400", "status +406", "status +410", "status +413", "status +415"]);

/** Differences of one operation; `-` marks what the official document has more, `+` what ours has. */
function compare(ours: Json, theirs: Json, documents: { derived: Json; given: Json }): string[] {
  const parameters = (call: Json, document: Json) =>
    (call.parameters ?? [])
      .map((each: Json) => (each.$ref === undefined ? each : resolve(each.$ref, document)))
      .map((each: Json) => `${each.in} ${each.name}`);
  const differences = [
    ...(ours.path === theirs.path && ours.method === theirs.method
      ? []
      : [`request ${ours.method} ${ours.path}`]),
    ...missing(parameters(ours, documents.derived), parameters(theirs, documents.given)).map(
      (each) => `parameter ${each}`,
    ),
    ...missing(Object.keys(ours.responses), Object.keys(theirs.responses)).map((each) => `status ${each}`),
    ...missing(ours["x-rolesRequirements"] ?? [], theirs["x-rolesRequirements"] ?? []).map(
      (each) => `role ${each}`,
    ),
    ...((ours.deprecated ?? false) === (theirs.deprecated ?? false) ? [] : ["deprecated"]),
  ];
  const success = (call: Json) =>
    Object.entries<Json>(call.responses).find(([status]) => status < "300")?.[1];
  const [own, other] = [success(ours)?.content ?? {}, success(theirs)?.content ?? {}];
  for (const type of missing(Object.keys(own), Object.keys(other))) differences.push(`version ${type}`);
  for (const [type, content] of Object.entries<Json>(other)) {
    const mine = own[type];
    if (mine === undefined) continue;
    if (mine["x-sunset"] !== content["x-sunset"]) differences.push(`sunset of ${type}: ${mine["x-sunset"]}`);
    differences.push(...compareBody("reply", mine.schema, content.schema, documents));
  }
  const body = (call: Json) => Object.values<Json>(call.requestBody?.content ?? {})[0]?.schema;
  differences.push(...compareBody("body", body(ours), body(theirs), documents));
  return [...new Set(differences)].filter((difference) => !ofTheCorridor.has(difference));
}

if (!existsSync(official)) {
  console.error(`SKIPPED: the official document is not at ${official}; name it as the first argument`);
} else {
  const documents = {
    derived: JSON.parse(JSON.stringify(describeApi(Object.values(operations), "https://cloud.mongodb.com"))),
    given: JSON.parse(readFileSync(official, "utf8")),
  };
  const [ours, theirs] = [callsOf(documents.derived), callsOf(documents.given)];
  let equal = 0;
  for (const [id, call] of ours) {
    const other = theirs.get(id);
    const differences =
      other === undefined ? ["not in the official document"] : compare(call, other, documents);
    if (differences.length === 0) equal++;
    else console.log(`${id}\n  ${differences.join("\n  ")}`);
  }
  console.log(
    `${equal} of ${ours.size} operations equal in structure; ${theirs.size - ours.size} not offered yet`,
  );
}

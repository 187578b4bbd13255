// Writes what the package's types say of schemas as plain interfaces: src/client/api.ts, from the table of operations, for the
// calls of the typed client, and src/testing/seed/types.ts for seeds.
import type { TSchema } from "typebox";
import { operations } from "../src/atlas/index.ts";
import { catalogue } from "../src/core/contract/errors.ts";
import type { Schema } from "../src/core/contract/schema-words.ts";
import { versionsInOrder } from "../src/core/contract/versions.ts";
import type { Operation, Version } from "../src/core/operations/operation.ts";
import { readSpec } from "../src/core/spec/files.ts";
import { seedForm } from "../src/testing/seed/form.ts";
import { format } from "./format.ts";
import { createTypes, document, listNames, literals, wordLists } from "./interfaces.ts";
import { asSent, type Interface, shareMembers, writeInterface } from "./shared-members.ts";

const published = new Set(Object.keys(readSpec("atlas").operations));

/** The client reads the status itself, and `envelope` would hide the answer's shape from its types. */
const leftOut = new Set(["envelope"]);

/** The type of a body that its version takes: a demand of its own stands in place of what the schema requires. */
function bodyTypeOf(
  body: TSchema,
  version: Version | undefined,
  typeOf: (schema: TSchema, use: "body") => string,
) {
  const type = typeOf(body, "body");
  const { required = [] } = body as Schema;
  const demands = version?.demands ?? required;
  if ([...demands].sort().join() === [...required].sort().join()) return type;
  return demands.length === 0 ? `Partial<${type}>` : `Demanding<${type}, ${literals(demands)}>`;
}

/** The types of all bodies and replies. */
function typesOf(all: readonly Operation[]) {
  const { note, typeOf, declarations } = createTypes(new Set(all.map(requestName)));
  for (const { body, versions } of all) {
    if (body !== undefined) note(body, "body");
    for (const version of Object.values(versions)) {
      if (version.body !== undefined) note(version.body, "body");
      if (version.reply !== undefined) note(version.reply, "reply");
    }
  }
  return { typeOf, declarations };
}

/** The number of calls from which on a parameter is declared once for all. */
const many = 8;

/** The names of interfaces for parameters that many calls declare alike, by the text of the declaration. */
function sharedAmong(parameters: readonly { readonly name: string; readonly text: string }[]) {
  const counts = new Map<string, number>();
  for (const { text } of parameters) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map(
    parameters
      .filter(({ text }) => (counts.get(text) ?? 0) >= many)
      .map(({ name, text }) => [text, `${name.charAt(0).toUpperCase()}${name.slice(1)}Parameter`]),
  );
}

const sending = `/** A request with a body. */
interface Sending<Body> {
/** The body that is sent. */
body: Body;
}
`;

/** The text of the file. */
export function renderApi(): string {
  const all = Object.values<Operation>(operations);
  const { typeOf, declarations } = typesOf(all);

  const queryOf = ({ query }: Operation) => Object.entries(query).filter(([name]) => !leftOut.has(name));
  const parameter = (name: string, schema: TSchema) => {
    const { description, deprecated } = schema as { description?: string; deprecated?: boolean };
    return `${document(description, deprecated ? "" : undefined)}${name}`;
  };

  const parametersOf = (operation: Operation) => [
    ...Object.entries(operation.params).map(([name, schema]) => ({
      name,
      text: `${parameter(name, schema)}: ${typeOf(schema, "body")};\n`,
    })),
    ...queryOf(operation).map(([name, schema]) => ({
      name,
      text: `${parameter(name, schema)}?: ${typeOf(schema, "body")} | undefined;\n`,
    })),
  ];
  const shared = sharedAmong(all.flatMap(parametersOf));

  const request = (operation: Operation): Interface[] => {
    const { body } = operation;
    const parameters = parametersOf(operation);
    const bases = [
      ...parameters.flatMap(({ text }) => shared.get(text) ?? []),
      ...(body === undefined ? [] : [`Sending<${bodyTypeOf(body, newestOf(operation), typeOf)}>`]),
    ];
    const members = parameters.filter(({ text }) => !shared.has(text));
    return bases.length + members.length === 0
      ? []
      : [{ name: requestName(operation), doc: "", bases, members }];
  };

  /** Returns the type of a version's call: without a reply, with one, or with a list and its items. */
  const callOf = (operation: Operation, version: string) => {
    const { reply } = operation.versions[version] ?? {};
    if (reply === undefined) return "Call<undefined>";
    const { items, properties } = reply as Schema;
    const item = items ?? properties?.results?.items;
    return operation.method === "GET" && item !== undefined
      ? `ListCall<${typeOf(reply, "reply")}, ${typeOf(item as TSchema, "reply")}>`
      : `Call<${typeOf(reply, "reply")}>`;
  };

  const method = (operation: Operation) => {
    const { id, params, body, summary, successor, versions } = operation;
    const isEmpty = Object.keys(params).length + queryOf(operation).length === 0 && body === undefined;
    const isOptional = Object.keys(params).length === 0 && body === undefined;
    const given = isEmpty ? "Record<string, never>" : requestName(operation);
    const inOrder = versionsInOrder(versions);
    const newest = inOrder.at(-1) ?? "";
    const signature = (version: string, request: string, options: string) => {
      const { deprecated, sunset } = versions[version] ?? {};
      const note =
        deprecated &&
        [
          `Since ${deprecated}.`,
          ...(sunset === undefined ? [] : [`Removed on ${sunset}.`]),
          ...(successor === undefined ? [] : [`Use ${successor} instead.`]),
        ].join(" ");
      return `${document(`${summary}.`, note)}${id}(${request}: ${given}, ${options}): ${callOf(operation, version)};\n`;
    };
    // The newest comes last: that is the signature whose parts `Input` and `Reply` take.
    const isOther = (version: string) => callOf(operation, version) !== callOf(operation, newest);
    const named = inOrder.filter((version) => version !== "unversioned" && !isOther(version));
    const options = `options?: CallOptions<${named.length === 0 ? "never" : literals(named)}>`;
    return [
      ...inOrder
        .filter(isOther)
        .map((version) => signature(version, "request", `options: VersionOptions<${literals([version])}>`)),
      signature(newest, isOptional ? "request?" : "request", options),
    ].join("");
  };

  const parameters = [...shared].map(
    ([text, name]) => `/** A parameter of many calls. */\nexport interface ${name} {\n${text}}\n\n`,
  );
  const methods = all.map(method).join("");
  const { interfaces, others } = declarations();
  const requests = all.flatMap(request);
  const names = [...shared.values(), ...[...requests, ...interfaces].map(({ name }) => name)];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${twice} names two types`);
  const types = shareMembers([...interfaces, ...requests])
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(writeInterface);
  return format(
    "src/client/api.ts",
    `// Written by scripts/client-types.ts from the table of operations; do not edit. Schemas have their names of the OpenAPI
// document; what the call \`getGroup\` takes is \`GetGroupRequest\`, and a schema with such a name ends in Body instead.

import type { EventTypeForNdsGroup } from "../core/contract/event-types-group.ts";
import type { EventTypeForOrg } from "../core/contract/event-types-org.ts";
import type { Call, CallOptions, ListCall, VersionOptions } from "./call.ts";

export type { EventTypeForNdsGroup, EventTypeForOrg };

/**
 * The calls of the API, by operationId. Each is a promise of the body of the answer; \`for await\` over one that lists gives
 * the items of all pages.
 */
export interface AtlasApi {
${methods}}

/** A body that has to have some members, and may leave out the others. */
export type Demanding<Body, Members extends keyof Body> = Partial<Omit<Body, Members>> & Required<Pick<Body, Members>>;

/** Codes of the errors of the API. */
export type ErrorCode = ${literals(Object.keys(catalogue))};

${wordLists}
${asSent}
${sending}
${[...parameters, others, ...types].join("\n")}`,
  );
}

const newestOf = ({ versions }: Operation) => versions[versionsInOrder(versions).at(-1) ?? ""];

const requestName = ({ id }: Operation) => `${id.charAt(0).toUpperCase()}${id.slice(1)}Request`;

/** Returns a key by which names sort as the formatter sorts imports: each capital before its small letter. */
const sortKeyOf = (name: string): string =>
  name.replace(/[a-z]/gi, (letter) => letter.toLowerCase() + (letter < "a" ? "a" : "b"));

/** The text of the file that says what handlers of published operations are given and answer, in the types of the client. */
export function renderSpec(): string {
  const all = Object.values<Operation>(operations);
  const { typeOf, declarations } = typesOf(all);
  const object = (members: readonly (readonly [string, string])[]) =>
    members.length === 0
      ? "Record<never, never>"
      : `{ ${members.map(([name, type]) => `${JSON.stringify(name)}: ${type}`).join("; ")} }`;
  const queryOf = ({ query }: Operation) =>
    Object.entries(query)
      .filter(([name]) => name !== "envelope" && name !== "pretty")
      .map(([name, schema]) => {
        const isAlways = (schema as { default?: unknown }).default !== undefined;
        return [name, isAlways ? typeOf(schema, "body") : `${typeOf(schema, "body")} | undefined`] as const;
      });
  const members = (operation: Operation) => {
    const { id, method, door, params, flags = {}, versions, body } = operation;
    const byVersion = Object.entries(versions);
    const bodies = byVersion.flatMap(([name, version]) => {
      const taken = version.body ?? body;
      return taken === undefined ? [] : [[name, bodyTypeOf(taken, version, typeOf)] as const];
    });
    const replies = byVersion.flatMap(([name, { reply }]) =>
      reply === undefined ? [] : [[name, typeOf(reply, "reply")] as const],
    );
    return `${id}: {
      method: "${method}"; door: "${door.kind}";
      params: ${object(Object.entries(params).map(([name, schema]) => [name, typeOf(schema, "body")]))};
      query: ${object(queryOf(operation))};
      flags: ${Object.keys(flags).length === 0 ? "never" : literals(Object.keys(flags))};
      bodies: ${object(bodies)};
      replies: ${object(replies)};
    };`;
  };
  const text = all
    .filter(({ id }) => published.has(id))
    .map(members)
    .join("\n");
  const { interfaces, others } = declarations();
  const named = [
    ...interfaces.map(({ name }) => name),
    ...[...others.matchAll(/^export type (\w+) /gm)].map(([, name = ""]) => name),
  ];
  const used = [...named, ...listNames, "Demanding", "EventTypeForNdsGroup", "EventTypeForOrg"]
    .filter((name) => new RegExp(`\\b${name}\\b`).test(text))
    .sort((a, b) => sortKeyOf(a).localeCompare(sortKeyOf(b), "en", { numeric: true }));
  return format(
    "src/core/spec/api.ts",
    `// Written by scripts/client-types.ts from spec/; do not edit. What handlers of published operations are given and answer.

import type { ${used.join(", ")} } from "../../client/api.ts";

export interface Api {
${text}
}
`,
  );
}

/** Writes the types of the seed that `createAnteroom` takes. */
export function renderSeed(): string {
  const { note, declarations } = createTypes();
  note(seedForm as unknown as TSchema, "reply");
  const { interfaces } = declarations();
  return format(
    "src/testing/seed/types.ts",
    `// Written by scripts/client-types.ts from the schema of seeds; do not edit.

import type { DatabaseActionName, GroupRoleName, OrgRoleName } from "../../client/api.ts";

export type { ${listNames.join(", ")} } from "../../client/api.ts";

${interfaces.map(writeInterface).join("\n")}`,
  );
}

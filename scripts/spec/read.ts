// Reads the structure of an official OpenAPI document into the form of `spec/atlas.json`: no sentence and no example of it.
import { roleTitles } from "../../src/core/contract/role-titles-en.ts";
import type { AnswerForm, AtlasForm, Form, OperationForm, ParameterForm } from "../../src/core/spec/form.ts";

// biome-ignore lint/suspicious/noExplicitAny: the document is read as it comes
type Json = any;

/** Words of a schema that are kept as they are. */
const kept = [
  "enum",
  "format",
  "pattern",
  "default",
  "nullable",
  "readOnly",
  "writeOnly",
  "deprecated",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
];

/** Words that say nothing more, or are a vendor's own. */
const leftOut = ["type", "$ref", "items", "properties", "required", "additionalProperties", "allOf", "oneOf"];
const ignored = new Set([
  ...leftOut,
  "anyOf",
  "discriminator",
  "description",
  "example",
  "title",
  "externalDocs",
]);

export const nameOf = (reference: string): string => reference.split("/").at(-1) ?? "";

const mapValues = <V, W>(from: Readonly<Record<string, V>>, change: (value: V, key: string) => W) =>
  Object.fromEntries(
    Object.entries(from)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, change(value, key)]),
  );

function readForm(schema: Json, where: string): Form {
  const unknown = Object.keys(schema).filter(
    (word) => !ignored.has(word) && !kept.includes(word) && !word.startsWith("x-"),
  );
  if (unknown.length > 0) throw new Error(`${where}: the reader does not know ${unknown.join(", ")}`);
  const said = Object.fromEntries(
    kept
      .filter((word) => schema[word] !== undefined && (schema[word] !== false || word === "default"))
      .map((word) => [word, schema[word]]),
  );
  return { ...readKind(schema, where), ...said, ...(said.pattern && { pattern: readPattern(said.pattern) }) };
}

/** Patterns are tried with the flag `u`, which knows no escape of a colon. */
const readPattern = (pattern: string): string => pattern.replaceAll("\\:", ":");

function readKind(schema: Json, where: string): Form {
  if (schema.$ref !== undefined) return { ref: nameOf(schema.$ref) };
  if (schema.items !== undefined) return { list: readForm(schema.items, `${where}[]`) };
  if (schema.allOf !== undefined) return readExtension(schema, where);
  const members = schema.properties && readMembers(schema, where);
  if (schema.oneOf ?? schema.anyOf) return { ...members, ...readCases(schema, where) };
  if (members !== undefined) return members;
  if (typeof schema.additionalProperties === "object") {
    return { map: readForm(schema.additionalProperties, `${where}{}`) };
  }
  return schema.type === undefined || schema.type === "object" ? {} : { type: schema.type };
}

const readMembers = ({ properties = {}, required }: Json, where: string): Form => ({
  members: mapValues(properties, (each, name) => readForm(each, `${where}.${name}`)),
  ...(required?.length > 0 && { required: [...required].sort() }),
});

/** The document writes an alternative as the type that all of them share, and then its own members. */
function readExtension({ allOf: [base, own = {}, ...others], required = [] }: Json, where: string): Form {
  if (base.$ref === undefined || others.length > 0) {
    throw new Error(`${where}: 'allOf' is no type with members`);
  }
  const all = [...new Set([...required, ...(own.required ?? [])])];
  return { extends: nameOf(base.$ref), ...readMembers({ properties: own.properties, required: all }, where) };
}

function readCases({ oneOf, anyOf, discriminator }: Json, where: string): Form {
  if (discriminator?.mapping !== undefined) {
    return {
      by: discriminator.propertyName,
      cases: mapValues(discriminator.mapping, (to) => nameOf(String(to))),
    };
  }
  return { cases: (oneOf ?? anyOf).map((each: Json, index: number) => readForm(each, `${where}|${index}`)) };
}

const roleByTitle = new Map(Object.entries(roleTitles).map(([role, title]) => [title, role]));

/** A role that is not here gets the name that its title gives: those of the others are made alike. */
const readRole = (title: string): string =>
  roleByTitle.get(title) ??
  title.replace("Project", "GROUP").replace("Organization", "ORG").replaceAll(" ", "_").toUpperCase();

const readParameter = ({ schema, required, in: where, name, deprecated }: Json): ParameterForm => ({
  ...(readForm(schema, name) as ParameterForm),
  ...(deprecated && { deprecated: true as const }),
  ...(required && where !== "path" && { demanded: true as const }),
});

/** `application/vnd.atlas.2023-01-01+json` → version and kind of content. */
function readMediaType(type: string): { version: string; content: string } {
  const [, version, content] = /^application\/vnd\.atlas\.([\w-]+)\+(\w+)$/.exec(type) ?? [];
  return version === undefined || content === undefined
    ? { version: "unversioned", content: type.replace("application/", "") }
    : { version, content };
}

function readAnswers(content: Json, where: string): Record<string, AnswerForm> {
  return Object.fromEntries(
    Object.entries<Json>(content).map(([type, said]) => {
      const { version, content } = readMediaType(type);
      const { schema, "x-sunset": sunset, "x-xgen-preview": preview } = said;
      return [
        version,
        {
          ...(schema && { body: readForm(schema, `${where} ${version}`) }),
          ...(content !== "json" && { content }),
          ...(sunset && { sunset }),
          ...(preview && { preview }),
        },
      ];
    }),
  );
}

function readBody({ content }: Json, where: string): OperationForm["body"] {
  const bodies = Object.entries<Json>(content).map(
    ([type, { schema }]) => [readMediaType(type).version, readForm(schema, `${where} body`)] as const,
  );
  const different = new Set(bodies.map(([, form]) => JSON.stringify(form)));
  return different.size === 1 ? bodies[0]?.[1] : Object.fromEntries(bodies);
}

function readOperation(call: string, said: Json, components: Json): [string, OperationForm] {
  const id: string = said.operationId;
  const parametersIn = (place: string) => {
    const found = said.parameters
      .map((each: Json) => ({
        ref: each.$ref && nameOf(each.$ref),
        said: each.$ref ? components.parameters[nameOf(each.$ref)] : each,
      }))
      .filter((each: Json) => each.said.in === place)
      .map(({ ref, said }: Json) => [said.name, ref ? { ref } : readParameter(said)]);
    return found.length > 0 && Object.fromEntries(found);
  };
  const [path, query, headers] = ["path", "query", "header"].map(parametersIn);
  const responses = Object.entries<Json>(said.responses);
  const isSuccess = ([status]: [string, Json]) => status.startsWith("2");
  const contentOf = (answer: Json) =>
    (answer.$ref ? components.responses[nameOf(answer.$ref)] : answer).content ?? {};
  const roles = (said["x-rolesRequirements"] ?? []).map(readRole);
  return [
    id,
    {
      call,
      tag: said.tags[0],
      ...(roles.length > 0 && { roles }),
      ...(path && { path }),
      ...(query && { query }),
      ...(headers && { headers }),
      ...(said.requestBody && { body: readBody(said.requestBody, id) }),
      answers: Object.fromEntries(
        responses.filter(isSuccess).map(([status, answer]) => [status, readAnswers(contentOf(answer), id)]),
      ),
      refusals: responses.filter((each) => !isSuccess(each)).map(([status]) => Number(status)),
      ...(said.deprecated && { deprecated: true as const }),
      ...(said.security?.length === 0 && { open: true as const }),
    },
  ];
}

/** Reads an official document, parsed, of a month. Throws where it says something that the form has no words for. */
export function readOfficial({ info, paths, components }: Json, month: string): AtlasForm {
  const methods = ["get", "post", "put", "patch", "delete"];
  const operations = Object.entries<Json>(paths).flatMap(([path, said]) =>
    methods
      .filter((method) => said[method]?.operationId !== undefined)
      .map((method) => readOperation(`${method.toUpperCase()} ${path}`, said[method], components)),
  );
  return {
    revision: info["x-xgen-sha"] ?? info.version,
    month,
    parameters: mapValues(components.parameters, readParameter),
    operations: mapValues(Object.fromEntries(operations), (each) => each),
    types: mapValues(components.schemas, (each, name) => readForm(each, name)),
  };
}

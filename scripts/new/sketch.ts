// What is known of an operation before it is written: from the command line, or from an OpenAPI document.
import { roleTitles } from "../../src/contract/role-titles-en.ts";
import { groupRoles, orgRoles, type RoleName } from "../../src/contract/roles.ts";

export const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const;
export type Method = (typeof methods)[number];

export interface Version {
  readonly date: string;
  readonly sunset?: string;
  readonly replies: boolean;
}

export interface Sketch {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly folder: string;
  /** As source text: `door.group("GROUP_OWNER")`. */
  readonly door: string;
  readonly status: number;
  readonly versions: readonly Version[];
  readonly hasBody: boolean;
  /** Query parameters by name, with the type the document gives them. */
  readonly query: Readonly<Record<string, string>>;
}

/** A sketch that cannot be made, and what to give instead. */
export class SketchError extends Error {}

const folders: Readonly<Record<string, string>> = {
  "MongoDB Cloud Users": "users",
  "Programmatic API Keys": "api-keys",
  "Project IP Access List": "access-list",
  Organizations: "orgs",
  Projects: "groups",
};

const folderOf = (tag: string, path: string): string =>
  /\/invites(\/|$)/.test(path) ? "invites" : (folders[tag] ?? tag.toLowerCase().replaceAll(" ", "-"));

/** The door a project or an organization usually has: reading asks for less than changing. */
function usualDoor(method: Method, path: string): string {
  const reads = method === "GET";
  if (path.includes("{groupId}")) return `door.group("${reads ? "GROUP_READ_ONLY" : "GROUP_OWNER"}")`;
  if (path.includes("{orgId}")) return `door.org("${reads ? "ORG_MEMBER" : "ORG_OWNER"}")`;
  return "door.signedIn";
}

/**
 * The door of the first title that the path can carry: a role in a project needs {groupId} there. Where none
 * fits or none is named, the strictest that the path can carry: a forgotten door must not be open.
 */
function doorOf(titles: readonly string[], path: string): string {
  for (const title of titles) {
    for (const [kind, roles] of Object.entries({ group: groupRoles, org: orgRoles })) {
      const role = (Object.keys(roles) as RoleName[]).find((name) => roleTitles[name] === title);
      if (role !== undefined && path.includes(`{${kind}Id}`)) return `door.${kind}("${role}")`;
    }
  }
  return usualDoor("PATCH", path);
}

export interface Given {
  readonly tag?: string | undefined;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly folder?: string | undefined;
}

/** What is given goes before what the document says. */
export function sketch(id: string, given: Given, document: unknown): Sketch {
  const found = document === undefined ? undefined : find(document as OpenApi, id);
  if (document !== undefined && found === undefined) {
    throw new SketchError(`the document has no operation ${id}`);
  }
  const method = methods.find((each) => each === (given.method ?? found?.method)?.toUpperCase());
  const path = given.path ?? found?.path;
  const tag = given.tag ?? found?.operation.tags?.[0];
  if (method === undefined || path === undefined || tag === undefined) {
    throw new SketchError(
      `give --tag, --method (${methods.join(", ")}) and --path, or an OpenAPI document with --document`,
    );
  }
  if (!path.startsWith("/api/atlas/v2"))
    throw new SketchError(`--path ${path}: it begins with /api/atlas/v2`);
  const folder = given.folder ?? folderOf(tag, path);
  if (!/^[a-z]+(-[a-z]+)*$/.test(folder)) {
    throw new SketchError(`--folder ${folder}: a name in kebab-case, such as api-keys`);
  }
  const named = { id, method, path, tag, folder };
  if (found === undefined) {
    const replies = method !== "DELETE";
    return {
      ...named,
      door: usualDoor(method, path),
      status: replies ? 200 : 204,
      versions: [{ date: "2023-01-01", replies }],
      hasBody: method !== "GET" && method !== "DELETE",
      query: { envelope: "boolean", pretty: "boolean" },
    };
  }
  return { ...named, ...describe(found.operation, document as OpenApi, path) };
}

// The little of OpenAPI that is read.
interface OpenApi {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly parameters?: Readonly<Record<string, Parameter>> };
}
interface Parameter {
  readonly $ref?: string;
  readonly in?: string;
  readonly name?: string;
  readonly schema?: { readonly type?: string };
}
interface Content {
  readonly schema?: unknown;
  readonly "x-sunset"?: string;
}
interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;
  readonly "x-rolesRequirements"?: readonly string[];
}

function find(document: OpenApi, id: string) {
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(operations)) {
      if (operation.operationId === id) return { path, method, operation };
    }
  }
  return undefined;
}

function describe(operation: Operation, { components }: OpenApi, path: string) {
  const parameters = (operation.parameters ?? []).map((parameter) => {
    const name = parameter.$ref?.split("/").at(-1);
    return name === undefined ? parameter : (components?.parameters?.[name] ?? parameter);
  });
  const [status, success] =
    Object.entries(operation.responses ?? {}).find(([code]) => /^2\d\d$/.test(code)) ?? [];
  const versions = Object.entries(success?.content ?? {}).flatMap(
    ([type, { schema, "x-sunset": sunset }]) => {
      const date = /\d{4}-\d{2}-\d{2}/.exec(type)?.[0];
      return date === undefined ? [] : [{ date, replies: schema !== undefined, ...(sunset && { sunset }) }];
    },
  );
  return {
    door: doorOf(operation["x-rolesRequirements"] ?? [], path),
    status: Number(status ?? 200),
    versions: versions.length > 0 ? versions : [{ date: "2023-01-01", replies: status !== "204" }],
    hasBody: operation.requestBody !== undefined,
    query: Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === "query")
        .map(({ name = "", schema }) => [name, schema?.type ?? "string"]),
    ),
  };
}

// Lists the attributes of a body with their types, the roles they accept, and an example of one.
import type { TSchema } from "typebox";
import { groupRoleNames, orgRoleNames, type RoleName } from "./roles.ts";
import { type Schema, typeOf } from "./schema-words.ts";

export interface Attribute {
  /** The names from the outside to the inside; `[]` stands for each element of an array. */
  readonly path: string;
  readonly type: string;
  readonly description: string;
  /** True if a request body must have it. */
  readonly required: boolean;
}

interface Place {
  /** The path of the operation, which decides between roles of a project and those of an organization. */
  readonly operationPath: string;
  /** True for a request body, which leaves out read-only attributes. */
  readonly sent: boolean;
}

/** Lists every attribute of a body, outer ones before inner ones. */
export function attributesOf(schema: TSchema, { operationPath, sent }: Place): Attribute[] {
  const found = new Map<string, Attribute>();
  const walk = (each: Schema, path: string): void => {
    for (const choice of each.anyOf ?? []) walk(choice, path);
    if (each.items !== undefined) walk(each.items, `${path}[]`);
    for (const [name, inner] of Object.entries(each.properties ?? {})) {
      if (sent && inner.readOnly === true) continue;
      const at = path === "" ? name : `${path}.${name}`;
      const required = sent && (each.required?.includes(name) ?? false);
      if (!found.has(at)) {
        const description = shortenRoles(inner.description ?? "", rolesAccepted(at, operationPath));
        found.set(at, { path: at, type: typeOf(inner), description, required });
      }
      walk(inner, at);
    }
  };
  walk(schema, "");
  return [...found.values()];
}

/**
 * Shortens descriptions that name every role, which would be unreadable on a terminal; the help lists roles in a section of its
 * own.
 */
function shortenRoles(description: string, roles: readonly RoleName[] | undefined): string {
  if (roles === undefined) return description;
  return description.replace(
    roles.join(", "),
    roles === orgRoleNames ? "the organization roles" : "the project roles",
  );
}

/** Describes a flag: its description, its type, and its default. */
export function describeValue(schema: TSchema, typeText: string): string {
  const { description, default: preset } = schema as Schema;
  return [
    ...(description === undefined ? [] : [description]),
    ...(typeText === "" ? [] : [`${typeText.charAt(0).toUpperCase()}${typeText.slice(1)}.`]),
    ...(preset === undefined ? [] : [`Default: ${preset}.`]),
  ].join(" ");
}

/**
 * Returns the roles that an attribute accepts; nothing if it has none. The schemas accept any text, since rules check it, but
 * the name of an attribute says that it has roles, and its name or place says of which kind.
 */
export function rolesAccepted(attributePath: string, operationPath: string): readonly RoleName[] | undefined {
  const names = attributePath.split(".").map((name) => name.replaceAll("[]", ""));
  const name = names.at(-1) ?? "";
  if (/^groupRoles?$/.test(name)) return groupRoleNames;
  if (/^orgRoles?$/.test(name)) return orgRoleNames;
  if (!/^(roles?|roleNames?)$/.test(name)) return undefined;
  const ofGroup = names.includes("groupRoleAssignments") || operationPath.includes("{groupId}");
  return ofGroup ? groupRoleNames : orgRoleNames;
}

interface Exemplified {
  /** Returns a value for attributes of this name; a list `teamIds` has values of the name `teamId`. */
  readonly given?: (name: string) => unknown;
  /** True for an answer, which has all attributes. */
  readonly isAnswer?: boolean;
}

const exampleRoles = new Map<readonly RoleName[] | undefined, RoleName>([
  [groupRoleNames, "GROUP_READ_ONLY"],
  [orgRoleNames, "ORG_MEMBER"],
]);

const nameAt = (path: string): string => {
  const name = path.split(".").at(-1) ?? "";
  return name.endsWith("s[]") ? name.slice(0, -3) : name.replaceAll("[]", "");
};

function exampleText({ format, pattern }: Schema): string {
  if (format === "email") return "hello@example.com";
  if (format === "date-time") return "2027-07-01T00:00:00Z";
  return pattern?.includes("{24}") ? "32b6e34b3d91647abb20e7b8" : "example";
}

/** Returns a body that could be sent: the required members, or all if none is required. */
export function exampleBody(
  schema: TSchema,
  operationPath: string,
  { given = () => undefined, isAnswer = false }: Exemplified = {},
): unknown {
  const roleAt = (path: string) => exampleRoles.get(rolesAccepted(path, operationPath));

  const build = (each: Schema, path: string): unknown => {
    const known = path === "" ? undefined : given(nameAt(path));
    if (known !== undefined && each.items === undefined) return known;
    if (each.example !== undefined) return each.example;
    if (each.const !== undefined) return each.const;
    if (each.enum !== undefined) return roleAt(path) ?? each.enum[0];
    if (each.anyOf !== undefined) return build(each.anyOf[0] ?? {}, path);
    switch (each.type) {
      case "array":
        return [build(each.items ?? {}, `${path}[]`)];
      case "object": {
        const all = Object.entries(each.properties ?? {});
        const writable = isAnswer ? all : all.filter(([, inner]) => inner.readOnly !== true);
        const demanded = isAnswer ? [] : writable.filter(([name]) => each.required?.includes(name));
        const shown = demanded.length > 0 ? demanded : writable;
        const inside = path === "" ? "" : `${path}.`;
        return Object.fromEntries(shown.map(([name, inner]) => [name, build(inner, `${inside}${name}`)]));
      }
      case "boolean":
        return each.default ?? true;
      case "integer":
      case "number":
        return each.minimum ?? 1;
      case "null":
        return null;
      default:
        return roleAt(path) ?? exampleText(each);
    }
  };

  return build(schema, "");
}

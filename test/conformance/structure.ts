// Compares two OpenAPI documents, operation by operation: names, required members, enums, parameters, statuses, versions, sunsets.

// biome-ignore lint/suspicious/noExplicitAny: documents are read as they come
type Json = any;

/** What a schema says at one place, once its references are followed. */
interface Outline {
  /** Members by path, such as `results.roles.groupId`; arrays add nothing to it. */
  readonly members: Map<string, Member>;
  readonly enum: readonly string[];
}

interface Member {
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly enum: readonly string[];
}

const resolve = (reference: string, document: Json): Json =>
  reference
    .split("/")
    .slice(1)
    .reduce((at, name) => at?.[name], document);

const nothing: Outline = { members: new Map(), enum: [] };

/** References that lead back to where they are followed from add nothing. */
function outline(schema: Json, document: Json, above: ReadonlySet<string> = new Set()): Outline {
  if (schema === undefined) return nothing;
  if (schema.$ref !== undefined) {
    if (above.has(schema.$ref)) return nothing;
    return outline(resolve(schema.$ref, document), document, new Set([...above, schema.$ref]));
  }
  if (schema.items !== undefined) return outline(schema.items, document, above);

  const members = new Map<string, Member>();
  for (const [name, value] of Object.entries<Json>(schema.properties ?? {})) {
    const inner = outline(value, document, above);
    members.set(name, {
      isRequired: (schema.required ?? []).includes(name),
      isReadOnly: value.readOnly === true,
      enum: inner.enum,
    });
    for (const [path, member] of inner.members) members.set(`${name}.${path}`, member);
  }
  const all = (schema.allOf ?? []).map((part: Json) => outline(part, document, above));
  const either = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map((part) =>
    outline(part, document, above),
  );
  const parts: Outline[] = [
    { members, enum: schema.enum ?? [] },
    ...all,
    ...(either.length > 0 ? [anyOf(either)] : []),
  ];
  const whole = merge(parts, (required) => required.includes(true));
  // A list beside `allOf` or `oneOf` may speak of what those declare.
  for (const name of schema.required ?? []) {
    const member = whole.members.get(name);
    if (member !== undefined) whole.members.set(name, { ...member, isRequired: true });
  }
  return whole;
}

/** What only some of the alternatives require is not required. */
const anyOf = (parts: readonly Outline[]): Outline =>
  merge(parts, (required) => required.length === parts.length && !required.includes(false));

function merge(parts: readonly Outline[], isRequired: (said: readonly boolean[]) => boolean): Outline {
  const said = new Map<string, Member[]>();
  for (const part of parts) {
    for (const [path, member] of part.members) said.set(path, [...(said.get(path) ?? []), member]);
  }
  const members = [...said].map(([path, each]): [string, Member] => [
    path,
    {
      isRequired: isRequired(each.map((member) => member.isRequired)),
      isReadOnly: each.some((member) => member.isReadOnly),
      enum: each.flatMap((member) => member.enum),
    },
  ]);
  return { members: new Map(members), enum: parts.flatMap((part) => part.enum) };
}

/** `-` marks what the official document has more, `+` what ours has. */
const missing = (ours: Iterable<string>, theirs: Iterable<string>) => {
  const [a, b] = [new Set(ours), new Set(theirs)];
  return [
    ...[...b].filter((name) => !a.has(name)).map((name) => `-${name}`),
    ...[...a].filter((name) => !b.has(name)).map((name) => `+${name}`),
  ];
};

/** A list of values where the other document has none is one difference, not as many as it has values. */
function compareEnums(where: string, ours: readonly string[], theirs: readonly string[]): string[] {
  if (ours.length === 0 && theirs.length > 0) return [`${where} -enum`];
  if (theirs.length === 0 && ours.length > 0) return [`${where} +enum`];
  return missing(ours, theirs).map((value) => `${where} enum ${value}`);
}

/** What is read-only is required in replies alone, says OpenAPI. */
const requiredOf = ({ members }: Outline, where: "body" | "reply") =>
  [...members]
    .filter(([, { isRequired, isReadOnly }]) => isRequired && !(where === "body" && isReadOnly))
    .map(([path]) => path);

function compareSchemas(where: "body" | "reply", ours: Outline, theirs: Outline): string[] {
  const shared = [...theirs.members].filter(([path]) => ours.members.has(path));
  const isShared = (marked: string) =>
    ours.members.has(marked.slice(1)) && theirs.members.has(marked.slice(1));
  // Of a member that is missing, nothing is said about what it holds.
  const isOutermost = (marked: string, _: number, all: readonly string[]) =>
    !all.some((other) => marked.startsWith(`${other}.`));
  return [
    ...missing(ours.members.keys(), theirs.members.keys())
      .filter(isOutermost)
      .map((path) => `${where} member ${path}`),
    ...missing(requiredOf(ours, where), requiredOf(theirs, where))
      .filter(isShared)
      .map((path) => `${where} required ${path}`),
    ...compareEnums(where, ours.enum, theirs.enum),
    ...shared.flatMap(([path, member]) =>
      compareEnums(`${where} ${path}`, ours.members.get(path)?.enum ?? [], member.enum),
    ),
  ];
}

interface Documents {
  readonly ours: Json;
  readonly theirs: Json;
}

function compareParameters(ours: Json, theirs: Json, documents: Documents): string[] {
  const parametersOf = (call: Json, document: Json): Map<string, Json> =>
    new Map(
      (call.parameters ?? [])
        .map((each: Json) => (each.$ref === undefined ? each : resolve(each.$ref, document)))
        .map((each: Json) => [`${each.in} ${each.name}`, each]),
    );
  const [own, other] = [parametersOf(ours, documents.ours), parametersOf(theirs, documents.theirs)];
  return [
    ...missing(own.keys(), other.keys()).map((name) => `parameter ${name}`),
    ...[...other].flatMap(([name, parameter]) => {
      const mine = own.get(name);
      if (mine === undefined) return [];
      const values = compareEnums(
        `parameter ${name}`,
        outline(mine.schema, documents.ours).enum,
        outline(parameter.schema, documents.theirs).enum,
      );
      return [
        ...(Boolean(mine.required) === Boolean(parameter.required) ? [] : [`parameter required ${name}`]),
        ...values,
      ];
    }),
  ];
}

const succeeds = (call: Json): Json =>
  Object.entries<Json>(call.responses).find(([status]) => status < "300")?.[1];
const contentOf = (described: Json): Record<string, Json> => described?.content ?? {};

function compareVersions(ours: Json, theirs: Json, documents: Documents): string[] {
  const [replies, others] = [contentOf(succeeds(ours)), contentOf(succeeds(theirs))];
  const [bodies, otherBodies] = [contentOf(ours.requestBody), contentOf(theirs.requestBody)];
  const differences = missing(Object.keys(replies), Object.keys(others)).map((type) => `version ${type}`);
  for (const [type, content] of Object.entries(others)) {
    const mine = replies[type];
    if (mine === undefined) continue;
    if (mine["x-sunset"] !== content["x-sunset"]) differences.push(`sunset of ${type}: ${mine["x-sunset"]}`);
    const shapes = [outline(mine.schema, documents.ours), outline(content.schema, documents.theirs)] as const;
    differences.push(...compareSchemas("reply", ...shapes));
  }
  differences.push(
    ...missing(Object.keys(bodies), Object.keys(otherBodies)).map((type) => `version of body ${type}`),
  );
  for (const [type, content] of Object.entries(otherBodies)) {
    const mine = bodies[type];
    if (mine === undefined) continue;
    const shapes = [outline(mine.schema, documents.ours), outline(content.schema, documents.theirs)] as const;
    differences.push(...compareSchemas("body", ...shapes));
  }
  return differences;
}

function compareOperation(ours: Json, theirs: Json, documents: Documents): string[] {
  const isSameRequest = ours.path === theirs.path && ours.method === theirs.method;
  const rolesOf = (call: Json): string[] => call["x-rolesRequirements"] ?? [];
  const differences = [
    ...(isSameRequest ? [] : [`request ${ours.method} ${ours.path}`]),
    ...missing([ours.tags?.[0]], [theirs.tags?.[0]]).map((tag) => `tag ${tag}`),
    ...compareParameters(ours, theirs, documents),
    ...missing(Object.keys(ours.responses), Object.keys(theirs.responses)).map((each) => `status ${each}`),
    ...missing(rolesOf(ours), rolesOf(theirs)).map((each) => `role ${each}`),
    ...(Boolean(ours.deprecated) === Boolean(theirs.deprecated) ? [] : [`deprecated ${ours.deprecated}`]),
    ...compareVersions(ours, theirs, documents),
  ];
  return [...new Set(differences)];
}

function operationsOf(document: Json): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const [path, methods] of Object.entries<Json>(document.paths)) {
    for (const [method, call] of Object.entries<Json>(methods)) {
      if (call?.operationId !== undefined) found.set(call.operationId, { ...call, path, method });
    }
  }
  return found;
}

/** Differences by operationId, none where there are none; `-` marks what `theirs` has more, `+` what `ours` has. */
export function compareDocuments(documents: Documents): Map<string, readonly string[]> {
  const [ours, theirs] = [operationsOf(documents.ours), operationsOf(documents.theirs)];
  const ids = [...new Set([...theirs.keys(), ...ours.keys()])].sort();
  return new Map(
    ids.map((id) => {
      const [own, other] = [ours.get(id), theirs.get(id)];
      if (own === undefined) return [id, ["operation -"]];
      if (other === undefined) return [id, ["operation +"]];
      return [id, compareOperation(own, other, documents)];
    }),
  );
}

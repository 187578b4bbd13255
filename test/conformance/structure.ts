// Compares two OpenAPI documents, operation by operation: names, required members, enums, alternatives and what tells them
// apart, parameters, statuses, headers, versions, sunsets.

// biome-ignore lint/suspicious/noExplicitAny: documents are read as they come
type Json = any;

/** What values a schema takes at one place. */
interface Values {
  readonly enum: readonly string[];
  /** `oneOf`, `anyOf`, and `discriminator NAME`. */
  readonly unions: readonly string[];
  /** Which schema each value of a discriminator leads to, as `NAME VALUE → SCHEMA`. */
  readonly mapping: readonly string[];
}

/** What a schema says, once its references are followed. */
interface Outline extends Values {
  /** Members by path, such as `results.roles.groupId`; arrays add nothing to it. */
  readonly members: Map<string, Member>;
}

interface Member extends Values {
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
}

const resolve = (reference: string, document: Json): Json =>
  reference
    .split("/")
    .slice(1)
    .reduce((at, name) => at?.[name], document);

const nothing: Outline = { members: new Map(), enum: [], unions: [], mapping: [] };

function valuesOf({ enum: values = [], oneOf, anyOf, discriminator }: Json): Values {
  const mapped = Object.entries<string>(discriminator?.mapping ?? {});
  return {
    enum: values.map(String),
    unions: [
      ...(oneOf ? ["oneOf"] : []),
      ...(anyOf ? ["anyOf"] : []),
      ...(discriminator ? [`discriminator ${discriminator.propertyName}`] : []),
    ],
    mapping: mapped.map(([value, to]) => `${discriminator.propertyName} ${value} → ${to.split("/").at(-1)}`),
  };
}

const together = (all: readonly Values[]): Values => ({
  enum: all.flatMap((each) => each.enum),
  unions: all.flatMap((each) => each.unions),
  mapping: all.flatMap((each) => each.mapping),
});

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
      ...together([inner]),
      isRequired: (schema.required ?? []).includes(name),
      isReadOnly: value.readOnly === true,
    });
    for (const [path, member] of inner.members) members.set(`${name}.${path}`, member);
  }
  const all = (schema.allOf ?? []).map((part: Json) => outline(part, document, above));
  const either = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map((part) =>
    outline(part, document, above),
  );
  const parts: Outline[] = [
    { members, ...valuesOf(schema) },
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
      ...together(each),
      isRequired: isRequired(each.map((member) => member.isRequired)),
      isReadOnly: each.some((member) => member.isReadOnly),
    },
  ]);
  return { members: new Map(members), ...together(parts) };
}

/** `-` marks what the official document has more, `+` what ours has. */
const missing = (ours: Iterable<string>, theirs: Iterable<string>) => {
  const [a, b] = [new Set(ours), new Set(theirs)];
  return [
    ...[...b].filter((name) => !a.has(name)).map((name) => `-${name}`),
    ...[...a].filter((name) => !b.has(name)).map((name) => `+${name}`),
  ];
};

/** A list that the other document has not at all is one difference, not as many as it has values. */
function compareLists(what: string, ours: readonly string[], theirs: readonly string[]): string[] {
  if (ours.length === 0 && theirs.length > 0) return [`-${what}`];
  if (theirs.length === 0 && ours.length > 0) return [`+${what}`];
  return missing(ours, theirs).map((value) => `${what} ${value}`);
}

const compareValues = (where: string, ours: Values, theirs: Values): string[] =>
  [
    ...compareLists("enum", ours.enum, theirs.enum),
    ...missing(ours.unions, theirs.unions),
    ...compareLists("mapping", ours.mapping, theirs.mapping),
  ].map((difference) => `${where} ${difference}`);

/** What is read-only is required in replies alone, says OpenAPI. */
const requiredOf = ({ members }: Outline, where: string) =>
  [...members]
    .filter(([, { isRequired, isReadOnly }]) => isRequired && !(where === "body" && isReadOnly))
    .map(([path]) => path);

function compareSchemas(where: string, ours: Outline, theirs: Outline): string[] {
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
    ...compareValues(where, ours, theirs),
    ...shared.flatMap(([path, member]) =>
      compareValues(`${where} ${path}`, ours.members.get(path) ?? nothing, member),
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
      const values = compareValues(
        `parameter ${name}`,
        outline(mine.schema, documents.ours),
        outline(parameter.schema, documents.theirs),
      );
      return [
        ...(Boolean(mine.required) === Boolean(parameter.required) ? [] : [`parameter required ${name}`]),
        ...values,
      ];
    }),
  ];
}

/** The versions of a body or an answer, and what each says. */
function compareContent(where: string, ours: Json, theirs: Json, documents: Documents): string[] {
  const [own, other] = [ours?.content ?? {}, theirs?.content ?? {}];
  const differences = missing(Object.keys(own), Object.keys(other)).map((type) => `${where} version ${type}`);
  for (const [type, content] of Object.entries<Json>(other)) {
    const mine = own[type];
    if (mine === undefined) continue;
    if (mine["x-sunset"] !== content["x-sunset"]) {
      const [sunset = "none", official = "none"] = [mine["x-sunset"], content["x-sunset"]];
      differences.push(`${where} sunset of ${type}: ${sunset}, official ${official}`);
    }
    const shapes = [outline(mine.schema, documents.ours), outline(content.schema, documents.theirs)] as const;
    differences.push(...compareSchemas(where, ...shapes));
  }
  return differences;
}

const isSuccess = (status: string): boolean => status < "300";

/** Answers of one status; and the first success of each, where their statuses differ. */
function paired(ours: Json, theirs: Json): { status: string; own: Json; other: Json }[] {
  const [mine, others] = [Object.keys(ours), Object.keys(theirs)];
  const [success = "", otherSuccess = ""] = [mine.find(isSuccess), others.find(isSuccess)];
  const pairs = mine.filter((status) => status in theirs).map((status) => [status, status] as const);
  if (success !== otherSuccess) pairs.push([success, otherSuccess]);
  return pairs.map(([own, other]) => ({ status: own, own: ours[own], other: theirs[other] }));
}

function compareAnswers(ours: Json, theirs: Json, documents: Documents): string[] {
  const first = Object.keys(ours).find(isSuccess);
  const read = (answer: Json, document: Json): Json =>
    answer?.$ref === undefined ? answer : resolve(answer.$ref, document);
  return paired(ours, theirs).flatMap(({ status, ...answers }) => {
    const [own, other] = [read(answers.own, documents.ours), read(answers.other, documents.theirs)];
    const where = status === first ? "reply" : isSuccess(status) ? `reply of ${status}` : "error";
    return [
      ...missing(Object.keys(own?.headers ?? {}), Object.keys(other?.headers ?? {})).map(
        (name) => `header of ${status} ${name}`,
      ),
      ...compareContent(where, own, other, documents),
    ];
  });
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
    ...compareAnswers(ours.responses, theirs.responses, documents),
    ...compareContent("body", ours.requestBody, theirs.requestBody, documents),
  ];
  return [...new Set(differences)];
}

export function operationsOf(document: Json): Map<string, Json> {
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

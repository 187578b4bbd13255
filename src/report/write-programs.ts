// A successor as lines of a program: the Go SDK, Python, and Anteroom's client for TypeScript, which speaks to Atlas as well.
import type { Schema } from "../contract/schema-words.ts";
import { mediaType, versionsInOrder } from "../contract/versions.ts";
import { quoteJson, quoteProgram, urlPart } from "../domain/quoting.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { type Body, type Call, isBlank, type Step, type Successor, type Value, writeJson } from "./steps.ts";

/** `USER_ID` → `userId`. */
const camel = (blank: string): string =>
  blank.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A text of Go. */
const literal = (value: Value): string => (isBlank(value) ? camel(value.blank) : quoteProgram(value));

/** The name of a member of an object. */
function memberName(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_]\w*$/.test(name) ? name : quoteJson(name);
}

/** A value of TypeScript. */
function script(body: Body): string {
  if (body === null || typeof body === "number" || typeof body === "boolean") return String(body);
  if (typeof body === "string") return quoteJson(body);
  if (isBlank(body)) return camel(body.blank);
  if (Array.isArray(body)) return `[${body.map(script).join(", ")}]`;
  const members = Object.entries(body as Record<string, Body>).map(([name, each]) => {
    const value = script(each);
    return isBlank(each) && value === name ? name : `${memberName(name)}: ${value}`;
  });
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

const typeOfQuery = (call: Call, name: string): string | undefined =>
  ((operations[call.operationId] as Operation).query[name] as Schema | undefined)?.type;

const isList = (call: Call, name: string): boolean => typeOfQuery(call, name) === "array";

function typescriptCall(call: Call): string {
  const query = Object.fromEntries(
    Object.entries(call.query ?? {}).map(([name, value]) => [name, readTyped(call, name, value)]),
  );
  const input = { ...call.params, ...query, ...(call.body !== undefined && { body: call.body }) };
  return `await atlas.${call.operationId}(${script(input as Body)})`;
}

function readTyped(call: Call, name: string, value: Value): Body {
  if (isBlank(value)) return isList(call, name) ? [value] : value;
  switch (typeOfQuery(call, name)) {
    case "array":
      return [value];
    case "boolean":
      return value === "true";
    case "integer":
      return Number(value);
    default:
      return value;
  }
}

function typescriptStep(step: Step, index: number, all: readonly Step[]): string {
  switch (step.kind) {
    case "call": {
      const answers = operations[step.call.operationId].method === "GET";
      return `${answers && index === all.length - 1 ? "const answer = " : ""}${typescriptCall(step.call)};`;
    }
    case "find":
      return `const [found] = (${typescriptCall(step.call)}).results;\nconst userId = found.id;`;
    case "roles":
      return [
        `const wanted = ${script(step.wanted)};`,
        `const { roles: held } = ${typescriptCall(step.user)};`,
        `for (const role of wanted) ${typescriptCall(step.add)};`,
        `for (const role of held.filter((each) => !wanted.includes(each))) {`,
        `  ${typescriptCall(step.remove)};`,
        "}",
      ].join("\n");
  }
}

export const writeTypeScript = ({ steps, blanks }: Successor): string =>
  [
    ...blanks.map(({ name, hint }) => `const ${camel(name)} = ""; // ${hint === "" ? "fill in" : hint}`),
    ...steps.map(typescriptStep),
  ].join("\n");

/** `MongoDB Cloud Users` → `MongoDBCloudUsersAPI`, as the SDK names its groups of methods. */
const goGroup = (tag: string): string => `${tag.replace(/\W/g, "")}API`;

const goName = (operationId: string): string => operationId.slice(0, 1).toUpperCase() + operationId.slice(1);

/** The type of a body in Go: the name of its schema, or of what a list has. */
function goType({ operationId }: Call): string {
  const { $id, items } = (operations[operationId] as Operation).body as Schema;
  if (items?.$id !== undefined) return `[]admin.${items.$id}`;
  return $id === undefined ? "map[string]any" : `admin.${$id}`;
}

/** JSON in a raw string; a blank ends it and begins it anew. */
const goJson = (body: Body): string =>
  `\`${writeJson(
    body,
    (name) => `"\` + ${camel(name)} + \`"`,
    (value) => (typeof value === "string" ? quoteJson(value).replace(/`/g, "\\u0060") : String(value)),
  )}\``;

function goRequest(call: Call): { readonly before: string[]; readonly request: string } {
  const { tag, path } = operations[call.operationId] as Operation;
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => literal(call.params[name] ?? name));
  const before =
    call.body === undefined
      ? []
      : [
          `body := new(${goType(call)})`,
          `if err := json.Unmarshal([]byte(${goJson(call.body)}), body); err != nil {\n\treturn err\n}`,
        ];
  const given = ["ctx", ...params, ...(call.body === undefined ? [] : ["body"])];
  const query = Object.entries(call.query ?? {}).map(([name, value]) => {
    const text = literal(value);
    return `.${goName(name)}(${isList(call, name) ? `[]string{${text}}` : goPlain(text)})`;
  });
  const request = `sdk.${goGroup(tag)}.${goName(call.operationId)}(${given.join(", ")})${query.join("")}.Execute()`;
  return { before, request };
}

/** Numbers and truth values are no texts in Go. */
const goPlain = (text: string): string => text.replace(/^"(true|false|\d+)"$/, "$1");

const orReturn = "if err != nil {\n\treturn err\n}";

/** A call whose answer is not read, in a block of its own so that names can be used again. */
function goDo(call: Call): string {
  const { before, request } = goRequest(call);
  const answers = (operations[call.operationId] as Operation).versions;
  const hasReply = Object.values(answers).at(-1)?.reply !== undefined;
  const done = `if ${hasReply ? "_, _, err" : "_, err"} := ${request}; err != nil {\n\treturn err\n}`;
  return before.length === 0 ? done : `{\n${indent([...before, done].join("\n"))}\n}`;
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, "\t");

function goStep(step: Step): string {
  switch (step.kind) {
    case "call":
      return goDo(step.call);
    case "find":
      return `found, _, err := ${goRequest(step.call).request}\n${orReturn}\nuserId := found.GetResults()[0].GetId()`;
    case "roles":
      return [
        `wanted := []string{${step.wanted.map(literal).join(", ")}}`,
        `user, _, err := ${goRequest(step.user).request}\n${orReturn}`,
        `for _, role := range wanted {\n${indent(goDo(step.add))}\n}`,
        `for _, role := range user.GetRoles() {\n\tif slices.Contains(wanted, role) {\n\t\tcontinue\n\t}\n${indent(goDo(step.remove))}\n}`,
      ].join("\n");
  }
}

/** The body of a function with `ctx` and `sdk`, which returns an error. */
export const writeGo = ({ steps, blanks }: Successor): string =>
  [
    ...blanks.map(({ name, hint }) => `${camel(name)} := "" // ${hint === "" ? "fill in" : hint}`),
    ...steps.map(goStep),
  ].join("\n");

const pythonWords = new Map<unknown, string>([
  [null, "None"],
  [true, "True"],
  [false, "False"],
]);

/** A value of Python; JSON but for three words. */
const python = (body: Body): string =>
  writeJson(body, snake, (value) =>
    typeof value === "string" ? quoteProgram(value) : (pythonWords.get(value) ?? String(value)),
  );

const snake = (blank: string): string => blank.toLowerCase();

/** With `requests`: `atlas` is a session that has the credentials, `base_url` where it goes. */
function pythonCall(call: Call): string {
  const { method, path, versions } = operations[call.operationId] as Operation;
  const target = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = call.params[name] ?? "";
    return isBlank(value) ? `{${snake(value.blank)}}` : urlPart(value);
  });
  const query = Object.entries(call.query ?? {}).map(([name, value]): [string, Body] => [name, value]);
  const args = [
    `f"{base_url}${target}"`,
    `headers={"Accept": "${mediaType(versionsInOrder(versions).at(-1) ?? "")}"}`,
    ...(query.length === 0 ? [] : [`params=${python(Object.fromEntries(query))}`]),
    ...(call.body === undefined ? [] : [`json=${python(call.body)}`]),
  ];
  return `answer = atlas.${method.toLowerCase()}(\n${args.map((each) => `    ${each},\n`).join("")})\nanswer.raise_for_status()`;
}

/** Of plain calls alone: what looks people up first is written for the other languages. */
export const writePython = ({ steps, blanks }: Successor): string =>
  [
    ...blanks.map(({ name, hint }) => `${snake(name)} = ""  # ${hint === "" ? "fill in" : hint}`),
    ...steps.flatMap((step) => (step.kind === "call" ? [pythonCall(step.call)] : [])),
  ].join("\n");

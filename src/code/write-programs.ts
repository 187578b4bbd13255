// A successor as lines of a program: for the Go SDK, Python, and Anteroom's TypeScript client, which works with Atlas as well.
import type { Schema } from "../core/contract/schema-words.ts";
import { quoteJson, quoteProgram, urlPart } from "../core/domain/quoting.ts";
import { type Body, type Call, isBlank, readCall, type Value, writeJson, writing } from "./steps.ts";

/** Converts `USER_ID` to `userId`. */
const camel = (blank: string): string =>
  blank.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Writes a text of Go. */
const literal = (value: Value): string => (isBlank(value) ? camel(value.blank) : quoteProgram(value));

/** Writes the name of a member of an object. */
function memberName(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_]\w*$/.test(name) ? name : quoteJson(name);
}

/** Writes a value of TypeScript. */
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
  (readCall(call).query[name] as Schema | undefined)?.type;

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

const orFillIn = (hint: string): string => (hint === "" ? "fill in" : hint);

export const writeTypeScript = writing({
  blank: (name, hint) => `const ${camel(name)} = ""; // ${orFillIn(hint)}`,
  call(call, isLast) {
    const isRead = isLast && readCall(call).method === "GET";
    return `${isRead ? "const answer = " : ""}${typescriptCall(call)};`;
  },
  find: (call) => `const [found] = (${typescriptCall(call)}).results;\nconst userId = found.id;`,
  roles: ({ user, wanted, add, remove }) =>
    [
      `const wanted = ${script(wanted)};`,
      `const { roles: held } = ${typescriptCall(user)};`,
      `for (const role of wanted) ${typescriptCall(add)};`,
      `for (const role of held.filter((each) => !wanted.includes(each))) {`,
      `  ${typescriptCall(remove)};`,
      "}",
    ].join("\n"),
});

/** Converts `MongoDB Cloud Users` to `MongoDBCloudUsersAPI`, the SDK's name of the group of methods. */
const goGroup = (tag: string): string => `${tag.replace(/\W/g, "")}API`;

const goName = (operationId: string): string => operationId.slice(0, 1).toUpperCase() + operationId.slice(1);

/** Returns the type of a body in Go: the name of its schema, or of its items'. */
function goType({ $id, items }: Schema): string {
  if (items?.$id !== undefined) return `[]admin.${items.$id}`;
  return $id === undefined ? "map[string]any" : `admin.${$id}`;
}

/** Writes JSON in a raw string, which a blank interrupts. */
const goJson = (body: Body): string =>
  `\`${writeJson(
    body,
    (name) => `"\` + ${camel(name)} + \`"`,
    (value) => (typeof value === "string" ? quoteJson(value).replace(/`/g, "\\u0060") : String(value)),
  )}\``;

function goRequest(call: Call): { readonly before: string[]; readonly request: string } {
  const { tag, body, values, asked, sent } = readCall(call);
  const before =
    sent === undefined
      ? []
      : [
          `body := new(${goType(body as Schema)})`,
          `if err := json.Unmarshal([]byte(${goJson(sent)}), body); err != nil {\n\treturn err\n}`,
        ];
  const given = ["ctx", ...values.map(literal), ...(sent === undefined ? [] : ["body"])];
  const query = asked.map(([name, value]) => {
    const text = literal(value);
    return `.${goName(name)}(${isList(call, name) ? `[]string{${text}}` : goPlain(text)})`;
  });
  const request = `sdk.${goGroup(tag)}.${goName(call.operationId)}(${given.join(", ")})${query.join("")}.Execute()`;
  return { before, request };
}

/** Writes a value that is not a text: numbers and booleans. */
const goPlain = (text: string): string => text.replace(/^"(true|false|\d+)"$/, "$1");

const orReturn = "if err != nil {\n\treturn err\n}";

/** Writes a call whose answer is not read, in a block of its own so that names can be used again. */
function goDo(call: Call): string {
  const { before, request } = goRequest(call);
  const done = `if ${readCall(call).hasReply ? "_, _, err" : "_, err"} := ${request}; err != nil {\n\treturn err\n}`;
  return before.length === 0 ? done : `{\n${indent([...before, done].join("\n"))}\n}`;
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, "\t");

/** Writes the body of a function with `ctx` and `sdk`, which returns an error. */
export const writeGo = writing({
  blank: (name, hint) => `${camel(name)} := "" // ${orFillIn(hint)}`,
  call: goDo,
  find: (call) =>
    `found, _, err := ${goRequest(call).request}\n${orReturn}\nuserId := found.GetResults()[0].GetId()`,
  roles: ({ user, wanted, add, remove }) =>
    [
      `wanted := []string{${wanted.map(literal).join(", ")}}`,
      `user, _, err := ${goRequest(user).request}\n${orReturn}`,
      `for _, role := range wanted {\n${indent(goDo(add))}\n}`,
      `for _, role := range user.GetRoles() {\n\tif slices.Contains(wanted, role) {\n\t\tcontinue\n\t}\n${indent(goDo(remove))}\n}`,
    ].join("\n"),
});

const pythonWords = new Map<unknown, string>([
  [null, "None"],
  [true, "True"],
  [false, "False"],
]);

/** Writes a value of Python, which is JSON except for three words. */
const python = (body: Body): string =>
  writeJson(body, snake, (value) =>
    typeof value === "string" ? quoteProgram(value) : (pythonWords.get(value) ?? String(value)),
  );

const snake = (blank: string): string => blank.toLowerCase();

/** Writes a call with `requests`: `atlas` is a session with the credentials, `base_url` the server. */
function pythonCall(call: Call): string {
  const { method, type, asked, sent, pathWith } = readCall(call);
  const target = pathWith((value) => (isBlank(value) ? `{${snake(value.blank)}}` : urlPart(value)));
  const args = [
    `f"{base_url}${target}"`,
    `headers={"Accept": "${type}"}`,
    ...(asked.length === 0 ? [] : [`params=${python(Object.fromEntries(asked))}`]),
    ...(sent === undefined ? [] : [`json=${python(sent)}`]),
  ];
  return `answer = atlas.${method.toLowerCase()}(\n${args.map((each) => `    ${each},\n`).join("")})\nanswer.raise_for_status()`;
}

/** Writes plain calls alone: look-ups of people are written for the other languages. */
export const writePython = writing({
  blank: (name, hint) => `${snake(name)} = ""  # ${orFillIn(hint)}`,
  call: pythonCall,
});

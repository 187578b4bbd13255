// A successor as commands of a shell: curl, and the atlas CLI.
import { commandName, flagAliases, tagName } from "../contract/command-names.ts";
import { mediaType, versionsInOrder } from "../contract/versions.ts";
import { quoteShellJson, shellWord, urlPart } from "../domain/quoting.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import {
  type Body,
  blanksIn,
  type Call,
  isBlank,
  role,
  type Step,
  type Successor,
  userId,
  type Value,
  writeJson,
} from "./steps.ts";

/** How one call is written, without the redirection of its body. */
type WriteCall = (call: Call) => string;

const operationOf = ({ operationId }: Call): Operation => operations[operationId];

const newest = (call: Call): string => versionsInOrder(operationOf(call).versions).at(-1) ?? "";

/** Blanks are variables. The name of one alone may be special: `USERNAME` is the login name in zsh. */
const variable = (blank: string): string => `ATLAS_${blank}`;

const word = (value: Value): string => (isBlank(value) ? `"$${variable(value.blank)}"` : shellWord(value));

const json = (body: Body): string =>
  writeJson(
    body,
    (name) => `"$${variable(name)}"`,
    (value) => (typeof value === "string" ? quoteShellJson(value) : String(value)),
  );

/** The end of a command that reads its body: as it is, or from lines below where something is filled in. */
function withBody(command: string, body: Body | undefined, option: string): string {
  if (body === undefined) return command;
  if (blanksIn(body).size === 0) return `${command}${option} '${json(body)}'`;
  return `${command}${option} @- <<END\n${json(body)}\nEND`;
}

function curl(call: Call): string {
  const { method, path } = operationOf(call);
  const type = mediaType(newest(call));
  const query = Object.entries(call.query ?? {});
  const known = query.flatMap(([name, value]) =>
    isBlank(value) ? [] : [`${urlPart(name)}=${urlPart(value)}`],
  );
  const blanks = query.flatMap(([name, value]) =>
    isBlank(value) ? [`--data-urlencode "${name}=$${variable(value.blank)}"`] : [],
  );
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = call.params[name] ?? { blank: name };
    // In zsh `$ATLAS_USER_ID:addRole` takes the variable's absolute path: `:a` changes it.
    return isBlank(value) ? `\${${variable(value.blank)}}` : urlPart(value);
  });
  const target = known.length === 0 ? filled : `${filled}?${known.join("&")}`;
  const lines = [
    `curl --fail-with-body --silent --show-error --user "$PUBLIC_KEY:$PRIVATE_KEY" --digest`,
    `  --header "Accept: ${type}"`,
    ...(call.body === undefined ? [] : [`  --header "Content-Type: ${type}"`]),
    ...blanks.map((blank, index) => `  ${index === 0 ? "--get " : ""}${blank}`),
    `  ${method === "GET" ? "" : `-X ${method} `}"$BASE_URL${target}"`,
  ];
  return withBody(lines.join(" \\\n"), call.body, " \\\n  --data");
}

/** The atlas CLI reads a body from standard input. */
function atlas(call: Call): string {
  const operation = operationOf(call);
  if (!operation.path.startsWith("/api/atlas/")) return "echo 'The atlas CLI has no command for it.'";
  const flags = [...Object.entries(call.params), ...Object.entries(call.query ?? {})].map(
    ([name, value]) => `--${flagAliases[name] ?? name} ${word(value)}`,
  );
  const command = [
    `atlas api ${tagName(operation.tag)} ${commandName(operation)}`,
    `--version ${newest(call)}`,
    ...flags,
  ].join(" ");
  if (call.body === undefined) return command;
  return `${command} <<END\n${json(call.body)}\nEND`;
}

/** Text of an answer in a variable: `grep` and `cut` are everywhere. */
const pickId = (command: string): string =>
  `${variable(userId.blank)}=$(${command} |\n  grep -o '"id": *"[0-9a-f]\\{24\\}"' | head -n 1 | cut -d '"' -f 4)`;

const indent = (text: string): string =>
  // The lines of a body, and the word that ends it, stand at the margin.
  text.includes("<<END") ? text.replace(/^/, "  ") : text.replace(/^/gm, "  ");

function stepIn(write: WriteCall, step: Step): string {
  switch (step.kind) {
    case "call":
      return write(step.call);
    case "find":
      return pickId(write(step.call));
    case "roles": {
      const each = variable(role.blank);
      // zsh takes apart what a command prints, and no variable.
      return [
        `HELD=$(${write(step.user)} |\n  tr -d '\\n' | grep -o '"roles": *\\[[^]]*\\]' | grep -o '[A-Z][A-Z_]*')`,
        `WANTED=$(echo ${step.wanted.map(word).join(" ")})`,
        `for ${each} in $(echo "$WANTED"); do`,
        indent(write(step.add)),
        "done",
        `for ${each} in $(echo "$HELD"); do`,
        `  case " $WANTED " in *" $${each} "*) continue ;; esac`,
        indent(write(step.remove)),
        "done",
      ].join("\n");
    }
  }
}

/** A script: first the variables to fill in, then the steps. No value of a request can run as a command, and no prompt knows comments. */
const script =
  (write: WriteCall) =>
  ({ steps, blanks }: Successor): string =>
    [
      ...blanks.map(({ name, hint }) => `${variable(name)}='${meaningOf(name, hint)}'`),
      ...steps.map((step) => stepIn(write, step)),
    ].join("\n");

function meaningOf(name: string, hint: string): string {
  if (hint !== "") return `the whole of ${hint}`;
  if (name === "USERNAME") return "the e-mail address of the person";
  return `the ${name.toLowerCase().replace(/_/g, " ")}`;
}

export const writeCurl = script(curl);
export const writeAtlasCli = script(atlas);

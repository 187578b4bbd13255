// A successor as commands of a shell: curl, and the atlas CLI.
import { commandName, flagAliases, tagName } from "../core/contract/command-names.ts";
import { quoteShellJson, shellWord, urlPart } from "../core/domain/quoting.ts";
import {
  type Body,
  blanksIn,
  type Call,
  isBlank,
  readCall,
  role,
  userId,
  type Value,
  writeJson,
  writing,
} from "./steps.ts";

/** Returns the variable of a blank. Some names alone have a meaning: `USERNAME` is the login name in zsh. */
const variable = (blank: string): string => `ATLAS_${blank}`;

const word = (value: Value): string => (isBlank(value) ? `"$${variable(value.blank)}"` : shellWord(value));

const json = (body: Body): string =>
  writeJson(
    body,
    (name) => `"$${variable(name)}"`,
    (value) => (typeof value === "string" ? quoteShellJson(value) : String(value)),
  );

/** Writes the end of a command that reads its body: in the command, or from lines below if something is filled in. */
function withBody(command: string, body: Body | undefined, option: string): string {
  if (body === undefined) return command;
  if (blanksIn(body).size === 0) return `${command}${option} '${json(body)}'`;
  return `${command}${option} @- <<END\n${json(body)}\nEND`;
}

function curl(call: Call): string {
  const { method, type, asked, sent, pathWith } = readCall(call);
  const known = asked.flatMap(([name, value]) =>
    isBlank(value) ? [] : [`${urlPart(name)}=${urlPart(value)}`],
  );
  const blanks = asked.flatMap(([name, value]) =>
    isBlank(value) ? [`--data-urlencode "${name}=$${variable(value.blank)}"`] : [],
  );
  // In zsh `$ATLAS_USER_ID:addRole` would be the variable's absolute path, since `:a` modifies it.
  const filled = pathWith((value) => (isBlank(value) ? `\${${variable(value.blank)}}` : urlPart(value)));
  const target = known.length === 0 ? filled : `${filled}?${known.join("&")}`;
  const lines = [
    `curl --fail-with-body --silent --show-error --user "$PUBLIC_KEY:$PRIVATE_KEY" --digest`,
    `  --header "Accept: ${type}"`,
    ...(sent === undefined ? [] : [`  --header "Content-Type: ${type}"`]),
    ...blanks.map((blank, index) => `  ${index === 0 ? "--get " : ""}${blank}`),
    `  ${method === "GET" && sent === undefined ? "" : `-X ${method} `}"$BASE_URL${target}"`,
  ];
  return withBody(lines.join(" \\\n"), sent, " \\\n  --data");
}

/** Writes an atlas CLI command, which reads a body from standard input. */
function atlas(call: Call): string {
  const operation = readCall(call);
  if (!operation.path.startsWith("/api/atlas/")) return "echo 'The atlas CLI has no command for it.'";
  const flags = [...Object.entries(call.params), ...operation.asked].map(
    ([name, value]) => `--${flagAliases[name] ?? name} ${word(value)}`,
  );
  const command = [
    `atlas api ${tagName(operation.tag)} ${commandName(operation)}`,
    `--version ${operation.version}`,
    ...flags,
  ].join(" ");
  if (call.body === undefined) return command;
  return `${command} <<END\n${json(call.body)}\nEND`;
}

/** Writes a command that puts text of an answer into a variable: `grep` and `cut` are everywhere. */
const pickId = (command: string): string =>
  `${variable(userId.blank)}=$(${command} |\n  grep -o '"id": *"[0-9a-f]\\{24\\}"' | head -n 1 | cut -d '"' -f 4)`;

const indent = (text: string): string =>
  // The lines of a body, and the word that ends it, are not indented.
  text.includes("<<END") ? text.replace(/^/, "  ") : text.replace(/^/gm, "  ");

/**
 * Writes a script, with variables to fill in at its beginning. No value of a request can run as a command, and prompts have no
 * comments.
 */
const script = (write: (call: Call) => string) =>
  writing({
    blank: (name, hint) => `${variable(name)}='${meaningOf(name, hint)}'`,
    call: write,
    find: (call) => pickId(write(call)),
    roles({ user, wanted, add, remove }) {
      const each = variable(role.blank);
      // zsh splits the output of a command, but not a variable.
      return [
        `HELD=$(${write(user)} |\n  tr -d '\\n' | grep -o '"roles": *\\[[^]]*\\]' | grep -o '[A-Z][A-Z_]*')`,
        `WANTED=$(echo ${wanted.map(word).join(" ")})`,
        `for ${each} in $(echo "$WANTED"); do`,
        indent(write(add)),
        "done",
        `for ${each} in $(echo "$HELD"); do`,
        `  case " $WANTED " in *" $${each} "*) continue ;; esac`,
        indent(write(remove)),
        "done",
      ].join("\n");
    },
  });

function meaningOf(name: string, hint: string): string {
  if (hint !== "") return `the whole of ${hint}`;
  if (name === "USERNAME") return "the e-mail address of the person";
  return `the ${name.toLowerCase().replace(/_/g, " ")}`;
}

export const writeCurl = script(curl);
export const writeAtlasCli = script(atlas);

// Writes docs/controls.md from the table of the controls, their contracts, and the types of what they take and answer.
import { namesIn } from "../src/core/contract/http-syntax.ts";
import { packageName } from "../src/core/contract/release.ts";
import { contracts } from "../src/testing/controls/contracts.ts";
import { controls, root } from "../src/testing/controls/list.ts";
import { code, table } from "./cells.ts";
import { signatures, types } from "./control-types.ts";
import type { DeclaredType } from "./declared-types.ts";

/** The words of a type that are types of ours. */
const namedIn = (type: string): string[] => (type.match(/\w+/g) ?? []).filter((word) => types.has(word));

const linked = (type: string): string => {
  const [first] = namedIn(type);
  return first === undefined ? code(type) : `[${code(type)}](#${first.toLowerCase()})`;
};

function answerOf({ name, gives }: (typeof controls)[number]): string {
  const given = signatures[name]?.given ?? "";
  if (given === "void") return "204, nothing";
  return gives === undefined
    ? `200, ${linked(given)}`
    : `200, ${code(`{"${gives}": …}`)}; in a program the ${given}`;
}

function renderControl(control: (typeof controls)[number]): string {
  const { name, method, path, takes, isBodyOptional } = control;
  const { note, refusals = {} } = contracts[name] ?? {};
  const { text, taken = [] } = signatures[name] ?? {};
  const [, body = ""] = taken[namesIn(path).length] ?? [];
  const lines = [
    ...(takes === undefined
      ? []
      : [
          `* Body${isBodyOptional ? ", which may be left out" : ""}: ${linked(body)}, such as ${code(JSON.stringify(takes))}`,
        ]),
    `* Answer: ${answerOf(control)}`,
    ...Object.entries(refusals).map(([status, why]) => `* ${status}: ${why}`),
  ];
  return `## ${code(`${name}(${taken.map(([each]) => each).join(", ")})`)}

${code(`${method} ${root}${path}`)}

${[text, note].filter((each) => each !== undefined).join(" ")}

${lines.join("\n")}
`;
}

/** Lists the types that the controls take and return, and the types of their members, in the order of their first use. */
function reachedTypes(): Set<string> {
  const taken = Object.values(signatures).flatMap((each) => [
    ...each.taken.map(([, type]) => type),
    each.given,
  ]);
  const reached = new Set(taken.flatMap(namedIn));
  for (const name of reached) {
    const { extended = [], members = [] } = types.get(name) ?? {};
    for (const each of [...extended, ...members.flatMap(({ type }) => namedIn(type))]) reached.add(each);
  }
  return reached;
}

function renderType(name: string, { text, alias, extended, members }: DeclaredType): string {
  const rows = members.map((each) => [
    `${code(each.name)}${each.isOptional ? "" : " *"}`,
    linked(each.type),
    each.text,
  ]);
  const bases = extended.map(
    (each) => ` All of [${code(each)}](#${each.toLowerCase()})${rows.length === 0 ? "." : ", and:"}`,
  );
  return [
    `### ${name}`,
    `${text}${alias === "" ? "" : ` ${code(alias)}`}${bases.join("")}`,
    ...(rows.length === 0 ? [] : [table(["Member", "Type", "Meaning"], rows)]),
  ].join("\n\n");
}

export const renderControls = (): string => `# Controls

Written by \`scripts/controls.ts\` from \`src/testing/controls\`; a test compares them. What they are for: [the guide](guides/controls.md).

\`anteroom dev\` answers them over HTTP, and \`createAnteroom()\` has them as members. \`AnteroomControls\` of \`${packageName}/controls\` has
the same members for a server started elsewhere, each of which returns a promise. \`/_anteroom/\` lists them for browsers and programs,
and \`/_anteroom/openapi.json\` describes them. \`anteroom serve\` has none.

${controls.map(renderControl).join("\n")}
## Refusals

The body of a refusal is \`{"error": 400, "detail": "…"}\`, whose \`detail\` says which value is wrong and why. Members throw or reject with an
error of that message; that of \`AnteroomControls\` is a \`ControlRefused\` with the \`status\`. Every control refuses:

${table(
  ["Status", "What"],
  [
    ["400", "a body that is not JSON"],
    ["401", "a request without the control token, where one is set"],
    ["403", "a change that a page of another site sends"],
    ["404", "a path that has no control"],
    ["405", "a method that the path does not have; `Allow` names those it has"],
    ["413", "a body of more than 1 MiB"],
    ["415", "a body in another `Content-Encoding` than gzip or deflate"],
    ["421", "a `Host` that is not this machine's, where the server listens on loopback"],
  ],
)}

## Types

As TypeScript, exported by \`${packageName}\` and \`${packageName}/controls\`. A member with * is always there.

${[...reachedTypes()].map((name) => renderType(name, types.get(name) as DeclaredType)).join("\n\n")}
`;

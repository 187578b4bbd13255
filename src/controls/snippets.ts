// A test control as a request of curl, and as a call of its typed client: what pages of a rehearsal offer to copy.
import { type ControlName, controls, namesIn, root } from "./list.ts";

export type { ControlName };

export interface ControlSnippets {
  readonly curl: string;
  readonly typescript: string;
}

/**
 * Where the control takes a body it is an example. What its path names and is not `known` is a variable of the environment;
 * `baseUrl` is where the server is.
 */
export function writeControl(
  name: ControlName,
  known: Readonly<Record<string, string | undefined>>,
  baseUrl: string,
): ControlSnippets {
  const { method, path, takes } = controls.find((each) => each.name === name) as (typeof controls)[number];
  const variable = (each: string) => each.toUpperCase();
  const filled = path.replace(/\{(\w+)\}/g, (_, each: string) =>
    encodeURIComponent(known[each] ?? "").replace(/^$/, `$${variable(each)}`),
  );
  const names = namesIn(path);
  const given = [
    ...names.map((each) =>
      known[each] === undefined ? `env.${variable(each)} ?? ""` : JSON.stringify(known[each]),
    ),
    ...(takes === undefined ? [] : [JSON.stringify(takes)]),
  ];
  const isOpen = names.some((each) => known[each] === undefined);
  return {
    curl: [
      `curl --fail-with-body --silent --show-error${method === "GET" ? "" : ` -X ${method}`}`,
      ...(takes === undefined ? [] : [`  --data '${JSON.stringify(takes)}'`]),
      `  "${baseUrl}${root}${filled}"`,
    ].join(" \\\n"),
    typescript: `${isOpen ? 'import { env } from "node:process";\n' : ""}import { AnteroomControls } from "anteroom/controls";

const controls = new AnteroomControls(${JSON.stringify(baseUrl)});
console.log(await controls.${name}(${given.join(", ")}));`,
  };
}

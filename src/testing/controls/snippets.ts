// A test control as a curl command and as a call of its typed client, for pages of a rehearsal.

import { namesIn } from "../../core/contract/http-syntax.ts";
import { packageName } from "../../core/contract/release.ts";
import { quoteJson, quoteShell, urlPart } from "../../core/domain/quoting.ts";
import { type ControlName, controls, root } from "./list.ts";

export type { ControlName };

export interface ControlSnippets {
  readonly curl: string;
  readonly typescript: string;
}

/**
 * Writes a control with an example body; names in its path that are not `known` are variables of the environment. `baseUrl` is
 * the server's.
 */
export function writeControl(
  name: ControlName,
  known: Readonly<Record<string, string | undefined>>,
  baseUrl: string,
): ControlSnippets {
  const { method, path, takes, isBodyOptional } = controls.find(
    (each) => each.name === name,
  ) as (typeof controls)[number];
  const written = namesIn(path).map((each) => {
    const [value, variable] = [known[each], each.toUpperCase()];
    return value === undefined
      ? { each, inShell: `\${${variable}}`, inProgram: `env.${variable} ?? ""` }
      : { each, inShell: urlPart(value), inProgram: quoteJson(value) };
  });
  const filled = written.reduce((text, { each, inShell }) => text.replace(`{${each}}`, () => inShell), path);
  const body = takes === undefined || isBodyOptional ? [] : [JSON.stringify(takes)];
  const origin = baseUrl.replace(/[^\w.:/[\]-]/gu, urlPart);
  const given = [...written.map(({ inProgram }) => inProgram), ...body].join(", ");
  return {
    curl: [
      `curl --fail-with-body --silent --show-error${method === "GET" ? "" : ` -X ${method}`}`,
      ...body.map((text) => `  --data ${quoteShell(text)}`),
      `  "${origin}${root}${filled}"`,
    ].join(" \\\n"),
    typescript: `${given.includes("env.") ? 'import { env } from "node:process";\n' : ""}import { AnteroomControls } from "${packageName}/controls";

const controls = new AnteroomControls(${quoteJson(baseUrl)});
console.log(await controls.${name}(${given}));`,
  };
}

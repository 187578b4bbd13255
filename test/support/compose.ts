// Reads compose.yaml, with variables filled in as `docker compose` fills them in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "./command.ts";

export interface Service {
  readonly image: string;
  readonly profiles?: readonly string[];
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly read_only?: boolean;
  readonly volumes?: readonly string[];
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** `${NAME:-default}` and `${NAME:?why it is needed}`; throws where the latter has no value. */
export function readCompose(variables: Readonly<Record<string, string>>): ComposeFile {
  const text = readFileSync(join(root, "compose.yaml"), "utf8").replace(/^ *#.*$/gm, "");
  const filled = text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name, kind, rest) => {
    const value = variables[name];
    if (value !== undefined && value !== "") return value;
    if (kind === "-") return rest;
    throw new Error(`${name} is missing: ${rest}`);
  });
  return parse(filled);
}

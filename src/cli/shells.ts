// Sets and unsets variables in shells, with values that each of them takes as plain text.

import { quoteShell } from "../core/domain/quoting.ts";

/** The values by variable; null unsets it. */
export type Variables = Readonly<Record<string, string | null>>;

const quoted = {
  sh: quoteShell,
  fish: (value: string) => `'${value.replace(/['\\]/g, "\\$&")}'`,
  // PowerShell accepts typographic quotation marks too.
  powershell: (value: string) => `'${value.replace(/['\u2018-\u201b]/g, "$&$&")}'`,
};

const lines = {
  sh: {
    set: (name: string, value: string) => `export ${name}=${quoted.sh(value)}`,
    unset: (name: string) => `unset ${name}`,
  },
  fish: {
    set: (name: string, value: string) => `set -gx ${name} ${quoted.fish(value)}`,
    unset: (name: string) => `set -e ${name}`,
  },
  powershell: {
    set: (name: string, value: string) => `$env:${name} = ${quoted.powershell(value)}`,
    unset: (name: string) => `Remove-Item Env:${name} -ErrorAction Ignore`,
  },
};

export const forms = ["sh", "fish", "powershell", "json"] as const;
export type Form = (typeof forms)[number];

/** Writes the commands for a shell, or the object `env` of an editor's settings. */
export function writeVariables(variables: Variables, form: Form): string {
  const all = Object.entries(variables);
  if (form === "json") {
    return JSON.stringify(Object.fromEntries(all.filter(([, value]) => value !== null)), null, 2);
  }
  const { set, unset } = lines[form];
  return all.map(([name, value]) => (value === null ? unset(name) : set(name, value))).join("\n");
}

/** Writes a failing command, because `eval ""` succeeds, and the next call would go to the cloud. An editor gets nothing. */
export const writeFailure = (variables: Variables, form: Form): string =>
  form === "json"
    ? ""
    : `${writeVariables(variables, form)}\n${form === "powershell" ? "throw 'anteroom env failed'" : "false"}`;

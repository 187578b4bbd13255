// The languages in which successors are written, and that of each client.
import type { ShownCalls } from "../core/domain/deprecated-call.ts";

/** The languages of successors, with their names for people. */
export const languages = {
  curl: "curl",
  atlasCli: "atlas CLI",
  terraform: "Terraform",
  go: "Go SDK",
  typescript: "TypeScript",
} as const;

export type Language = keyof typeof languages;

/** The successor of one request in each language; `note` describes the difference, and is empty if there is none. */
export type Instead = Readonly<Record<Language | "note", string>>;

/** Returns the language of a client, which is shown first. */
export function bestFor({ tool }: ShownCalls["client"]): Language {
  if (/terraform|pulumi/i.test(tool)) return "terraform";
  if (/^atlas-?cli/i.test(tool)) return "atlasCli";
  if (/go-sdk|^Go-http-client/i.test(tool)) return "go";
  if (/^(node|axios|undici|anteroom-client)|urllib/i.test(tool)) return "typescript";
  return "curl";
}

/** Returns all languages, that of a client first. */
export const languagesFor = (client: ShownCalls["client"]): Language[] => [
  ...new Set([bestFor(client), ...(Object.keys(languages) as Language[])]),
];

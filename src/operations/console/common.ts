// What console operations have in common: only pages of the console perform them, through the same pipeline as all others.
import * as Type from "typebox";
import { consoleSets, deviceSets, type LimitSet } from "../../contract/limits.ts";
import type { Caller } from "../../domain/access.ts";
import { foldCode } from "../../domain/command-line.ts";
import type { Issue } from "../../secrets/issue.ts";

const versions = { "2026-11-01": { reply: Type.Unknown() } } as const;

/** No path leads to a console operation from outside; this one only fills the place of a path. */
const shared = {
  surface: "console",
  path: "/console",
  tag: "Console",
  limit: consoleSets.operations,
  versions,
} as const;

export const consoleWrite = { ...shared, method: "POST" } as const;
export const consoleRead = { ...shared, method: "GET" } as const;

/** The name by which invitations know who made them: an address, a public key or a client id. */
export const byInviter = { inviter: Type.String({ minLength: 1, maxLength: 254 }) };

/** Pages take the value of a console operation as it is. */
export const asIs = { "2026-11-01": (value: unknown) => value ?? {} };

/** Counts an attempt of a person to type the code of a command line, and gives the hash under which the code is kept. */
export async function takeCode(
  {
    caller,
    spend,
    issue,
  }: {
    readonly caller: Pick<Caller, "id">;
    readonly spend: (set: LimitSet, key: string) => Promise<void>;
    readonly issue: Pick<Issue, "hashOfCode">;
  },
  typed: string,
): Promise<string> {
  await spend(deviceSets.codes, caller.id);
  return issue.hashOfCode(foldCode(typed));
}

// A plan of moves in a file that people edit: what to do with each older invitation, and with which roles.

import type { Static } from "typebox";
import * as Type from "typebox";
import { Compile } from "typebox/schema";
import { describeFindings } from "../../core/contract/findings.ts";
import { groupRoleNames } from "../../core/contract/roles.ts";
import { foldAddress, isSameAddress } from "../../core/domain/address.ts";
import { grouped } from "../../core/domain/grouped.ts";
import type { Invitation, Move, Pending } from "./moves.ts";

export const doings = ["move", "withdraw", "skip"] as const;

const closed = <P extends Record<string, Type.TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
const Id = Type.String({ pattern: "^[a-f0-9]{24}$" });

const PlanFile = closed({
  org: Id,
  people: Type.Array(
    closed({
      username: Type.String({ minLength: 1 }),
      invitations: Type.Array(
        closed({
          id: Id,
          project: Id,
          roles: Type.Array(Type.Enum(groupRoleNames), { minItems: 1 }),
          do: Type.Enum(doings),
        }),
      ),
    }),
  ),
});

export type Plan = Static<typeof PlanFile>;
type Planned = Plan["people"][number]["invitations"][number];

export class UnreadablePlan extends Error {}

const check = Compile(PlanFile);

/** Reads a plan. JSON is YAML, so `parse` reads both. It is an argument because it is loaded on demand. */
export function readPlan(text: string, parse: (text: string) => unknown): Plan {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw new UnreadablePlan(`it is not YAML: ${(cause as Error).message}`);
  }
  if (check.Check(value)) return value;
  const [, findings] = check.Errors(value);
  throw new UnreadablePlan(describeFindings(findings).join("; "));
}

/** Returns the plan by id; refuses one that gives an invitation to another person or project. */
export function plannedFor(
  plan: Plan | undefined,
  pending: readonly Invitation[],
): ReadonlyMap<string, Planned> {
  const planned = new Map<string, Planned>();
  const byId = new Map(pending.map((each) => [each.id, each]));
  for (const { username, invitations } of plan?.people ?? []) {
    for (const each of invitations) {
      const real = byId.get(each.id);
      if (
        real !== undefined &&
        !(isSameAddress(real.username, username) && real.group?.id === each.project)
      ) {
        throw new UnreadablePlan(
          `it has invitation ${each.id} for ${username} in ${each.project}, but it is for ${real.username} in ${real.group?.id ?? "the organization"}; nothing was done`,
        );
      }
      planned.set(each.id, each);
    }
  }
  return planned;
}

const quote = (text: string): string => JSON.stringify(text);
const dayOf = (instant: string): string => instant.slice(0, 10);

/** Writes the invitations of the planned moves, with their age and inviter. */
export function writePlan({ org }: Pending, moves: readonly Move[], now: number): string {
  const toMove = moves.filter(({ state }) => state === "to be moved");
  const people = grouped(toMove, ({ invitation }) => foldAddress(invitation.username));
  const head = `# ${quote(org.name)}: older invitations to projects, by person. Change roles, and what to do: move, withdraw or skip. What is not in this file
# stays as it is. Then: anteroom convert-invites --apply FILE
org: ${quote(org.id)}
people:${people.size === 0 ? " []" : ""}
`;
  return head + [...people.values()].map((of) => writePerson(of, now)).join("");
}

function writePerson(moves: readonly Move[], now: number): string {
  const invitations = moves.map(({ invitation, meaning }) => writeInvitation(invitation, meaning, now));
  return `  - username: ${quote(moves[0]?.invitation.username ?? "")}\n    invitations:\n${invitations.join("")}`;
}

function writeInvitation(invitation: Invitation, meaning: string, now: number): string {
  const { id, roles, group, createdAt, expiresAt, inviterUsername } = invitation;
  const days = Math.floor((now - Date.parse(createdAt)) / 86_400_000);
  // The clock of a rehearsal may be ahead.
  const age = days < 0 ? "" : `, ${days} days ago`;
  return `      # Invited ${dayOf(createdAt)}${age}, by ${quote(inviterUsername)}; lapses ${dayOf(expiresAt)}. Moved, the person ${meaning}.
      - id: ${quote(id)}
        project: ${quote(group?.id ?? "")} # ${quote(group?.name ?? "")}
        roles: [${roles.join(", ")}]
        do: move
`;
}

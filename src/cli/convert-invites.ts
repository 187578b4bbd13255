// `anteroom convert-invites`: shows what is to be done so that no invitation is lost to the operations that stay, and does it.
import { AtlasUnreachable } from "../client/errors.ts";
import { findPending, type Move, type Pending, perform, planMoves } from "../convert/moves.ts";
import { writeMigration } from "../convert/terraform.ts";
import { count, print, say } from "./output.ts";
import { type Asking, ask, inWords, sayUnread } from "./worlds.ts";

interface Done {
  readonly move: Move;
  /** `failed` and `not tried` of those that were to be moved. */
  readonly state: Move["state"] | "moved" | "failed" | "not tried";
  readonly reason: string | undefined;
}

/** Returns the exit code: 1 where something could not be read or moved. */
export async function convertInvites(
  from: string,
  asking: Asking,
  { apply, json, terraform }: Readonly<Record<"apply" | "json" | "terraform", boolean>>,
): Promise<number> {
  const { client, orgId } = await ask(from, asking);
  const pending = await inWords(findPending(client, orgId, asking.parallel), asking.data);
  if (terraform) {
    process.stdout.write(writeMigration(pending));
    return tellUnread(pending);
  }
  const moves = planMoves(orgId, pending.invitations, pending.members);
  const done: Done[] = [];
  let broken: string | undefined;
  for (const move of moves) {
    if (move.state !== "to be moved" || !apply || broken !== undefined) {
      const isLeft = move.state === "to be moved" && broken !== undefined;
      done.push({ move, state: isLeft ? "not tried" : move.state, reason: undefined });
      continue;
    }
    const reason = await perform(client, move).catch((gone: unknown) => {
      // What was done until then is told, and the next run goes on from there.
      if (!(gone instanceof AtlasUnreachable)) throw gone;
      broken = gone.message;
      return broken;
    });
    done.push({ move, state: reason === undefined ? "moved" : "failed", reason });
    if (!json && !asking.quiet) print(lineOf(done.at(-1) as Done));
  }
  if (json) print(JSON.stringify(reportOf(pending, done, apply), null, 2));
  else if (!asking.quiet) {
    for (const each of done) if (!apply || each.move.state !== "to be moved") print(lineOf(each));
    say(`anteroom: ${summaryOf(done, apply)}`);
  }
  const isStuck = done.some(({ state }) => ["failed", "not tried", "cannot be moved"].includes(state));
  return tellUnread(pending) === 0 && !isStuck ? 0 : 1;
}

function tellUnread({ unread }: Pending): number {
  if (unread.length === 0) return 0;
  say("anteroom: invitations that could not be read:");
  sayUnread(unread);
  if (unread.some(({ why }) => why.startsWith("410"))) {
    say("anteroom: the operations that show and withdraw them have ended; nobody can move these any more");
  }
  return 1;
}

function lineOf({ move, state, reason }: Done): string {
  const { username, roles, group } = move.invitation;
  const where = group === null ? "organization" : `project ${group.name}`;
  return `${state.padEnd(15)} ${where}: ${username}, ${roles.join(", ")}: ${reason ?? move.meaning}`;
}

function summaryOf(done: readonly Done[], apply: boolean): string {
  const of = (state: Done["state"]) => done.filter((each) => each.state === state).length;
  const [there, moved, failed, toMove] = [of("there already"), of("moved"), of("failed"), of("to be moved")];
  const stuck = of("cannot be moved") + of("not tried");
  const parts = [
    `${count(done.length, "pending invitation")}, ${there} there already`,
    ...(apply ? [`${moved} moved`] : [`${toMove} to be moved`]),
    ...(failed + stuck === 0 ? [] : [`${failed + stuck} not moved`]),
  ];
  return `${parts.join(", ")}${!apply && toMove > 0 ? "; nothing was changed, --apply moves them" : ""}`;
}

const reportOf = ({ org, unread }: Pending, done: readonly Done[], applied: boolean) => ({
  orgId: org.id,
  applied,
  invitations: done.map(({ move, state, reason }) => ({
    id: move.invitation.id,
    username: move.invitation.username,
    roles: move.invitation.roles,
    groupId: move.invitation.group?.id ?? null,
    groupName: move.invitation.group?.name ?? null,
    state,
    meaning: move.meaning,
    calls: move.calls,
    ...(reason !== undefined && { reason }),
  })),
  unread,
});

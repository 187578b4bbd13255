// `anteroom convert-invites`: shows what must be done so that no invitation is lost to the operations that stay, and does it.
import { readFile, writeFile } from "node:fs/promises";
import { count, print, say } from "../../cli/output.ts";
import { type Asking, ask, inWords, sayUnread } from "../../cli/worlds.ts";
import { AtlasUnreachable } from "../../client/errors.ts";
import { wallClock } from "../../core/clock.ts";
import { foldAddress } from "../../core/domain/address.ts";
import { Misuse, unreadable, unwritable } from "../../core/settings/error.ts";
import {
  type CallToMake,
  findPending,
  type Invitation,
  isFor,
  isOver,
  type Move,
  type Pending,
  perform,
  planMoves,
} from "../convert/moves.ts";
import { type Plan, plannedFor, readPlan, UnreadablePlan, writePlan } from "../convert/plan.ts";
import { choosing, refuseUnknown } from "./choosing.ts";

interface Done {
  readonly move: Move;
  /** The state; `failed` and `not tried` are for invitations that were to be created. */
  readonly state: Move["state"] | "moved" | "withdrawn" | "skipped" | "failed" | "not tried";
  readonly reason: string | undefined;
}

export interface Converting {
  /** True to apply all; a text is the file of a plan. */
  readonly apply: boolean | string;
  /** The file to write a plan to. */
  readonly plan: string | undefined;
  readonly json: boolean;
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** Converts the invitations; returns the exit code: 1 if something could not be read or moved. */
export async function convertInvites(from: string, given: Asking, how: Converting): Promise<number> {
  const isChosen = choosing(how);
  const plan = typeof how.apply === "string" ? await planIn(how.apply) : undefined;
  const asking = { ...given, org: given.org ?? plan?.org };
  const { client, orgId } = await ask(from, asking);
  if (plan !== undefined && plan.org !== orgId) {
    throw new Misuse(`--apply ${how.apply}: the plan is of organization ${plan.org}, not ${orgId}`);
  }
  const pending = await inWords(findPending(client, orgId, asking.parallel), asking.data);
  const invited = pending.invitations.map(({ username }) => username);
  refuseUnknown(how, invited, pending.unread.length === 0);
  const chosen = pending.invitations.filter(({ username }) => isChosen(username));
  if (how.plan !== undefined) return keepPlan(how.plan, pending, planMoves(orgId, chosen, pending.members));
  const tasks = ofPlan(String(how.apply), () => tasksOf(orgId, chosen, pending, plan));
  const done: Done[] = [];
  let broken: string | undefined;
  for (const { move, does } of tasks) {
    if (does === undefined || how.apply === false || broken !== undefined) {
      const state = does !== undefined && broken !== undefined ? "not tried" : move.state;
      done.push({
        move,
        state: does === undefined && move.state === "to be moved" ? "skipped" : state,
        reason: undefined,
      });
      continue;
    }
    const reason = await perform(client, move).catch((gone: unknown) => {
      // Completed moves are reported, and the next run continues from there.
      if (!(gone instanceof AtlasUnreachable)) throw gone;
      broken = gone.message;
      return broken;
    });
    done.push({ move, state: reason === undefined ? does : "failed", reason });
    if (!how.json && !asking.quiet) print(lineOf(done.at(-1) as Done));
  }
  tell(pending, done, how, asking);
  const wrong = plan === undefined ? 0 : tellOfPlan(plan, pending, isChosen);
  const isStuck =
    wrong > 0 || done.some(({ state }) => ["failed", "not tried", "cannot be moved"].includes(state));
  return tellUnread(pending) === 0 && !isStuck ? 0 : 1;
}

async function planIn(file: string): Promise<Plan> {
  const text = await readFile(file, "utf8").catch(unreadable(`--apply ${file}`));
  const { parse } = await import("yaml");
  return ofPlan(file, () => readPlan(text, parse));
}

function ofPlan<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof UnreadablePlan)) throw cause;
    throw new Misuse(`--apply ${file}: ${cause.message}`, { cause });
  }
}

/** Writes the plan; refuses an existing file, which may have been edited. */
async function keepPlan(file: string, pending: Pending, moves: readonly Move[]): Promise<number> {
  const code = tellUnread(pending);
  const text = writePlan(pending, moves, wallClock());
  await writeFile(file, text, { flag: "wx", mode: 0o600 }).catch(unwritable(`--plan ${file}`));
  const moving = moves.filter(({ state }) => state === "to be moved").length;
  say(
    `anteroom: ${count(moving, "invitation")} in ${file}; edit it, then: anteroom convert-invites --apply ${file}`,
  );
  return code;
}

interface Task {
  readonly move: Move;
  /** The outcome when it is done; undefined if there is nothing to do. */
  readonly does: "moved" | "withdrawn" | undefined;
}

function tasksOf(orgId: string, chosen: readonly Invitation[], { members }: Pending, plan?: Plan): Task[] {
  const wanted = plannedFor(plan, chosen);
  const edited = chosen.map((each) => ({ ...each, roles: wanted.get(each.id)?.roles ?? each.roles }));
  return planMoves(orgId, edited, members).map((move): Task => {
    const todo = plan === undefined ? "move" : (wanted.get(move.invitation.id)?.do ?? "skip");
    if (move.state !== "to be moved" || todo === "skip") return { move, does: undefined };
    if (todo === "move") return { move, does: "moved" };
    const withdraw = move.calls.at(-1) as CallToMake;
    return { move: { ...move, calls: [withdraw], meaning: "is invited no longer" }, does: "withdrawn" };
  });
}

function tell(pending: Pending, done: readonly Done[], { apply, json }: Converting, { quiet }: Asking): void {
  const isApplied = apply !== false;
  if (json) print(JSON.stringify(reportOf(pending, done, isApplied), null, 2));
  else if (!quiet) {
    const isTold = ({ state }: Done) => isApplied && ["moved", "withdrawn", "failed"].includes(state);
    for (const each of done) if (!isTold(each)) print(lineOf(each));
    say(`anteroom: ${summaryOf(done, isApplied)}`);
  }
}

/**
 * Reports invitations of a plan that are no longer pending with their id. Returns the number that are pending with another one.
 */
function tellOfPlan(plan: Plan, { invitations }: Pending, isChosen: (username: string) => boolean): number {
  const there = new Set(invitations.map(({ id }) => id));
  const over: string[] = [];
  let wrong = 0;
  for (const { username, invitations: of } of plan.people.filter((each) => isChosen(each.username))) {
    for (const { id, project } of of.filter((each) => each.do !== "skip" && !there.has(each.id))) {
      const real = invitations.find((each) => isFor(each, username, project));
      if (real === undefined) over.push(`${username} in ${project}`);
      else {
        wrong++;
        say(
          `anteroom: ${username} in ${project}: the plan has invitation ${id}, but ${real.id} is pending; nothing was done for it, write a new plan`,
        );
      }
    }
  }
  // An earlier run moved it, or the person has answered it.
  if (over.length > 0) {
    say(`anteroom: no longer pending (moved already, accepted, withdrawn or lapsed): ${over.join(", ")}`);
  }
  return wrong;
}

function tellUnread({ unread }: Pending): number {
  if (unread.length === 0) return 0;
  say("anteroom: invitations that could not be read:");
  sayUnread(unread);
  if (isOver({ unread })) {
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
  const toGroups = done.filter(({ move }) => move.invitation.group !== null);
  const people = new Set(toGroups.map(({ move }) => foldAddress(move.invitation.username)));
  const told = (all: readonly Done[], state: Done["state"], words: string = state) => {
    const of = all.filter((each) => each.state === state).length;
    return of > 0 ? [`${of} ${words}`] : [];
  };
  const toMove = toGroups.filter(({ state }) => state === "to be moved").length;
  const moved = toGroups.filter(({ state }) => state === "moved").length;
  const stuck = toGroups.filter(({ state }) => state === "failed" || state === "not tried").length;
  const parts = [
    apply ? `${moved} moved` : `${toMove} to be moved`,
    ...told(toGroups, "withdrawn"),
    ...told(toGroups, "skipped"),
    ...(stuck === 0 ? [] : [`${stuck} not moved`]),
  ];
  return [
    `${count(toGroups.length, "pending invitation")} to projects, of ${count(people.size, "person", "people")}: ${parts.join(", ")}`,
    ...told(done, "there already", "to the organization, there already"),
    ...told(done, "cannot be moved", "to the organization, which cannot be moved"),
    ...(!apply && toMove > 0 ? ["nothing was changed, --apply moves them"] : []),
  ].join("; ");
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
    createdAt: move.invitation.createdAt,
    expiresAt: move.invitation.expiresAt,
    inviterUsername: move.invitation.inviterUsername,
    state,
    meaning: move.meaning,
    calls: move.calls,
    ...(reason !== undefined && { reason }),
  })),
  unread,
});

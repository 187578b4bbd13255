// Ends pending invitations on behalf of the invited person, found by an invitation's id, a user's id or an address.
import { accept } from "../../atlas/invites/accepting.ts";
import type { Changing } from "../../core/changes/changing.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { statusAt } from "../../core/domain/invite.ts";
import type { DueMail } from "../../core/http/stages/unit.ts";
import type { Reads } from "../../core/store/store.ts";
import { type ActingDeps, acting } from "./acting.ts";
import { ControlError } from "./control-error.ts";
import type { InvitePlace } from "./seen.ts";

interface InviteControlsDeps extends ActingDeps {
  readonly dueMail: Pick<DueMail, "settle"> | null;
}

type Candidate = Awaited<ReturnType<Reads["invites"]["designated"]>>[number];

/** The most invitations that a refusal lists. */
const mostListed = 10;

export function createInviteControls({ dueMail, ...deps }: InviteControlsDeps) {
  const ending =
    (end: (changing: Changing, id: string) => Promise<unknown>) =>
    async (idOrAddress: string, place: InvitePlace = {}): Promise<void> => {
      checkPlace(place);
      await dueMail?.settle();
      await acting(deps)(async (changing) => {
        const { id } = await findPending(changing.tx, idOrAddress, place, changing.now);
        await end(changing, id);
      });
    };
  return {
    accept: ending(async (changing, id) => {
      const invite = await changing.tx.invites.find(id, changing.now);
      if (invite !== undefined && (await accept(changing, invite))) return;
      throw new ControlError(404, `invitation ${id}: this version knows none of its roles`);
    }),
    decline: ending(({ tx, now }, id) => tx.invites.end(id, "DECLINED", now)),
    expire: ending(({ tx, now }, id) => tx.invites.end(id, "EXPIRED", now)),
  };
}

function checkPlace(place: InvitePlace): void {
  for (const [name, value] of Object.entries(place)) {
    if (name !== "orgId") throw new ControlError(400, `'${name}' is unknown; an invitation takes orgId`);
    if (value !== undefined && typeof value !== "string") {
      throw new ControlError(400, "'orgId' must be a string");
    }
  }
}

async function findPending(
  tx: Pick<Reads, "invites" | "users">,
  idOrAddress: string,
  { orgId }: InvitePlace,
  now: Instant,
): Promise<Candidate> {
  const all = await tx.invites.designated(idOrAddress);
  const pending = all.filter((each) => statusAt(each, now) === "PENDING");
  const here = pending.filter((each) => orgId === undefined || each.orgId === orgId);
  // An id means the invitation or the pending user with it, and other invitations of the person only if neither has it.
  const exact = here.filter(({ id, userId }) => id === idOrAddress || userId === idOrAddress);
  const [found, ...others] = exact.length > 0 ? exact : here;
  if (found === undefined) throw await refuseAbsent(tx, { idOrAddress, orgId, all, pending, now });
  if (others.length === 0) return found;
  const many = describeAll([found, ...others]);
  throw new ControlError(
    409,
    `${idOrAddress} has several pending invitations; give orgId, or the id of one: ${many}`,
  );
}

interface Absent {
  readonly idOrAddress: string;
  readonly orgId: string | undefined;
  readonly all: readonly Candidate[];
  readonly pending: readonly Candidate[];
  readonly now: Instant;
}

/** Explains what was found instead: invitations elsewhere, an ended one, a user, and pending ones. */
async function refuseAbsent(
  tx: Pick<Reads, "invites" | "users">,
  { idOrAddress, orgId, all, pending, now }: Absent,
): Promise<ControlError> {
  const place = orgId === undefined ? "" : ` in the organization ${orgId}`;
  const none = `no pending invitation${place} has the id, the user's id or the address ${idOrAddress}`;
  const [newest] = all;
  const user = (await tx.users.find(idOrAddress)) ?? (await tx.users.byAddress(idOrAddress));
  const known =
    newest !== undefined && pending.length === 0
      ? `; the last one is ${statusAt(newest, now)}: ${describe(newest)}`
      : user !== undefined && all.length === 0
        ? `; ${user.username} is the user ${user.id}`
        : "";
  const listed = pending.length > 0 ? pending : await tx.invites.newestPending(now, mostListed + 1);
  const others = listed.length === 0 ? "none is pending" : `pending: ${describeAll(listed)}`;
  return new ControlError(404, `${none}${known}; ${others}`);
}

function describe({ id, userId, username, orgId, orgName, groupName }: Candidate): string {
  const user = userId === null ? "" : `, user ${userId}`;
  const place =
    groupName === null
      ? `the organization ${orgName} (${orgId})`
      : `the project ${groupName} of ${orgName} (${orgId})`;
  return `${username} to ${place}, invitation ${id}${user}`;
}

const describeAll = (invites: readonly Candidate[]): string =>
  [...invites.slice(0, mostListed).map(describe), ...(invites.length > mostListed ? ["and more"] : [])].join(
    " | ",
  );

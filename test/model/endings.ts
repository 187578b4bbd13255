// The commands that no client of Atlas has: invitations are accepted, declined or made to run out, and time passes.
import { equal } from "node:assert/strict";
import fc from "fast-check";
import { ids } from "../support/world.ts";
import { command, orgName, orgOf } from "./command.ts";
import { accept, day, isOrgInvite, isPending } from "./model.ts";
import { inviteAt, which } from "./org-invites.ts";
import { start } from "./orgs.ts";

const endings = { accept: "ACCEPTED", decline: "DECLINED", expire: "EXPIRED" } as const;

/** Draws an ending, more often that of acceptance. */
const ending = fc.constantFrom(
  "accept" as const,
  "accept" as const,
  "accept" as const,
  "decline" as const,
  "expire" as const,
);

const end = fc.tuple(ending, orgName, which).map(([ending, name, which]) =>
  command(ending, [name, which], async (model, { world }) => {
    const org = orgOf(model, name);
    const invite = inviteAt(model, org, which);
    const path = `/_anteroom/v1/invites/${invite?.id ?? ids.missing}:${ending}`;
    const { status } = await world.send({ method: "POST", path });
    const pending = invite !== undefined && isPending(model, invite);
    equal(status, pending ? 204 : 404, path);
    if (pending && ending === "accept") accept(model, org, invite);
    else if (pending) invite.ended = endings[ending];
    return { org, ...(invite && !isOrgInvite(invite) && { group: invite.group }) };
  }),
);

/** The most days in all: less than a year, because the secrets of the callers end then, too. */
const mostDays = 300;

const pass = fc.constantFrom(0, 1, 15, 30).map((days) =>
  command(
    "pass",
    [days === 0 ? "one second" : `${days} days`],
    async (model, server) => {
      server.world.clock.set({ advance: days === 0 ? "PT1S" : `P${days}D` });
      model.now += days === 0 ? 1000 : days * day;
      await server.signIn();
      return { org: orgOf(model, "Acme") };
    },
    ({ now }) => now + days * day < start + mostDays * day,
  ),
);

export const endingCommands = [end, end, end, end, pass, pass];

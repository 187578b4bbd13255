// The pending invitations by one inviter: shown after the inviter was removed, with one button to revoke them all.
import { headed } from "../kit/card.tsx";
import { LinkButton } from "../kit/kit.tsx";
import { Chips } from "../kit/list.tsx";
import { collection } from "../kit/listing.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { type Column, timeColumn } from "../kit/row-table.tsx";
import type { Outcome, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { type Here, type Scope, scopedPages } from "../scope.ts";
import type { Words } from "../words/words.ts";

type Pending = Awaited<ReturnType<typeof find>>[number];

const find = ({ perform }: Pick<Visit, "perform">, scope: Scope, inviter: string) =>
  perform(scope.pick("listOrgInvitationsBy", "listGroupInvitationsBy"), { ...scope.at, inviter });

/** Leads on after a removal: to the pending invitations by the removed one, or to `to` if the visitor may not revoke any. */
export async function afterRemoval(
  visit: Pick<Visit, "perform">,
  scope: Scope,
  inviter: string,
  to: string,
): Promise<{ readonly to: string }> {
  const pending = await find(visit, scope, inviter).catch(
    unlessRefused("USER_CANNOT_ACCESS_GROUP", "USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"),
  );
  if (pending === undefined || pending.length === 0) return { to };
  return { to: `${scope.root}/inviters/${encodeURIComponent(inviter)}?done=removed` };
}

/**
 * Leads on after several people were removed: to the pending invitations of the first who has any. If there is a report, it is
 * shown instead.
 */
export async function afterRemovals(
  visit: Pick<Visit, "perform">,
  scope: Scope,
  inviters: readonly string[],
  outcome: Outcome,
): Promise<Outcome> {
  if (!("to" in outcome)) return outcome;
  for (const inviter of inviters) {
    const { to } = await afterRemoval(visit, scope, inviter, "");
    if (to !== "") return { to };
  }
  return outcome;
}

export const [orgInviter, groupInviter] = scopedPages("/inviters/:inviter", {
  async show(visit, here) {
    const { words, params } = visit;
    const { places, root } = here;
    const pending = await find(visit, here, params.inviter);
    const { done, inviter } = words.people;
    const people = `${root}/people`;
    // The name in the address is not shown: a link could make the page show any text.
    if (pending.length === 0) {
      const actions = <LinkButton href={people}>{words.layout.back}</LinkButton>;
      return headed(inviter.none, null, { actions, status: 404, places });
    }
    const revokeAll = inviter.revokeAll(pending.length);
    return collection(here, {
      heading: inviter.title(params.inviter),
      title: inviter.title(params.inviter),
      lead: inviter.lead,
      done,
      all: pending,
      idOf: ({ id }) => id,
      nameOf: ({ username }) => username,
      texts: ({ username, groupName }) => [username, groupName ?? ""],
      empty: inviter.none,
      total: inviter.total,
      columns: columnsOf(words, here),
      below: (
        <div class="row">
          <ButtonForm name="revokeAll" label={revokeAll} confirm={inviter.confirm(params.inviter)}>
            {revokeAll}
          </ButtonForm>
          <LinkButton href={people}>{inviter.keep}</LinkButton>
        </div>
      ),
    });
  },
  forms: {
    async revokeAll({ perform, params }, _, { pick, root }) {
      await perform(pick("revokeOrgInvitationsBy", "revokeGroupInvitationsBy"), params);
      return { to: `${root}/people?done=allRevoked` };
    },
  },
});

const columnsOf = ({ people, role, layout }: Words, { places, root }: Here): readonly Column<Pending>[] => [
  {
    head: people.who,
    by: "who",
    value: ({ username }) => username,
    cell: ({ id, groupId, username }) => (
      <a href={`${groupId === null ? root : `/projects/${groupId}`}/invitations/${id}`}>{username}</a>
    ),
  },
  {
    head: people.inviter.to,
    by: "to",
    value: ({ groupName }) => groupName ?? "",
    cell: ({ groupName }) => groupName ?? places.org?.name ?? layout.none,
  },
  {
    head: layout.roles,
    class: "c-some wide-only",
    cell: ({ roles }) => <Chips labels={roles.map(role)} />,
  },
  timeColumn(people.inviter.until, "until", ({ expiresAt }) => expiresAt, "c-time"),
];

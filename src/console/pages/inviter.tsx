// What somebody invited to and nobody has answered yet: shown when they were removed, with one button to revoke it all.
import type { Browsing } from "../kit/browse.ts";
import { Heading, LinkButton } from "../kit/kit.tsx";
import { Chips } from "../kit/list.tsx";
import { Listing } from "../kit/listing.tsx";
import { ButtonForm, Done } from "../kit/people.tsx";
import { When } from "../kit/time.tsx";
import { type Outcome, type Places, page, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";

type Scope = { readonly orgId: string } | { readonly groupId: string };

const addressOf = (scope: Scope): string =>
  "orgId" in scope ? `/orgs/${scope.orgId}` : `/projects/${scope.groupId}`;

const find = ({ perform }: Pick<Visit, "perform">, scope: Scope, inviter: string) =>
  "orgId" in scope
    ? perform("listOrgInvitationsBy", { ...scope, inviter })
    : perform("listGroupInvitationsBy", { ...scope, inviter });

type Pending = Awaited<ReturnType<typeof find>>[number];

const browsing: Browsing<Pending> = {
  idOf: ({ id }) => id,
  texts: ({ username, groupName }) => [username, groupName ?? ""],
  columns: {
    who: ({ username }) => username,
    to: ({ groupName }) => groupName ?? "",
    until: ({ expiresAt }) => Date.parse(expiresAt),
  },
};

/**
 * Where a removal leads: to the pending invitations of who was removed, named as inviter, or to `to` where there are none or
 * the visitor may not revoke them.
 */
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
  return { to: `${addressOf(scope)}/inviters/${encodeURIComponent(inviter)}?done=removed` };
}

/** The same after several were removed: to the pending invitations of the first who has any. A report stays a report. */
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

export const orgInviter = page({
  path: "/orgs/:orgId/inviters/:inviter",
  for: "person",
  show: async (visit) => view(visit, { orgId: visit.params.orgId }, await placesOf(visit, visit.params)),
  forms: {
    async revokeAll({ perform, params }) {
      await perform("revokeOrgInvitationsBy", params);
      return { to: `${addressOf(params)}/people?done=allRevoked` };
    },
  },
});

export const groupInviter = page({
  path: "/projects/:groupId/inviters/:inviter",
  for: "person",
  show: async (visit) => view(visit, { groupId: visit.params.groupId }, await placesOf(visit, visit.params)),
  forms: {
    async revokeAll({ perform, params }) {
      await perform("revokeGroupInvitationsBy", params);
      return { to: `${addressOf(params)}/people?done=allRevoked` };
    },
  },
});

async function view(visit: Visit<"inviter">, scope: Scope, places: Places): Promise<View> {
  const { words, params } = visit;
  const pending = await find(visit, scope, params.inviter);
  const { who, roles, done } = words.people;
  const { title, lead, to, until, none, total, revokeAll, confirm, keep } = words.people.inviter;
  const people = `${addressOf(scope)}/people`;
  // Without the name: a link could make the page show any text.
  if (pending.length === 0) {
    const back = <LinkButton href={people}>{words.layout.back}</LinkButton>;
    return { title: none, status: 404, places, body: <Heading title={none}>{back}</Heading> };
  }
  return {
    title: title(params.inviter),
    places,
    list: "rows",
    body: (
      <>
        <Heading title={title(params.inviter)} lead={lead} />
        <Done visit={visit} sentences={done} />
        <Listing
          visit={visit}
          title={title(params.inviter)}
          all={pending}
          browsing={browsing}
          nameOf={({ username }) => username}
          empty={none}
          total={total}
          columns={[
            { head: who, by: "who", cell: ({ username }) => <span>{username}</span> },
            {
              head: to,
              by: "to",
              cell: ({ groupName }) => groupName ?? places.org?.name ?? words.layout.none,
            },
            {
              head: roles,
              class: "c-some wide-only",
              cell: ({ roles: offered }) => <Chips labels={offered.map(words.role)} />,
            },
            {
              head: until,
              by: "until",
              class: "c-time",
              cell: ({ expiresAt }) => <When visit={visit} at={expiresAt} />,
            },
          ]}
        />
        <div class="row">
          <ButtonForm
            visit={visit}
            name="revokeAll"
            fields={{}}
            label={revokeAll(pending.length)}
            confirm={confirm(params.inviter)}
          >
            {revokeAll(pending.length)}
          </ButtonForm>
          <LinkButton href={people}>{keep}</LinkButton>
        </div>
      </>
    ),
  };
}

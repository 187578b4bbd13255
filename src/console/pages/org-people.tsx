// The people of an organization, active and invited, with a form to invite more.
import { Addresses, inviteEach, Outcomes, type Report } from "../inviting.tsx";
import { isAbove, type Offered, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Form, Heading, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Done, EndedInvitations, PersonActions, PersonStatus, Roles, Who } from "../kit/people.tsx";
import { page, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import { afterRemoval } from "./inviter.tsx";

const itemsPerPage = 30;

const everyStatus = ["ACTIVE", "PENDING", "INVITATION_EXPIRED", "INVITATION_REJECTED"] as const;

type OrgVisit = Visit<"orgId">;

const find = ({ api, params, query }: OrgVisit) =>
  api("listOrgUsers", {
    ...params,
    itemsPerPage,
    pageNum: pageOf(query, "page"),
    ...(query.has("ended") && { orgMembershipStatuses: [...everyStatus] }),
  });

type OrgUser = NonNullable<Awaited<ReturnType<typeof find>>["results"]>[number];

async function view(visit: OrgVisit, report?: Report): Promise<View> {
  const { api, perform, params, query, words } = visit;
  const places = await placesOf(visit, params);
  const found = await find(visit);
  const offered = await offeredIn(visit, params);
  const { results: teams = [] } = await api("listOrgTeams", { ...params, itemsPerPage: 500 });
  const ended = await perform("listEndedOrgInvitations", params).catch(unlessRefused("USER_UNAUTHORIZED"));
  const teamNames = new Map(teams.map(({ id, name }) => [id, name ?? ""]));
  const { ofOrg, who, status, roles, actions, none, withEnded, withoutEnded, done } = words.people;
  return {
    title: `${ofOrg} · ${places.org.name}`,
    places,
    body: (
      <>
        <Heading title={ofOrg} />
        {report === undefined && <Done visit={visit} sentences={done} />}
        <Outcomes visit={visit} report={report} />
        <Invite visit={visit} report={report} offered={offered} />
        <Table
          caption={ofOrg}
          heads={[who, status, roles, words.people.teams, actions]}
          rows={(found.results ?? []).map((user) => ({
            key: user.id,
            cells: [
              <Who user={user} key="who" />,
              <PersonStatus words={words} user={user} key="status" />,
              <Roles words={words} roles={user.roles.orgRoles ?? []} key="roles" />,
              (user.teamIds ?? []).map((id) => teamNames.get(id) ?? id).join(", ") || words.layout.none,
              <Actions visit={visit} user={user} offered={offered} key="actions" />,
            ],
          }))}
          empty={none}
        />
        <Pager visit={visit} name="page" label={ofOrg} perPage={itemsPerPage} total={found.totalCount ?? 0} />
        <p>
          {query.has("ended") ? (
            <a href={`/orgs/${params.orgId}/people`}>{withoutEnded}</a>
          ) : (
            <a href={`/orgs/${params.orgId}/people?ended`}>{withEnded}</a>
          )}
        </p>
        {ended && <EndedInvitations words={words} ended={ended} />}
      </>
    ),
  };
}

export const orgPeople = page({
  path: "/orgs/:orgId/people",
  for: "person",
  show: (visit) => view(visit),
  forms: {
    async invite(visit, form) {
      const { api, params } = visit;
      const report = await inviteEach(form, async (username) => {
        const roles = { orgRoles: form.all("roles") };
        await api("createOrgUser", { ...params, body: { username, roles } });
        return "invited";
      });
      return report === undefined ? { to: at(params, "invited") } : view(visit, report);
    },
    async resend({ perform, params }, form) {
      const { invitationId } = await perform("getPendingInvitation", {
        ...params,
        userId: form.text("userId"),
      });
      await perform("resendInvitation", { invitationId });
      return { to: at(params, "resent") };
    },
    async remove(visit, form) {
      const { api, params } = visit;
      const user = { ...params, userId: form.text("userId") };
      const { username } = await api("getOrgUser", user);
      await api("removeOrgUser", user);
      return afterRemoval(visit, params, username, at(params, "removed"));
    },
    async revoke({ api, params }, form) {
      await api("removeOrgUser", { ...params, userId: form.text("userId") });
      return { to: at(params, "revoked") };
    },
  },
});

const at = ({ orgId }: OrgVisit["params"], done: string) => `/orgs/${orgId}/people?done=${done}`;

interface InviteProps {
  readonly visit: OrgVisit;
  readonly report: Report | undefined;
  readonly offered: Offered;
}

function Invite({ visit, report, offered }: InviteProps) {
  const { title, submit } = visit.words.people.invite;
  return (
    <details class="card" open={report !== undefined || visit.problem?.name === "invite"}>
      <summary>{title}</summary>
      <Form visit={visit} name="invite">
        <Addresses visit={visit} report={report} />
        <RoleChecks
          visit={visit}
          form="invite"
          of="org"
          legend={visit.words.people.roles}
          offered={offered}
          chosen={report?.form.all("roles") ?? ["ORG_MEMBER"]}
        />
        <Button kind="primary">{submit}</Button>
      </Form>
    </details>
  );
}

/** An ended invitation cannot be sent again: the person needs a new one. */
function Actions({ visit, user, offered }: { visit: OrgVisit; user: OrgUser; offered: Offered }) {
  const { people } = visit.words;
  const { id, username, orgMembershipStatus: status } = user;
  const { orgRoles = [], groupRoleAssignments = [] } = user.roles;
  const held = [...orgRoles, ...groupRoleAssignments.flatMap(({ groupRoles = [] }) => groupRoles)];
  if (status !== "ACTIVE" && status !== "PENDING") return null;
  const shared = {
    visit,
    username,
    fields: { userId: id },
    isAbove: isAbove(offered, held),
    edit: `/orgs/${visit.params.orgId}/people/${id}`,
  };
  return status === "PENDING" ? (
    <PersonActions {...shared} resend="resend" ending="revoke" confirm={people.confirmRevoke(username)} />
  ) : (
    <PersonActions {...shared} ending="remove" confirm={people.confirmRemoveFromOrg(username)} />
  );
}

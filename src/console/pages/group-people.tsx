// The people of a project, active and invited in both ways, in one list, with a form to invite more.
import { Addresses, inviteEach, Outcomes, type Report } from "../inviting.tsx";
import { type Offered, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Choice, Form, Heading, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Done, EndedInvitations } from "../kit/people.tsx";
import { page, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import { findRows, showRow } from "./group-people-rows.tsx";
import { afterRemoval } from "./inviter.tsx";

type GroupVisit = Visit<"groupId">;

const perPage = 30;

async function view(visit: GroupVisit, report?: Report): Promise<View> {
  const { perform, params, query, words } = visit;
  const places = await placesOf(visit, params);
  const { rows, absent } = await findRows(visit);
  const offered = await offeredIn(visit, params);
  const start = (pageOf(query, "page") - 1) * perPage;
  const ended = await perform("listEndedGroupInvitations", params).catch(unlessRefused("USER_UNAUTHORIZED"));
  const { ofGroup, who, status, roles, actions, none, withEnded, withoutEnded, notListed, done } =
    words.people;
  return {
    title: `${ofGroup} · ${places.group.name}`,
    places,
    body: (
      <>
        <Heading title={ofGroup} />
        {report === undefined && <Done visit={visit} sentences={done} />}
        <Outcomes visit={visit} report={report} />
        <InviteMore visit={visit} report={report} offered={offered} isGone={absent === "gone"} />
        <Table
          caption={ofGroup}
          heads={[who, status, roles, actions]}
          rows={rows.slice(start, start + perPage).map((row) => showRow(visit, row, offered))}
          empty={none}
        />
        <Pager visit={visit} name="page" label={ofGroup} perPage={perPage} total={rows.length} />
        {absent === "hidden" && <p class="hint">{notListed}</p>}
        <p>
          {query.has("ended") ? (
            <a href={`/projects/${params.groupId}/people`}>{withoutEnded}</a>
          ) : (
            <a href={`/projects/${params.groupId}/people?ended`}>{withEnded}</a>
          )}
        </p>
        {ended && <EndedInvitations words={words} ended={ended} />}
      </>
    ),
  };
}

const at = ({ groupId }: GroupVisit["params"], done: string) => `/projects/${groupId}/people?done=${done}`;

export const groupPeople = page({
  path: "/projects/:groupId/people",
  for: "person",
  show: (visit) => view(visit),
  forms: {
    async invite(visit, form) {
      const { api, params } = visit;
      const roles = form.all("roles");
      const report = await inviteEach(form, async (username) => {
        const sending = { ...params, body: { username, roles } };
        if (form.text("way") === "alone") {
          await api("createGroupInvite", sending);
          return "invited";
        }
        const user = await api("addGroupUsers", sending);
        return user.orgMembershipStatus === "ACTIVE" ? "added" : "invited";
      });
      return report === undefined ? { to: at(params, "invited") } : view(visit, report);
    },
    async resend({ perform, params }, form) {
      await perform("resendInvitation", { invitationId: form.text("invitationId") });
      return { to: at(params, "resent") };
    },
    /** People who are invited to the organization as well have one invitation for both. */
    async resendOfUser({ api, perform, params }, form) {
      const { orgId } = await api("getGroup", params);
      const { invitationId } = await perform("getPendingInvitation", { orgId, userId: form.text("userId") });
      await perform("resendInvitation", { invitationId });
      return { to: at(params, "resent") };
    },
    async revoke({ api, params }, form) {
      await api("deleteGroupInvite", { ...params, invitationId: form.text("invitationId") });
      return { to: at(params, "revoked") };
    },
    async remove(visit, form) {
      const { api, params } = visit;
      const user = { ...params, userId: form.text("userId") };
      const { username } = await api("getGroupUser", user);
      await api("removeGroupUser", user);
      return afterRemoval(visit, params, username, at(params, "removed"));
    },
  },
});

export const project = page({
  path: "/projects/:groupId",
  for: "person",
  show: async ({ params }) => ({ to: `/projects/${encodeURIComponent(params.groupId)}/people` }),
});

interface InviteProps {
  readonly visit: GroupVisit;
  readonly report: Report | undefined;
  readonly offered: Offered;
  /** The API no longer serves the older kind of invitation. */
  readonly isGone: boolean;
}

function InviteMore({ visit, report, offered, isGone }: InviteProps) {
  const { title, submit, way, add, alone } = visit.words.people.invite;
  const sent = report?.form ?? visit.problem?.form;
  return (
    <details class="card" open={report !== undefined || visit.problem?.name === "invite"}>
      <summary>{title}</summary>
      <Form visit={visit} name="invite">
        <Addresses visit={visit} report={report} />
        {!isGone && (
          <Choice
            label={way}
            name="way"
            value={sent?.text("way") || "add"}
            options={[
              { value: "add", label: add },
              { value: "alone", label: alone },
            ]}
          />
        )}
        <RoleChecks
          visit={visit}
          form="invite"
          of="group"
          legend={visit.words.people.roles}
          offered={offered}
          chosen={report?.form.all("roles") ?? ["GROUP_READ_ONLY"]}
        />
        <Button kind="primary">{submit}</Button>
      </Form>
    </details>
  );
}

// The rows of a project's people: its members, and the invitations to the project alone, with their buttons.
import { Refusal } from "../client.ts";
import { isAbove, type Offered } from "../kit/giving.tsx";
import { PersonActions, PersonStatus, Roles, Who } from "../kit/people.tsx";
import type { Visit } from "../page.ts";

type GroupVisit = Visit<"groupId">;

/** As many as a project may have. */
const itemsPerPage = 500;

/** People who are active, or invited through the organization. Expired and declined invitations only where asked for. */
const findUsers = async ({ api, params, query }: GroupVisit) => {
  const statuses = ["ACTIVE", "PENDING", "INVITATION_EXPIRED", "INVITATION_REJECTED"] as const;
  const { results = [] } = await api("listGroupUsers", {
    ...params,
    itemsPerPage,
    ...(query.has("ended") && { orgMembershipStatuses: [...statuses] }),
  });
  return results;
};

type GroupUser = Awaited<ReturnType<typeof findUsers>>[number];

/** Invitations to the project itself. The API will remove them, and shows them to project owners only. */
async function findInvites({ api, params }: GroupVisit) {
  try {
    return { invites: await api("listGroupInvites", params) };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    if (reason.code === "USER_UNAUTHORIZED") return { absent: "hidden" } as const;
    if (reason.code === "VERSION_GONE") return { absent: "gone" } as const;
    throw reason;
  }
}

type Invite = NonNullable<Awaited<ReturnType<typeof findInvites>>["invites"]>[number];

type Row = { readonly user: GroupUser } | { readonly invite: Invite };

const nameOf = (row: Row): string => ("user" in row ? row.user.username : (row.invite.username ?? ""));

/** All people to list, by address, and why invitations to the project itself are missing, if they are. */
export async function findRows(visit: GroupVisit) {
  const { invites = [], absent } = await findInvites(visit);
  const rows: Row[] = [
    ...(await findUsers(visit)).map((user) => ({ user })),
    ...invites.map((invite) => ({ invite })),
  ].sort((a, b) => (nameOf(a).toLowerCase() < nameOf(b).toLowerCase() ? -1 : 1));
  return { rows, absent };
}

export const showRow = (visit: GroupVisit, row: Row, offered: Offered) =>
  "user" in row ? userRow(visit, row.user, offered) : inviteRow(visit, row.invite, offered);

function userRow(visit: GroupVisit, user: GroupUser, offered: Offered) {
  const { words } = visit;
  return {
    key: user.id,
    cells: [
      <Who user={user} key="who" />,
      <PersonStatus words={words} user={user} key="status" />,
      <Roles words={words} roles={user.roles} key="roles" />,
      <UserActions visit={visit} user={user} isAbove={isAbove(offered, user.roles)} key="actions" />,
    ],
  };
}

interface UserActionsProps {
  readonly visit: GroupVisit;
  readonly user: GroupUser;
  readonly isAbove: boolean;
}

function UserActions({ visit, user, isAbove }: UserActionsProps) {
  const { id, username, orgMembershipStatus: status } = user;
  if (status !== "ACTIVE" && status !== "PENDING") return null;
  return (
    <PersonActions
      visit={visit}
      username={username}
      fields={{ userId: id }}
      isAbove={isAbove}
      edit={`/projects/${visit.params.groupId}/people/${id}`}
      {...(status === "PENDING" && { resend: "resendOfUser" })}
      ending="remove"
      confirm={visit.words.people.confirmRemoveFromGroup(username)}
    />
  );
}

function inviteRow(visit: GroupVisit, invite: Invite, offered: Offered) {
  const { words, params } = visit;
  const { id = "", username = "", inviterUsername = "", expiresAt = null, roles = [] } = invite;
  const invited = {
    username,
    orgMembershipStatus: "PENDING",
    inviterUsername,
    invitationExpiresAt: expiresAt,
  } as const;
  return {
    key: id,
    cells: [
      username,
      <PersonStatus words={words} user={invited} key="status" />,
      <Roles words={words} roles={roles} key="roles" />,
      <PersonActions
        key="actions"
        visit={visit}
        username={username}
        fields={{ invitationId: id }}
        isAbove={isAbove(offered, roles)}
        edit={`/projects/${params.groupId}/invitations/${id}`}
        resend="resend"
        ending="revoke"
        confirm={words.people.confirmRevoke(username)}
      />,
    ],
  };
}

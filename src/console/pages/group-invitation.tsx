// One invitation to a project: who made it, until when it can be accepted, what it gives, or what became of it.
import { Refusal } from "../client.ts";
import { doneAt } from "../done.ts";
import { isAbove, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Badge, Button, Copy, Form, Heading, LinkButton } from "../kit/kit.tsx";
import { ButtonForm, Done } from "../kit/people.tsx";
import { Time, When } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";

type Here = Visit<"groupId" | "invitationId">;

const tones = {
  PENDING: "yellow",
  ACCEPTED: "green",
  DECLINED: "red",
  REVOKED: "gray",
  EXPIRED: "gray",
} as const;

interface Found {
  readonly status: keyof typeof tones;
  readonly username: string;
  readonly inviter: string;
  readonly roles: readonly string[];
  readonly createdAt: string;
  /** Null once it has ended. */
  readonly expiresAt: string | null;
  readonly endedAt: string | null;
}

/** The API knows pending ones only; of the others, the history has the last hundred. */
async function find({ api, perform, params }: Here): Promise<Found> {
  try {
    const found = await api("getGroupInvite", params);
    const { username = "", inviterUsername = "", roles = [], createdAt = "", expiresAt = "" } = found;
    const dates = { createdAt, expiresAt, endedAt: null };
    return { status: "PENDING", username, inviter: inviterUsername, roles, ...dates };
  } catch (reason) {
    if (!(reason instanceof Refusal) || reason.status !== 404) throw reason;
    const ended = await perform("listEndedGroupInvitations", { groupId: params.groupId });
    const found = ended.find(({ id }) => id === params.invitationId);
    if (found === undefined) throw reason;
    return { ...found, expiresAt: null };
  }
}

export const groupInvitation = page({
  path: "/projects/:groupId/invitations/:invitationId",
  for: "person",
  performs: ["updateGroupInviteById", "deleteGroupInvite"],
  async show(visit) {
    const { params, words } = visit;
    const { groupId } = params;
    const found = await find(visit);
    const places = await placesOf(visit, { groupId });
    const offered = await offeredIn(visit, { groupId });
    const { people } = words;
    const isPending = found.status === "PENDING";
    const isMine = isPending && !isAbove(offered, found.roles);
    return {
      title: `${found.username} · ${places.group.name}`,
      places,
      body: (
        <>
          <Heading
            title={found.username}
            lead={
              <Badge tone={tones[found.status]}>
                {found.status === "PENDING"
                  ? people.list.states.INVITED
                  : people.ended.statuses[found.status]}
              </Badge>
            }
          >
            {isPending && (
              <ButtonForm visit={visit} name="resend" fields={{}} label={people.resend}>
                {people.resend}
              </ButtonForm>
            )}
            {isMine && (
              <ButtonForm
                visit={visit}
                name="revoke"
                fields={{}}
                label={people.revoke}
                confirm={people.change.revokeOf(found.username, 1)}
              >
                {people.revoke}
              </ButtonForm>
            )}
          </Heading>
          <Done visit={visit} sentences={people.done} />
          <Facts visit={visit} found={found} />
          {isPending ? (
            <Form visit={visit} name="save" class="card">
              <RoleChecks
                visit={visit}
                form="save"
                of="group"
                legend={people.one.rolesIn(places.group.name)}
                offered={offered}
                held={found.roles}
              />
              <Button kind="primary">{words.layout.save}</Button>
            </Form>
          ) : (
            <p>
              <LinkButton
                href={`/projects/${groupId}/people/invite?${new URLSearchParams({ who: found.username })}`}
                inDialog
              >
                {people.list.again}
              </LinkButton>
            </p>
          )}
          <LinkButton href={`/projects/${groupId}/people`}>{words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async save({ api, params }, form) {
      const { username = "" } = await api("updateGroupInviteById", {
        ...params,
        body: { roles: form.all("roles") },
      });
      return doneAt(`/projects/${params.groupId}/people#r-${params.invitationId}`, "changed", username);
    },
    async resend({ api, perform, params }) {
      const { username = "" } = await api("getGroupInvite", params);
      await perform("resendInvitation", { invitationId: params.invitationId });
      return doneAt(`/projects/${params.groupId}/invitations/${params.invitationId}`, "resent", username);
    },
    async revoke({ api, params }) {
      const { username = "" } = await api("getGroupInvite", params);
      await api("deleteGroupInvite", params);
      return doneAt(`/projects/${params.groupId}/people`, "revoked", username);
    },
  },
});

function Facts({ visit, found }: { readonly visit: Here; readonly found: Found }) {
  const { words, params, dev } = visit;
  const text = words.people.invitation;
  return (
    <dl>
      <dt>{text.id}</dt>
      <dd>
        <Copy visit={visit} text={params.invitationId} label={words.layout.copyOf(text.id)} />
      </dd>
      <dt>{text.inviter}</dt>
      <dd>{found.inviter}</dd>
      <dt>{text.made}</dt>
      <dd>
        <Time at={found.createdAt} />
      </dd>
      {found.expiresAt !== null && (
        <>
          <dt>{text.expires}</dt>
          <dd>
            <Time at={found.expiresAt} /> (<When visit={visit} at={found.expiresAt} />)
          </dd>
        </>
      )}
      {found.endedAt !== null && (
        <>
          <dt>{text.ended}</dt>
          <dd>
            <Time at={found.endedAt} />
          </dd>
        </>
      )}
      <dt>{words.people.roles}</dt>
      <dd>
        {found.roles.map((role) => (
          <div key={role}>
            {words.role(role)} <span class="code">{role}</span>
          </div>
        ))}
      </dd>
      {dev !== undefined && found.expiresAt !== null && (
        <>
          <dt>{text.mail}</dt>
          <dd>
            <a href={`/rehearsal/mail?${new URLSearchParams({ q: found.username })}`}>{text.inMail}</a>
          </dd>
        </>
      )}
    </dl>
  );
}

// Parts of the pages on people, invitations and teams: membership status, and lists of roles.
import type { MembershipStatus } from "../../contract/membership.ts";
import type { Visit } from "../page.ts";
import { Badge, Button, Form, Notice, Table } from "./kit.tsx";
import { Time } from "./time.tsx";

const tones = {
  ACTIVE: "green",
  ACCEPTED: "green",
  PENDING: "yellow",
  INVITATION_EXPIRED: "gray",
  EXPIRED: "gray",
  REVOKED: "gray",
  INVITATION_REJECTED: "red",
  DECLINED: "red",
} as const;

interface Somebody {
  readonly username: string;
  readonly orgMembershipStatus: MembershipStatus;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly inviterUsername?: string;
  /** Null once it is declined. */
  readonly invitationExpiresAt?: string | null;
}

export function Who({ user: { username, firstName = "", lastName = "" } }: { user: Somebody }) {
  const name = `${firstName} ${lastName}`.trim();
  return (
    <>
      {username}
      {name !== "" && <small>{name}</small>}
    </>
  );
}

/** Whether a person is active or invited; for invitations, by whom and until when. */
export function PersonStatus({ words, user }: Pick<Visit, "words"> & { user: Somebody }) {
  const { orgMembershipStatus: status, inviterUsername, invitationExpiresAt } = user;
  return (
    <>
      <Badge tone={tones[status]}>{words.people.statuses[status]}</Badge>
      {inviterUsername !== undefined && <small>{words.people.invitedBy(inviterUsername)}</small>}
      {status === "PENDING" && invitationExpiresAt && (
        <small>
          {words.people.until} <Time at={invitationExpiresAt} />
        </small>
      )}
    </>
  );
}

/** Roles, one per line. What each allows is explained where roles are chosen. */
export const RoleList = ({ words, roles }: Pick<Visit, "words"> & { roles: readonly string[] }) => (
  <>
    {roles.map((role) => (
      <div key={role}>{words.role(role)}</div>
    ))}
  </>
);

/** Roles, one per line, or a word for none. */
export const Roles = ({ words, roles }: Pick<Visit, "words"> & { roles: readonly string[] }) => (
  <>{roles.length === 0 ? words.layout.none : <RoleList words={words} roles={roles} />}</>
);

interface DoneProps {
  readonly visit: Pick<Visit, "query" | "problem" | "done" | "words">;
  /** Some name whom they are about. */
  readonly sentences: Readonly<Record<string, string | ((whom: string, count: number) => string)>>;
}

/** Says that a form succeeded. An address names one of our sentences, so that a link cannot show any other text. */
export function Done({ visit: { query, problem, done, words }, sentences }: DoneProps) {
  const word = done?.what ?? query.get("done") ?? "";
  if (problem !== undefined || !Object.hasOwn(sentences, word)) return null;
  const { count, whom } = done ?? { count: 0, whom: [] };
  const sentence = sentences[word];
  return (
    <Notice kind="done good">
      {typeof sentence === "function" ? sentence(words.lists.several(whom, count), count) : sentence}
    </Notice>
  );
}

interface ButtonFormProps {
  readonly visit: Pick<Visit, "formToken">;
  /** Name of the form. */
  readonly name: string;
  /** The person or thing it is about, as hidden fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
  readonly confirm?: string;
  readonly children: string;
}

/** A form with one button, in a row of a table; red if it asks for confirmation. */
export const ButtonForm = ({ visit, name, fields, label, confirm, children }: ButtonFormProps) => (
  <Form visit={visit} name={name}>
    {Object.entries(fields).map(([field, value]) => (
      <input key={field} type="hidden" name={field} value={value} />
    ))}
    <Button
      kind={confirm === undefined ? "plain" : "danger"}
      label={label}
      {...(confirm !== undefined && { confirm })}
    >
      {children}
    </Button>
  </Form>
);

interface PersonActionsProps {
  readonly visit: Pick<Visit, "formToken" | "words">;
  readonly username: string;
  /** The person or thing the forms are about. */
  readonly fields: ButtonFormProps["fields"];
  /** The person is above the visitor, who changes and takes away nothing then. */
  readonly isAbove: boolean;
  /** Where the roles are changed. */
  readonly edit: string;
  /** Name of the form that sends an invitation again; absent where there is none to send. */
  readonly resend?: string;
  /** Whether the person is removed or an invitation revoked; also the name of the form. */
  readonly ending: "remove" | "revoke";
  readonly confirm: string;
}

/** Buttons for a person in a list: change roles, send the invitation again, remove or revoke. */
export function PersonActions({
  visit,
  username,
  fields,
  isAbove,
  edit,
  resend,
  ending,
  confirm,
}: PersonActionsProps) {
  const { people } = visit.words;
  const label = ending === "remove" ? people.removeOf(username) : people.revokeOf(username);
  return (
    <div class="row">
      {!isAbove && (
        <a class="button" href={edit} aria-label={people.editOf(username)}>
          {people.edit}
        </a>
      )}
      {resend !== undefined && (
        <ButtonForm visit={visit} name={resend} fields={fields} label={people.resendOf(username)}>
          {people.resend}
        </ButtonForm>
      )}
      {!isAbove && (
        <ButtonForm visit={visit} name={ending} fields={fields} label={label} confirm={confirm}>
          {people[ending]}
        </ButtonForm>
      )}
    </div>
  );
}

interface EndedProps extends Pick<Visit, "words"> {
  readonly ended: readonly {
    readonly id: string;
    readonly username: string;
    readonly roles: readonly string[];
    readonly status: "ACCEPTED" | "DECLINED" | "REVOKED" | "EXPIRED";
    readonly endedAt: string;
    readonly inviter: string;
  }[];
}

/** Ended invitations, folded away. */
export function EndedInvitations({ words, ended }: EndedProps) {
  const { who, status, roles, invitedBy } = words.people;
  const { title, lead, none, when, statuses } = words.people.ended;
  return (
    <details class="card">
      <summary>{title}</summary>
      <p>{lead}</p>
      <Table
        caption={title}
        heads={[who, status, when, roles]}
        rows={ended.map((invite) => ({
          key: invite.id,
          cells: [
            <>
              {invite.username}
              <small>{invitedBy(invite.inviter)}</small>
            </>,
            <Badge tone={tones[invite.status]} key="status">
              {statuses[invite.status]}
            </Badge>,
            <Time at={invite.endedAt} key="when" />,
            <Roles words={words} roles={invite.roles} key="roles" />,
          ],
        }))}
        empty={none}
      />
    </details>
  );
}

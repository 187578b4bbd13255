// The parts that the pages of invitations to a project and to an organization share: facts, messages, history, and buttons.
import { Fragment } from "preact";
import { isSameAddress } from "../../core/domain/address.ts";
import { fullName } from "../../core/domain/full-name.ts";
import type { ConsoleValue } from "../client.ts";
import { Form } from "../kit/fields.tsx";
import { Badge, Copy, Facts, Table } from "../kit/kit.tsx";
import { RoleList } from "../kit/people.tsx";
import { Time, When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Doer } from "../words/event-sentences.ts";
import type { Words } from "../words/words.ts";
import { endings } from "./rehearsal-mail.tsx";

export type Invitation = ConsoleValue<"getGroupInvitation">;

interface RecordProps {
  readonly found: Invitation;
}

export const InvitationRecord = ({ found }: RecordProps) => (
  <>
    <InvitationFacts found={found} />
    {useVisit().dev !== undefined && found.status === "PENDING" && <Answers id={found.id} />}
    <Mails mails={found.mails} />
    <History found={found} />
  </>
);

function InvitationFacts({ found }: RecordProps) {
  const { words } = useVisit();
  const text = words.people.invitation;
  const { inviter, roles, groupRoles, teams, status, endedAt } = found;
  const label = inviter.label || fullName(inviter);
  const moment = (at: string) => (
    <>
      <Time at={at} /> (<When at={at} />)
    </>
  );
  const by = (
    <>
      {label || inviter.name}
      {label !== "" && <small>{inviter.name}</small>}
    </>
  );
  return (
    <Facts
      facts={[
        [text.id, <Copy key="id" text={found.id} label={words.layout.copyOf(text.id)} />],
        [text.inviter, by],
        [text.made, moment(found.createdAt)],
        status === "PENDING" && [text.expires, moment(found.expiresAt)],
        endedAt !== null && [text.ended, moment(endedAt)],
        status !== "PENDING" && [words.layout.roles, <RoleList key="roles" roles={roles} isExplained />],
        ...groupRoles.map(
          (group) =>
            [
              <Fragment key="name">
                {text.inProject}{" "}
                <a href={`/projects/${group.groupId}/people`}>{group.groupName || group.groupId}</a>
              </Fragment>,
              <RoleList key="roles" roles={group.roles} isExplained />,
            ] as const,
        ),
        teams.length > 0 && [words.layout.teams, teams.join(", ")],
      ]}
    />
  );
}

/**
 * The buttons with which a rehearsal answers for the invited person: they are on the page of the captured mail, which asks for
 * the token of the controls if there is one.
 */
function Answers({ id }: { readonly id: string }) {
  const { words, target, origin } = useVisit();
  return (
    <Form name="end" action="/rehearsal/mail" class="card row">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value={new URL(target, origin).pathname} />
      <span>{words.people.invitation.answer}</span>
      {endings.map((ending) => (
        <button type="submit" class="button" name="ending" value={ending} key={ending}>
          {words.rehearsal.mail.endings[ending]}
        </button>
      ))}
    </Form>
  );
}

type Mail = Invitation["mails"][number];

function Mails({ mails }: { readonly mails: readonly Mail[] }) {
  const { words, dev, sendsMail } = useVisit();
  const { mails: text } = words.people.invitation;
  return (
    <>
      <Table
        fits
        caption={text.title(mails.length)}
        heads={[text.queued, text.result]}
        rows={mails.map((mail) => ({
          key: mail.id,
          cells: [<Time at={mail.createdAt} key="queued" />, <Outcome mail={mail} key="result" />],
        }))}
        empty={text.none}
      />
      {mails.length > 0 && dev === undefined && sendsMail && <p class="hint">{text.lead}</p>}
    </>
  );
}

/** The delivery of a message. In a rehearsal it is captured at once, and its time is not the rehearsal's. */
function Outcome({ mail: { id, status, at, attempts, problem } }: { readonly mail: Mail }) {
  const { words, dev, sendsMail } = useVisit();
  const { mails: text } = words.people.invitation;
  if (status === "SENT" && dev !== undefined) {
    return (
      <>
        <Badge tone="green">{text.captured}</Badge>{" "}
        <a href={`/rehearsal/mail/${encodeURIComponent(id)}`}>{text.open}</a>
      </>
    );
  }
  const isTried = attempts > 0 && problem !== null;
  return (
    <>
      {status === "SENT" && <Badge tone="green">{text.sent}</Badge>}
      {status === "FAILED" && <Badge tone="red">{text.failed}</Badge>}
      {status === "WAITING" && (
        <Badge tone={isTried ? "yellow" : "gray"}>
          {isTried ? text.retried : sendsMail ? text.waiting : text.unsent}
        </Badge>
      )}{" "}
      {at !== null && (status !== "WAITING" || isTried) && (
        <>
          {status === "WAITING" && `${text.next} `}
          <Time at={at} />
        </>
      )}
      {attempts > 1 && ` · ${text.attempts(attempts)}`}
      {problem !== null && <small>{text.said(problem)}</small>}
    </>
  );
}

type Event = Invitation["events"][number];

interface Entry extends Pick<Event, "at" | "roles"> {
  readonly key: string;
  readonly sentence: string;
}

const doerKinds = { USER: "person", API_KEY: "key", SERVICE_ACCOUNT: "account" } as const;

/** Returns the name of the actor as the activity shows it: the address, or the description with the public key or client id. */
function doerOf({ activity }: Words, actor: Event["actor"]): Doer | undefined {
  if (actor === null) return undefined;
  const { kind, name, label } = actor;
  return { kind: doerKinds[kind], name: label === "" ? name : activity.called(label, name) };
}

const toldBy = {
  ACCEPTED: ["JOINED_GROUP", "JOINED_ORG"],
  REVOKED: ["GROUP_INVITATION_DELETED", "ORG_INVITATION_DELETED"],
  DECLINED: [],
  EXPIRED: [],
} as const satisfies Record<string, readonly string[]>;

const calledIn = ({ activity }: Words, { inviter: { label, name } }: Invitation): string =>
  label === "" ? name : activity.called(label, name);

/**
 * Returns the entries of the history. Events have most of them; messages, refusals, expiries and whatever a seed planted have
 * no event.
 */
function entriesOf(words: Words, found: Invitation): Entry[] {
  const { history } = words.people.invitation;
  const { username, status, endedAt, mails, events } = found;
  const entries = events.map(({ id, at, type, actor, groupName, roles }): Entry => {
    const names = { key: "", account: "", entry: "", team: "", group: groupName };
    const isAlone = actor === null || isSameAddress(actor.name, username);
    const unsaid = { name: { before: "", after: "" }, roles: { before: [], after: [] } };
    const facts = { ...names, ...unsaid, isAlone, doer: doerOf(words, actor), user: username };
    return { key: id, at, sentence: words.activity.sentence(type, facts), roles };
  });
  const again = mails
    .slice(0, -1)
    .map(({ id, createdAt: at }) => ({ key: id, at, sentence: history.again, roles: null }));
  const isTold = (types: readonly string[]) => events.some(({ type }) => types.includes(type));
  const made = {
    key: "made",
    at: found.createdAt,
    roles: null,
    sentence: history.made(calledIn(words, found), username),
  };
  const isMadeTold = events.some(({ type, at }) => type.startsWith("INVITED_TO_") && at === made.at);
  const ended =
    status === "PENDING" || endedAt === null || isTold(toldBy[status])
      ? []
      : [{ key: "ended", at: endedAt, sentence: history.ended[status](username), roles: null }];
  return [
    ...ended,
    ...[...entries, ...again].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
    ...(isMadeTold ? [] : [made]),
  ];
}

function History({ found }: RecordProps) {
  const { words } = useVisit();
  const { history } = words.people.invitation;
  const named = (roles: readonly string[]) =>
    roles.length === 0 ? words.layout.none : roles.map((role) => words.role(role)).join(", ");
  return (
    <Table
      fits
      caption={history.title}
      heads={[words.activity.what, words.activity.when]}
      rows={entriesOf(words, found).map(({ key, at, sentence, roles }) => ({
        key,
        cells: [
          <span class="sentence" key="what">
            {sentence}
            {roles !== null && (
              <small>
                {named(roles.before)} → {named(roles.after)}
              </small>
            )}
          </span>,
          <Time at={at} key="when" />,
        ],
      }))}
    />
  );
}

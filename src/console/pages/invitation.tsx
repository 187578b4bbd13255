// The page that the link of an invitation opens. Opening it changes nothing: a form accepts or declines.
import type { Language } from "../../core/contract/languages.ts";
import { isSameAddress } from "../../core/domain/address.ts";
import { fullName } from "../../core/domain/full-name.ts";
import { type Calls, Refusal } from "../client.ts";
import { sessionCookie } from "../cookies.ts";
import { welcome } from "../entering.ts";
import { doneAt } from "../flash.ts";
import { cardView } from "../kit/card.tsx";
import { Field, Form } from "../kit/fields.tsx";
import { Button, Facts, LinkButton, Notice } from "../kit/kit.tsx";
import { ThroughProvider } from "../kit/through-provider.tsx";
import { useVisit } from "../kit/visit.ts";
import { page, type View, type Visit } from "../page.ts";
import { NewPassword } from "./sign-in.tsx";

type Invitation = Awaited<ReturnType<typeof find>>;

const find = ({ perform }: Calls, token: string) => perform("getInvitation", { token });

export const invitation = page({
  path: "/invitations/:token",
  for: "anybody",
  async show(visit) {
    const found = await find(visit, visit.params.token).catch(unlessMissing);
    if (found === undefined) return missing(visit);
    return found.status === "PENDING" ? pending(visit, found) : ended(visit, found);
  },
  forms: {
    async accept(visit) {
      const found = await find(visit, visit.params.token);
      await visit.perform("acceptInvitation", { token: visit.params.token });
      return welcomed(found);
    },
    async decline({ perform, params }) {
      await perform("declineInvitation", { token: params.token });
      return { to: `/invitations/${params.token}` };
    },
    async join(visit, form) {
      const { token } = visit.params;
      const found = await find(visit, token);
      const signed = await visit.perform("joinByInvitation", {
        token,
        firstName: form.text("firstName"),
        lastName: form.text("lastName"),
        password: form.raw("password"),
      });
      const { cookies = [], ...led } = welcomed(found);
      return { ...led, cookies: [...cookies, ...welcome(signed)] };
    },
    /** Signs another person out: the invited person signs in and returns, or creates an account on this page. */
    async switch({ perform, params: { token }, session }) {
      const { hasAccount, username } = await perform("getInvitation", { token });
      if (session !== undefined) await perform("signOut", { token: session });
      return {
        to: hasAccount ? signInFor(token, username) : pathOf(token),
        cookies: [{ name: sessionCookie, value: "" }],
      };
    },
  },
});

const targetOf = ({ groupName, orgName }: Invitation) => groupName ?? orgName;

/** Returns the page of the invitation's only project; if it has none or several, that of the organization. */
const landingOf = ({ groupId, orgId }: Invitation) =>
  groupId === null ? `/orgs/${orgId}` : `/projects/${groupId}/people`;

const welcomed = (found: Invitation) =>
  doneAt(landingOf(found), "joined", (found.groupId && found.groupRoles[0]?.groupName) || targetOf(found));

const pathOf = (token: string) => `/invitations/${token}`;

const signInFor = (token: string, username = "") =>
  `/sign-in?next=${encodeURIComponent(pathOf(token))}${username && `&username=${encodeURIComponent(username)}`}`;

function unlessMissing(reason: unknown): undefined {
  if (reason instanceof Refusal && reason.status === 404) return undefined;
  throw reason;
}

function missing({ words: { invitation } }: Visit): View {
  return cardView(invitation.missingTitle, <p>{invitation.missing}</p>, { status: 404 });
}

function pending(visit: Visit<"token">, found: Invitation): View {
  const { words, person } = visit;
  const { title, accept, decline, declineConfirm, signIn, otherAddress, switchTo } = words.invitation;
  const isInvited = person !== undefined && isSameAddress(person.username, found.username);
  return cardView(
    title,
    <>
      <InvitationFacts found={found} />
      {person === undefined && !found.hasAccount && (
        <>
          <ThroughProvider next={pathOf(visit.params.token)} username={found.username} />
          {visit.takesPasswords && <Join />}
        </>
      )}
      {person === undefined && found.hasAccount && (
        <p>
          <LinkButton href={signInFor(visit.params.token, found.username)} kind="primary">
            {signIn}
          </LinkButton>
        </p>
      )}
      {isInvited && (
        <Form name="accept">
          <Button kind="primary">{accept}</Button>
        </Form>
      )}
      {person !== undefined && !isInvited && (
        <>
          <Notice kind="info">{otherAddress(person.username, found.username)}</Notice>
          <Form name="switch">
            <Button kind="primary">{switchTo}</Button>
          </Form>
        </>
      )}
      {(person === undefined || isInvited) && (
        <Form name="decline">
          <Button kind="danger" confirm={declineConfirm(targetOf(found))}>
            {decline}
          </Button>
        </Form>
      )}
    </>,
  );
}

const nameFields = {
  en: ["firstName", "lastName"],
  ko: ["lastName", "firstName"],
} as const satisfies Record<Language, unknown>;

function Join() {
  const { words, language } = useVisit();
  const { joinLead, join } = words.invitation;
  return (
    <Form name="join">
      <p>{joinLead}</p>
      {nameFields[language].map((name) => (
        <Field
          key={name}
          label={words.invitation[name]}
          name={name}
          autocomplete={name === "firstName" ? "given-name" : "family-name"}
          required
        />
      ))}
      <NewPassword label={words.signIn.password} />
      <Button kind="primary">{join}</Button>
    </Form>
  );
}

/** Returns the label of a key or an account, or a person's full name, or else the identifier. */
const nameOf = ({ label, name, ...person }: Invitation["inviter"]): string =>
  label || fullName(person) || name;

function InvitationFacts({ found }: { readonly found: Invitation }) {
  const { words } = useVisit();
  const { people, layout } = words;
  const { to, inOrg, invited, until } = words.invitation;
  const by = nameOf(found.inviter);
  return (
    <Facts
      facts={[
        [
          to,
          <>
            <strong>{found.groupName ?? found.orgName}</strong>
            {found.groupName !== null && <small> {inOrg(found.orgName)}</small>}
          </>,
        ],
        [
          layout.roles,
          [...found.roles.map((role) => ({ groupName: "", role })), ...found.groupRoles].map(
            ({ groupName, role }) => (
              <div key={`${groupName} ${role}`}>
                {groupName && `${groupName}: `}
                {words.role(role)}
                <small>{words.roleHelp[role]}</small>
              </div>
            ),
          ),
        ],
        found.teams.length > 0 && [layout.teams, found.teams.join(", ")],
        [
          people.invitation.inviter,
          <>
            {by}
            {by !== found.inviter.name && <small>{found.inviter.name}</small>}
          </>,
        ],
        [invited, found.username],
        [
          until,
          <time key="until" dateTime={found.expiresAt}>
            {found.expiresAt.slice(0, 10)}
          </time>,
        ],
      ]}
    />
  );
}

function ended({ words, person }: Visit, found: Invitation): View {
  const { ACCEPTED: accepted } = words.invitation.ended;
  const { title, lead } =
    words.invitation.ended[found.status as "ACCEPTED" | "DECLINED" | "REVOKED" | "EXPIRED"];
  const target = targetOf(found);
  const isMine = person !== undefined && isSameAddress(person.username, found.username);
  const hasJoined = isMine && found.status === "ACCEPTED";
  const [elsewhere, leave] =
    person === undefined ? ["/sign-in", words.layout.signIn] : ["/", words.notFound.home];
  return cardView(
    title,
    <>
      <p>{hasJoined ? accepted.joined(target) : lead(target, nameOf(found.inviter))}</p>
      {found.status === "ACCEPTED" && (
        <LinkButton href={hasJoined ? landingOf(found) : elsewhere} kind="primary">
          {hasJoined ? accepted.enter(target) : leave}
        </LinkButton>
      )}
    </>,
    { status: found.status === "ACCEPTED" ? 200 : 410 },
  );
}

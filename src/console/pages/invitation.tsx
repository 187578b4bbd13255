// The page that the link in an invitation opens. Opening it changes nothing: a form accepts or declines.

import type { Language } from "../../contract/languages.ts";
import { isSameAddress } from "../../domain/address.ts";
import { passwordLength } from "../../domain/user.ts";
import { type Calls, Refusal } from "../client.ts";
import { sessionCookie } from "../cookies.ts";
import { welcome } from "../entering.ts";
import { Field, Form } from "../kit/fields.tsx";
import { Button, Facts, Heading, LinkButton, Notice } from "../kit/kit.tsx";
import { fullName } from "../kit/names.ts";
import { ThroughProvider } from "../kit/through-provider.tsx";
import { useVisit } from "../kit/visit.ts";
import { page, type View, type Visit } from "../page.ts";

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
    async accept({ perform, params }) {
      await perform("acceptInvitation", { token: params.token });
      return { to: "/?accepted" };
    },
    async decline({ perform, params }) {
      await perform("declineInvitation", { token: params.token });
      return { to: `/invitations/${params.token}` };
    },
    async join({ perform, params }, form) {
      const signed = await perform("joinByInvitation", {
        token: params.token,
        firstName: form.text("firstName"),
        lastName: form.text("lastName"),
        password: form.raw("password"),
      });
      return { to: "/?accepted", cookies: welcome(signed) };
    },
    /** Another person is signed in: the invited person signs in and comes back, or makes an account on this page. */
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

const pathOf = (token: string) => `/invitations/${token}`;

const signInFor = (token: string, username = "") =>
  `/sign-in?next=${encodeURIComponent(pathOf(token))}${username && `&username=${encodeURIComponent(username)}`}`;

function unlessMissing(reason: unknown): undefined {
  if (reason instanceof Refusal && reason.status === 404) return undefined;
  throw reason;
}

function missing({ words: { invitation } }: Visit): View {
  return {
    title: invitation.missingTitle,
    status: 404,
    body: (
      <div class="card">
        <Heading title={invitation.missingTitle} />
        <p>{invitation.missing}</p>
      </div>
    ),
  };
}

function pending(visit: Visit<"token">, found: Invitation): View {
  const { words, person } = visit;
  const { title, accept, decline, declineConfirm, signIn, otherAddress, switchTo } = words.invitation;
  const isInvited = person !== undefined && isSameAddress(person.username, found.username);
  return {
    title,
    body: (
      <div class="card">
        <Heading title={title} />
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
            <Button kind="danger" confirm={declineConfirm(found.groupName ?? found.orgName)}>
              {decline}
            </Button>
          </Form>
        )}
      </div>
    ),
  };
}

const nameFields = {
  en: ["firstName", "lastName"],
  ko: ["lastName", "firstName"],
} as const satisfies Record<Language, unknown>;

function Join() {
  const { words, language } = useVisit();
  const { joinLead, password, join } = words.invitation;
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
      <Field
        label={password}
        name="password"
        type="password"
        hint={words.reset.hint(passwordLength.least)}
        autocomplete="new-password"
        required
      />
      <Button kind="primary">{join}</Button>
    </Form>
  );
}

/** Of a person, the name; of a key or an account, what it is called; where there is neither, what identifies it. */
const nameOf = ({ label, name, ...person }: Invitation["inviter"]): string =>
  label || fullName(person) || name;

function InvitationFacts({ found }: { readonly found: Invitation }) {
  const { words } = useVisit();
  const { to, inOrg, roles, inviter, invited, until, teams } = words.invitation;
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
          roles,
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
        found.teams.length > 0 && [teams, found.teams.join(", ")],
        [
          inviter,
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
  const { title, lead } =
    words.invitation.ended[found.status as "ACCEPTED" | "DECLINED" | "REVOKED" | "EXPIRED"];
  const target = found.groupName ?? found.orgName;
  return {
    title,
    ...(found.status !== "ACCEPTED" && { status: 410 }),
    body: (
      <div class="card">
        <Heading title={title} />
        <p>{lead(target, nameOf(found.inviter))}</p>
        {found.status === "ACCEPTED" && (
          <LinkButton href={person === undefined ? "/sign-in" : "/"} kind="primary">
            {person === undefined ? words.layout.signIn : words.notFound.home}
          </LinkButton>
        )}
      </div>
    ),
  };
}

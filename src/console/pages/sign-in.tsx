// The pages to sign in, sign out, and reset a forgotten password.
import { passwordLength } from "../../core/domain/user.ts";
import { Refusal } from "../client.ts";
import { sessionCookie } from "../cookies.ts";
import { enter, knownDevice, nextOf } from "../entering.ts";
import { cardView } from "../kit/card.tsx";
import { Field, Form } from "../kit/fields.tsx";
import { Button, LinkButton, Notice } from "../kit/kit.tsx";
import { KeepPassword, LinkInstead } from "../kit/mailed-link.tsx";
import { answerIn, PasskeyForm } from "../kit/passkeys.tsx";
import { ThroughProvider } from "../kit/through-provider.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Outcome, page, type Form as Sent, type View, type Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { notFound } from "./not-found.tsx";
import { codeIn, finish, secondStep, stepIn } from "./second-factor.tsx";

export const signIn = page({
  path: "/sign-in",
  for: "anybody",
  async show(visit) {
    const { words, query, person } = visit;
    const next = nextOf(visit);
    const isAgain = person !== undefined && query.has("again");
    if (person !== undefined && !isAgain) return { to: next };
    const { problem: refused } = visit;
    const isSecond = refused !== undefined && refused.form.raw("step") !== "";
    if (isSecond && refused.refusal.code !== "SECOND_STEP_STALE") {
      return secondStep(visit, stepIn(refused.form));
    }
    const { again, noAccount } = words.signIn;
    const problem = problemWithProvider(visit);
    const username = isAgain ? person.username : (query.get("username") ?? "");
    const shown = cardView(
      words.layout.signIn,
      <>
        {query.has("reset") && <Notice kind="good">{words.reset.done}</Notice>}
        {problem && <Notice kind="bad">{problem}</Notice>}
        {query.has("linked") && <Notice kind="good">{words.mailedLink.done}</Notice>}
        {isAgain && <Notice kind="info">{again}</Notice>}
        <LinkInstead />
        <ThroughProvider next={next} username={username} isAgain={isAgain} />
        {visit.takesPasswords && <ByPassword username={username} />}
        {visit.takesPasswords && !isAgain && (
          <PasskeyForm name="passkey" purpose="sign-in" submit={words.passkeys.signIn} kind="plain" waits />
        )}
        {!isAgain && <p class="hint">{noAccount}</p>}
        {visit.dev !== undefined && (
          <p>
            <a href={`/rehearsal/sign-in?next=${encodeURIComponent(next)}`}>{words.rehearsal.signIn.link}</a>
          </p>
        )}
      </>,
    );
    return { ...shown, hasPasskey: true };
  },
  forms: {
    async signIn(visit, form) {
      const { perform, device, formToken: bound } = visit;
      const username = form.text("username");
      const signed = await perform("signIn", {
        username,
        password: form.raw("password"),
        bound,
        ...(device !== undefined && { device }),
      }).catch(async (reason) => {
        // The refusal promises a link by mail.
        if (reason instanceof Refusal && reason.code === "MAILBOX_UNPROVEN") {
          await perform("requestPasswordReset", { username });
        }
        throw reason;
      });
      if ("step" in signed) return secondStep(visit, signed);
      return enter(visit, signed);
    },
    mailLink,
    passkey: async (visit, form) =>
      enter(visit, await visit.perform("signInWithPasskey", answerIn(visit, form))),
    second: (visit, form) => finish(visit, form, answerIn(visit, form)),
    code: (visit, form) => finish(visit, form, codeIn(visit, form)),
  },
});

function ByPassword({ username }: { username: string }) {
  const { signIn: said, layout } = useVisit().words;
  return (
    <Form name="signIn">
      <Address first={username} />
      <Field
        label={said.password}
        name="password"
        type="password"
        autocomplete="current-password"
        autofocus={username !== ""}
        required
      />
      <div class="row">
        <Button kind="primary">{layout.signIn}</Button>
        <a href="/forgot-password">{said.forgot}</a>
      </div>
    </Form>
  );
}

const Address = ({ first }: { first?: string | undefined }) => (
  <Field
    label={useVisit().words.signIn.address}
    name="username"
    type="email"
    value={first}
    autofocus={!first}
    autocomplete="username webauthn"
    required
  />
);

export function NewPassword({ label }: { readonly label?: string }) {
  const { password, hint } = useVisit().words.reset;
  return (
    <Field
      label={label ?? password}
      name="password"
      type="password"
      hint={hint(passwordLength.least)}
      autocomplete="new-password"
      required
    />
  );
}

/** Returns why the sign-in with the provider failed, unless the form was sent since. */
function problemWithProvider({ words, query, provider, problem }: Visit): string | undefined {
  const word = query.get("problem") ?? "";
  const { problems } = words.signIn;
  if (provider === undefined || problem !== undefined || !Object.hasOwn(problems, word)) return undefined;
  return problems[word as keyof typeof problems](provider.name);
}

export const signOut = page({
  path: "/sign-out",
  for: "anybody",
  show: async () => ({ to: "/sign-in" }),
  forms: {
    async signOut({ perform, session }): Promise<Outcome> {
      if (session !== undefined) await perform("signOut", { token: session });
      return { to: "/sign-in", cookies: [{ name: sessionCookie, value: "" }] };
    },
  },
});

async function mailLink({ perform }: Visit, form: Sent): Promise<Outcome> {
  await perform("requestPasswordReset", { username: form.text("username") });
  return { to: "/forgot-password?sent" };
}

const noPasswords = (visit: Visit): View => ({ ...notFound(visit, undefined), status: 404 });

export const forgotPassword = page({
  path: "/forgot-password",
  for: "anybody",
  async show(visit) {
    if (!visit.takesPasswords) return noPasswords(visit);
    if (visit.query.has("sent")) return sent(visit);
    const { title, lead, submit } = visit.words.forgot;
    return cardView(
      title,
      <Form name="send">
        <Address />
        <Button kind="primary">{submit}</Button>
      </Form>,
      { lead },
    );
  },
  forms: {
    send: mailLink,
  },
});

const sent = ({ words: { forgot, layout, rehearsal }, dev }: Visit): View =>
  cardView(
    forgot.sentTitle,
    <>
      <p role="status">{forgot.sent}</p>
      {dev !== undefined && (
        <p>
          <a href="/rehearsal/mail">{rehearsal.mail.title}</a>
        </p>
      )}
      <LinkButton href="/sign-in">{layout.signIn}</LinkButton>
    </>,
  );

export const resetPassword = page({
  path: "/reset-password/:token",
  for: "anybody",
  async show(visit) {
    if (!visit.takesPasswords) return noPasswords(visit);
    const { params, perform, words } = visit;
    const isGood = await perform("getPasswordLink", params).then(
      () => true,
      unlessRefused("PASSWORD_LINK_NOT_FOUND"),
    );
    if (!isGood) return gone(visit);
    const { title, submit } = words.reset;
    return cardView(
      title,
      <>
        <Form name="reset">
          <NewPassword />
          <Button kind="primary">{submit}</Button>
        </Form>
        <KeepPassword />
      </>,
    );
  },
  forms: {
    async reset({ perform, params }, form) {
      const { device } = await perform("resetPassword", { ...params, password: form.raw("password") });
      return { to: "/sign-in?reset", cookies: [{ name: sessionCookie, value: "" }, knownDevice(device)] };
    },
    async keep({ perform, params }) {
      const { device } = await perform("rememberDevice", params);
      return { to: "/sign-in?linked", cookies: [knownDevice(device)] };
    },
  },
});

/** Says that a link was used or has expired, before anybody chooses a password. */
const gone = ({ words: { forgot, refusals, reset } }: Visit): View =>
  cardView(
    reset.goneTitle,
    <>
      <p role="alert">{refusals.PASSWORD_LINK_NOT_FOUND}</p>
      <LinkButton href="/forgot-password" kind="primary">
        {forgot.submit}
      </LinkButton>
    </>,
    { status: 404 },
  );

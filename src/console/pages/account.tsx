// The account of the person who is signed in: password, command lines and browsers.
import type { ComponentChildren } from "preact";
import type { ConsoleValue } from "../client.ts";
import { sessionCookie } from "../cookies.ts";
import { doneHere } from "../done.ts";
import { welcome } from "../entering.ts";
import { Field, Form } from "../kit/fields.tsx";
import { Button, Heading, Notice, Table } from "../kit/kit.tsx";
import { ButtonForm, Done } from "../kit/people.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { page } from "../page.ts";
import { Passkeys } from "./account-passkeys.tsx";
import { addPasskey, showCodes } from "./second-factor.tsx";
import { NewPassword } from "./sign-in.tsx";

export const account = page({
  path: "/account",
  for: "person",
  async show(visit) {
    const { words, person, query } = visit;
    const { title, changed, commandLines, sessions, sessionsTitle, everywhereLead, everywhere } =
      words.account;
    return {
      title,
      hasPasskey: true,
      body: (
        <>
          <Heading title={title} lead={person?.username}>
            {visit.takesPasswords && <ChangePassword />}
          </Heading>
          {query.has("changed") && <Notice kind="good">{changed}</Notice>}
          {query.has("out") && <Notice kind="good">{commandLines.signedOut}</Notice>}
          {query.has("ended") && <Notice kind="good">{sessions.signedOut}</Notice>}
          <Done sentences={words.passkeys.done} />
          <Passkeys found={await visit.perform("listPasskeys")} />
          <CommandLines lines={await visit.perform("listCommandLines")} />
          <Sessions sessions={await visit.perform("listSessions")} />
          <div class="card">
            <h2>{sessionsTitle}</h2>
            <p>{everywhereLead}</p>
            <Form name="everywhere">
              <Button kind="danger">{everywhere}</Button>
            </Form>
          </div>
        </>
      ),
    };
  },
  forms: {
    async change({ perform }, form) {
      const signed = await perform("changePassword", {
        current: form.raw("current"),
        password: form.raw("password"),
      });
      return { to: "/account?changed", cookies: welcome(signed) };
    },
    async signOutCommandLine({ perform }, form) {
      await perform("signOutCommandLine", { id: form.text("id") });
      return { to: "/account?out" };
    },
    async signOutSession({ perform }, form) {
      await perform("signOutSession", { id: form.text("id") });
      return { to: "/account?ended" };
    },
    add: async (visit, form) => addPasskey(visit, form, "/account?done=added"),
    async removePasskey(visit, form) {
      await visit.perform("removePasskey", { id: form.text("id") });
      return doneHere(visit, "removed");
    },
    async makeCodes(visit) {
      const { codes } = await visit.perform("makeRecoveryCodes");
      return showCodes(visit, codes, "/account");
    },
    async everywhere({ perform }) {
      await perform("signOutEverywhere");
      return { to: "/sign-in", cookies: [{ name: sessionCookie, value: "" }] };
    },
  },
});

function ChangePassword() {
  const { words, person } = useVisit();
  const { current, change } = words.account;
  return (
    <SheetForm name="change" title={change} icon="lock">
      <input type="hidden" name="username" autocomplete="username" value={person?.username} />
      <Field label={current} name="current" type="password" autocomplete="current-password" required />
      <NewPassword />
    </SheetForm>
  );
}

interface SignedInProps {
  readonly id: string;
  readonly words: Readonly<Record<"title" | "lead" | "none" | "signOut", string>>;
  readonly heads: readonly string[];
  /** Of the button in each row. */
  readonly form: string;
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly cells: ComponentChildren[];
  }[];
}

/** What a person is signed in on; each row can be signed out. */
const SignedIn = ({ id, words, heads, form, rows }: SignedInProps) => (
  <section class="titled" aria-labelledby={id}>
    <h2 id={id}>{words.title}</h2>
    <p>{words.lead}</p>
    <Table
      caption={words.title}
      heads={heads}
      rows={rows.map(({ id, label, cells }) => ({
        key: id,
        cells: [
          ...cells,
          <ButtonForm key="out" name={form} fields={{ id }} label={label}>
            {words.signOut}
          </ButtonForm>,
        ],
      }))}
      empty={words.none}
    />
  </section>
);

function CommandLines({ lines }: { lines: ConsoleValue<"listCommandLines"> }) {
  const { account, layout } = useVisit().words;
  const words = account.commandLines;
  return (
    <SignedIn
      id="command-lines"
      words={words}
      heads={[words.client, words.from, words.signedIn, words.renewed, words.until, words.actions]}
      form="signOutCommandLine"
      rows={lines.map(({ id, client, userAgent, remoteAddress, createdAt, renewedAt, expiresAt }) => ({
        id,
        label: words.signOutOf(client, remoteAddress || layout.unknownAddress),
        cells: [
          <>
            {client}
            <small>{userAgent}</small>
          </>,
          remoteAddress || layout.unknownAddress,
          ...[createdAt, renewedAt, expiresAt].map((at) => <Time at={at} key={at} />),
        ],
      }))}
    />
  );
}

/** The browsers. */
function Sessions({ sessions }: { sessions: ConsoleValue<"listSessions"> }) {
  const { account, layout } = useVisit().words;
  const words = account.sessions;
  return (
    <SignedIn
      id="sessions"
      words={words}
      heads={[words.browser, words.from, words.signedIn, words.lastUsed, words.actions]}
      form="signOutSession"
      rows={sessions.map(({ id, browser, remoteAddress, createdAt, lastUsedAt, isCurrent }) => ({
        id,
        label: words.signOutOf(browser || words.unnamed, remoteAddress || layout.unknownAddress),
        cells: [
          <>
            {browser || words.unnamed}
            {isCurrent && <small>{words.current}</small>}
          </>,
          remoteAddress || layout.unknownAddress,
          ...[createdAt, lastUsedAt].map((at) => <Time at={at} key={at} />),
        ],
      }))}
    />
  );
}

// The account of the signed-in person: passkeys, password, command lines and browsers.
import type { ConsoleValue } from "../client.ts";
import { sessionCookie } from "../cookies.ts";
import { welcome } from "../entering.ts";
import { doneHere } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { Field, Form } from "../kit/fields.tsx";
import { Button, LinkButton, Notice, Table } from "../kit/kit.tsx";
import { ButtonForm, Done } from "../kit/people.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { page } from "../page.ts";
import type { Words } from "../words/words.ts";
import { joiningAt } from "./joining.tsx";
import { AddPasskey, addPasskey, showCodes } from "./second-factor.tsx";
import { NewPassword } from "./sign-in.tsx";

export const account = page({
  path: "/account",
  async show(visit) {
    const { words, person, query } = visit;
    const { changed, commandLines, sessions, sessionsTitle, everywhereLead, everywhere } = words.account;
    const title = words.layout.account;
    return headed(
      title,
      <>
        {query.has("changed") && <Notice kind="good">{changed}</Notice>}
        {query.has("out") && <Notice kind="good">{commandLines.signedOut}</Notice>}
        {query.has("ended") && <Notice kind="good">{sessions.signedOut}</Notice>}
        <Done sentences={words.passkeys.done} />
        <Offers offers={await visit.perform("listOffers")} />
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
      </>,
      { lead: person?.username, actions: visit.takesPasswords && <ChangePassword />, hasPasskey: true },
    );
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

/** The organizations that the person may join by groups of the provider. */
function Offers({ offers }: { readonly offers: ConsoleValue<"listOffers"> }) {
  const { words } = useVisit();
  const said = words.joining;
  if (offers.length === 0) return null;
  return (
    <section class="titled" aria-labelledby="offers">
      <h2 id="offers">{said.waiting}</h2>
      <p>{said.waitingLead}</p>
      <Table
        caption={said.waiting}
        heads={[words.layout.name, said.as, words.layout.actions]}
        rows={offers.map(({ orgId, orgName, roles }) => ({
          key: orgId,
          cells: [
            orgName,
            roles.map(words.role).join(", "),
            <LinkButton key="answer" href={joiningAt("/account", orgId)} label={`${said.answer}: ${orgName}`}>
              {said.answer}
            </LinkButton>,
          ],
        }))}
        empty=""
      />
    </section>
  );
}

function Passkeys({ found }: { readonly found: ConsoleValue<"listPasskeys"> }) {
  const { words } = useVisit();
  const said = words.passkeys;
  const { passkeys, codesLeft } = found;
  const isLast = passkeys.length === 1;
  return (
    <section class="titled" aria-labelledby="passkeys">
      <h2 id="passkeys">{said.title}</h2>
      <p>{said.lead}</p>
      <Table
        caption={said.title}
        heads={[words.layout.name, said.made, words.layout.lastUsed, words.layout.actions]}
        rows={passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
          key: id,
          cells: [
            name,
            <Time at={createdAt} key="made" />,
            lastUsedAt === null ? said.never : <Time at={lastUsedAt} key="used" />,
            <ButtonForm
              key="remove"
              name="removePasskey"
              fields={{ id }}
              label={said.removeOf(name)}
              confirm={isLast ? said.removeLast(name) : said.removeConfirm(name)}
            >
              {words.layout.remove}
            </ButtonForm>,
          ],
        }))}
        empty={said.none}
      />
      <div class="card">
        <h3>{passkeys.length === 0 ? said.add : said.addTitle}</h3>
        <AddPasskey known={passkeys.map(({ credentialId }) => credentialId)} />
      </div>
      {passkeys.length > 0 && (
        <div class="card">
          <h3>{said.codesTitle}</h3>
          <p>{said.codesLeft(codesLeft)}</p>
          <Form name="makeCodes">
            <Button {...(codesLeft > 0 && { confirm: said.makeConfirm, kind: "danger" as const })}>
              {said.makeCodes}
            </Button>
          </Form>
        </div>
      )}
    </section>
  );
}

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
  readonly words: Words["account"]["commandLines" | "sessions"];
  /** The head of the first column, and those of the columns with times. */
  readonly head: string;
  readonly times: readonly string[];
  /** The name of the form behind the button in each row. */
  readonly form: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly note: string | false;
    readonly remoteAddress: string;
    readonly at: readonly string[];
  }[];
}

/** Lists the places where a person is signed in; each row has a button that signs out. */
function SignedIn({ id, words, head, times, form, rows }: SignedInProps) {
  const { layout } = useVisit().words;
  return (
    <section class="titled" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{words.lead}</p>
      <Table
        caption={words.title}
        heads={[head, words.from, ...times, layout.actions]}
        rows={rows.map(({ id: key, name, note, remoteAddress, at }) => ({
          key,
          cells: [
            <>
              {name}
              {note && <small>{note}</small>}
            </>,
            remoteAddress || layout.unknownAddress,
            ...at.map((each) => <Time at={each} key={each} />),
            <ButtonForm
              key="out"
              name={form}
              fields={{ id: key }}
              label={words.signOutOf(name, remoteAddress || layout.unknownAddress)}
            >
              {layout.signOut}
            </ButtonForm>,
          ],
        }))}
        empty={words.none}
      />
    </section>
  );
}

function CommandLines({ lines }: { lines: ConsoleValue<"listCommandLines"> }) {
  const { account, commandLine, layout } = useVisit().words;
  const words = account.commandLines;
  return (
    <SignedIn
      id="command-lines"
      words={words}
      head={commandLine.client}
      times={[layout.signedIn, words.renewed, words.until]}
      form="signOutCommandLine"
      rows={lines.map(({ client: name, userAgent: note, createdAt, renewedAt, expiresAt, ...line }) => ({
        ...line,
        name,
        note,
        at: [createdAt, renewedAt, expiresAt],
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
      head={words.browser}
      times={[layout.signedIn, layout.lastUsed]}
      form="signOutSession"
      rows={sessions.map(({ browser, isCurrent, createdAt, lastUsedAt, ...session }) => ({
        ...session,
        name: browser || words.unnamed,
        note: isCurrent && words.current,
        at: [createdAt, lastUsedAt],
      }))}
    />
  );
}

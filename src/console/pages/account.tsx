// The account of the person who is signed in: password, command lines and browsers.
import { passwordLength } from "../../domain/user.ts";
import { sessionCookie } from "../cookies.ts";
import { Field, Form } from "../kit/fields.tsx";
import { Button, Heading, Notice } from "../kit/kit.tsx";
import { page, type Visit } from "../page.ts";
import { CommandLines, linesOf } from "./command-lines.tsx";
import { Sessions, sessionsOf } from "./sessions.tsx";
import { welcome } from "./sign-in.tsx";

export const account = page({
  path: "/account",
  for: "person",
  async show(visit) {
    const { words, person, query } = visit;
    const { title, changed, sessionsTitle, everywhereLead, everywhere } = words.account;
    return {
      title,
      body: (
        <>
          <Heading title={title} lead={person?.username} />
          {query.has("changed") && <Notice kind="good">{changed}</Notice>}
          {query.has("out") && <Notice kind="good">{words.account.commandLines.signedOut}</Notice>}
          {query.has("ended") && <Notice kind="good">{words.account.sessions.signedOut}</Notice>}
          {visit.takesPasswords && <ChangePassword visit={visit} />}
          <CommandLines visit={visit} lines={await linesOf(visit)} />
          <Sessions visit={visit} sessions={await sessionsOf(visit)} />
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
    async everywhere({ perform }) {
      await perform("signOutEverywhere");
      return { to: "/sign-in", cookies: [{ name: sessionCookie, value: "" }] };
    },
  },
});

function ChangePassword({ visit }: { visit: Visit }) {
  const { words, person } = visit;
  const { changeTitle, current, change } = words.account;
  return (
    <div class="card">
      <h2>{changeTitle}</h2>
      <Form name="change">
        <input type="hidden" name="username" autocomplete="username" value={person?.username} />
        <Field label={current} name="current" type="password" autocomplete="current-password" required />
        <Field
          label={words.reset.password}
          name="password"
          type="password"
          hint={words.reset.hint(passwordLength.least)}
          autocomplete="new-password"
          required
        />
        <Button kind="primary">{change}</Button>
      </Form>
    </div>
  );
}

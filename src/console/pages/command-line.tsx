// The page that signs a command line in: a person types the code that a terminal shows, reads who asks, and confirms or
// denies. No address carries a code, so that nobody can be sent a link in which it is typed already.
import { Fragment } from "preact";
import { foldCode, showCode } from "../../domain/command-line.ts";
import type { Calls } from "../client.ts";
import { Button, Field, Form, Heading, Notice, typed } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Form as Sent, type View, type Visit } from "../page.ts";

const path = "/account/connect";

export const commandLine = page({
  path,
  for: "person",
  async show(visit) {
    const { title, lead, code, hint, submit, connected, denied } = visit.words.commandLine;
    return {
      title,
      body: (
        <>
          <Heading title={title} lead={lead} />
          {visit.query.has("connected") && <Notice kind="good">{connected}</Notice>}
          {visit.query.has("denied") && <Notice kind="info">{denied}</Notice>}
          <div class="card">
            <Form visit={visit} name="look">
              <Field
                label={code}
                name="code"
                hint={hint}
                value={typed(visit, "look", "code")}
                autocomplete="off"
                maxLength={20}
                required
              />
              <Button kind="primary">{submit}</Button>
            </Form>
          </div>
        </>
      ),
    };
  },
  forms: {
    async look(visit, form) {
      const code = form.text("code");
      return ask(visit, code, await find(visit, code));
    },
    confirm: answer(true),
    deny: answer(false),
  },
});

function answer(isConfirmed: boolean) {
  return async ({ perform }: Calls, form: Sent) => {
    await perform("answerCommandLine", { code: form.text("code"), isConfirmed });
    return { to: `${path}?${isConfirmed ? "connected" : "denied"}` };
  };
}

const find = ({ perform }: Calls, code: string) => perform("getWaitingCommandLine", { code });

/** Who asks for what, and the two answers. */
function ask(visit: Visit, typed: string, waiting: Awaited<ReturnType<typeof find>>): View {
  const { person, words } = visit;
  const { question, compare, beware, client, agent, from, elsewhere, asked, as, may, mayAll, confirm, deny } =
    words.commandLine;
  const code = showCode(foldCode(typed));
  const facts = [
    { name: client, value: waiting.client },
    { name: agent, value: waiting.userAgent || words.layout.none },
    {
      name: from,
      value: (
        <>
          {waiting.remoteAddress}
          {!waiting.isNear && <small>{elsewhere}</small>}
        </>
      ),
    },
    { name: asked, value: <Time at={waiting.createdAt} /> },
    { name: as, value: person?.username },
    { name: may, value: mayAll },
  ];
  return {
    title: question,
    body: (
      <>
        <Heading title={question} />
        <div class="card">
          <p>{compare}</p>
          <p>
            <strong class="code spelled">{code}</strong>
          </p>
          <dl>
            {facts.map(({ name, value }) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
          <Notice kind="info">{beware}</Notice>
          <div class="row">
            <Form visit={visit} name="confirm">
              <input type="hidden" name="code" value={code} />
              <Button kind="primary">{confirm}</Button>
            </Form>
            <Form visit={visit} name="deny">
              <input type="hidden" name="code" value={code} />
              <Button kind="danger">{deny}</Button>
            </Form>
          </div>
        </div>
      </>
    ),
  };
}

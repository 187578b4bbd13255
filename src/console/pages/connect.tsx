// The page that signs a command line in: a person types the code that a terminal shows, reads which program asks, and confirms
// or denies. No address contains a code, so that no link can fill it in.
import { foldCode, showCode } from "../../core/domain/command-line.ts";
import type { Calls } from "../client.ts";
import { headed } from "../kit/card.tsx";
import { Field, Form } from "../kit/fields.tsx";
import { Button, Facts, Notice } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Form as Sent, type View, type Visit } from "../page.ts";

const path = "/account/connect";

export const commandLine = page({
  path,
  async show(visit) {
    const { title, lead, code, hint, submit, connected, denied } = visit.words.commandLine;
    return headed(
      title,
      <>
        {visit.query.has("connected") && <Notice kind="good">{connected}</Notice>}
        {visit.query.has("denied") && <Notice kind="info">{denied}</Notice>}
        <div class="card">
          <Form name="look">
            <Field label={code} name="code" hint={hint} autocomplete="off" maxLength={20} required />
            <Button kind="primary">{submit}</Button>
          </Form>
        </div>
      </>,
      { lead },
    );
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

type Waiting = Awaited<ReturnType<typeof find>>;

/** Shows the facts of the request, and the two answers. */
function ask(visit: Visit, typed: string, waiting: Waiting): View {
  const { question, compare, beware, confirm, deny } = visit.words.commandLine;
  const code = showCode(foldCode(typed));
  return headed(
    question,
    <div class="card">
      <p>{compare}</p>
      <p>
        <strong class="code spelled">{code}</strong>
      </p>
      <Facts facts={factsOf(visit, waiting)} />
      <Notice kind="info">{beware}</Notice>
      <div class="row">
        <Form name="confirm">
          <input type="hidden" name="code" value={code} />
          <Button kind="primary">{confirm}</Button>
        </Form>
        <Form name="deny">
          <input type="hidden" name="code" value={code} />
          <Button kind="danger">{deny}</Button>
        </Form>
      </div>
    </div>,
  );
}

function factsOf({ person, words }: Visit, waiting: Waiting): Parameters<typeof Facts>[0]["facts"] {
  const { client, agent, from, elsewhere, asked, as, may, mayAll } = words.commandLine;
  return [
    [client, waiting.client],
    [agent, waiting.userAgent || words.layout.none],
    [
      from,
      <>
        {waiting.remoteAddress || words.layout.unknownAddress}
        {!waiting.isNear && <small>{elsewhere}</small>}
      </>,
    ],
    [asked, <Time at={waiting.createdAt} key="asked" />],
    [as, person?.username],
    [may, mayAll],
  ];
}

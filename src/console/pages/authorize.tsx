// The page to which a program sends a browser: it says which program asks and where the answer is sent, and the person allows
// or denies it.
import {
  type Asked,
  answerAt,
  type Back,
  isPasted,
  readAuthorization,
} from "../../core/domain/authorization.ts";
import { clientName } from "../../core/domain/command-line.ts";
import { cardView, headed } from "../kit/card.tsx";
import { CopyBlock } from "../kit/code.tsx";
import { Form } from "../kit/fields.tsx";
import { Button, Facts, LinkButton, Notice } from "../kit/kit.tsx";
import { type Outcome, page, type View, type Visit } from "../page.ts";

const path = "/oauth/authorize";

export const authorize = page({
  path,
  for: "anybody",
  async show(visit) {
    const asked = readAuthorization(visit.query);
    if (asked.kind === "flawed") return flawed(visit, asked.flaw);
    const { back } = asked;
    if (asked.kind === "refused") return refuse(visit, back, ...asked.problem);
    const { person } = visit;
    if (asked.prompts.includes("none")) {
      return person === undefined
        ? refuse(visit, back, "login_required", "Nobody is signed in.")
        : refuse(visit, back, "consent_required", "Each request must be allowed by the person.");
    }
    const isAgain = asked.prompts.some((each) => each === "login" || each === "select_account");
    if (person === undefined || isAgain) return { to: signInFirst(visit) };
    return ask(visit, asked);
  },
  forms: { allow: answer(true), deny: answer(false) },
});

type Request = Extract<Asked, { kind: "asked" }>;

function answer(isConfirmed: boolean) {
  return async (visit: Visit): Promise<Outcome> => {
    const asked = readAuthorization(visit.query);
    if (asked.kind !== "asked") return authorize.show(visit);
    const { back, clientId, challenge } = asked;
    const { redirectUri } = back;
    const { code } = await visit.perform("answerAuthorization", {
      clientId,
      redirectUri,
      challenge,
      isConfirmed,
    });
    if (code === undefined) return refuse(visit, back, "access_denied", "The person has denied the request.");
    return lead(visit, back, { code });
  };
}

/** Returns the address of the sign-in, with the request without its prompt, which would ask for a sign-in each time. */
function signInFirst({ query }: Visit): string {
  const kept = new URLSearchParams(query);
  kept.delete("prompt");
  return `/sign-in?again&next=${encodeURIComponent(`${path}?${kept}`)}`;
}

const refuse = (visit: Visit, back: Back, error: string, error_description: string): Outcome =>
  lead(visit, back, { error, error_description });

/** Redirects to the program on this machine, or to the page with the answer to paste into another terminal. */
function lead(visit: Visit, back: Back, said: Readonly<Record<string, string>>): Outcome {
  const to = answerAt(back, visit.origin, said);
  if (!isPasted(back)) return { to };
  const { pasteTitle, paste, pasteRefusal } = visit.words.authorization;
  const label = visit.words.layout.copyOf(pasteTitle);
  return cardView(pasteTitle, <CopyBlock id="answer" text={to} label={label} />, {
    lead: "code" in said ? paste : pasteRefusal,
  });
}

function ask(visit: Visit, { back, clientId }: Request): View {
  const { commandLine, authorization } = visit.words;
  const name = clientName(clientId);
  const question = authorization.question(name);
  return headed(
    question,
    <div class="card">
      <Facts
        facts={[
          [commandLine.client, name],
          [
            authorization.to,
            <>
              <span class="code">{back.redirectUri}</span>
              <small>{isPasted(back) ? authorization.byHand : authorization.here}</small>
            </>,
          ],
          [commandLine.as, visit.person?.username],
          [commandLine.may, commandLine.mayAll],
        ]}
      />
      <Notice kind="info">{authorization.beware}</Notice>
      <div class="row">
        <Form name="allow">
          <Button kind="primary">{commandLine.confirm}</Button>
        </Form>
        <Form name="deny">
          <Button kind="danger">{commandLine.deny}</Button>
        </Form>
      </div>
    </div>,
    { ...(!isPasted(back) && { leadsTo: back.redirectUri }) },
  );
}

/**
 * Says why the request cannot be trusted. It does not redirect, because the client is unknown or the address does not belong to
 * it.
 */
function flawed({ words }: Visit, flaw: "client" | "redirect"): View {
  const { flawTitle, flaws } = words.authorization;
  return cardView(
    flawTitle,
    <>
      <p role="alert">{flaws[flaw]}</p>
      <LinkButton href="/">{words.layout.home}</LinkButton>
    </>,
    { status: 400 },
  );
}

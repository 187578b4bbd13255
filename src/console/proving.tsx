// Asks a signed-in person for a proof again, before an action that gives lasting access, and then performs the form that was
// sent, so that nothing has to be typed again.
import type { ComponentChildren } from "preact";
import { Refusal } from "./client.ts";
import { carried } from "./confirming.tsx";
import { cardView } from "./kit/card.tsx";
import { Field, Form } from "./kit/fields.tsx";
import { Button, LinkButton, Notice } from "./kit/kit.tsx";
import { answerIn, PasskeyForm, RecoveryCode } from "./kit/passkeys.tsx";
import { ThroughProvider } from "./kit/through-provider.tsx";
import { useVisit } from "./kit/visit.ts";
import type { Form as Sent, View, Visit } from "./page.ts";
import { isSignedOut } from "./refusals.ts";

/** The names of this page's own fields. */
export const proofField = "proof";
const own = [proofField, "proof-password", "proof-answer", "proof-code"];

/** Shows the page that asks; it carries the waiting form in hidden fields. */
export async function askAgain(visit: Visit, sent: URLSearchParams, refusal?: Refusal): Promise<View> {
  const { words, perform, person, takesPasswords } = visit;
  const said = words.passkeys;
  const { passkeys, hasPassword } = await perform("listPasskeys");
  const kept = carried(sent, own);
  const name = sent.get("do") ?? "";
  const isByPassword = takesPasswords && hasPassword;
  const problem = refusal && (words.refusals[refusal.code ?? ""] ?? refusal.message);
  return cardView(
    said.againTitle,
    <>
      {problem !== undefined && <Notice kind="bad">{problem}</Notice>}
      {passkeys.length > 0 && (
        <PasskeyForm
          name={name}
          purpose="prove"
          field="proof-answer"
          known={passkeys.map(({ credentialId }) => credentialId)}
          submit={said.use}
        >
          <input type="hidden" name={proofField} value="passkey" />
          {kept}
        </PasskeyForm>
      )}
      {passkeys.length > 0 && (
        <RecoveryCode name={name} field="proof-code">
          <input type="hidden" name={proofField} value="code" />
          {kept}
        </RecoveryCode>
      )}
      {isByPassword && (
        <ByPassword name={name} kind={passkeys.length > 0 ? "plain" : "primary"}>
          {kept}
        </ByPassword>
      )}
      <ThroughProvider next={visit.target} username={person?.username ?? ""} isAgain />
      <LinkButton href={visit.target}>{words.layout.cancel}</LinkButton>
    </>,
    { lead: said.againLead, status: refusal?.status ?? 403, hasPasskey: true },
  );
}

interface ByPasswordProps {
  readonly name: string;
  readonly kind: "plain" | "primary";
  readonly children: ComponentChildren;
}

function ByPassword({ name, kind, children }: ByPasswordProps) {
  const { words, person } = useVisit();
  return (
    <Form name={name}>
      <input type="hidden" name={proofField} value="password" />
      {children}
      <input type="hidden" autocomplete="username" value={person?.username} />
      <Field
        label={words.signIn.password}
        name="proof-password"
        type="password"
        autocomplete="current-password"
        required
      />
      <Button kind={kind}>{words.passkeys.goOn}</Button>
    </Form>
  );
}

/** Checks the proof that a form contains; returns a view if it was refused. */
export async function takeProof(visit: Visit, form: Sent, sent: URLSearchParams): Promise<View | undefined> {
  const { origin, formToken: bound } = visit;
  try {
    await visit.perform("proveAgain", { bound, origin, ...proofIn(visit, form) });
    return undefined;
  } catch (reason) {
    if (!(reason instanceof Refusal) || isSignedOut(reason)) throw reason;
    return askAgain(visit, sent, reason);
  }
}

function proofIn(visit: Visit, form: Sent) {
  const by = form.text(proofField);
  if (by === "passkey") return answerIn(visit, form, "proof-answer");
  return by === "code" ? { code: form.raw("proof-code") } : { password: form.raw("proof-password") };
}

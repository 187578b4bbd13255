// The second step of a sign-in, after the right password of a person who has a passkey.
import { placeOf, welcome } from "../entering.ts";
import { Heading, LinkButton } from "../kit/kit.tsx";
import { type answerIn, PasskeyForm } from "../kit/passkeys.tsx";
import { RecoveryCode } from "../kit/recovery-code.tsx";
import type { Outcome, Form as Sent, View, Visit } from "../page.ts";

export async function finish(
  { perform, query }: Visit,
  form: Sent,
  proof: ReturnType<typeof answerIn> | Coded,
): Promise<Outcome> {
  const signed = await perform("finishSignIn", { step: form.raw("step"), ...proof });
  return { to: placeOf(query.get("next") ?? "/"), cookies: welcome(signed) };
}

interface Coded {
  readonly origin: string;
  readonly bound: string;
  readonly code: string;
}

interface Step {
  readonly step: string;
  readonly credentialIds: readonly string[];
}

/** What the forms of the second step carry on. */
export const stepIn = (form: Sent): Step => ({
  step: form.raw("step"),
  credentialIds: form.all("credential"),
});

/** Asked after the right password of who has a passkey. */
export function secondStep({ words }: Visit, { step, credentialIds }: Step): View {
  const said = words.passkeys;
  const kept = (
    <>
      <input type="hidden" name="step" value={step} />
      {credentialIds.map((id) => (
        <input type="hidden" name="credential" value={id} key={id} />
      ))}
    </>
  );
  return {
    title: said.stepTitle,
    hasPasskey: true,
    body: (
      <div class="card">
        <Heading title={said.stepTitle} lead={said.stepLead} />
        <PasskeyForm name="second" purpose="prove" known={credentialIds} submit={said.use}>
          {kept}
        </PasskeyForm>
        <RecoveryCode name="code">{kept}</RecoveryCode>
        <LinkButton href="/sign-in">{words.layout.back}</LinkButton>
      </div>
    ),
  };
}

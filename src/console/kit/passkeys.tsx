// Forms that a passkey answers. The button appears if the browser has script and passkeys; the rest of the page works without
// them.
import type { ComponentChildren } from "preact";
import { type PasskeyAnswer, relyingPartyOf } from "../../core/domain/second-factor.ts";
import type { ChallengeAim } from "../../core/secrets/passkeys.ts";
import type { Form as Sent, Visit } from "../page.ts";
import { Field, Form } from "./fields.tsx";
import { Button, Notice } from "./kit.tsx";
import { useVisit } from "./visit.ts";

/** The algorithms ES256, EdDSA and RS256, by their COSE numbers. */
const algorithms = [-7, -8, -257].map((alg) => ({ type: "public-key", alg }));

interface PasskeyFormProps {
  readonly name: string;
  readonly purpose: ChallengeAim["purpose"];
  /** The ids of the credentials that may answer, or that exist already. */
  readonly known?: readonly string[];
  readonly submit: string;
  /** True to offer passkeys also among the values that the browser suggests for a field. */
  readonly waits?: boolean;
  readonly kind?: "primary" | "plain";
  /** The name of the field with the answer. */
  readonly field?: string;
  /** The other fields. */
  readonly children?: ComponentChildren;
}

/** A form with a passkey. It shows an explanation instead if the browser has no passkeys. */
export function PasskeyForm({
  name,
  submit,
  children,
  waits,
  field = "answer",
  kind = "primary",
  ...asked
}: PasskeyFormProps) {
  const visit = useVisit();
  const said = visit.words.passkeys;
  const rpId = relyingPartyOf(visit.origin);
  if (rpId === undefined) {
    return asked.purpose === "sign-in" ? null : <Notice kind="info">{said.nowhere(visit.origin)}</Notice>;
  }
  return (
    <Form name={name}>
      {children}
      <input
        type="hidden"
        name={field}
        data-passkey={JSON.stringify(optionsOf(visit, rpId, asked))}
        data-waits={waits ? "1" : undefined}
      />
      <p
        class="problem"
        role="alert"
        data-passkey-problem
        data-failed={said.failed}
        data-known={said.isKnown}
      />
      <button
        type="submit"
        class={kind === "primary" ? "button primary" : "button"}
        hidden
        data-passkey-button
      >
        {submit}
      </button>
      {asked.purpose !== "sign-in" && (
        <p class="hint" data-passkey-missing>
          {said.missing}
        </p>
      )}
    </Form>
  );
}

function optionsOf(
  { challenge, person, words }: Visit,
  rpId: string,
  { purpose, known = [] }: Pick<PasskeyFormProps, "purpose" | "known">,
) {
  const asked = { challenge: challenge(purpose), known };
  if (purpose !== "add") return { ...asked, rpId, userVerification: "required" };
  const { id = "", username = "", firstName = "", lastName = "" } = person ?? {};
  const displayName = `${firstName} ${lastName}`.trim() || username;
  return {
    ...asked,
    rp: { id: rpId, name: words.product },
    user: { id: Buffer.from(id).toString("base64url"), name: username, displayName },
    pubKeyCredParams: algorithms,
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    attestation: "none",
  };
}

/** Returns the passkey answer that the script put into a form, as the operations take it. */
export function answerIn({ origin, formToken: bound }: Visit, form: Sent, field = "answer") {
  let answer: PasskeyAnswer = { id: "", clientDataJSON: "" };
  try {
    answer = { ...answer, ...JSON.parse(form.raw(field)) };
  } catch {
    // Without script the field is empty; it is refused like a wrong answer.
  }
  return { bound, origin, answer };
}

/** The form for a recovery code instead of a passkey. */
export function RecoveryCode({
  name,
  field = "code",
  children,
}: {
  readonly name: string;
  readonly field?: string;
  readonly children?: ComponentChildren;
}) {
  const said = useVisit().words.passkeys;
  return (
    <details>
      <summary>{said.lost}</summary>
      <Form name={name}>
        {children}
        <Field label={said.code} name={field} hint={said.codeHint} autocomplete="off" required />
        <Button>{said.useCode}</Button>
      </Form>
    </details>
  );
}

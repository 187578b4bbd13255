// The second factor: the page for an organization that demands it, the page of a sign-in that asks for it, and recovery codes,
// shown once.
import { onceCookie } from "../cookies.ts";
import { enter, nextOf } from "../entering.ts";
import { cardView } from "../kit/card.tsx";
import { CopyBlock } from "../kit/code.tsx";
import { Field } from "../kit/fields.tsx";
import { LinkButton, Notice } from "../kit/kit.tsx";
import { answerIn, PasskeyForm, RecoveryCode } from "../kit/passkeys.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Form, type Outcome, page, type View, type Visit } from "../page.ts";

export const secondFactor = page({
  path: "/second-factor",
  async show(visit) {
    const { words, perform } = visit;
    const { passkeys, hasSecondFactor } = await perform("listPasskeys");
    if (hasSecondFactor) return { to: nextOf(visit) };
    const said = words.passkeys;
    const isKnown = passkeys.length > 0;
    return cardView(
      words.orgSettings.factor.title,
      <>
        {isKnown ? (
          <>
            <PasskeyForm
              name="prove"
              purpose="prove"
              known={passkeys.map(({ credentialId }) => credentialId)}
              submit={said.use}
            />
            <RecoveryCode name="code" />
          </>
        ) : (
          <AddPasskey known={[]} />
        )}
        <p>
          <a href="/account">{words.layout.account}</a>
        </p>
      </>,
      { lead: isKnown ? said.demandProof : said.demandNew, hasPasskey: true },
    );
  },
  forms: {
    async prove(visit, form) {
      await visit.perform("proveAgain", answerIn(visit, form));
      return { to: nextOf(visit) };
    },
    async code(visit, form) {
      await visit.perform("proveAgain", codeIn(visit, form));
      return { to: nextOf(visit) };
    },
    add: async (visit, form) => addPasskey(visit, form, nextOf(visit)),
  },
});

export function AddPasskey({ known }: { readonly known: readonly string[] }) {
  const { passkeys: said, layout } = useVisit().words;
  return (
    <PasskeyForm name="add" purpose="add" known={known} submit={said.add}>
      <Field label={layout.name} name="name" hint={said.nameHint} maxLength={60} autocomplete="off" />
    </PasskeyForm>
  );
}

export async function addPasskey(visit: Visit, form: Form, next: string): Promise<Outcome> {
  const { codes } = await visit.perform("addPasskey", { ...answerIn(visit, form), name: form.text("name") });
  return codes.length === 0 ? { to: next } : showCodes(visit, codes, next);
}

export const showCodes = async (
  { once }: Visit,
  codes: readonly string[],
  next: string,
): Promise<Outcome> => ({
  to: `/account/recovery-codes?${new URLSearchParams({ next })}`,
  cookies: [await once.carry({ codes })],
});

export const recoveryCodes = page({
  path: "/account/recovery-codes",
  async show(visit): Promise<Outcome> {
    const { words, once } = visit;
    const said = words.passkeys;
    const shown = (await once.read()) as { codes?: readonly string[] } | undefined;
    if (shown?.codes === undefined) return { to: "/account" };
    const text = shown.codes.join("\n");
    return cardView(
      said.codesTitle,
      <>
        <Notice kind="info">{said.codesOnce}</Notice>
        <CopyBlock id="codes" text={text} label={words.layout.copyOf(said.codesTitle)} />
        <LinkButton href={nextOf(visit)} kind="primary">
          {said.codesKept}
        </LinkButton>
      </>,
      { lead: said.codesLead, cookies: [{ name: onceCookie, value: "" }] },
    );
  },
});

/** Returns a recovery code, as the operations take it. */
export const codeIn = ({ origin, formToken: bound }: Visit, form: Form) => ({
  origin,
  bound,
  code: form.text("code"),
});

/** Signs in with the second step, after the correct password. */
export async function finish(
  visit: Visit,
  form: Form,
  proof: ReturnType<typeof answerIn | typeof codeIn>,
): Promise<Outcome> {
  return enter(visit, await visit.perform("finishSignIn", { step: form.raw("step"), ...proof }));
}

interface Step {
  readonly step: string;
  readonly credentialIds: readonly string[];
}

/** Returns the fields that the forms of the second step pass on. */
export const stepIn = (form: Form): Step => ({
  step: form.raw("step"),
  credentialIds: form.all("credential"),
});

/** Asks for the passkey, or a recovery code, after the correct password. */
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
  return cardView(
    said.stepTitle,
    <>
      <PasskeyForm name="second" purpose="prove" known={credentialIds} submit={said.use}>
        {kept}
      </PasskeyForm>
      <RecoveryCode name="code">{kept}</RecoveryCode>
      <LinkButton href="/sign-in">{words.layout.back}</LinkButton>
    </>,
    { lead: said.stepLead, hasPasskey: true },
  );
}

// What an organization demands: the second factor of a session, by a passkey that is there or by a new one; and recovery codes, shown once.

import { onceCookie } from "../cookies.ts";
import { placeOf } from "../entering.ts";
import { CopyBlock } from "../kit/code.tsx";
import { Field } from "../kit/fields.tsx";
import { Heading, LinkButton, Notice } from "../kit/kit.tsx";
import { answerIn, PasskeyForm } from "../kit/passkeys.tsx";
import { RecoveryCode } from "../kit/recovery-code.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Form, type Outcome, page, type Visit } from "../page.ts";

const nextOf = ({ query }: Visit): string => placeOf(query.get("next") ?? "/");

export const secondFactor = page({
  path: "/second-factor",
  for: "person",
  async show(visit) {
    const { words, perform } = visit;
    const { passkeys, hasSecondFactor } = await perform("listPasskeys");
    if (hasSecondFactor) return { to: nextOf(visit) };
    const said = words.passkeys;
    const isKnown = passkeys.length > 0;
    return {
      title: said.demandTitle,
      hasPasskey: true,
      body: (
        <div class="card">
          <Heading title={said.demandTitle} lead={isKnown ? said.demandProof : said.demandNew} />
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
        </div>
      ),
    };
  },
  forms: {
    async prove(visit, form) {
      await visit.perform("proveAgain", answerIn(visit, form));
      return { to: nextOf(visit) };
    },
    async code(visit, form) {
      const { origin, formToken: bound } = visit;
      await visit.perform("proveAgain", { origin, bound, code: form.text("code") });
      return { to: nextOf(visit) };
    },
    add: async (visit, form) => addPasskey(visit, form, nextOf(visit)),
  },
});

export function AddPasskey({ known }: { readonly known: readonly string[] }) {
  const said = useVisit().words.passkeys;
  return (
    <PasskeyForm name="add" purpose="add" known={known} submit={said.add}>
      <Field label={said.name} name="name" hint={said.nameHint} maxLength={60} autocomplete="off" />
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
  for: "person",
  async show(visit): Promise<Outcome> {
    const { words, once } = visit;
    const said = words.passkeys;
    const shown = (await once.read()) as { codes?: readonly string[] } | undefined;
    if (shown?.codes === undefined) return { to: "/account" };
    const text = shown.codes.join("\n");
    return {
      title: said.codesTitle,
      cookies: [{ name: onceCookie, value: "" }],
      body: (
        <div class="card">
          <Heading title={said.codesTitle} lead={said.codesLead} />
          <Notice kind="info">{said.codesOnce}</Notice>
          <CopyBlock id="codes" text={text} label={words.layout.copyOf(said.codesTitle)} />
          <LinkButton href={nextOf(visit)} kind="primary">
            {said.codesKept}
          </LinkButton>
        </div>
      ),
    };
  },
});

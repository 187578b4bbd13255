// The forms that create API keys, service accounts and secrets, and the page that shows a new secret once.
import { secretHours } from "../../domain/service-account.ts";
import type { Offered } from "../kit/giving.tsx";
import { Button, Field, Form, Heading, LinkButton, Notice, problemOf, typed } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import type { Form as Sent, View, Visit } from "../page.ts";
import { Roles } from "./credentials.tsx";

/** Ninety days: long enough to be convenient, short enough that a forgotten secret expires. */
const firstHours = 2160;

interface CreateProps {
  readonly visit: Visit;
  readonly of: "org" | "group";
  readonly offered: Offered;
}

/** The form `createKey`. */
export function CreateKey({ visit, of, offered }: CreateProps) {
  const words = visit.words.credentials;
  return (
    <details class="card" open={visit.problem?.name === "createKey"}>
      <summary>{words.createKey}</summary>
      <Form visit={visit} name="createKey">
        <Field
          label={words.description}
          name="desc"
          value={typed(visit, "createKey", "desc")}
          problem={problemOf(visit, "createKey", "desc")}
          maxLength={250}
          required
        />
        <Roles visit={visit} form="createKey" name="keyRoles" of={of} offered={offered} />
        <Button kind="primary">{words.createKey}</Button>
      </Form>
    </details>
  );
}

/** The form `createAccount`. */
export function CreateAccount({ visit, of, offered }: CreateProps) {
  const words = visit.words.credentials;
  const form = "createAccount";
  return (
    <details class="card" open={visit.problem?.name === form}>
      <summary>{words.createAccount}</summary>
      <Form visit={visit} name={form}>
        <Field
          label={words.name}
          name="name"
          hint={words.nameHint}
          value={typed(visit, form, "name")}
          problem={problemOf(visit, form, "name")}
          maxLength={64}
          required
        />
        <Field
          label={words.description}
          name="description"
          value={typed(visit, form, "description")}
          problem={problemOf(visit, form, "description")}
          maxLength={250}
          required
        />
        <Hours visit={visit} form={form} />
        <Roles visit={visit} form={form} name="accountRoles" of={of} offered={offered} />
        <Button kind="primary">{words.createAccount}</Button>
      </Form>
    </details>
  );
}

/** The field for the lifetime of a secret. */
export function Hours({ visit, form }: { visit: Visit; form: string }) {
  const { lifetime, lifetimeHint } = visit.words.credentials;
  return (
    <Field
      label={lifetime}
      name="hours"
      type="number"
      hint={lifetimeHint(secretHours.least, secretHours.most)}
      value={typed(visit, form, "hours", String(firstHours))}
      problem={problemOf(visit, form, "secretExpiresAfterHours")}
      min={secretHours.least}
      max={secretHours.most}
      required
    />
  );
}

/** The account a form describes. */
export const accountIn = (form: Sent) => ({
  name: form.text("name"),
  description: form.text("description"),
  roles: form.all("accountRoles"),
  secretExpiresAfterHours: Number(form.text("hours")),
});

interface MadeKey {
  readonly publicKey?: string;
  readonly privateKey?: string;
}

export function keyMade(visit: Visit, { publicKey = "", privateKey = "" }: MadeKey, back: string) {
  const { made, ...words } = visit.words.credentials;
  return madeView(visit, {
    title: made.keyTitle,
    shown: [
      { label: words.publicKey, value: publicKey },
      { label: words.privateKey, value: privateKey },
    ],
    use: made.keyUse,
    back,
  });
}

interface MadeAccount {
  readonly clientId?: string;
  readonly secrets?: readonly { readonly secret?: string; readonly expiresAt: string }[];
}

export function accountMade(visit: Visit, { clientId = "", secrets = [] }: MadeAccount, back: string) {
  const { made, ...words } = visit.words.credentials;
  const [first] = secrets;
  return madeView(visit, {
    title: made.accountTitle,
    shown: [
      { label: words.clientId, value: clientId },
      { label: words.secret, value: first?.secret ?? "" },
    ],
    use: made.accountUse,
    until: first?.expiresAt,
    back,
  });
}

interface Made {
  readonly title: string;
  /** The public key or client id, and the secret. */
  readonly shown: readonly { readonly label: string; readonly value: string }[];
  readonly use: string;
  readonly until?: string | undefined;
  readonly back: string;
}

/** The only answer that shows a secret. */
export function madeView(visit: Visit, { title, shown, use, until, back }: Made): View {
  const { made } = visit.words.credentials;
  return {
    title,
    body: (
      <div class="card">
        <Heading title={title} />
        <Notice kind="info">{made.once}</Notice>
        {shown.map(({ label, value }, index) => (
          <div class="field" key={label}>
            <label for={`made-${index}`} id={`made-${index}-label`}>
              {label}
            </label>
            <output class="secret code" id={`made-${index}`}>
              {value}
            </output>
            <p>
              <button
                type="button"
                class="button plain"
                data-copy={`made-${index}`}
                data-copied={made.copied}
                aria-describedby={`made-${index}-label`}
                aria-live="polite"
                hidden
              >
                {made.copy}
              </button>
            </p>
          </div>
        ))}
        {until !== undefined && (
          <p>
            {made.until} <Time at={until} />.
          </p>
        )}
        <p>{use}</p>
        <LinkButton href={back} kind="primary">
          {made.back}
        </LinkButton>
      </div>
    ),
  };
}

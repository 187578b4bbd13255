// The forms that create API keys, service accounts and secrets, which lead to the page that shows a new secret once.
import { secretHours } from "../../domain/service-account.ts";
import type { Offered } from "../kit/giving.tsx";
import { Button, Field, Form, problemOf, typed } from "../kit/kit.tsx";
import { Sheet } from "../kit/sheet.tsx";
import type { Form as Sent, Visit } from "../page.ts";
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
    <Sheet id="key" title={words.createKey} isOpen={visit.problem?.name === "createKey"} isPrimary>
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
    </Sheet>
  );
}

/** The form `createAccount`. */
export function CreateAccount({ visit, of, offered }: CreateProps) {
  const words = visit.words.credentials;
  const form = "createAccount";
  return (
    <Sheet id="account" title={words.createAccount} isOpen={visit.problem?.name === form}>
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
    </Sheet>
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

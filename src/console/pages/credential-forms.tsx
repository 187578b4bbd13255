// The forms that create API keys, service accounts and secrets, and those that give them roles in a project.
import { secretHours } from "../../domain/service-account.ts";
import { type Offered, RoleChecks } from "../kit/giving.tsx";
import { Button, Choice, Field, Form, LinkButton, problemOf, sentIn, typed } from "../kit/kit.tsx";
import { addressWith } from "../kit/list.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import type { Form as Sent, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import type { Here } from "../scope.ts";
import { type CredentialRow, everything } from "./credential-rows.ts";

/** Ninety days: long enough to be convenient, short enough that a forgotten secret expires. */
const firstHours = 2160;

interface RolesProps {
  readonly visit: Visit;
  /** Which of the page's forms they belong to. */
  readonly form: string;
  readonly name: string;
  readonly of: "org" | "group";
  readonly offered: Offered;
  readonly held?: readonly string[];
}

/** Check boxes for roles; a refused form keeps what was chosen. */
export function Roles({ visit, form, ...roles }: RolesProps) {
  const { rolesHere, rolesInGroup } = visit.words.credentials;
  const legend = roles.of === "org" ? rolesHere : rolesInGroup;
  const problem = problemOf(visit, form, "roles");
  return <RoleChecks visit={visit} form={form} legend={legend} problem={problem} {...roles} />;
}

interface CreateProps {
  readonly visit: Visit;
  readonly of: "org" | "group";
  readonly offered: Offered;
}

/** The form `createKey`. */
export function CreateKey({ visit, ...roles }: CreateProps) {
  const { createKey, description } = visit.words.credentials;
  const form = "createKey";
  return (
    <SheetForm visit={visit} name={form} id="key" title={createKey} isPrimary>
      <Field {...sentIn(visit, form, "desc")} label={description} maxLength={250} required />
      <Roles visit={visit} form={form} name="keyRoles" {...roles} />
    </SheetForm>
  );
}

/** The form `createAccount`. */
export function CreateAccount({ visit, ...roles }: CreateProps) {
  const form = "createAccount";
  return (
    <SheetForm visit={visit} name={form} id="account" title={visit.words.credentials.createAccount}>
      <AccountFields visit={visit} form={form} />
      <Hours visit={visit} form={form} />
      <Roles visit={visit} form={form} name="accountRoles" {...roles} />
    </SheetForm>
  );
}

interface AccountFieldsProps {
  readonly visit: Visit;
  readonly form: string;
  readonly account?: { readonly name?: string; readonly description?: string };
}

/** Name and description of a service account. */
export function AccountFields({ visit, form, account = {} }: AccountFieldsProps) {
  const { name, nameHint, description } = visit.words.credentials;
  const of = (field: "name" | "description") => sentIn(visit, form, field, account[field]);
  return (
    <>
      <Field {...of("name")} label={name} hint={nameHint} maxLength={64} required />
      <Field {...of("description")} label={description} maxLength={250} required />
    </>
  );
}

/** The field for the lifetime of a secret. */
export function Hours({ visit, form }: { visit: Visit; form: string }) {
  const { lifetime, lifetimeHint } = visit.words.credentials;
  const { least, most } = secretHours;
  return (
    <Field
      name="hours"
      value={typed(visit, form, "hours", String(firstHours))}
      problem={problemOf(visit, form, "secretExpiresAfterHours")}
      label={lifetime}
      type="number"
      hint={lifetimeHint(least, most)}
      min={least}
      max={most}
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

/** Keys or accounts of the organization that are not in the project; undefined where they are hidden or too many. */
type Others = readonly { readonly value: string; readonly label: string }[] | undefined;

const mostToChoose = 50;

export async function otherKeys({ api }: Visit, { id: groupId, places: { org } }: Here): Promise<Others> {
  if (org === undefined) return undefined;
  const at = { orgId: org.id, itemsPerPage: mostToChoose };
  const found = await api("listOrgApiKeys", at).catch(unlessRefused("USER_UNAUTHORIZED"));
  if (found === undefined || (found.totalCount ?? 0) > mostToChoose) return undefined;
  return (found.results ?? [])
    .filter(({ roles = [] }) => !roles.some((role) => role.groupId === groupId))
    .map(({ id = "", desc = "", publicKey = "" }) => ({ value: id, label: `${desc} (${publicKey})` }));
}

export async function otherAccounts({ api }: Visit, { id: groupId, places: { org } }: Here): Promise<Others> {
  if (org === undefined) return undefined;
  const at = { orgId: org.id, itemsPerPage: mostToChoose };
  const found = await api("listOrgServiceAccounts", at).catch(unlessRefused("USER_UNAUTHORIZED"));
  if (found === undefined || (found.totalCount ?? 0) > mostToChoose) return undefined;
  const { results: here = [] } = await api("listGroupServiceAccounts", { groupId, ...everything });
  const ids = new Set(here.map(({ clientId }) => clientId));
  return (found.results ?? [])
    .filter(({ clientId }) => !ids.has(clientId))
    .map(({ clientId = "", name = "" }) => ({ value: clientId, label: `${name} (${clientId})` }));
}

interface AssignProps {
  readonly visit: Visit;
  readonly isKeys: boolean;
  readonly others: Others;
  readonly offered: Offered;
}

/** The form `assignKey` or `assignAccount`, which gives roles in the project. */
export function Assign({ visit, isKeys, others, offered }: AssignProps) {
  const words = visit.words.credentials;
  const form = isKeys ? "assignKey" : "assignAccount";
  const title = isKeys ? words.assignKey : words.assignAccount;
  const name = isKeys ? "keyId" : "clientId";
  const which = { name, value: typed(visit, form, name) };
  const instead = others?.length === 0 ? words.noOthers : undefined;
  return (
    <SheetForm visit={visit} name={form} title={title} submit={words.assign} instead={instead}>
      {others === undefined ? (
        <Field {...which} label={isKeys ? words.keyId : words.clientId} hint={words.idHint} required />
      ) : (
        <Choice {...which} label={isKeys ? words.keys : words.accounts} options={others} />
      )}
      <Roles
        visit={visit}
        form={form}
        name={isKeys ? "assignedKeyRoles" : "assignedAccountRoles"}
        of="group"
        offered={offered}
      />
    </SheetForm>
  );
}

interface EditRolesProps {
  readonly visit: Visit;
  readonly keys: readonly CredentialRow[] | undefined;
  readonly accounts: readonly CredentialRow[] | undefined;
  readonly offered: Offered;
}

/** The form `editKey` or `editAccount`, for the one the address names. */
export function EditRoles({ visit, keys = [], accounts = [], offered }: EditRolesProps) {
  const { words, query } = visit;
  const isNamed = ({ id }: CredentialRow) => id === query.get("edit");
  const key = keys.find(isNamed);
  const row = key ?? accounts.find(isNamed);
  if (row === undefined) return null;
  const form = key === undefined ? "editAccount" : "editKey";
  return (
    <section class="card" aria-labelledby="edit">
      <h2 id="edit">{words.credentials.editing(row.name)}</h2>
      <Form visit={visit} name={form}>
        <input type="hidden" name="id" value={row.id} />
        <Roles visit={visit} form={form} name="editedRoles" of="group" offered={offered} held={row.roles} />
        <div class="row">
          <Button kind="primary">{words.credentials.save}</Button>
          <LinkButton href={addressWith(visit, { edit: "" })}>{words.layout.cancel}</LinkButton>
        </div>
      </Form>
    </section>
  );
}

// The forms that create API keys, service accounts and secrets, and those that give them roles in a project.
import { secretHours } from "../../domain/service-account.ts";
import { Choice, Field, Form, type Option, useFieldProblem } from "../kit/fields.tsx";
import { type Offered, RoleChecks } from "../kit/giving.tsx";
import { Button, LinkButton } from "../kit/kit.tsx";
import { addressWith } from "../kit/list.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form as Sent, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import type { Here } from "../scope.ts";
import { type CredentialRow, everything } from "./credential-rows.ts";

/** Ninety days: long enough to be convenient, short enough that a forgotten secret expires. */
const firstHours = 2160;

type RolesProps = Pick<Parameters<typeof RoleChecks>[0], "name" | "of" | "offered" | "held">;

export function Roles(roles: RolesProps) {
  const { rolesHere, rolesInGroup } = useVisit().words.credentials;
  const legend = roles.of === "org" ? rolesHere : rolesInGroup;
  return <RoleChecks legend={legend} problem={useFieldProblem("roles")} {...roles} />;
}

interface CreateProps {
  readonly of: "org" | "group";
  readonly offered: Offered;
}

/** The form `createKey`. */
export function CreateKey(roles: CreateProps) {
  const { createKey, description } = useVisit().words.credentials;
  return (
    <SheetForm name="createKey" id="key" title={createKey} isPrimary>
      <Field name="desc" label={description} maxLength={250} required />
      <Roles name="keyRoles" {...roles} />
    </SheetForm>
  );
}

/** The form `createAccount`. */
export const CreateAccount = (roles: CreateProps) => (
  <SheetForm name="createAccount" id="account" title={useVisit().words.credentials.createAccount}>
    <AccountFields />
    <Hours />
    <Roles name="accountRoles" {...roles} />
  </SheetForm>
);

interface AccountFieldsProps {
  readonly account?: { readonly name?: string; readonly description?: string };
}

/** Name and description of a service account. */
export function AccountFields({ account = {} }: AccountFieldsProps) {
  const { name, nameHint, description } = useVisit().words.credentials;
  return (
    <>
      <Field name="name" value={account.name} label={name} hint={nameHint} maxLength={64} required />
      <Field name="description" value={account.description} label={description} maxLength={250} required />
    </>
  );
}

/** The field for the lifetime of a secret. */
export function Hours() {
  const { lifetime, lifetimeHint } = useVisit().words.credentials;
  const { least, most } = secretHours;
  return (
    <Field
      name="hours"
      value={String(firstHours)}
      refusedAs="secretExpiresAfterHours"
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
type Others = readonly Option[] | undefined;

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
  readonly isKeys: boolean;
  readonly others: Others;
  readonly offered: Offered;
}

/** The form `assignKey` or `assignAccount`, which gives roles in the project. */
export function Assign({ isKeys, others, offered }: AssignProps) {
  const words = useVisit().words.credentials;
  const form = isKeys ? "assignKey" : "assignAccount";
  const title = isKeys ? words.assignKey : words.assignAccount;
  const name = isKeys ? "keyId" : "clientId";
  const instead = others?.length === 0 ? words.noOthers : undefined;
  return (
    <SheetForm name={form} title={title} submit={words.assign} instead={instead}>
      {others === undefined ? (
        <Field name={name} label={isKeys ? words.keyId : words.clientId} hint={words.idHint} required />
      ) : (
        <Choice name={name} label={isKeys ? words.keys : words.accounts} options={others} />
      )}
      <Roles name={isKeys ? "assignedKeyRoles" : "assignedAccountRoles"} of="group" offered={offered} />
    </SheetForm>
  );
}

interface EditRolesProps {
  readonly keys: readonly CredentialRow[] | undefined;
  readonly accounts: readonly CredentialRow[] | undefined;
  readonly offered: Offered;
}

/** The form `editKey` or `editAccount`, for the one the address names. */
export function EditRoles({ keys = [], accounts = [], offered }: EditRolesProps) {
  const visit = useVisit();
  const { words, query } = visit;
  const isNamed = ({ id }: CredentialRow) => id === query.get("edit");
  const key = keys.find(isNamed);
  const row = key ?? accounts.find(isNamed);
  if (row === undefined) return null;
  const form = key === undefined ? "editAccount" : "editKey";
  return (
    <section class="card" aria-labelledby="edit">
      <h2 id="edit">{words.credentials.editing(row.name)}</h2>
      <Form name={form}>
        <input type="hidden" name="id" value={row.id} />
        <Roles name="editedRoles" of="group" offered={offered} held={row.roles} />
        <div class="row">
          <Button kind="primary">{words.credentials.save}</Button>
          <LinkButton href={addressWith(visit, { edit: "" })}>{words.layout.cancel}</LinkButton>
        </div>
      </Form>
    </section>
  );
}

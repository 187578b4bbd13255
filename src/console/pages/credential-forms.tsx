// The forms that create API keys, service accounts and secrets, and those that give them roles in a project.
import { secretHours } from "../../domain/credential.ts";
import { Choice, Field, Form, type Option } from "../kit/fields.tsx";
import { type Offered, RolePicker } from "../kit/giving.tsx";
import { Button } from "../kit/kit.tsx";
import { addressWith } from "../kit/list.tsx";
import { Foot, SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import type { Here } from "../scope.ts";
import { type CredentialRow, everything, type Kind, kinds } from "./credential-kinds.ts";

/** Ninety days: long enough to be convenient, short enough that a forgotten secret expires. */
const firstHours = 2160;

export function Roles(roles: Pick<Parameters<typeof RolePicker>[0], "name" | "of" | "offered" | "held">) {
  const { rolesHere, rolesInGroup } = useVisit().words.credentials;
  const legend = roles.of === "org" ? rolesHere : rolesInGroup;
  return <RolePicker legend={legend} {...roles} />;
}

/** The form `createKey` or `createAccount`. */
export function Create({ kind, ...roles }: { kind: Kind; of: "org" | "group"; offered: Offered }) {
  const { of, description } = useVisit().words.credentials;
  return kind === "keys" ? (
    <SheetForm name="createKey" id="key" title={of.keys.create} isPrimary>
      <Field name="desc" label={description} maxLength={250} required />
      <Roles name="keyRoles" {...roles} />
    </SheetForm>
  ) : (
    <SheetForm name="createAccount" id="account" title={of.accounts.create}>
      <AccountFields />
      <Hours />
      <Roles name="accountRoles" {...roles} />
    </SheetForm>
  );
}

export function AccountFields({ account }: { account?: { name?: string; description?: string } }) {
  const { name, nameHint, description } = useVisit().words.credentials;
  return (
    <>
      <Field name="name" value={account?.name} label={name} hint={nameHint} maxLength={64} required />
      <Field name="description" value={account?.description} label={description} maxLength={250} required />
    </>
  );
}

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

const mostToChoose = 50;

interface Found<Thing> {
  readonly results?: readonly Thing[];
  readonly totalCount?: number;
}

const few = <Thing,>(found: Found<Thing> | undefined): readonly Thing[] | undefined =>
  found === undefined || (found.totalCount ?? 0) > mostToChoose ? undefined : (found.results ?? []);

/** Those of the organization that are not in the project; undefined where they are hidden or too many. */
export async function othersOf(
  { api }: Visit,
  { id: groupId, places: { org } }: Here,
  kind: Kind,
): Promise<readonly Option[] | undefined> {
  if (org === undefined) return undefined;
  const at = { orgId: org.id, itemsPerPage: mostToChoose };
  const hidden = unlessRefused("USER_UNAUTHORIZED");
  if (kind === "keys") {
    return few(await api("listOrgApiKeys", at).catch(hidden))
      ?.filter(({ roles = [] }) => !roles.some((role) => role.groupId === groupId))
      .map(({ id = "", desc = "", publicKey = "" }) => ({ value: id, label: `${desc} (${publicKey})` }));
  }
  const accounts = few(await api("listOrgServiceAccounts", at).catch(hidden));
  if (accounts === undefined) return undefined;
  const { results: here = [] } = await api("listGroupServiceAccounts", { groupId, ...everything });
  const ids = new Set(here.map(({ clientId }) => clientId));
  return accounts
    .filter(({ clientId }) => !ids.has(clientId))
    .map(({ clientId = "", name = "" }) => ({ value: clientId, label: `${name} (${clientId})` }));
}

interface AssignProps {
  readonly kind: Kind;
  readonly others: Awaited<ReturnType<typeof othersOf>>;
  readonly offered: Offered;
}

/** The form `assignKey` or `assignAccount`, which gives roles in the project. */
export function Assign({ kind, others, offered }: AssignProps) {
  const words = useVisit().words.credentials;
  const { title, assign, assignedId } = words.of[kind];
  const { noun, field } = kinds[kind];
  const instead = others?.length === 0 ? words.noOthers : undefined;
  return (
    <SheetForm name={`assign${noun}`} title={assign} submit={words.assign} instead={instead}>
      {others === undefined ? (
        <Field name={field} label={assignedId} hint={words.idHint} required />
      ) : (
        <Choice name={field} label={title} options={others} />
      )}
      <Roles name={`assigned${noun}Roles`} of="group" offered={offered} />
    </SheetForm>
  );
}

interface EditRolesProps {
  readonly rows: Readonly<Record<Kind, readonly CredentialRow[] | undefined>>;
  readonly offered: Offered;
}

/** The form `editKey` or `editAccount`, for the one the address names. */
export function EditRoles({ rows: { keys = [], accounts = [] }, offered }: EditRolesProps) {
  const visit = useVisit();
  const { words, query } = visit;
  const isNamed = ({ id }: CredentialRow) => id === query.get("edit");
  const key = keys.find(isNamed);
  const row = key ?? accounts.find(isNamed);
  if (row === undefined) return null;
  return (
    <section class="card" aria-labelledby="edit">
      <h2 id="edit">{words.credentials.editing(row.name)}</h2>
      <Form name={key === undefined ? "editAccount" : "editKey"}>
        <input type="hidden" name="id" value={row.id} />
        <Roles name="editedRoles" of="group" offered={offered} held={row.roles} />
        <Foot back={addressWith(visit, { edit: "" })}>
          <Button kind="primary">{words.credentials.save}</Button>
        </Foot>
      </Form>
    </section>
  );
}

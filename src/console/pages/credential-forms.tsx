// The forms that create API keys and service accounts, and the forms that give them roles in a project.
import { secretHours } from "../../core/domain/credential.ts";
import { Choice, Field, type Option } from "../kit/fields.tsx";
import { type Offered, RolePicker } from "../kit/giving.tsx";
import { EditCard, SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { type Here, orgScope } from "../scope.ts";
import { type CredentialRow, type Kind, kinds, rolesField } from "./credential-kinds.ts";

/** The lifetime proposed first: ninety days are convenient, and few enough that a forgotten secret expires. */
const firstHours = 2160;

export type Rows = Readonly<Record<Kind, readonly CredentialRow[] | undefined>>;

export function Roles(roles: Pick<Parameters<typeof RolePicker>[0], "name" | "of" | "offered" | "held">) {
  const { rolesHere, rolesInGroup } = useVisit().words.credentials;
  const legend = roles.of === "org" ? rolesHere : rolesInGroup;
  return <RolePicker legend={legend} {...roles} />;
}

/** The form `createKey` or `createAccount`. */
export function Create({ kind, ...roles }: { kind: Kind; of: "org" | "group"; offered: Offered }) {
  const { noun } = kinds[kind];
  const { create } = useVisit().words.credentials.of[kind];
  return (
    <SheetForm name={`create${noun}`} id={noun.toLowerCase()} title={create} isPrimary>
      <CredentialFields kind={kind} />
      {kind === "accounts" && <Hours />}
      <Roles name={rolesField(kind)} {...roles} />
    </SheetForm>
  );
}

export function CredentialFields({ kind, row }: { kind: Kind; row?: CredentialRow }) {
  const { of, nameHint, description: label } = useVisit().words.credentials;
  const description = { label, value: row?.description, maxLength: 250, required: true };
  if (kind === "keys") return <Field name="desc" {...description} />;
  return (
    <>
      <Field name="name" value={row?.name} label={of[kind].name} hint={nameHint} maxLength={64} required />
      <Field name="description" {...description} />
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

/** The limit for a list to choose from; with more, the form asks for an id. */
const mostToChoose = 50;

interface AssignProps {
  readonly kind: Kind;
  /** The organization's credentials that are not in the project; undefined if they are hidden or too many. */
  readonly others: readonly Option[] | undefined;
  readonly offered: Offered;
}

export async function othersOf(visit: Visit, { places: { org } }: Here, kind: Kind, rows: Rows) {
  if (org === undefined) return undefined;
  const all = await kinds[kind].list(visit, orgScope(org.id)).catch(unlessRefused("USER_UNAUTHORIZED"));
  const others = all?.filter(({ id }) => !rows[kind]?.some((row) => row.id === id));
  if (others === undefined || others.length > mostToChoose) return undefined;
  return others.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }));
}

/** The form `assignKey` or `assignAccount`, which gives roles in the project. */
export function Assign({ kind, others, offered }: AssignProps) {
  const { words } = useVisit();
  const { of, noOthers, idHint } = words.credentials;
  const { title, assign, assignedId } = of[kind];
  const { noun, field } = kinds[kind];
  return (
    <SheetForm
      name={`assign${noun}`}
      title={assign}
      submit={words.people.invite.add}
      instead={others?.length === 0 ? noOthers : undefined}
    >
      {others === undefined ? (
        <Field name={field} label={assignedId} hint={idHint} required />
      ) : (
        <Choice name={field} label={title} options={others} />
      )}
      <Roles name={`assigned${noun}Roles`} of="group" offered={offered} />
    </SheetForm>
  );
}

/** The form `editKey` or `editAccount`, for the credential that the address names. */
export function EditRoles({ rows, offered }: { readonly rows: Rows; readonly offered: Offered }) {
  const visit = useVisit();
  const { words, query } = visit;
  const named = (kind: Kind) => rows[kind]?.find(({ id }) => id === query.get("edit"));
  const kind = named("keys") === undefined ? "accounts" : "keys";
  const row = named(kind);
  if (row === undefined) return null;
  return (
    <EditCard name={`edit${kinds[kind].noun}`} id={row.id} heading={words.credentials.editing(row.name)}>
      <Roles name="editedRoles" of="group" offered={offered} held={row.roles} />
    </EditCard>
  );
}

// What the pages of one API key and of one service account share: what it may do, and where it may be used from.
import type { ComponentChildren } from "preact";
import { takeEach } from "../each.tsx";
import { isAbove, offeredIn } from "../kit/giving.tsx";
import { Copy, Facts, Heading, Table } from "../kit/kit.tsx";
import { ButtonForm, Done, RoleList } from "../kit/people.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form, View, Visit } from "../page.ts";
import { type Here, orgScope } from "../scope.ts";
import { Roles } from "./credential-forms.tsx";
import { type CredentialRow, type Kind, kinds, makersIn } from "./credential-kinds.ts";
import { LastUse, MadeBy } from "./credential-table.tsx";

interface Credential extends Pick<CredentialRow, "code" | "roles" | "createdAt" | "lastUsedAt"> {
  readonly kind: Kind;
  readonly title: string;
  /** In the question before it is deleted. */
  readonly name: string;
  readonly lead: ComponentChildren;
  /** Beside those in the organization, those in its projects. */
  readonly allRoles: readonly string[];
  /** Fields of the form `save` beside the roles. */
  readonly fields: ComponentChildren;
  readonly buttons?: ComponentChildren;
  /** By which programs and the API name it. */
  readonly names: Parameters<typeof Facts>[0]["facts"];
  readonly children: ComponentChildren;
}

/** The page, with the forms `save` and `delete`. */
export async function credentialView(visit: Visit, here: Here, shown: Credential): Promise<View> {
  const said = visit.words.credentials;
  const { id, places, may } = here;
  const offered = await offeredIn(visit, { orgId: id });
  const makers = await makersIn(visit, id);
  const { kind, title, roles, createdAt } = shown;
  const { remove, removeConfirm } = said.of[kind];
  return {
    title,
    places,
    body: (
      <>
        <Heading title={title} lead={shown.lead}>
          {shown.buttons}
          {may(kinds[kind].changes) && (
            <SheetForm name="save" title={said.editTitle} icon="edit" isPrimary submit={said.save}>
              {shown.fields}
              <Roles of="org" offered={offered} held={roles} />
            </SheetForm>
          )}
          {may(kinds[kind].takes.org) && !isAbove(offered, shown.allRoles) && (
            <ButtonForm name="delete" label={remove(shown.name)} confirm={removeConfirm}>
              {said.remove}
            </ButtonForm>
          )}
        </Heading>
        <Done sentences={said.done} />
        <div class="beside">
          <div>{shown.children}</div>
          <Facts
            facts={[
              ...shown.names,
              [said.rolesHere, <RoleList key="roles" roles={roles} />],
              [said.madeBy, <MadeBy key="maker" maker={makers.get(shown.code)} orgId={id} />],
              createdAt !== undefined && [said.created, <Time key="created" at={createdAt} />],
              kind === "keys" && [said.lastUsed, <LastUse key="used" at={shown.lastUsedAt} />],
            ]}
          />
        </div>
      </>
    ),
  };
}

export const copied = ({ words }: Visit, label: string, text: string) =>
  [label, <Copy key="copy" text={text} label={words.layout.copyOf(label)} />] as const;

/** Names of the projects of the organization that the visitor can see. */
export async function groupNames({ api }: Visit, orgId: string): Promise<ReadonlyMap<string, string>> {
  const { results = [] } = await api("getOrgGroups", { orgId, itemsPerPage: 500 });
  return new Map(results.map(({ id = "", name }) => [id, name]));
}

interface GroupRolesProps {
  readonly caption: string;
  readonly groups: readonly { readonly id: string; readonly roles: readonly string[] }[];
  readonly names: ReadonlyMap<string, string>;
}

/** Roles in projects, whose names are known of those that the visitor can see. */
export function GroupRoles({ caption, groups, names }: GroupRolesProps) {
  const { project, roles: head } = useVisit().words.credentials;
  return (
    <Table
      caption={caption}
      heads={[project, head]}
      rows={groups.map(({ id, roles }) => ({
        key: id,
        cells: [
          names.has(id) ? <a href={`/projects/${id}/keys`}>{names.get(id)}</a> : id,
          <RoleList roles={roles} key="roles" />,
        ],
      }))}
    />
  );
}

/** Removes entries of the access list that were picked. */
export const removeEntries = (
  visit: Visit<"orgId">,
  form: Form,
  take: (ipAddress: string) => Promise<unknown>,
) => takeEach(visit, form, { scope: orgScope(visit.params.orgId), take, done: "entry" });

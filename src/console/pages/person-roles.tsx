// The roles of a person, one per line, with the source of each and the roles that would remain without it.
import type { PlacedRole, SourcedRole, WeighedSource } from "../../core/domain/explanation.ts";
import type { Named } from "../kit/fields.tsx";
import { Table } from "../kit/kit.tsx";
import { addressWith } from "../kit/list.tsx";
import { Listing } from "../kit/listing.tsx";
import { RoleWithCode } from "../kit/people.tsx";
import type { Column } from "../kit/row-table.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { pageIn } from "../scope.ts";

/** A role with the place in which it is held; with the roles that would remain without it only if the visitor may know them. */
type HeldRole = Omit<PlacedRole, "remaining" | "role"> & {
  readonly role: string;
  readonly remaining?: readonly string[];
};

interface Given {
  readonly roles: {
    readonly orgRoles?: readonly string[];
    readonly groupRoleAssignments?: readonly {
      readonly groupId?: string;
      readonly groupRoles?: readonly string[];
    }[];
  };
}

/** Returns the roles given to the person directly, from the API's view of a user. */
export function givenTo({ roles }: Given, org: Named, groups: readonly Named[]): HeldRole[] {
  const at = (kind: "GROUP" | "ORG", { id, name }: Named, held: readonly string[]) =>
    held.map((role): HeldRole => ({ place: { kind, id, name }, role, from: { kind, id, name } }));
  const inGroups = roles.groupRoleAssignments ?? [];
  return [
    ...at("ORG", org, roles.orgRoles ?? []),
    ...inGroups.flatMap(({ groupId: id = "", groupRoles = [] }) =>
      at("GROUP", { id, name: groups.find((group) => group.id === id)?.name ?? id }, groupRoles),
    ),
  ];
}

/** The access to the projects that would remain without each source of roles. */
export function Sources({ root, sources }: { root: string; sources: readonly WeighedSource[] }) {
  const { words } = useVisit();
  const { access } = words.people;
  if (sources.length === 0) return null;
  const named = ({ from }: WeighedSource) =>
    "name" in from ? words.whoCan.from[from.kind](from.name) : access.inProjects;
  return (
    <Table
      fits
      caption={access.sources}
      heads={[access.from, words.layout.projects, access.withoutIt]}
      rows={sources.map((source) => ({
        key: "id" in source.from ? source.from.id : source.from.kind,
        cells: [
          "id" in source.from && source.from.kind === "TEAM" ? (
            <a href={`${root}/teams/${source.from.id}`}>{named(source)}</a>
          ) : (
            named(source)
          ),
          String(source.groups),
          source.lost.length === 0
            ? access.keepsAll
            : access.losesAccess(words.lists.several(source.lost, source.lost.length)),
        ],
      }))}
    />
  );
}

type GroupSource = SourcedRole & { readonly remaining: readonly string[] };

export function GroupSources({ held }: { readonly held: readonly GroupSource[] }) {
  const { words } = useVisit();
  const { access } = words.people;
  return (
    <Table
      fits
      caption={access.title}
      heads={[words.layout.roles, access.from, access.without]}
      rows={held.map(({ role, from, remaining }) => ({
        key: `${role} ${from.id}`,
        cells: [
          <RoleWithCode role={role} key="role" />,
          words.whoCan.from[from.kind](from.name),
          remaining.map(words.role).join(", ") || access.nothing,
        ],
      }))}
    />
  );
}

const kinds = ["ORG", "GROUP", "TEAM"] as const;

const pageOf = ({ params }: Visit<"userId">, group: Named) =>
  pageIn(`/projects/${group.id}`, "USER", params.userId);

export function OrgRoles({ roles, mayChange }: { roles: readonly HeldRole[]; mayChange: boolean }) {
  const visit = useVisit<"userId">();
  const { words } = visit;
  const { access, edit, editOf } = words.people;
  const isInGroup = ({ place }: HeldRole) => place.kind !== "ORG";
  return (
    <>
      <h2>{access.roles}</h2>
      <Listing<HeldRole>
        caption={access.roles}
        all={roles}
        // Rows of the same project are in the order of the kinds.
        idOf={({ place, role, from }) => [place.id, kinds.indexOf(from.kind), role, from.id].join("-")}
        nameOf={({ place, role }) => `${words.role(role)} · ${place.name}`}
        texts={({ place, role, from }) => [place.name, role, from.name]}
        empty={access.none}
        total={access.total}
        tabs={{
          name: "from",
          label: access.from,
          tabs: [
            { value: "", label: words.layout.all, count: roles.length },
            ...kinds.map((kind) => ({
              value: kind,
              label: access.kinds[kind],
              count: roles.filter(({ from }) => from.kind === kind).length,
            })),
          ],
        }}
        tabHas={({ from }, kind) => from.kind === kind}
        columns={columnsOf(visit)}
        actions={[
          { label: words.layout.open, href: ({ place }) => pageOf(visit, place), when: isInGroup },
          mayChange && {
            label: edit,
            href: ({ place }) => `${addressWith(visit, { project: place.id })}#in-project`,
            says: ({ place }) => editOf(place.name),
            when: ({ place, from }) => place.kind !== "ORG" && from.kind === "GROUP",
          },
        ]}
      />
    </>
  );
}

function columnsOf(visit: Visit<"userId">): readonly Column<HeldRole>[] {
  const { words } = visit;
  const { access } = words.people;
  return [
    {
      head: access.where,
      by: "where",
      value: ({ place }) => place.name,
      cell: ({ place, from }) => (
        <>
          {place.kind === "ORG" ? <span>{place.name}</span> : <a href={pageOf(visit, place)}>{place.name}</a>}
          <small class="whole">{access.short[from.kind](from.name)}</small>
        </>
      ),
    },
    {
      head: words.layout.roles,
      by: "role",
      value: ({ role }) => role,
      class: "c-some whole",
      cell: ({ role }) => <RoleWithCode role={role} />,
    },
    {
      head: access.without,
      class: "c-some wide-only whole",
      cell: ({ remaining, place }) => {
        if (remaining === undefined) return null;
        const named = remaining.map(words.role).join(", ");
        const none = place.kind === "ORG" ? access.outside : access.nothing;
        return <span title={named}>{named || none}</span>;
      },
    },
  ];
}

// The list of people of an organization or a project: everybody once, searched, filtered and sorted, with what can be done with
// one of them or with several.

import { groupRoleNames, orgRoleNames } from "../../contract/roles.ts";
import { door } from "../../domain/access.ts";
import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { Badge, Copy, Form, Heading, LinkButton } from "../kit/kit.tsx";
import {
  Chips,
  countText,
  MenuLink,
  RowMenu,
  SortHead,
  sizeOf,
  sortedAs,
  sortOf,
  Tabs,
  Tools,
  Under,
} from "../kit/list.tsx";
import type { May } from "../kit/may.ts";
import { fullName } from "../kit/names.ts";
import { Done } from "../kit/people.tsx";
import { When } from "../kit/time.tsx";
import type { Places, View, Visit } from "../page.ts";

type Scope = { readonly orgId: string } | { readonly groupId: string };

export const columns = ["address", "active"] as const;

/** Reads a list of people with a query; whole rows. */
export const readPeople = (
  { perform }: Pick<Visit, "perform">,
  scope: Scope,
  query: Readonly<Record<string, unknown>>,
) =>
  "orgId" in scope
    ? perform("listOrgDirectory", { ...scope, ...query })
    : perform("listGroupDirectory", { ...scope, ...query });

type Listed = Awaited<ReturnType<typeof readPeople>>;
export type Person = Listed["people"][number];

export const rootOf = (scope: Scope): string =>
  "orgId" in scope ? `/orgs/${scope.orgId}` : `/projects/${scope.groupId}`;

const tones = {
  ACTIVE: "green",
  INVITED: "yellow",
  EXPIRED: "gray",
  DECLINED: "red",
  REVOKED: "gray",
} as const;

/** What a person can do with each row, and with several. */
export interface Powers {
  readonly invites: boolean;
  readonly removes: boolean;
  readonly changes: boolean;
  readonly resends: boolean;
  readonly offered: Offered;
}

export async function powersIn(visit: Visit, scope: Scope, { org, group }: Places): Promise<Powers> {
  const may: May = ("orgId" in scope ? org : group)?.may ?? (() => false);
  const offered = await offeredIn(visit, scope);
  return "orgId" in scope
    ? {
        invites: may("createOrgUser"),
        removes: may("removeOrgUser"),
        changes: may("updateOrgUser"),
        resends: may("removeOrgUser"),
        offered,
      }
    : {
        invites: may("addGroupUsers"),
        removes: may("removeGroupUser"),
        changes: may("addGroupUserRole"),
        resends: may("listGroupInvites"),
        offered,
      };
}

/** What can be done with somebody: nothing with those whose roles are above the visitor's, or who are in by a team alone. */
export function powersOver({ removes, changes, resends, offered }: Powers, person: Person, scope: Scope) {
  const isCurrent = person.state === "ACTIVE" || person.state === "INVITED";
  const isDirect = "orgId" in scope || person.state === "INVITED" || person.roles.length > 0;
  const isHigh = isAbove(offered, person.roles);
  return {
    removes: removes && isCurrent && isDirect && !isHigh,
    changes: changes && isCurrent && !isHigh,
    resends: resends && person.state === "INVITED",
    invites: !isCurrent,
  };
}

interface Shown {
  readonly visit: Visit;
  readonly scope: Scope;
  readonly places: Places;
  readonly title: string;
  /** For the filter. */
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

export async function directoryView({ visit, scope, places, title, teams }: Shown): Promise<View> {
  const { query, words } = visit;
  const { by, isReversed } = sortOf(query, columns);
  const powers = await powersIn(visit, scope, places);
  const asked = {
    search: query.get("q") ?? undefined,
    state: query.get("status") ?? undefined,
    role: query.get("role") ?? undefined,
    teamId: query.get("team") ?? undefined,
    order: by,
    isReversed,
    size: sizeOf(query),
    after: query.get("after") ?? undefined,
    before: query.get("before") ?? undefined,
  };
  const found = await readPeople(visit, scope, asked);
  const root = `${rootOf(scope)}/people`;
  const { invite, list, done } = words.people;
  const all = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const state = found.states.find((each) => each === query.get("status"));
  const total = state === undefined ? all : found.counts[state];
  const isMore = found.areInvitedMore && state !== "ACTIVE" && total > 0;
  const count = words.lists.total(countText(total, isMore));
  const roles = "orgId" in scope ? orgRoleNames : groupRoleNames;
  return {
    title: `${title} · ${places.group?.name ?? places.org?.name ?? ""}`,
    places,
    list: "rows",
    body: (
      <>
        <Heading
          title={title}
          lead={
            "groupId" in scope && (
              <Copy
                visit={visit}
                text={scope.groupId}
                label={words.layout.copyOf(`ID: ${places.group?.name ?? ""}`)}
              />
            )
          }
        >
          {"orgId" in scope && powers.removes && (
            <LinkButton
              href={`${rootOf(scope)}/access-review.csv`}
              icon="download"
              label={list.reviewOf(places.org?.name ?? "")}
            >
              {list.review}
            </LinkButton>
          )}
          {powers.invites && (
            <LinkButton href={`${root}/invite`} kind="primary" icon="invite" inDialog>
              {invite.title}
            </LinkButton>
          )}
        </Heading>
        <Done visit={visit} sentences={done} />
        <Tools
          visit={visit}
          search={words.lists.search}
          filters={[
            {
              name: "role",
              all: list.allRoles,
              options: roles.map((role) => ({ value: role, label: words.role(role) })),
            },
            ...(teams.length === 0
              ? []
              : [
                  {
                    name: "team",
                    all: list.allTeams,
                    options: teams.map(({ id, name }) => ({ value: id, label: name })),
                  },
                ]),
          ]}
        />
        <div id="found" data-count={count}>
          <Tabs
            visit={visit}
            name="status"
            label={words.people.status}
            tabs={[
              { value: "", label: list.all, count: all },
              ...found.states.map((each) => ({
                value: each,
                label: list.states[each],
                count: found.counts[each],
                isMore: each !== "ACTIVE" && found.areInvitedMore && found.counts[each] > 0,
              })),
            ]}
          />
          {found.people.length === 0 ? (
            <div class="empty" id="rows" tabIndex={-1}>
              {query.get("q") || query.get("role") || query.get("team") ? list.nobody : words.people.none}
            </div>
          ) : (
            <People visit={visit} scope={scope} found={found} powers={powers} places={places} title={title} />
          )}
          <Under visit={visit} total={total} label={count} next={found.next} previous={found.previous} />
        </div>
      </>
    ),
  };
}

interface PeopleProps {
  readonly visit: Visit;
  readonly scope: Scope;
  readonly found: Listed;
  readonly powers: Powers;
  readonly places: Places;
  readonly title: string;
}

/** One form for all rows, which leads to the page that asks; what sends at once has another. */
function People({ visit, scope, found, powers, places, title }: PeopleProps) {
  const { words, target, query } = visit;
  const { who, status, roles, teams, list, actions } = words.people;
  const change = `${rootOf(scope)}/people/change`;
  const isBulk = powers.removes || powers.changes || powers.resends;
  return (
    <>
      <form class="table list" method="get" action={change}>
        <input type="hidden" name="back" value={target} />
        <table>
          <caption class="unseen">{title}</caption>
          <colgroup>
            {isBulk && <col class="pick" />}
            <col />
            <col class="c-badge" />
            <col class="c-roles wide-only" />
            <col class="c-via wide-only" />
            <col class="c-time wide-only" />
            <col class="end" />
          </colgroup>
          <thead>
            <tr>
              {isBulk && (
                <td class="pick">
                  <input type="checkbox" aria-label={list.pickAll} data-all="who" />
                </td>
              )}
              <th scope="col" aria-sort={sortedAs(query, "address", columns)}>
                <SortHead visit={visit} by="address" columns={columns}>
                  {who}
                </SortHead>
              </th>
              <th scope="col">{status}</th>
              <th scope="col" class="wide-only">
                {roles}
              </th>
              <th scope="col" class="wide-only">
                {teams}
              </th>
              <th scope="col" class="wide-only" aria-sort={sortedAs(query, "active", columns)}>
                <SortHead visit={visit} by="active" columns={columns}>
                  {list.when}
                </SortHead>
              </th>
              <th scope="col" class="end">
                <span class="unseen">{actions}</span>
              </th>
            </tr>
          </thead>
          <tbody id="rows" tabIndex={-1}>
            {found.people.map((person) => (
              <Row
                key={person.id}
                visit={visit}
                scope={scope}
                person={person}
                powers={powers}
                places={places}
                isBulk={isBulk}
              />
            ))}
          </tbody>
        </table>
        {isBulk && (
          <div class="bulk">
            <span>{list.withPicked}</span>
            {powers.changes && (
              <button class="button" type="submit" name="act" value="roles" data-dialog>
                {words.people.edit}
              </button>
            )}
            {powers.resends && (
              <button class="button" type="submit" name="act" value="resend" data-dialog>
                {words.people.resend}
              </button>
            )}
            {powers.removes && (
              <button class="button danger" type="submit" name="act" value="end" data-dialog>
                {words.people.remove}
              </button>
            )}
          </div>
        )}
      </form>
      {powers.resends && (
        <Form visit={visit} name="resend" action={change} id="f-resend">
          <input type="hidden" name="back" value={target} />
        </Form>
      )}
      {(["roles", "end"] as const).map((act) => (
        <form key={act} id={`f-${act}`} method="get" action={change}>
          <input type="hidden" name="act" value={act} />
          <input type="hidden" name="back" value={target} />
        </form>
      ))}
    </>
  );
}

interface RowProps extends Omit<PeopleProps, "found" | "title"> {
  readonly person: Person;
  readonly isBulk: boolean;
}

/** Where the page of a person or of an invitation is. */
function pageOf(scope: Scope, { org }: Places, { userId, invites: [invite] }: Person): string | undefined {
  const root = rootOf(scope);
  if (userId !== null) return `${root}/people/${userId}`;
  if (invite === undefined) return undefined;
  if ("groupId" in scope && invite.way === "alone") return `${root}/invitations/${invite.id}`;
  // In a project, who waits for an invitation to the organization has a page as a person of the project.
  const isHere = "groupId" in scope && invite.endedAt === null;
  if (!isHere && org?.may(door.org("ORG_OWNER")))
    return `${rootOf({ orgId: org.id })}/invitations/${invite.id}`;
  return invite.endedAt === null ? `${root}/people/${invite.userId}` : undefined;
}

function Row({ visit, scope, person, powers, places, isBulk }: RowProps) {
  const { words } = visit;
  const { list } = words.people;
  const { username, state, teams } = person;
  const name = fullName(person);
  const href = pageOf(scope, places, person);
  const over = powersOver(powers, person, scope);
  const isPickable = over.removes || over.changes || over.resends;
  return (
    <tr id={`r-${person.id}`}>
      {isBulk && (
        <td class="pick">
          {isPickable && (
            <input type="checkbox" name="who" value={username} aria-label={list.pick(username)} />
          )}
        </td>
      )}
      <th scope="row" title={username}>
        {href === undefined ? <span>{name || username}</span> : <a href={href}>{name || username}</a>}
        {name !== "" && <small>{username}</small>}
        {name === "" && state !== "ACTIVE" && <small>{ways(visit, scope, person)}</small>}
      </th>
      <td>
        <Badge tone={tones[state]}>{list.states[state]}</Badge>
      </td>
      <td class="wide-only">
        <Chips labels={person.roles.map(words.shortRole)} />
      </td>
      <td class="wide-only">
        {teams.length > 0 && (
          <span title={teams.map((team) => team.name).join(", ")}>
            {"orgId" in scope ? "" : `${list.via} `}
            {teams.map((team) => team.name).join(", ")}
          </span>
        )}
      </td>
      <td class="wide-only">
        <Last visit={visit} person={person} />
      </td>
      <td class="end">
        {(isPickable || over.invites) && (
          <RowMenu id={person.id} label={list.actionsOf(username)}>
            {href !== undefined && <MenuLink href={href}>{list.open}</MenuLink>}
            {over.changes && (
              <Pick act="roles" who={username}>
                {words.people.edit}
              </Pick>
            )}
            {over.resends && (
              <Pick act="resend" who={username}>
                {words.people.resend}
              </Pick>
            )}
            {over.invites && powers.invites && (
              <MenuLink
                href={`${rootOf(scope)}/people/invite?${new URLSearchParams({ who: username })}`}
                inDialog
              >
                {list.again}
              </MenuLink>
            )}
            {over.removes && (
              <Pick act="end" who={username} isDanger>
                {state === "INVITED" ? words.people.revoke : words.people.remove}
              </Pick>
            )}
          </RowMenu>
        )}
      </td>
    </tr>
  );
}

interface PickProps {
  readonly act: "roles" | "resend" | "end";
  readonly who: string;
  readonly isDanger?: boolean;
  readonly children: string;
}

/** A button of the form of its act, which stands once for all rows. What sends at once needs no dialog. */
const Pick = ({ act, who, isDanger = false, children }: PickProps) => (
  <button
    class={isDanger ? "item danger" : "item"}
    type="submit"
    form={`f-${act}`}
    name="who"
    value={who}
    data-dialog={act !== "resend" || undefined}
  >
    {children}
  </button>
);

/** In which way somebody is invited: the two can be told apart only in a project. */
function ways({ words }: Visit, scope: Scope, { invites }: Person): string {
  const { list, invitedBy } = words.people;
  const by = invites[0] === undefined ? "" : invitedBy(invites[0].inviter);
  if ("orgId" in scope) return by;
  return `${[...new Set(invites.map(({ way }) => list.ways[way]))].join(" + ")} · ${by}`;
}

/** When somebody was active last, or until when an invitation can be accepted, or when it ended. */
function Last({ visit, person: { state, lastAuthAt, invites } }: { visit: Visit; person: Person }) {
  const { list } = visit.words.people;
  const [invite] = invites;
  if (state === "ACTIVE") return lastAuthAt === null ? list.never : <When visit={visit} at={lastAuthAt} />;
  if (invite === undefined) return null;
  return state === "INVITED" ? (
    <>
      {list.expires} <When visit={visit} at={invite.expiresAt} />
    </>
  ) : (
    <When visit={visit} at={invite.endedAt ?? invite.expiresAt} />
  );
}

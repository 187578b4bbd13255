// The people who may perform an action in a project or an organization, and the roles that allow it: asked in words, or by
// operation.
import { isDataDeed } from "../../atlas/database-users/rules/data-access.ts";
import type { DataUser } from "../../core/domain/data-user.ts";
import type { Explanation, Holder, SourcedRole } from "../../core/domain/explanation.ts";
import { logIn } from "../../core/domain/login.ts";
import { headed } from "../kit/card.tsx";
import { Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Here, pageIn, scopedPages } from "../scope.ts";
import { Choosing, showLogins } from "./who-can-log-in.tsx";
import { chosenIn } from "./who-can-questions.ts";

const perPage = 50;

export const [orgWhoCan, groupWhoCan] = scopedPages("/who-can", {
  controls: ["whoCan"],
  async show(visit, here) {
    const { words, query, perform } = visit;
    const text = words.whoCan;
    const chosen = chosenIn(visit, here);
    if (here.kind === "group" && chosen.value === logIn) return showLogins(visit, here, chosen);
    const [role = "ORG_OWNER", ...also] = chosen.roles;
    const { results, total } = await perform(here.pick("listOrgHolders", "listGroupHolders"), {
      ...here.at,
      role,
      ...(also.length > 0 && { also }),
      itemsPerPage: perPage,
      pageNum: pageOf(query, "page"),
    });
    const dataUsers =
      here.kind === "group" && isDataDeed(chosen.value)
        ? await perform("listGroupDataUsers", { ...here.at, deed: chosen.value })
        : undefined;
    const roles = chosen.roles.map(words.role).join(` ${words.signIn.or} `);
    return headed(
      `${text.title} · ${here.name}`,
      <>
        <Choosing here={here} chosen={chosen} />
        <p class="hint">
          {text.needs(roles, total)} {dataUsers && text.dataHint}
          {chosen.operation && (
            <span class="code">
              {chosen.operation.method} {chosen.operation.path}
            </span>
          )}
        </p>
        <Holders here={here} holders={results} />
        <Pager name="page" label={text.title} perPage={perPage} total={total} />
        {dataUsers && <DataUsers root={here.root} users={dataUsers} />}
      </>,
      { heading: text.title, lead: text.lead, places: here.places },
    );
  },
});

function Holders({ here, holders }: { readonly here: Here; readonly holders: readonly Holder[] }) {
  const { title, who, kind, kinds, by, nobody } = useVisit().words.whoCan;
  return (
    <Table
      isTitled
      caption={title}
      heads={[who, kind, by]}
      rows={holders.map((holder) => ({
        key: holder.id,
        cells: [
          <>
            <NameOf here={here} holder={holder} />
            {holder.label !== "" && <small>{holder.name}</small>}
          </>,
          kinds[holder.kind],
          holder.by.map((each) => <HeldRole held={each} key={`${each.role} ${each.from.id}`} />),
        ],
      }))}
      empty={nobody}
    />
  );
}

/** The database users, with the chain of roles that gives each of them access. */
function DataUsers({ root, users }: { readonly root: string; readonly users: readonly DataUser[] }) {
  const { databaseAccess, editing, whoCan: text } = useVisit().words;
  return (
    <Table
      caption={text.databaseUsers}
      heads={[databaseAccess.user, text.by, databaseAccess.scopes, editing.ends]}
      rows={users.map(({ name, databaseName, ways, scopes, endsAt }) => ({
        key: `${databaseName}/${name}`,
        cells: [
          <a href={`${root}/database-access?${new URLSearchParams({ q: name })}`}>{name}</a>,
          ways.map(({ on, by }) => (
            <div key={by.join()}>
              {on === "*" ? text.allDatabases : on} <code>{by.join(" › ")}</code>
            </div>
          )),
          scopes.join(", ") || databaseAccess.everywhere,
          endsAt && <When at={endsAt} />,
        ],
      }))}
      empty={text.noDatabaseUsers}
    />
  );
}

/** The name of a holder. Keys and accounts have a page in their organization, which not every owner of a project sees. */
function NameOf({ here: { root, places }, holder }: { readonly here: Here; readonly holder: Holder }) {
  const { kind, id, name, label } = holder;
  const shown = label || name;
  const there = kind === "USER" ? root : places.org && `/orgs/${places.org.id}`;
  if (there === undefined) return <>{shown}</>;
  return <a href={pageIn(there, kind, kind === "SERVICE_ACCOUNT" ? name : id)}>{shown}</a>;
}

function HeldRole({ held: { role, from } }: { readonly held: SourcedRole }) {
  const { words } = useVisit();
  return (
    <div>
      {words.role(role)} <code>{role}</code>
      <small>{words.whoCan.from[from.kind](from.name)}</small>
    </div>
  );
}

/** The held roles that allow it. */
export function HeldRoles({ held, by }: Pick<Explanation, "held" | "by">) {
  const { whoCan: text } = useVisit().words;
  const keyOf = ({ role, from }: SourcedRole) => `${role} ${from.kind} ${from.id}`;
  const opening = by.map(keyOf);
  return (
    <Table
      isTitled
      caption={text.roles}
      heads={[text.by, text.opens]}
      rows={held.map((each) => ({
        key: keyOf(each),
        cells: [<HeldRole held={each} key="role" />, opening.includes(keyOf(each)) ? text.yes : text.no],
      }))}
      empty={text.noRole}
    />
  );
}

// Who may perform an operation in a project or an organization, and by which role.
import type { RoleName } from "../../client/api.ts";
import type { Holder, SourcedRole } from "../../domain/explanation.ts";
import { operations } from "../../operations/index.ts";
import type { Operation } from "../../operations/operation.ts";
import { Heading, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";

const perPage = 50;

interface GuardedOperation extends Pick<Operation, "id" | "method" | "path"> {
  readonly role: RoleName;
}

/** The operations whose door is one of projects, or of organizations, by name. */
const behindDoorsOf = (kind: "group" | "org"): readonly GuardedOperation[] =>
  Object.values<Operation>(operations)
    .flatMap(({ id, method, path, door }) =>
      door.kind === kind ? [{ id, method, path, role: door.role }] : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const firsts = { org: "createOrgInvite", group: "updateGroupInvites" };

const offered = { org: behindDoorsOf("org"), group: behindDoorsOf("group") };

/** What was chosen; the first one where nothing was, or nothing that there is. */
function chosenIn({ query }: Visit, { kind }: Here): GuardedOperation {
  const find = (wanted: string | null) => offered[kind].find(({ id }) => id === wanted);
  return (find(query.get("operation")) ?? find(firsts[kind])) as GuardedOperation;
}

export const [orgWhoCan, groupWhoCan] = scopedPages("/who-can", {
  async show(visit, here) {
    const { words, query, perform } = visit;
    const { title, lead, operation, show, needs } = words.whoCan;
    const { id: chosen, method, path, role } = chosenIn(visit, here);
    const { results, total } = await perform(here.pick("listOrgHolders", "listGroupHolders"), {
      ...here.at,
      role,
      itemsPerPage: perPage,
      pageNum: pageOf(query, "page"),
    });
    return {
      title: `${title} · ${here.name}`,
      places: here.places,
      body: (
        <>
          <Heading title={title} lead={lead} />
          <form method="get" class="tools">
            <select name="operation" aria-label={operation}>
              {offered[here.kind].map(({ id }) => (
                <option key={id} value={id} selected={id === chosen}>
                  {id}
                </option>
              ))}
            </select>
            <button type="submit" class="button">
              {show}
            </button>
            <span class="code">
              {method} {path}
            </span>
          </form>
          <p class="hint">
            {needs(words.role(role), total)} <code>{role}</code>
          </p>
          <HolderTable holders={results} />
          <Pager name="page" label={title} perPage={perPage} total={total} />
        </>
      ),
    };
  },
});

export function HolderTable({ holders }: { readonly holders: readonly Holder[] }) {
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
            {holder.name}
            {holder.label !== "" && <small>{holder.label}</small>}
          </>,
          kinds[holder.kind],
          holder.by.map((each) => <HeldRole held={each} key={`${each.role} ${each.from.id}`} />),
        ],
      }))}
      empty={nobody}
    />
  );
}

export function HeldRole({ held: { role, from } }: { readonly held: SourcedRole }) {
  const { words } = useVisit();
  return (
    <div>
      {words.role(role)} <code>{role}</code>
      <small>{words.whoCan.from[from.kind](from.name)}</small>
    </div>
  );
}

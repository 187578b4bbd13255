// Who is let in to an operation of a rehearsal, and why: for one caller, for all that can, or for a request that was answered.
import type { Explanation, Holder, SourcedRole } from "../../domain/explanation.ts";
import { operations } from "../../operations/index.ts";
import type { LoggedRequest } from "../dev.ts";
import { Choice, Field } from "../kit/fields.tsx";
import { Badge, Button, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { page, type Visit } from "../page.ts";
import { devOf, refusalOf, rehearsalView } from "./rehearsal.tsx";
import { HeldRole, HolderTable } from "./who-can.tsx";

const here = "/rehearsal/access";
const perPage = 50;

export const rehearsalAccess = page({
  path: here,
  for: "anybody",
  controls: ["explain", "whoCan"],
  async show(visit) {
    const [operation, place, caller] = ["operation", "place", "caller"].map((name) =>
      (visit.query.get(name) ?? "").trim(),
    ) as [string, string, string];
    let answer = null;
    const problem = await refusalOf(async () => {
      if (operation !== "") answer = await ask(visit, operation, place, caller);
    });
    const { access, operation: label } = visit.words.rehearsal;
    return rehearsalView({
      visit,
      place: "access",
      problem,
      body: (
        <>
          <form method="get" class="card">
            <Choice
              label={label}
              name="operation"
              value={operation || "updateGroupInvites"}
              options={Object.keys(operations)
                .sort()
                .map((name) => ({ value: name, label: name }))}
            />
            <Field label={access.place} hint={access.placeHint} name="place" value={place} />
            <Field label={access.caller} hint={access.callerHint} name="caller" value={caller} />
            <Button kind="primary">{access.ask}</Button>
          </form>
          {answer}
        </>
      ),
    });
  },
});

async function ask(visit: Visit, operation: string, place: string, caller: string) {
  const dev = devOf(visit);
  const door = Object.values(operations).find(({ id }) => id === operation)?.door.kind;
  const question = { operation, ...(place !== "" && { [door === "org" ? "orgId" : "groupId"]: place }) };
  if (caller !== "")
    return <Reasons visit={visit} explanation={await dev.explain({ ...question, caller })} />;
  const { leastRole, holders } = await dev.whoCan(question);
  return <Holders visit={visit} leastRole={leastRole} holders={holders} />;
}

interface HoldersProps extends Pick<Explanation, "leastRole"> {
  readonly visit: Visit;
  readonly holders: readonly Holder[];
}

function Holders({ visit, leastRole, holders }: HoldersProps) {
  const { words, query } = visit;
  if (leastRole === null) return <p>{words.rehearsal.access.needsNone}</p>;
  const first = (pageOf(query, "page") - 1) * perPage;
  return (
    <>
      <p>{words.whoCan.needs(words.role(leastRole), holders.length)}</p>
      <HolderTable holders={holders.slice(first, first + perPage)} />
      <Pager name="page" label={words.whoCan.title} perPage={perPage} total={holders.length} />
    </>
  );
}

/** The verdict, what is needed, and what is held. */
export function Reasons({ visit, explanation }: { visit: Visit; explanation: Explanation }) {
  const { words } = visit;
  const { access, operation } = words.rehearsal;
  const { operationId, method, path, caller, leastRole, held, by, refusedBy } = explanation;
  return (
    <dl id="reasons">
      <dt>{access.verdict}</dt>
      <dd>
        {refusedBy === null ? (
          <Badge tone="green">{access.letIn}</Badge>
        ) : (
          <>
            <Badge tone="red">{access.refused}</Badge> {access.rules[refusedBy.rule]}
            <small>{[refusedBy.code, refusedBy.detail].filter(Boolean).join(": ")}</small>
          </>
        )}
      </dd>
      <dt>{operation}</dt>
      <dd>
        {operationId}
        <small class="path">
          {method} {path}
        </small>
      </dd>
      <dt>{access.needs}</dt>
      <dd>{leastRole === null ? access.needsNone : access.needsRole(words.role(leastRole))}</dd>
      <dt>{access.holds(caller?.name ?? words.rehearsal.requests.nobody)}</dt>
      <dd>
        <HeldRoles visit={visit} roles={held} by={by} />
      </dd>
    </dl>
  );
}

function HeldRoles({
  visit,
  roles,
  by,
}: {
  visit: Visit;
  roles: readonly SourcedRole[];
  by: readonly SourcedRole[];
}) {
  const { words } = visit;
  const { access } = words.rehearsal;
  const opens = (each: SourcedRole) =>
    by.some(
      ({ role, from }) => role === each.role && from.kind === each.from.kind && from.id === each.from.id,
    );
  return (
    <Table
      caption={access.roles}
      heads={[words.whoCan.by, access.opens]}
      rows={roles.map((each) => ({
        key: `${each.role} ${each.from.kind} ${each.from.id}`,
        cells: [<HeldRole held={each} key="role" />, opens(each) ? access.yes : access.no],
      }))}
      empty={access.noRole}
    />
  );
}

/** Where a request that was answered is asked about anew; undefined where it was none of an operation. */
export function whyOf({ operationId, path, who }: LoggedRequest): string | undefined {
  if (operationId === null || !Object.hasOwn(operations, operationId)) return undefined;
  const [, place = ""] = /\/(?:groups|orgs)\/([0-9a-f]{24})(?=[/:]|$)/.exec(path) ?? [];
  return `${here}?${new URLSearchParams({ operation: operationId, place, caller: who ?? "" })}`;
}

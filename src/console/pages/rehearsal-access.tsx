// Who is let in to an operation of a rehearsal, and why: for one caller, for all that can, or for a request that was answered.
import { versionsAsked } from "../../contract/versions.ts";
import type { Explanation, SourcedRole, WhoCan } from "../../domain/explanation.ts";
import { operations } from "../../operations/index.ts";
import type { LoggedRequest } from "../dev.ts";
import { Choice, Field } from "../kit/fields.tsx";
import { Badge, Button, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { devOf, rehearsalPage, whyRefused } from "./rehearsal.tsx";
import { HeldRole, HolderTable } from "./who-can.tsx";

const perPage = 50;

export const rehearsalAccess = rehearsalPage("access", {
  controls: ["explain", "whoCan"],
  async show(visit) {
    const asked = (name: string) => (visit.query.get(name) ?? "").trim();
    const [operation, place, caller] = [asked("operation"), asked("place"), asked("caller")];
    const { ip = "" } = visit.browser.remoteAddress;
    const from = { address: asked("address") || ip, version: asked("version") };
    const answer =
      operation === "" ? null : await ask(visit, operation, place, { caller, ...from }).catch(whyRefused);
    const isRefused = typeof answer === "string";
    const { access, operation: label } = visit.words.rehearsal;
    return {
      problem: isRefused ? answer : undefined,
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
            <Field label={access.address} hint={access.addressHint} name="address" value={from.address} />
            <Field label={access.version} hint={access.versionHint} name="version" value={from.version} />
            <Button kind="primary">{access.ask}</Button>
          </form>
          {!isRefused && answer}
        </>
      ),
    };
  },
});

type Asked = Readonly<Record<"caller" | "address" | "version", string>>;

async function ask(visit: Visit, operation: string, place: string, { caller, address, version }: Asked) {
  const dev = devOf(visit);
  const door = Object.values(operations).find(({ id }) => id === operation)?.door.kind;
  const question = { operation, ...(place !== "" && { [door === "org" ? "orgId" : "groupId"]: place }) };
  if (caller !== "") {
    const from = { ...(address !== "" && { address }), ...(version !== "" && { version }) };
    const asked = { ...question, caller, ...from };
    return <Reasons explanation={await dev.explain(asked)} />;
  }
  return <Holders {...(await dev.whoCan(question))} />;
}

function Holders({ leastRole, holders }: WhoCan) {
  const { words, query } = useVisit();
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
export function Reasons({ explanation }: { explanation: Explanation }) {
  const { words } = useVisit();
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
        <HeldRoles held={held} by={by} />
      </dd>
    </dl>
  );
}

function HeldRoles({ held, by }: Pick<Explanation, "held" | "by">) {
  const { words } = useVisit();
  const { access } = words.rehearsal;
  const keyOf = ({ role, from }: SourcedRole) => `${role} ${from.kind} ${from.id}`;
  const opening = by.map(keyOf);
  return (
    <Table
      caption={access.roles}
      heads={[words.whoCan.by, access.opens]}
      rows={held.map((each) => ({
        key: keyOf(each),
        cells: [<HeldRole held={each} key="role" />, opening.includes(keyOf(each)) ? access.yes : access.no],
      }))}
      empty={access.noRole}
    />
  );
}

/** Where a request that was answered is asked about anew, as it was made; undefined where it was none of an operation. */
export function whyOf({ operationId, path, who, address, accept }: LoggedRequest): string | undefined {
  if (operationId === null || !Object.hasOwn(operations, operationId)) return undefined;
  const [, place = ""] = /\/(?:groups|orgs)\/([0-9a-f]{24})(?=[/:]|$)/.exec(path) ?? [];
  const [version = ""] = versionsAsked(accept);
  const asked = { operation: operationId, place, caller: who ?? "", address, version };
  return `/rehearsal/access?${new URLSearchParams(asked)}`;
}

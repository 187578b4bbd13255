// The clusters of a project: their connection strings and states, and the users and roles that their databases do not have yet.
import type { ComponentChildren } from "preact";
import { notShared } from "../../atlas/clusters/rules/cluster-connections.ts";
import { lackedBy } from "../../atlas/database-users/rules/waiting.ts";
import { door } from "../../core/domain/access.ts";
import { takeEach } from "../bulk-action.tsx";
import { doneHere } from "../flash.ts";
import { Choice, Field } from "../kit/fields.tsx";
import { Badge, CopyButton, LinkButton, Notice, Table } from "../kit/kit.tsx";
import { collection } from "../kit/listing.tsx";
import type { Column } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { page } from "../page.ts";
import { groupScope, type Here, read } from "../scope.ts";
import type { Words } from "../words/words.ts";
import {
  type ClusterRow,
  clusterBody,
  flexBody,
  fromId,
  type Held,
  listClusters,
  places,
  sizeNames,
  whyOf,
} from "./cluster-rows.ts";

/** Returns the state to show: the API calls a paused cluster IDLE. */
const stateOf = ({ state, isPaused }: ClusterRow): string =>
  isPaused && state === "IDLE" ? "PAUSED" : state;

const stateText = ({ clusters: said }: Words, row: ClusterRow): string =>
  (said.states as Readonly<Record<string, string>>)[stateOf(row)] ?? stateOf(row);

/** The colours of states in which no change is in progress. */
const tones: Readonly<Record<string, "green" | "gray">> = { IDLE: "green", PAUSED: "gray" };

function columnsOf(words: Words, { root }: Here): readonly Column<ClusterRow>[] {
  const { clusters: said, layout } = words;
  return [
    {
      head: said.name,
      by: "name",
      value: ({ name }) => name,
      cell: ({ id, name, connection }) => (
        <span class="copy">
          <a href={`${root}/resources/${id.replace(".", "/")}`}>{name}</a>{" "}
          {connection && (
            <CopyButton text={connection} label={layout.copyOf(`${said.connection}: ${name}`)} />
          )}
        </span>
      ),
    },
    {
      head: said.state,
      by: "state",
      value: (row) => stateText(words, row),
      class: "c-badge",
      cell: (row) => <Badge tone={tones[stateOf(row)] ?? "yellow"}>{stateText(words, row)}</Badge>,
    },
    {
      head: said.kind,
      by: "kind",
      value: ({ kind }) => said.kinds[kind],
      class: "c-time wide-only",
      cell: ({ kind, size }) => (
        <>
          {said.kinds[kind]}
          {kind !== "flex" && ` · ${size}`}
        </>
      ),
    },
    { head: said.place, class: "c-time wide-only", cell: ({ place }) => place },
    {
      head: said.connection,
      class: "c-some wide-only",
      cell: ({ connection }) =>
        connection === undefined ? said.noConnection : <span class="code">{connection}</span>,
    },
  ];
}

export const clusters = page({
  path: "/projects/:groupId/clusters",
  performs: ["createGroupCluster", "createGroupFlexCluster", "deleteGroupCluster", "deleteGroupFlexCluster"],
  controls: ["clusters.settle"],
  async show(visit) {
    const { params, words, perform } = visit;
    const said = words.clusters;
    const here = await read(visit, groupScope(params.groupId));
    const all = await listClusters(visit);
    const held: Held | undefined = all && (await perform("listGroupProvisions", here.at));
    const sizes = sizeNames.filter((size) =>
      here.may(size === "Flex" ? "createGroupFlexCluster" : "createGroupCluster"),
    );
    const mayDelete = here.may("deleteGroupCluster");
    return collection<ClusterRow>(here, {
      heading: said.title,
      lead: said.lead,
      create: sizes.length > 0 && <Creating sizes={sizes} />,
      done: said.done,
      isMoving: all?.some(({ state }) => state !== "IDLE") || (held && waitingIn(held).length > 0),
      above: held && <UnderWay rows={all ?? []} held={held} />,
      below: held && <Below here={here} rows={all ?? []} held={held} />,
      all,
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
      texts: ({ name, size, place, connection }) => [name, size, place, connection ?? ""],
      columns: columnsOf(words, here),
      actions: [
        here.may(door.group("GROUP_OWNER")) && {
          label: said.whoMay,
          href: ({ name }) =>
            `${here.root}/who-can?${new URLSearchParams({ operation: "logIn", cluster: name })}`,
          says: ({ name }) => said.whoMayOf(name),
        },
        mayDelete && {
          label: words.layout.delete,
          form: "delete",
          when: ({ state }) => state !== "DELETING",
          confirm: ({ name }) => said.deleteConfirm(name),
          says: ({ name }) => said.deleteOf(name),
          several: said.deleteSelected,
        },
      ],
      empty: said.none,
      total: said.total,
    });
  },
  forms: {
    async add(visit, form) {
      const name = form.text("name");
      const size = form.text("size");
      const place = form.text("place");
      if (size === "Flex") {
        await visit.api("createGroupFlexCluster", { ...visit.params, body: flexBody(name, place) });
      } else {
        await visit.api("createGroupCluster", {
          ...visit.params,
          body: clusterBody(name, size === "M10" ? "M10" : "M0", place),
        });
      }
      return doneHere(visit, "added");
    },
    delete: (visit, form) =>
      takeEach(visit, form, {
        scope: groupScope(visit.params.groupId),
        rows: form.all("id").map((id) => ({ id, name: fromId(id).name })),
        async take(id) {
          const { isFlex, name } = fromId(id);
          if (isFlex) await visit.api("deleteGroupFlexCluster", { ...visit.params, name });
          else await visit.api("deleteGroupCluster", { ...visit.params, clusterName: name });
        },
        done: "deleted",
      }),
  },
});

function Creating({ sizes }: { readonly sizes: readonly (typeof sizeNames)[number][] }) {
  const said = useVisit().words.clusters;
  return (
    <SheetForm name="add" title={said.add} isPrimary>
      <Field name="name" label={said.name} hint={said.nameHint} maxLength={64} required />
      <Choice
        name="size"
        label={said.size}
        value="M0"
        options={sizes.map((value) => ({ value, label: said.sizes[value] }))}
      />
      <Choice
        name="place"
        label={said.place}
        options={places.map(({ name }) => ({ value: name, label: name }))}
      />
    </SheetForm>
  );
}

const waitingIn = ({ provisions }: Held) => provisions.filter(({ state }) => state === "WAITING");

/** The notices above the list: changes in progress, and the number of users and roles that are pending. */
function UnderWay({ rows, held }: { readonly rows: readonly ClusterRow[]; readonly held: Held }) {
  const { words, target } = useVisit();
  const said = words.clusters;
  const waiting = waitingIn(held).length;
  const lines: (ComponentChildren | false)[] = [
    rows.some(({ state }) => state !== "IDLE") && (
      <>
        {said.underWay} <LinkButton href={target}>{said.refresh}</LinkButton>
      </>
    ),
    waiting > 0 && <a href="#waiting">{`${said.waiting}: ${waiting}`}</a>,
  ];
  return <Notices lines={lines} />;
}

const Notices = ({ lines }: { readonly lines: readonly (ComponentChildren | false)[] }) => (
  <>
    {lines.map(
      (line, index) =>
        line && (
          <Notice kind="info" key={index.toString()}>
            {line}
          </Notice>
        ),
    )}
  </>
);

interface BelowProps {
  readonly here: Here;
  readonly rows: readonly ClusterRow[];
  readonly held: Held;
}

/** Shortens the name of a role: in a database it is `anteroom.PROJECT.NAME`. */
const shownName = (name: string): string => name.replace(/^anteroom\.[0-9a-f]{24}\./, "");

/** The users and roles that the databases do not have yet, with the reasons. */
function Below({ here, rows, held }: BelowProps) {
  const { words } = useVisit();
  const said = words.clusters;
  const { provisions, kept, deployments } = held;
  const waiting = waitingIn(held);
  const hasNone = rows.length > 0 && Object.values(deployments).every((each) => each === null);
  const lines = [
    hasNone && (rows.some(({ connection }) => connection === notShared) ? said.notShared : said.noDeployment),
    provisions.some(({ lacksRoles }) => lacksRoles) && said.lacksRoles,
    ...provisions
      .filter(({ problem }) => lackedBy(problem).length > 0)
      .map(({ name, deployment, problem }) =>
        said.lacks(shownName(name), deployment, lackedBy(problem).join(", ")),
      ),
    kept.length > 0 && !hasNone && rows.length > 0 && said.kept(kept.map(([name]) => name).join(", ")),
  ];
  return (
    <div id="waiting">
      <Notices lines={lines} />
      {waiting.length > 0 && (
        <Table
          caption={said.waiting}
          heads={[words.databaseAccess.user, said.database, said.since, said.why]}
          rows={waiting.map((each) => ({
            key: `${each.deployment} ${each.kind} ${each.name}`,
            cells: [
              <a href={`${here.root}/database-access?${new URLSearchParams({ q: each.name })}`}>
                {each.name}
              </a>,
              each.deployment,
              each.waitsSince && <When at={new Date(each.waitsSince).toISOString()} />,
              whyOf(words, each),
            ],
          }))}
          empty=""
        />
      )}
    </div>
  );
}

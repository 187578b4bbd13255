// A run of a client, such as one of Terraform: its calls, its changes, and the calls that end on 1 July 2027.
import { isOfTerraform, nameClient, readClient, terraformTypeOf } from "../../core/domain/client.ts";
import type { EndingPages } from "../../server/july-room.ts";
import type { Dev, LoggedRequest } from "../dev.ts";
import { headed } from "../kit/card.tsx";
import { Facts, LinkButton, Notice, Table } from "../kit/kit.tsx";
import { minuteOf, Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { page } from "../page.ts";
import { devOf } from "./rehearsal.tsx";
import { countsOf, Log, runNameOf } from "./rehearsal-log.tsx";
import { endingIn } from "./rehearsal-why.ts";

export const rehearsalRun = page({
  path: "/rehearsal/runs/:run",
  for: "anybody",
  async show(visit) {
    const { requests: text, client, unknownClient } = visit.words.rehearsal;
    const calls = devOf(visit)
      .log()
      .filter(({ run }) => String(run) === visit.params.run);
    const [last, first] = [calls[0], calls.at(-1)];
    if (last === undefined || first === undefined) {
      return headed(text.runs.gone, null, { heading: text.run, lead: text.runs.gone, status: 404 });
    }
    const name = runNameOf(calls, visit);
    const seconds = (Date.parse(last.at) - Date.parse(first.at)) / 1000;
    return headed(
      text.runs.title(name),
      <>
        <Facts
          facts={[
            [client, nameClient({ ...readClient(first.userAgent), resource: "", step: "" }) || unknownClient],
            [text.runs.first, <Time at={first.at} key="first" />],
            [text.runs.lasted, `${seconds} s`],
          ]}
        />
        {isOfTerraform(first.userAgent) && <Changed changes={await devOf(visit).changesOfRun(first.run)} />}
        {visit.endings && <Ends calls={calls} endings={visit.endings} />}
        <h2>{text.runs.called}</h2>
        <Log shown={calls} empty={text.none} />
      </>,
      {
        lead: countsOf(calls, visit),
        actions: <LinkButton href="/rehearsal/requests">{text.title}</LinkButton>,
        isWide: true,
      },
    );
  },
});

type Changes = Awaited<ReturnType<Dev["changesOfRun"]>>;
type Difference = NonNullable<Changes>["differences"][number];

function Changed({ changes }: { changes: Changes }) {
  const { words } = useVisit();
  const { rehearsal, lists, credentials, people } = words;
  const { runs: text } = rehearsal.requests;
  return (
    <section class="titled" aria-labelledby="changed">
      <h2 id="changed">{text.changed}</h2>
      {changes === undefined ? (
        <p class="hint">{text.unkept}</p>
      ) : (
        <>
          <p class="hint">
            {changes.until === null ? text.changedSince : text.changedUntil(minuteOf(changes.until))}
          </p>
          <Table
            fits
            isTitled
            caption={text.changed}
            heads={[lists.what, credentials.editTitle, people.access.where]}
            rows={changes.differences.map((each, nth) => ({ key: String(nth), cells: cellsOf(each, words) }))}
            empty={text.changedNothing}
          />
        </>
      )}
    </section>
  );
}

type Words = ReturnType<typeof useVisit>["words"];

function cellsOf({ place, noun, name, change, lists, values }: Difference, words: Words) {
  const { changes } = words.rehearsal.requests.runs;
  const items = Object.values(lists).flatMap(({ gained, lost }) => [
    ...gained.map((each) => `+ ${each}`),
    ...lost.map((each) => `− ${each}`),
  ]);
  const set = Object.entries(values).map(([of, { from, to }]) => `${of}: ${shown(from)} → ${shown(to)}`);
  return [
    <>
      {name} <small>{words.noun(noun)}</small>
    </>,
    <>
      {changes[change]}
      {[...items, ...set].map((each) => (
        <small class="code" key={each}>
          {each}
        </small>
      ))}
    </>,
    <>
      {place.name} <small>{words.noun(place.kind)}</small>
    </>,
  ];
}

const shown = (value: unknown): string =>
  value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);

/** The calls that end, by Terraform type if the provider states it, else by operation. */
function Ends({ calls, endings }: { calls: readonly LoggedRequest[]; endings: EndingPages }) {
  const { words } = useVisit();
  const { runs: text, missingCount } = words.rehearsal.requests;
  const ending = calls.flatMap((call) => {
    const found = endingIn(call);
    if (found === undefined) return [];
    const type = terraformTypeOf(readClient(call.userAgent));
    const { id, successor = id } = found.operation;
    return [{ id, successor, type, count: 1, gone: call.status === 410 ? 1 : 0 }];
  });
  const types = endings.endingTypesOf(ending.filter(({ type }) => type !== ""));
  const others = ending.filter(({ type }) => type === "");
  const successors = new Map(others.map(({ id, successor }) => [id, successor]));
  const countOf = (id: string) => others.filter((each) => each.id === id).length;
  const rows = [
    ...types.map(({ type, calls: count, todo, guide }) => ({
      key: type,
      cells: [
        type,
        text.calls(count),
        <>
          {words.advice(todo)} <a href={guide}>{text.guide}</a>
        </>,
      ],
    })),
    ...[...successors].map(([id, successor]) => ({
      key: id,
      cells: [id, text.calls(countOf(id)), text.use(words.successor(successor))],
    })),
  ];
  return (
    <section class="titled" aria-labelledby="ends">
      <h2 id="ends">{text.ends}</h2>
      {rows.length === 0 ? (
        <Notice kind="good">{text.endsNothing}</Notice>
      ) : (
        <Table
          fits
          isTitled
          caption={text.ends}
          heads={[text.endsWhat, missingCount, text.endsInstead]}
          rows={rows}
        />
      )}
    </section>
  );
}

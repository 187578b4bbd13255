// Who may do something in a project or an organization, and by which role: asked in words, or by an operation. In a rehearsal also
// whether one caller is let in, from an address and in a version.
import type { Explanation, Holder, SourcedRole } from "../../domain/explanation.ts";
import { Field } from "../kit/fields.tsx";
import { Badge, Button, Heading, Notice, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";
import { whyRefused } from "./rehearsal.tsx";
import { type Chosen, chosenIn, guarded, type Question, questions } from "./who-can-questions.ts";

const perPage = 50;

export const [orgWhoCan, groupWhoCan] = scopedPages("/who-can", {
  controls: ["whoCan"],
  async show(visit, here) {
    const { words, query, perform } = visit;
    const text = words.whoCan;
    const chosen = chosenIn(visit, here);
    const [role = "ORG_OWNER", ...also] = chosen.roles;
    const { results, total } = await perform(here.pick("listOrgHolders", "listGroupHolders"), {
      ...here.at,
      role,
      ...(also.length > 0 && { also }),
      itemsPerPage: perPage,
      pageNum: pageOf(query, "page"),
    });
    const roles = chosen.roles.map(words.role).join(` ${text.or} `);
    return {
      title: `${text.title} · ${here.name}`,
      places: here.places,
      body: (
        <>
          <Heading title={text.title} lead={text.lead} />
          <Choosing here={here} chosen={chosen} />
          <p class="hint">
            {text.needs(roles, total)} {/Data$/.test(chosen.value) && text.dataHint}
            {chosen.operation && (
              <span class="code">
                {chosen.operation.method} {chosen.operation.path}
              </span>
            )}
          </p>
          <Holders here={here} holders={results} />
          <Pager name="page" label={text.title} perPage={perPage} total={total} />
          {visit.dev && <OneCaller chosen={chosen} answer={await askIn(visit, here, chosen)} />}
        </>
      ),
    };
  },
});

function Choosing({ here: { kind }, chosen: { value } }: { here: Here; chosen: Chosen }) {
  const { whoCan: text } = useVisit().words;
  return (
    <form method="get" class="tools">
      <select name="operation" aria-label={text.operation} data-now>
        <optgroup label={text.inWords}>
          {(Object.keys(questions[kind]) as Question[]).map((name) => (
            <option key={name} value={name} selected={name === value}>
              {text.questions[name]}
            </option>
          ))}
        </optgroup>
        <optgroup label={text.asOperations}>
          {guarded[kind].map(({ id }) => (
            <option key={id} value={id} selected={id === value}>
              {id}
            </option>
          ))}
        </optgroup>
      </select>
      <button type="submit" class="button">
        {text.show}
      </button>
    </form>
  );
}

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

/** Keys and accounts have a page in their organization, which not every owner of a project sees. */
function NameOf({ here: { root, places }, holder }: { readonly here: Here; readonly holder: Holder }) {
  const { kind, id, name, label } = holder;
  const shown = label || name;
  if (kind === "USER") return <a href={`${root}/people/${id}`}>{shown}</a>;
  if (places.org === undefined) return <>{shown}</>;
  const path = kind === "API_KEY" ? `keys/${id}` : `service-accounts/${name}`;
  return <a href={`/orgs/${places.org.id}/${path}`}>{shown}</a>;
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

/** Which of the roles held let in. */
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

/** What a rehearsal says of one caller; the reason where the question has no answer. */
async function askIn({ dev, query, browser }: Visit, { at }: Here, { operation }: Chosen) {
  const [caller, version] = [query.get("caller")?.trim(), query.get("version")?.trim()];
  if (!dev || !caller || operation === undefined) return undefined;
  const address = query.get("address")?.trim() || browser.remoteAddress.ip;
  const from = { ...(address && { address }), ...(version && { version }) };
  return dev.explain({ operation: operation.id, ...at, caller, ...from }).catch(whyRefused);
}

interface OneCallerProps {
  readonly chosen: Chosen;
  readonly answer: Explanation | string | undefined;
}

function OneCaller({ chosen: { value, operation }, answer }: OneCallerProps) {
  const { query, words, browser } = useVisit();
  const { whoCan: text } = words;
  if (operation === undefined) return null;
  const field = (name: "caller" | "address" | "version") => query.get(name) ?? "";
  return (
    <section aria-labelledby="one">
      <h2 id="one">{text.one}</h2>
      {typeof answer === "string" && <Notice kind="bad">{answer}</Notice>}
      {typeof answer === "object" && <Answer explanation={answer} />}
      <form method="get" class="card">
        <input type="hidden" name="operation" value={value} />
        <Field label={text.caller} hint={text.callerHint} name="caller" value={field("caller")} required />
        <Field
          label={text.address}
          hint={text.addressHint}
          name="address"
          value={field("address") || browser.remoteAddress.ip}
        />
        <Field label={text.version} hint={text.versionHint} name="version" value={field("version")} />
        <Button>{text.ask}</Button>
      </form>
    </section>
  );
}

function Answer({ explanation }: { explanation: Explanation }) {
  const { whoCan: text } = useVisit().words;
  const { caller, refusedBy } = explanation;
  return (
    <>
      <p>
        {text.verdict(caller?.name ?? "")}:{" "}
        <Badge tone={refusedBy === null ? "green" : "red"}>
          {refusedBy === null ? text.letIn : text.refused}
        </Badge>{" "}
        {[refusedBy?.code, refusedBy?.detail].filter(Boolean).join(": ")}
      </p>
      <HeldRoles {...explanation} />
    </>
  );
}

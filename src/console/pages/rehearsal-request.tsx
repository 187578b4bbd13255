// The page of one request in a rehearsal, with its answer: why it was refused, the change that would allow it, and a command
// that sends it again.
import type { RoleName } from "../../core/contract/roles.ts";
import { versionsAsked } from "../../core/contract/versions.ts";
import type { Explanation } from "../../core/domain/explanation.ts";
import type { LoggedRequest } from "../dev.ts";
import { doneAt } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { CopyBlock, inLines } from "../kit/code.tsx";
import { Choice, Form } from "../kit/fields.tsx";
import { Button, Facts, LinkButton, Notice } from "../kit/kit.tsx";
import { Done } from "../kit/people.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Outcome, page, type Visit } from "../page.ts";
import { groupScope, orgScope } from "../scope.ts";
import { devOf, whyRefused as refusedControl } from "./rehearsal.tsx";
import { type Cure, type CuringCall, cureOf, terraformOf } from "./rehearsal-cure.ts";
import { clientOf, Moment, resourceOf, StatusBadge } from "./rehearsal-log.tsx";
import { callerOf, errorIn, placeIn, quotes, replayOf, targetOf, whyRefused } from "./rehearsal-why.ts";
import { HeldRoles } from "./who-can.tsx";

/** Finds a request by its number, or by that of the challenge before it. */
const requestIn = (visit: Visit<"number">): LoggedRequest | undefined =>
  devOf(visit)
    .log()
    .find(({ number, challenge }) => [number, challenge].map(String).includes(visit.params.number));

export const rehearsalRequest = page({
  path: "/rehearsal/requests/:number",
  for: "anybody",
  controls: ["explain"],
  async show(visit): Promise<Outcome> {
    const { requests: text } = visit.words.rehearsal;
    const request = requestIn(visit);
    if (request === undefined) return headed(text.title, null, { lead: text.gone, status: 404 });
    const title = `${request.method} ${request.operationId ?? request.path}`;
    const now = await explainNow(visit, request);
    const cure = await cureOf(visit, withRolesOf(request, now));
    const terraform = terraformOf(visit, request, cure);
    return headed(
      title,
      <>
        <Cured />
        <Done sentences={{ undone: text.done.undone }} />
        <Verdict request={request} cure={cure} isCured={now?.refusedBy === null} />
        <div class="columns exchange">
          <Asked request={request} />
          <Answered request={request} />
        </div>
        {terraform !== undefined && (
          <>
            <h2>{text.terraform}</h2>
            <CopyBlock id="terraform" text={terraform} label={visit.words.layout.copyOf(text.terraform)} />
          </>
        )}
        <h2>{text.replay}</h2>
        <p>{text.replayLead}</p>
        <CopyBlock id="curl" text={replayOf(request, visit.origin)} label={text.copy} />
        <HeldThere request={request} />
      </>,
      {
        lead: <span class="code">{targetOf(request)}</span>,
        actions: (
          <LinkButton href="/rehearsal/requests" closes>
            {text.title}
          </LinkButton>
        ),
        isWide: true,
      },
    );
  },
  forms: {
    async cure(visit, form): Promise<Outcome> {
      const request = requestIn(visit);
      if (request === undefined) return { to: "/rehearsal/requests" };
      const here = `/rehearsal/requests/${request.number}`;
      const now = await explainNow(visit, request);
      const cure = await cureOf(visit, withRolesOf(request, now), form.text("role"));
      if (cure.kind !== "call" || now?.refusedBy === null) return { to: here };
      await perform(visit, cure.call);
      return doneAt(here, "cured", cure.said, form.text("role"));
    },
    async undo(visit, form): Promise<Outcome> {
      const request = requestIn(visit);
      if (request === undefined) return { to: "/rehearsal/requests" };
      const now = await explainNow(visit, request);
      const cure = await cureOf(visit, withRolesOf(request, now), form.text("role"));
      if (cure.kind === "call" && cure.undo !== undefined) await perform(visit, cure.undo);
      return doneAt(`/rehearsal/requests/${request.number}`, "undone");
    },
  },
});

const perform = ({ api }: Visit, { operationId, params, body }: CuringCall["call"]) =>
  api(operationId, { ...params, ...(body !== undefined && { body }) } as never);

/** Returns the request as if it were sent now: with the roles that its caller holds now. */
const withRolesOf = (request: LoggedRequest, now: Explanation | undefined): LoggedRequest =>
  request.explanation === undefined || now === undefined
    ? request
    : { ...request, explanation: { ...request.explanation, held: now.held } };

/** Explains how the same request would be decided now, after a cure or a change of the clock; undefined if nothing cures it. */
async function explainNow(visit: Visit, request: LoggedRequest): Promise<Explanation | undefined> {
  const { method, path, who, address, accept, refusedBy } = request;
  if (who === null || !["access list", "door", "sunset"].includes(refusedBy?.rule ?? "")) return undefined;
  const [version] = versionsAsked(accept);
  const from = { ...(address !== "" && { address }), ...(version !== undefined && { version }) };
  const explained = await devOf(visit)
    .explain({ method, path, caller: who, ...from })
    .catch(refusedControl);
  return typeof explained === "string" ? undefined : explained;
}

/** The message that says which role was given, with the button that takes it back. */
function Cured() {
  const { done, words } = useVisit();
  if (done?.what !== "cured") return null;
  const [said, role = ""] = done.names;
  const { now, undo } = words.rehearsal.requests;
  return (
    <Notice kind="done good">
      {said} {now}
      <Form name="undo">
        <input type="hidden" name="role" value={role} />
        <Button>{undo}</Button>
      </Form>
    </Notice>
  );
}

interface VerdictProps {
  readonly request: LoggedRequest;
  readonly cure: Cure;
  readonly isCured: boolean;
}

/** The reason why the request was refused, with the button that cures it unless that is done. */
function Verdict({ request, cure, isCured }: VerdictProps) {
  const { words, done } = useVisit();
  const why = whyRefused(request, words);
  if (why === undefined) return null;
  return (
    <>
      <div class="notice bad">
        <p>{why.split(quotes).map((part, nth) => (nth % 2 === 0 ? part : <span lang="en">{part}</span>))}</p>
        {!isCured && <CureButton cure={cure} number={request.number} />}
      </div>
      {isCured && done?.what !== "cured" && <Notice kind="good">{words.rehearsal.requests.now}</Notice>}
    </>
  );
}

function CureButton({ cure, number }: { cure: Cure; number: number }) {
  const { signIn, give } = useVisit().words.rehearsal.requests;
  const here = `/rehearsal/requests/${number}`;
  if (cure.kind === "none") return null;
  if (cure.kind === "control") {
    return (
      <Form name={cure.form} action={cure.action}>
        <input type="hidden" name="back" value={here} />
        <Button kind="primary">{cure.label}</Button>
      </Form>
    );
  }
  if (!cure.mayCall) {
    return (
      <LinkButton href={`/rehearsal/sign-in?${new URLSearchParams({ next: here })}`}>{signIn}</LinkButton>
    );
  }
  return (
    <SheetForm
      name="cure"
      title={`${cure.label}…`}
      heading={cure.question}
      submit={cure.roles.length === 0 ? cure.label : give}
    >
      <Roles roles={cure.roles} />
    </SheetForm>
  );
}

/** The roles that would suffice, of which the least is selected. */
function Roles({ roles }: Pick<CuringCall, "roles">) {
  const { words } = useVisit();
  const { role, least } = words.rehearsal.requests;
  if (roles.length === 0) return null;
  const options = roles.map((each) => ({ value: each, label: words.role(each) }));
  return (
    <>
      <Choice label={role} name="role" options={options} />
      <p class="hint">
        {roles.length > 1 ? `${least} ` : ""}
        {words.roleHelp[roles[0] as RoleName]}
      </p>
    </>
  );
}

function Asked({ request }: { request: LoggedRequest }) {
  const { words } = useVisit();
  const { rehearsal, reference } = words;
  const { requests: text, unknownClient, client, at } = rehearsal;
  const { userAgent, address, accept, run, operationId } = request;
  const resource = resourceOf(request);
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{reference.request}</h2>
      <Facts
        facts={[
          [at, <Moment at={request.at} key="at" />],
          [reference.operation, operationId ?? text.nobody],
          [words.whoCan.caller, callerOf(request, words) || text.nobody],
          address !== "" && [
            text.address,
            <span class="code" key="address">
              {address}
            </span>,
          ],
          [text.version, versionsAsked(accept).join(", ") || accept.slice(0, 200) || text.noVersion],
          [
            client,
            <span title={userAgent} key="client">
              {userAgent === "" ? unknownClient : clientOf(request)}
            </span>,
          ],
          resource !== "" && [text.resource, resource],
          [
            text.run,
            <a href={`/rehearsal/runs/${run}`} key="run">
              {run}
            </a>,
          ],
        ]}
      />
      <Body id="sent" of={request.body} />
    </section>
  );
}

function Answered({ request }: { request: LoggedRequest }) {
  const { rehearsal, reference, layout } = useVisit().words;
  const { requests: text } = rehearsal;
  const { status, refusedBy, milliseconds, challenge, injected, answer } = request;
  const { detail } = errorIn(request);
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{text.answer}</h2>
      <Facts
        facts={[
          [layout.status, <StatusBadge status={status} key="status" />],
          refusedBy?.code != null && [reference.code, <code key="code">{refusedBy.code}</code>],
          refusedBy !== null && detail !== undefined && [reference.detail, <span lang="en">{detail}</span>],
          injected !== undefined && [text.fault, injected],
          [
            text.took,
            <>
              {text.ms(Math.round(milliseconds * 10) / 10)}
              {challenge !== undefined && <small> {text.trips}</small>}
            </>,
          ],
        ]}
      />
      <Body id="got" of={answer} />
    </section>
  );
}

function Body({ id, of: { text: body, isCut } }: { id: string; of: LoggedRequest["body"] }) {
  const { words } = useVisit();
  const { requests: text } = words.rehearsal;
  if (body === null || body === "") return <p class="hint">{body === null ? text.unkept : text.noBody}</p>;
  return (
    <>
      <CopyBlock id={id} text={inLines(body)} label={words.layout.copyOf(words.reference.body)} />
      {isCut && <p class="hint">{text.cut}</p>}
    </>
  );
}

/** The roles by which it was decided, and the roles that allow it. */
function HeldThere({ request: { explanation, path } }: { request: LoggedRequest }) {
  const { rehearsal, whoCan } = useVisit().words;
  const [groupId, orgId] = [placeIn(path, "groups"), placeIn(path, "orgs")];
  const place = groupId === undefined ? orgId && orgScope(orgId) : groupScope(groupId);
  if (explanation === undefined || !place || explanation.leastRole === null) return null;
  return (
    <section aria-labelledby="held">
      <h2 id="held">{rehearsal.requests.held}</h2>
      {explanation.caller !== null && <HeldRoles {...explanation} />}
      <a href={`${place.root}/who-can?operation=${explanation.operationId}`}>{whoCan.title}</a>
    </section>
  );
}

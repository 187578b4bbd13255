// Removes a person from an organization or a project: it shows what the person loses and created, and asks which credentials to
// delete as well.
import { nameOrAddress } from "../../core/domain/full-name.ts";
import { type ConsoleValue, Refusal } from "../client.ts";
import { headed } from "../kit/card.tsx";
import { Form, useSent } from "../kit/fields.tsx";
import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { LinkButton, Notice } from "../kit/kit.tsx";
import { Foot } from "../kit/sheet.tsx";
import { relative, Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Outcome, View, Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";
import { heldText, Losses, rolesText } from "./person-losses.tsx";

type Found = ConsoleValue<"getOrgLeaver">;
type Leaver = Extract<Found, { state: "ACTIVE" }>;
type Gone = Extract<Found, { state: "GONE" }>;
type Made = Leaver["made"][number];
type PersonVisit = Visit<"userId">;

export const [orgLeave, groupLeave] = scopedPages("/people/:userId/leave", {
  performs: {
    org: ["removeOrgUser", "deleteOrgApiKey", "deleteOrgServiceAccount"],
    group: ["removeGroupUser", "removeGroupApiKey", "deleteGroupServiceAccount"],
  },
  async show(visit, here) {
    const at = { ...here.at, userId: visit.params.userId };
    const found = await visit.perform(here.pick("getOrgLeaver", "getGroupLeaver"), at);
    if (found.state === "GONE") return goneView(visit, here, found);
    if (found.state === "ACTIVE") return leaveView(visit, here, found);
    const asked = new URLSearchParams({ act: "end", who: found.username });
    return { to: `${here.root}/people/change?${asked}` };
  },
  forms: {
    async remove(visit, form, { root, at, pick }): Promise<Outcome> {
      const { params, words, person, perform } = visit;
      if (params.userId === person?.id) {
        throw new Refusal(409, { detail: words.people.leave.oneself }, undefined);
      }
      const leaver = { ...at, userId: params.userId, codes: form.all("codes") };
      const { receiptId } = await perform(pick("removeOrgLeaver", "removeGroupLeaver"), leaver);
      return { to: `${root}/receipts/${receiptId}` };
    },
  },
});

function goneView({ words }: Visit, { places, name, root }: Here, found: Gone): View {
  const { username, at, by, receiptId } = found;
  const { gone, removed, receipt, keys } = words.people.leave;
  const title = gone(username, name);
  return headed(
    title,
    <>
      <p>
        {removed(by)} <Time at={at} />
      </p>
      <div class="row">
        {receiptId !== null && <LinkButton href={`${root}/receipts/${receiptId}`}>{receipt}</LinkButton>}
        <LinkButton href={`${root}/keys?${new URLSearchParams({ q: username })}`}>{keys}</LinkButton>
        <LinkButton href={`${root}/people`}>{words.layout.back}</LinkButton>
      </div>
    </>,
    { status: 404, places },
  );
}

async function leaveView(visit: PersonVisit, here: Here, leaver: Leaver): Promise<View> {
  const { words, params, person } = visit;
  const said = words.people.leave;
  const { username, losses, made, unknown, isLastOwner } = leaver;
  const who = nameOrAddress(leaver);
  const title = said.title(who, here.name);
  const offered = await offeredIn(visit, here.at);
  const isOneself = params.userId === person?.id;
  const refusal =
    (isLastOwner && words.refusals.CANNOT_DELETE_LAST_ADMIN) ||
    (isOneself && said.oneself) ||
    (isAbove(offered, losses.roles) && words.refusals.ROLE_ABOVE_OWN);
  return headed(
    title,
    <>
      {refusal && <Notice kind="info">{refusal}</Notice>}
      <Form name="remove" class="card">
        <h2>{said.loses}</h2>
        <Losses losses={losses} />
        <h2>{said.made}</h2>
        <Parts here={here} made={made} offered={offered} unknown={unknown} />
        <h2>{said.stays}</h2>
        <p>
          {losses.stays.length > 0 && `${said.staysHeld(heldText(words, losses.stays))} `}
          {here.pick(said.staysOrg, said.staysGroup)}
        </p>
        <Foot back={`${here.root}/people/${params.userId}`}>
          {!refusal && (
            <button type="submit" class="button danger primary">
              {words.layout.remove}
            </button>
          )}
        </Foot>
      </Form>
    </>,
    { lead: who === username ? undefined : username, places: here.places },
  );
}

interface PartsProps extends Pick<Leaver, "made" | "unknown"> {
  readonly here: Here;
  readonly offered: Offered;
}

/** The credentials that keep working unless they are checked. Those that the visitor may not delete are only named. */
function Parts({ here, made, offered, unknown }: PartsProps) {
  const { words } = useVisit();
  const said = words.people.leave;
  const mayTake = ({ kind, roles }: Made) => {
    const taking = here.pick("deleteOrgServiceAccount", "deleteGroupServiceAccount");
    if (kind === "SERVICE_ACCOUNT" && !here.may(taking)) return false;
    const held = roles.filter(({ group }) => here.kind === "org" || group === here.name);
    return !isAbove(
      offered,
      held.map(({ role }) => role),
    );
  };
  const fixed = made.filter((each) => !mayTake(each)).map(({ name }) => name);
  const mine = made.filter(mayTake);
  return (
    <>
      <p>{made.length === 0 ? said.nothing : said.worksOn}</p>
      <Ticks
        legend={here.pick(said.deletes, said.takesOut)}
        parts={mine.filter(({ kind }) => kind !== "INVITATION")}
      />
      <Ticks legend={said.revokes} parts={mine.filter(({ kind }) => kind === "INVITATION")} />
      {fixed.length > 0 && <p class="hint">{said.notYours(words.lists.several(fixed, fixed.length))}</p>}
      {unknown > 0 && <p class="hint">{said.unknown(unknown)}</p>}
    </>
  );
}

function Ticks({ legend, parts }: { readonly legend: string; readonly parts: readonly Made[] }) {
  const { words, now, language } = useVisit();
  const { used, unused } = words.people.leave;
  const ticked = useSent()?.form.all("codes") ?? [];
  const useOf = ({ lastUsedAt }: Made) =>
    lastUsedAt ? used(relative(Date.parse(lastUsedAt), now, language)) : lastUsedAt === null && unused;
  if (parts.length === 0) return null;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {parts.map((part) => (
        <label class="check" key={part.code}>
          <input type="checkbox" name="codes" value={part.code} checked={ticked.includes(part.code)} />
          <span>
            {part.name} {part.kind !== "INVITATION" && <code>{part.code}</code>}
            <small>
              {[words.whoCan.kinds[part.kind], rolesText(words, part.roles), useOf(part)]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

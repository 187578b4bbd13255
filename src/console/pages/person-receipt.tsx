// The receipt of a removal: who removed the person and when, the roles they lost, and what happened to the credentials they made.
import { nameOrAddress } from "../../core/domain/full-name.ts";
import { headed } from "../kit/card.tsx";
import { Badge, LinkButton, Table } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Here, pageIn, scopedPages } from "../scope.ts";
import type { Words } from "../words/words.ts";
import { heldText, Losses, type Part, type Receipt, rolesText } from "./person-losses.tsx";

export const [orgReceipt, groupReceipt] = scopedPages("/receipts/:receiptId", {
  async show(visit, here) {
    const { words, params, query } = visit;
    const at = { ...here.at, receiptId: params.receiptId };
    const receipt = await visit.perform(here.pick("getOrgReceipt", "getGroupReceipt"), at);
    const name = `removal-${receipt.username}-${receipt.at.slice(0, 10)}`.replace(/[^\w.@+-]/g, "_");
    if (query.get("as") === "json") {
      const document = `${JSON.stringify({ place: here.name, ...here.at, ...receipt }, null, 2)}\n`;
      return { document, type: "application/json", name: `${name}.json` };
    }
    if (query.get("as") === "text") {
      return { document: textOf(words, here, receipt), type: "text/plain", name: `${name}.txt` };
    }
    const { text, removed, loses } = words.people.leave;
    const title = titleOf(words, here, receipt);
    const file = (as: string, label: string) => (
      <LinkButton href={`?as=${as}`} icon="download">
        {label}
      </LinkButton>
    );
    return headed(
      title,
      <>
        <section class="card" aria-labelledby="lost">
          <h2 id="lost">{loses}</h2>
          <Losses losses={receipt.losses} />
        </section>
        <Parts here={here} parts={receipt.parts} />
        <LinkButton href={`${here.root}/people`}>{words.layout.people}</LinkButton>
      </>,
      {
        lead: [removed(nameOrAddress(receipt.by)), " ", <Time key="at" at={receipt.at} />],
        actions: [file("text", text), file("json", "JSON")],
        places: here.places,
      },
    );
  },
});

const titleOf = ({ people }: Words, { name }: Here, receipt: Receipt) =>
  people.leave.left(nameOrAddress(receipt), name);

/** Describes what happened to a part, and why if it was refused. */
function fateOf({ people, refusals }: Words, { pick }: Here, part: Part): string {
  const { fates } = people.leave;
  if (part.fate === "REFUSED") return `${fates.REFUSED} ${refusals[part.why ?? ""] ?? part.why}`;
  if (part.fate !== "TAKEN") return fates[part.fate];
  return part.kind === "INVITATION" ? fates.revoked : pick(fates.deleted, fates.takenOut);
}

const tones = { TAKEN: "green", KEPT: "yellow", GONE: "gray", REFUSED: "red" } as const;

function Parts({ here, parts }: { readonly here: Here; readonly parts: readonly Part[] }) {
  const { words } = useVisit();
  const { made, nothing } = words.people.leave;
  const named = (part: Part) => {
    const { org } = here.places;
    const isThere = part.fate === "KEPT" || part.fate === "REFUSED";
    if (org === undefined || !isThere) return part.name;
    const code = part.kind === "SERVICE_ACCOUNT" ? part.code : part.id;
    return <a href={pageIn(`/orgs/${org.id}`, part.kind, code)}>{part.name}</a>;
  };
  return (
    <Table
      fits
      caption={made}
      heads={[made, words.layout.roles, words.people.report.outcome]}
      rows={parts.map((part) => ({
        key: part.code,
        cells: [
          <>
            {named(part)} <small>{words.whoCan.kinds[part.kind]}</small>
          </>,
          rolesText(words, part.roles),
          <Badge key="fate" tone={tones[part.fate]}>
            {fateOf(words, here, part)}
          </Badge>,
        ],
      }))}
      empty={nothing}
    />
  );
}

/** Builds the text file: with the codes that logs use, and times to the second. */
function textOf(words: Words, here: Here, receipt: Receipt): string {
  const { people, layout, whoCan } = words;
  const { removed, loses, made, nothing } = people.leave;
  const { losses, parts, by } = receipt;
  const lines = [
    titleOf(words, here, receipt),
    `${receipt.username}, ${receipt.userId}`,
    `${removed(`${nameOrAddress(by)} (${by.username})`)} ${receipt.at}`,
    `${here.pick("orgId", "groupId")} ${here.id}, eventId ${receipt.id}`,
    "",
    loses,
    `  ${layout.roles}: ${losses.roles.map(words.role).join(", ") || layout.none}`,
    ...losses.teams.map(({ name, id }) => `  ${layout.teams}: ${name} (${id})`),
    ...losses.groups.map(({ name, id, held }) => `  ${name} (${id}): ${heldText(words, held)}`),
    "",
    made,
    ...parts.map(
      (part) =>
        `  ${whoCan.kinds[part.kind]} ${part.name} (${part.code}), ${rolesText(words, part.roles)}: ${fateOf(words, here, part)}`,
    ),
    ...(parts.length === 0 ? [`  ${nothing}`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

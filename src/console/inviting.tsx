// Invites several addresses with one form, and shows the result of each.
import { foldAddress } from "../core/domain/address.ts";
import { OutcomeTable, unlessEnded } from "./bulk-action.tsx";
import { Refusal } from "./client.ts";
import { Area } from "./kit/fields.tsx";
import { LinkToHand } from "./kit/mailed-link.tsx";
import { useVisit } from "./kit/visit.ts";
import type { Form } from "./page.ts";

/**
 * `extended`: the pending invitation now gives more. `member` and `waiting`: already a member, already invited; nothing
 * was changed.
 */
export type Answer = "added" | "invited" | "extended" | "member" | "waiting";

/** The highest number of addresses in one form: each is a change of its own, and all of them are one request. */
const mostAddresses = 250;

interface Told {
  readonly address: string;
  readonly outcome: Answer | Refusal;
  /** The token of the link that the inviter hands over if no mail is sent. */
  readonly token?: string | undefined;
}

export interface Report {
  readonly form: Form;
  readonly outcomes: readonly Told[];
}

/** Splits pasted text at lines, commas and semicolons; an address may be in angle brackets after a name. */
export const partsIn = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => (/<([^<>]*)>/.exec(part)?.[1] ?? part).trim())
    .filter((part) => part !== "");

/** Splits addresses at spaces too, and returns each once. */
export function addressesIn(text: string): string[] {
  const byCase = new Map<string, string>();
  for (const part of partsIn(text).flatMap((part) => part.split(/\s+/))) {
    const key = foldAddress(part);
    if (!byCase.has(key)) byCase.set(key, part);
  }
  return [...byCase.values()];
}

export const isWell = ({ outcomes }: Report): boolean =>
  outcomes.every(({ outcome }) => outcome === "added" || outcome === "invited");

/**
 * Returns the result for each address of a form. Rejects if all were refused for one reason, which then concerns the whole
 * form.
 */
export async function inviteEach(form: Form, invite: (address: string) => Promise<Answer>): Promise<Report> {
  const addresses = addressesIn(form.text("addresses"));
  if (addresses.length > mostAddresses) {
    const detail = `${addresses.length} addresses were given. At most ${mostAddresses} are invited at once.`;
    throw new Refusal(400, { errorCode: "TOO_MANY_ADDRESSES", detail }, undefined);
  }
  const outcomes: Told[] = [];
  // Without an address, the call is still made: the API refuses it and names what is missing.
  for (const address of addresses.length === 0 ? [""] : addresses) {
    outcomes.push({ address, outcome: await invite(address).catch(unlessEnded) });
  }
  const refused = outcomes.map(({ outcome }) => outcome).filter((each) => each instanceof Refusal);
  const [first] = refused;
  if (first === undefined) return { form, outcomes };
  const isCommon = refused.every(({ message }) => message === first.message);
  if (isCommon && refused.length === outcomes.length) throw first;
  return { form, outcomes };
}

/** Returns the refused addresses, for the field in which people correct them. */
export const refusedIn = ({ outcomes }: Report): string =>
  outcomes
    .filter(({ outcome }) => outcome instanceof Refusal)
    .map(({ address }) => address)
    .join("\n");

export const Addresses = ({ report }: { report: Report | undefined }) => {
  const { words, query } = useVisit();
  return (
    <Area
      label={words.people.invite.addresses}
      name="addresses"
      hint={words.people.invite.hint}
      rows={4}
      value={report === undefined ? (query.get("who") ?? "") : refusedIn(report)}
      required
    />
  );
};

/** Shows the results; only new invitations are green. `place` is where people were invited. */
export function Outcomes({ report, place }: { report: Report | undefined; place: string }) {
  const { title, address: head, added, invited, extended, member, waiting } = useVisit().words.people.report;
  const said = { added, invited, extended, member: member(place), waiting: waiting(place) };
  return (
    report && (
      <div role="alert">
        <OutcomeTable
          caption={title}
          head={head}
          outcomes={report.outcomes.map(({ address: name, outcome, token }) =>
            outcome instanceof Refusal
              ? { name, refusal: outcome }
              : {
                  name,
                  done: said[outcome],
                  isOld: outcome !== "added" && outcome !== "invited",
                  beside: token !== undefined && <LinkToHand username={name} token={token} />,
                },
          )}
        />
      </div>
    )
  );
}

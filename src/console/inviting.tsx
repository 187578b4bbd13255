// Invites several addresses with one form, and reports the result of each.
import { foldAddress } from "../domain/address.ts";
import { Refusal } from "./client.ts";
import { OutcomeTable, unlessEnded } from "./each.tsx";
import { Area } from "./kit/fields.tsx";
import { useVisit } from "./kit/visit.ts";
import type { Form } from "./page.ts";

type Outcome = "added" | "invited" | Refusal;

/** Addresses of one form: each is a change of its own, and all of them one request. */
const mostAddresses = 250;

export interface Report {
  readonly form: Form;
  readonly outcomes: readonly { readonly address: string; readonly outcome: Outcome }[];
}

/** Addresses as people paste them: by lines or commas, also with a name before the address in angle brackets. */
export function addressesIn(text: string): string[] {
  const parts = text.split(/[,;\n]/).flatMap((part) => {
    const bracketed = /<([^<>]*)>/.exec(part)?.[1];
    return bracketed === undefined ? part.trim().split(/\s+/) : [bracketed.trim()];
  });
  const byCase = new Map<string, string>();
  for (const part of parts) {
    const key = foldAddress(part);
    if (part !== "" && !byCase.has(key)) byCase.set(key, part);
  }
  return [...byCase.values()];
}

export const isWell = ({ outcomes }: Report): boolean =>
  outcomes.every(({ outcome }) => !(outcome instanceof Refusal));

/** What became of each address of a form. Rejects where all were refused for one reason: it is one of the form then. */
export async function inviteEach(
  form: Form,
  invite: (address: string) => Promise<"added" | "invited">,
): Promise<Report> {
  const addresses = addressesIn(form.text("addresses"));
  if (addresses.length > mostAddresses) {
    const detail = `${addresses.length} addresses were given. At most ${mostAddresses} are invited at once.`;
    throw new Refusal(400, { errorCode: "TOO_MANY_ADDRESSES", detail }, undefined);
  }
  const outcomes: { address: string; outcome: Outcome }[] = [];
  // Without an address, the API refuses the call and says what is missing.
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

/** The refused addresses, for the field in which people correct them. */
const refusedIn = ({ outcomes }: Report): string =>
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

export function Outcomes({ report }: { report: Report | undefined }) {
  const { title, address: head, added, invited } = useVisit().words.people.report;
  const said = { added, invited };
  return (
    report && (
      <div role="alert">
        <OutcomeTable
          caption={title}
          head={head}
          outcomes={report.outcomes.map(({ address: name, outcome }) =>
            outcome instanceof Refusal ? { name, refusal: outcome } : { name, done: said[outcome] },
          )}
        />
      </div>
    )
  );
}

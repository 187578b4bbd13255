// Pages for things that cannot be shown: missing, forbidden, or failed.
import type { Refusal } from "../client.ts";
import { headed } from "../kit/card.tsx";
import { LinkButton } from "../kit/kit.tsx";
import { page, type View, type Visit } from "../page.ts";

export function notFound({ words }: Visit, refusal: Refusal | undefined): View {
  const { title, lead, unexpected, home } = words.notFound;
  const sentence =
    refusal === undefined ? unexpected : (words.refusals[refusal.code ?? ""] ?? refusal.message);
  return headed(
    title,
    <>
      <p>{lead}</p>
      <LinkButton href="/">{home}</LinkButton>
    </>,
    { lead: sentence, status: refusal?.status ?? 500 },
  );
}

/** The page at every address that has no page of its own. */
export const nowhere = page({
  path: "/*",
  for: "anybody",
  async show({ words: { notFound, refusals } }) {
    const home = <LinkButton href="/">{notFound.home}</LinkButton>;
    return headed(notFound.nowhere, home, { lead: refusals.RESOURCE_NOT_FOUND, status: 404 });
  },
});

const again = ({ words, target }: Visit, status: number, title: string, lead: string | undefined): View =>
  headed(
    title,
    <LinkButton href={target} kind="primary">
      {words.notFound.again}
    </LinkButton>,
    { lead, status },
  );

/** Answers a form whose token does not match the browser or its session; the form was not processed. */
export const stale = (visit: Visit): View =>
  again(visit, 403, visit.words.notFound.staleTitle, visit.words.notFound.stale);

/** Answers while the server cannot do the work, for example while its database is down. */
export const unavailable = (visit: Visit): View =>
  again(visit, 503, visit.words.notFound.unavailableTitle, visit.words.refusals.SERVICE_UNAVAILABLE);

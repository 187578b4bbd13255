// Pages for what cannot be shown: missing, forbidden, or failed.
import type { Refusal } from "../client.ts";
import { Heading, LinkButton } from "../kit/kit.tsx";
import { page, type View, type Visit } from "../page.ts";

export function notFound({ words }: Visit, refusal: Refusal | undefined): View {
  const { title, lead, unexpected, home } = words.notFound;
  const sentence =
    refusal === undefined ? unexpected : (words.refusals[refusal.code ?? ""] ?? refusal.message);
  return {
    title,
    status: refusal?.status ?? 500,
    body: (
      <>
        <Heading title={title} lead={sentence} />
        <p>{lead}</p>
        <LinkButton href="/">{home}</LinkButton>
      </>
    ),
  };
}

/** At every address that nothing else answers. */
export const nowhere = page({
  path: "/*",
  for: "anybody",
  show: async ({ words: { notFound, refusals } }) => ({
    title: notFound.nowhere,
    status: 404,
    body: (
      <>
        <Heading title={notFound.nowhere} lead={refusals.RESOURCE_NOT_FOUND} />
        <LinkButton href="/">{notFound.home}</LinkButton>
      </>
    ),
  }),
});

const again = ({ words, target }: Visit, status: number, title: string, lead: string | undefined): View => ({
  title,
  status,
  body: (
    <>
      <Heading title={title} lead={lead} />
      <LinkButton href={target} kind="primary">
        {words.notFound.again}
      </LinkButton>
    </>
  ),
});

/** For a form whose token does not fit the browser or its session; it was not processed. */
export const stale = (visit: Visit): View =>
  again(visit, 403, visit.words.notFound.staleTitle, visit.words.notFound.stale);

/** While the server cannot do what it is asked for, such as when its database is away. */
export const unavailable = (visit: Visit): View =>
  again(visit, 503, visit.words.notFound.unavailableTitle, visit.words.refusals.SERVICE_UNAVAILABLE);

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

/** For a form whose token does not fit the browser or its session; it was not processed. */
export const stale = ({ words: { notFound }, target }: Visit): View => ({
  title: notFound.staleTitle,
  status: 403,
  body: (
    <>
      <Heading title={notFound.staleTitle} lead={notFound.stale} />
      <LinkButton href={target} kind="primary">
        {notFound.again}
      </LinkButton>
    </>
  ),
});

/** While the server cannot do what it is asked for, such as when its database is away. */
export const unavailable = ({ words: { notFound, refusals }, target }: Visit): View => ({
  title: notFound.unavailableTitle,
  status: 503,
  body: (
    <>
      <Heading title={notFound.unavailableTitle} lead={refusals.SERVICE_UNAVAILABLE ?? ""} />
      <LinkButton href={target} kind="primary">
        {notFound.again}
      </LinkButton>
    </>
  ),
});

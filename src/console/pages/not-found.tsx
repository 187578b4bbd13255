// What is shown where nothing can be: not there, not for this person, or not working.
import type { Refusal } from "../client.ts";
import { Heading, LinkButton } from "../kit/kit.tsx";
import type { View, Visit } from "../page.ts";

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

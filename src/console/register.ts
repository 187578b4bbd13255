// Adds the console to the server. Pages are loaded with the first visit, so that no start waits for them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Answer, ConsoleParts } from "./parts.ts";

/** In bytes. */
const largestForm = 100_000;

/** Answers every path that has no other route; where there is no page either, the answer is 404. */
export function registerConsole(app: FastifyInstance, parts: ConsoleParts): void {
  let opening: Promise<Answer> | undefined;
  const open = async (): Promise<Answer> => {
    const { openPages } = await import("./routes.tsx");
    return openPages(parts);
  };
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await (opening ??= open());
    return (await answer(request, reply)) ?? reply.callNotFound();
  };
  app.register(async (scope) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: largestForm },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    scope.get("/*", { exposeHeadRoute: true }, handler);
    scope.post("/*", handler);
  });
}

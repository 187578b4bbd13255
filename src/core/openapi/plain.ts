// The plain form of the OpenAPI document, from which generators make clients in Java, C# and Rust that compile and authenticate.
// It has the same operations and members. It leaves out what openapi-generator 7.25 gets wrong in these languages:
// - `uniqueItems`: for a list of enums, Java's native library gets code that does not compile;
// - `anyOf`: a list of texts and numbers becomes one of empty objects in Rust, which then cannot read a refusal with values;
// - `discriminator`: Rust removes the member from users before it reads them, and knows two of its values;
// - digest, and OAuth's flow: a client with an unknown scheme sends no credentials, or refuses to send the request.
import type { Json } from "./document.ts";

const leftOut = new Set(["uniqueItems", "anyOf", "discriminator"]);

export const plainly = ({ components, ...document }: Json): Json => ({
  ...(simplify(document) as Json),
  security: [{ AccessToken: [] }],
  components: {
    ...(simplify(components) as Json),
    securitySchemes: { AccessToken: { type: "http", scheme: "bearer" } },
  },
});

function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !leftOut.has(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, simplify(each)]));
}

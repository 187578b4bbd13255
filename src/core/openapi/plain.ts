// The plain form of the OpenAPI document, of which generators make clients in Java, C# and Rust that compile and authenticate. The
// same operations and members are in it. Left out is what openapi-generator 7.25 does not get right in these languages:
// - `uniqueItems`: of a list of enums, Java's native library writes code that does not compile;
// - `anyOf`: a list of texts and numbers becomes one of empty objects in Rust, which reads no refusal that has values in it;
// - `discriminator`: Rust takes the member that tells users apart away from them before it reads them, and knows two of its values;
// - digest, and OAuth's flow: a client whose operation names a scheme that it does not know sends nothing, or refuses to ask.
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

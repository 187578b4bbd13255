// Fastify checks and writes nothing by schemas of its own here: the table of operations has them, and reads them itself.

const refuse = (): never => {
  throw new Error("a route of Fastify has no schema here: operations declare theirs");
};

/** Takes the place of Ajv and fast-json-stringify, which every server would load, and none would use. */
export const noSchemas = { compilersFactory: { buildValidator: refuse, buildSerializer: refuse } };

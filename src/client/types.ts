// The calls of the API by their operationId, for code about all of them.
import type { AtlasApi } from "./api.ts";

export type OperationId = keyof AtlasApi;

/** The path parameters, query parameters and `body` of an operation, in one object. */
export type Input<Id extends OperationId> = NonNullable<Parameters<AtlasApi[Id]>[0]>;

/** The answer of an operation in its newest resource version; undefined if it has no body. */
export type Reply<Id extends OperationId> = Awaited<ReturnType<AtlasApi[Id]>>;

// The calls of the API by their operationId, for what is written for all of them.
import type { AtlasApi } from "./api.ts";

export type OperationId = keyof AtlasApi;

/** Path parameters, query parameters and `body` of an operation, in one object. */
export type Input<Id extends OperationId> = NonNullable<Parameters<AtlasApi[Id]>[0]>;

/** The answer of an operation in its newest resource version; undefined if it answers without a body. */
export type Reply<Id extends OperationId> = Awaited<ReturnType<AtlasApi[Id]>>;

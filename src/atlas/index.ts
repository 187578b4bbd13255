// The table of operations: each by its id, which is the name that it is declared by.
import { tableOf } from "../core/operations/operation.ts";
import * as declared from "./table.ts";

export const operations = tableOf(declared);
export type OperationId = keyof typeof operations;

// The interface between a program and the room of the July 2027 kit: its commands, and what controls and pages tell of endings.
import type { Command } from "commander";
import type { Instead } from "../code/languages.ts";
import type { KnownEndings } from "../code/snippets.ts";
import type { Successor } from "../code/steps.ts";
import type { ShownCalls } from "../core/domain/deprecated-call.ts";
import type { SeenDeprecation } from "../testing/controls/seen.ts";

/** A command that a room adds to the command line. */
export interface OfferedCommand {
  /** The name of the command that it follows in --help. */
  readonly after: string;
  add(program: Command, environment: Record<string, string | undefined>): unknown;
}

/** The calls of an operation that ends, and what to call instead. */
export interface Finding extends ShownCalls {
  /** The day from which it answers 410, `YYYY-MM-DD`. */
  readonly sunset: string;
  readonly successor: string;
  /** The request line of the example, with masked secrets. */
  readonly request: string;
  readonly instead: Instead;
}

/** The calls of a type of Terraform's provider. */
interface CallsOfType {
  readonly type: string;
  readonly count: number;
  /** The number of calls that were answered 410. */
  readonly gone: number;
}

interface EndingType {
  readonly type: string;
  readonly calls: number;
  readonly todo: string;
  /** The section of the provider's migration guide. */
  readonly guide: string;
}

/** The part of the kit for pages. */
export interface EndingPages extends KnownEndings {
  /** Returns the findings, without calls of operations that do not end. */
  findingsOf(counted: readonly ShownCalls[]): Finding[];
  /** Writes the successor of a client's call in each language. */
  insteadOf(calls: Pick<ShownCalls, "client">, successor: Successor): Instead;
  /** Sums up the calls of each type that ends, with what to do. */
  endingTypesOf(calls: readonly CallsOfType[]): readonly EndingType[];
  writeCsv(findings: readonly Finding[]): string;
  writeMarkdown(report: {
    readonly findings: readonly Finding[];
    readonly source: string;
    readonly remarks: readonly string[];
  }): string;
}

/** The members are functions that load their part of the room when they are called, so that no start waits for it. */
export interface JulyRoom {
  readonly loadCommands: () => Promise<readonly OfferedCommand[]>;
  readonly loadPages: () => Promise<EndingPages>;
  /** Returns the counted calls of what ends, or has moved from version 1.0, with what to call instead. */
  readonly findSuccessors: (counted: readonly ShownCalls[]) => Promise<readonly SeenDeprecation[]>;
}

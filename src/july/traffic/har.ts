// HAR, the archive of browsers, proxies and test tools: one JSON document, read entry by entry.
import { JSONParser } from "@streamparser/json";
import { credentialIn, parseJson, type Sink, targetIn } from "./call.ts";

interface Entry {
  readonly startedDateTime?: string;
  readonly request?: {
    readonly method?: string;
    readonly url?: string;
    readonly headers?: readonly { readonly name?: string; readonly value?: string }[];
    readonly postData?: { readonly text?: string };
  };
  readonly response?: { readonly status?: number };
}

/** Makes a reader of the bytes of a file; throws if they are not JSON. */
export function harReader(sink: Sink): { write(chunk: Uint8Array): void; end(): void } {
  // Memory holds one entry at a time.
  const parser = new JSONParser({ paths: ["$.log.entries.*"], keepStack: false });
  parser.onValue = ({ value }) => read(value as Entry, sink);
  return {
    write: (chunk) => parser.write(chunk),
    end: () => {
      if (!parser.isEnded) parser.end();
    },
  };
}

function read({ startedDateTime = "", request, response }: Entry, sink: Sink): void {
  const at = Date.parse(startedDateTime);
  const { method, url, headers = [], postData } = request ?? {};
  if (Number.isNaN(at) || typeof method !== "string" || typeof url !== "string") {
    sink.unreadable();
    return;
  }
  const header = (name: string) => headers.find((each) => each.name?.toLowerCase() === name)?.value;
  const status = response?.status ?? 0;
  sink.call({
    at,
    method,
    target: targetIn(url),
    accept: header("accept") ?? "",
    userAgent: header("user-agent") ?? "",
    // 0 stands for no answer.
    status: status > 0 ? status : undefined,
    credential: credentialIn(header("authorization")),
    body: postData?.text === undefined ? undefined : parseJson(postData.text),
  });
}

// Prism, without its log of requests, serving FOLDER/openapi.json: usage `prism.mjs FOLDER`.
import { join } from "node:path";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";

const [folder = "."] = process.argv.slice(2);
const operations = await getHttpOperationsFromSpec(join(folder, "openapi.json"));
const silent = {
  success() {},
  error() {},
  warn() {},
  info() {},
  debug() {},
  trace() {},
  child: () => silent,
};
const server = createServer(operations, {
  components: { logger: silent },
  cors: true,
  config: {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    mock: { dynamic: false },
    errors: false,
  },
});
const url = await server.listen(0, "127.0.0.1");
console.log(`prism ready ${url}`);
process.once("SIGTERM", () => process.exit(0));

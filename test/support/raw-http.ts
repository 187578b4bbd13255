// Requests as text, sent as they are: clients of HTTP would refuse to write them, or hide how the connection ends.
import { connect } from "node:net";

export const requestOf = (line: string, ...headers: string[]): string =>
  `${[line, ...headers].join("\r\n")}\r\n\r\n`;

/** All that comes back until the server ends the connection; `rest` is sent once something has come. */
export function exchange(url: string, sent: string, rest = ""): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let answer = "";
    socket.setEncoding("latin1").on("data", (chunk) => (answer += chunk));
    // What was sent and never read makes the kernel reset the connection behind the answer.
    socket.on("error", (reason) => (answer === "" ? reject(reason) : undefined));
    socket.on("close", () => resolve(answer));
    if (rest !== "") socket.once("data", () => socket.write(rest, "latin1"));
    socket.setTimeout(5_000, () => {
      reject(new Error(`the connection was kept after: ${answer}`));
      socket.destroy();
    });
    socket.write(sent, "latin1");
  });
}

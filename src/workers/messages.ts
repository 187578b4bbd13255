// What the processes behind one port and the one that began them tell each other, over the channel that Node gives them.
import type { Settings } from "../config.ts";
import type { Certificate } from "../tls/certificate.ts";

/** The command that a worker is begun with. */
export const workerCommand = "worker";

/** What a worker begins with; nothing of it is read a second time, so that all of them have the same. */
export interface Beginning {
  /** With the port that was found free where any was asked for, and the instant that the clock shows now. */
  readonly settings: Settings;
  readonly secrets: { readonly current: string; readonly previous: string | undefined };
  readonly certificate: Certificate | null;
  /** Whether it does what one of them is enough for: mail, seals, and removing what is kept no longer. */
  readonly isFirst: boolean;
}

/** `name` says what is told, asked or answered; `id` is that of a question. */
interface Message {
  readonly name: string;
  readonly kind: "tell" | "ask" | "answer" | "refuse";
  readonly id?: number;
  readonly value?: unknown;
}

export interface Channel {
  tell(name: string, value?: unknown): void;
  /** Rejects with what the other side threw, in words. */
  ask<T>(name: string): Promise<T>;
  /** To be called with each message that arrives. */
  take(message: unknown): void;
}

/** What a side does when it is told or asked something. */
export type Handlers = Readonly<Record<string, (value: never) => unknown>>;

/** A question to a side that is gone is never answered. */
export function createChannel(send: (message: Message) => void, handlers: Handlers): Channel {
  const asked = new Map<number, { resolve(value: never): void; reject(reason: Error): void }>();
  let count = 0;

  async function answer({ name, id, value }: Message): Promise<void> {
    try {
      const answered = await handlers[name]?.(value as never);
      send({ name, kind: "answer", id: id ?? 0, value: answered });
    } catch (reason) {
      send({ name, kind: "refuse", id: id ?? 0, value: reason instanceof Error ? reason.message : reason });
    }
  }

  return {
    tell: (name, value) => send({ name, kind: "tell", value }),
    ask: (name) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        asked.set(id, { resolve, reject });
        send({ name, kind: "ask", id });
      }),
    take(message) {
      const taken = message as Message;
      const waiting = asked.get(taken.id ?? 0);
      switch (taken.kind) {
        case "tell":
          handlers[taken.name]?.(taken.value as never);
          return;
        case "ask":
          void answer(taken);
          return;
        case "answer":
          waiting?.resolve(taken.value as never);
          break;
        case "refuse":
          waiting?.reject(new Error(String(taken.value)));
          break;
      }
      asked.delete(taken.id ?? 0);
    },
  };
}

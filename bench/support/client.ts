import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { perSecond } from "./rounds.ts";

type Ask = {
  url: string;
  headers?: Record<string, string>;
  /** Posted as multipart/form-data. `formToken` is a fresh one in every request. */
  fields?: [name: string, value: string][];
  /** The status that the answer must have. */
  expect: number;
};

export type Load = { count: number; atOnce: number /** Asked in turn. */; asks: Ask[] };

/** A process beside this one that asks over kept connections and returns how many answers it had a second. */
export function startClient(): { ask(load: Load): Promise<number> } & Disposable {
  const child: ChildProcess = fork(import.meta.filename);
  return {
    async ask(load) {
      child.send(load);
      const [answer] = (await once(child, "message")) as [{ figure?: number; error?: string }];
      if (answer.figure === undefined) throw new Error(answer.error);
      return answer.figure;
    },
    [Symbol.dispose]: () => child.disconnect(),
  };
}

if (process.send) {
  process.on("message", async (load: Load) => {
    const answer = await figure(load).then(
      (value) => ({ figure: value }),
      (error: Error) => ({ error: error.message }),
    );
    process.send?.(answer);
  });
}

async function figure(load: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.atOnce });
  try {
    return await perSecond(load.count, load.atOnce, (index) =>
      askOnce(load.asks[index % load.asks.length] as Ask, agent),
    );
  } finally {
    agent.destroy();
  }
}

const boundary = "----kindroom-bench";

function askOnce({ url, headers, fields, expect }: Ask, agent: Agent): Promise<void> {
  const body = fields && multipart(fields);
  const type = body && {
    "content-type": `multipart/form-data; boundary=${boundary}`,
    "content-length": String(Buffer.byteLength(body)),
    origin: new URL(url).origin,
  };
  return new Promise((answered, fail) => {
    const asked = request(
      url,
      { agent, method: body ? "POST" : "GET", headers: { ...headers, ...type } },
      (response) => {
        response.resume();
        response.on("error", fail);
        response.on("end", () =>
          response.statusCode === expect
            ? answered()
            : fail(new Error(`${url} answered ${response.statusCode}, not ${expect}.`)),
        );
      },
    );
    asked.on("error", fail);
    asked.end(body);
  });
}

function multipart(fields: [name: string, value: string][]): string {
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${name === "formToken" ? crypto.randomUUID() : value}\r\n`,
  );
  return `${parts.join("")}--${boundary}--\r\n`;
}

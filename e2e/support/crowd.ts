import { fork } from "node:child_process";
import { once } from "node:events";
import type { Asked, Told } from "./crowd-member.ts";

export type Crowd = {
  /** Everybody presses the button. Returns what each was told; `told` hears of each as it comes. */
  press(told?: (one: Told) => void): Promise<Told[]>;
};

/** Parties in front of the open form, in several processes, spread over several servers. */
export async function gather(
  processes: number,
  urls: string[],
  cohortId: string,
  parties: string[][],
): Promise<Crowd> {
  const children = await Promise.all(
    Array.from({ length: processes }, async (_, at) => {
      const child = fork(new URL("./crowd-member.ts", import.meta.url), { execArgv: [] });
      const theirs = parties.filter((_, index) => index % processes === at);
      child.send({ urls, cohortId, parties: theirs } satisfies Asked);
      await once(child, "message");
      return child;
    }),
  );
  return {
    press: async (told = () => {}) => {
      const all: Told[] = [];
      await Promise.all(
        children.map(async (child) => {
          child.on("message", (one: Told) => {
            all.push(one);
            told(one);
          });
          child.send("press");
          await once(child, "exit");
        }),
      );
      return all;
    },
  };
}

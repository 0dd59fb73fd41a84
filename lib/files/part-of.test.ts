import { expect, test } from "vitest";
import { partOf } from "./part-of.ts";

const whole = () =>
  new Response("0123456789", { headers: { "Content-Type": "audio/wav", "Accept-Ranges": "bytes" } });

async function asked(range: string | null) {
  const response = await partOf(whole(), range);
  return [response.status, await response.text(), response.headers.get("content-range")];
}

test("a part is cut out of the whole as it is asked for", async () => {
  expect(await asked("bytes=0-")).toEqual([206, "0123456789", "bytes 0-9/10"]);
  expect(await asked("bytes=2-4")).toEqual([206, "234", "bytes 2-4/10"]);
  expect(await asked("bytes=8-99")).toEqual([206, "89", "bytes 8-9/10"]);
  expect(await asked("bytes=-3")).toEqual([206, "789", "bytes 7-9/10"]);
  expect(await asked("bytes=-99")).toEqual([206, "0123456789", "bytes 0-9/10"]);
});

test("what asks for no part, or for none that can be read, gets the whole", async () => {
  for (const range of [null, "", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2"])
    expect(await asked(range)).toEqual([200, "0123456789", null]);
});

test("a part that is not there is refused with the size", async () => {
  expect(await asked("bytes=10-")).toEqual([416, "", "bytes */10"]);
  expect(await asked("bytes=-0")).toEqual([416, "", "bytes */10"]);
});

test("a part keeps the type of the whole", async () => {
  const response = await partOf(whole(), "bytes=1-2");
  expect(response.headers.get("content-type")).toBe("audio/wav");
  expect(response.headers.get("content-length")).toBe("2");
});

import { expect, test } from "vitest";
import { threadAddress, threadOfAddress } from "./thread-address.ts";

test("an address leads to its thread, in capitals and in small letters, and is short enough", () => {
  for (const id of [
    "00000000-0000-7000-8000-000000000000",
    ...Array.from({ length: 200 }, () => crypto.randomUUID()),
  ]) {
    const address = threadAddress(id);
    expect(threadOfAddress(address)).toBe(id);
    expect(threadOfAddress(address.toUpperCase())).toBe(id);
    expect(address).toBe(address.toLowerCase());
    expect(address.indexOf("@")).toBeLessThanOrEqual(64);
  }
});

test("an address that we did not make leads nowhere", () => {
  const address = threadAddress(crypto.randomUUID());
  const at = address.indexOf("@");
  for (let place = address.indexOf("+") + 1; place < at; place++) {
    const other = address[place] === "0" ? "1" : "0";
    expect(threadOfAddress(address.slice(0, place) + other + address.slice(place + 1))).toBeNull();
  }
  const odd = [
    "",
    "groups@clinic.example.org",
    "groups+@clinic.example.org",
    "groups+vip@clinic.example.org",
  ];
  for (const each of [...odd, `groups+${"v".repeat(39)}@x.org`, `groups+${"0".repeat(39)}@x.org`])
    expect(threadOfAddress(each)).toBeNull();
});

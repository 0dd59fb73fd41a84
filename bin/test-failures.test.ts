import { join } from "node:path";
import { expect, test } from "vitest";
import { failuresOf } from "./test-failures.ts";

test("what failed in either runner is named with the beginning of its error", () => {
  const unit = {
    numPassedTests: 1,
    numFailedTests: 1,
    success: false,
    testResults: [
      {
        name: join(process.cwd(), "lib/one.test.ts"),
        status: "failed",
        assertionResults: [
          { fullName: "group it passes", status: "passed", failureMessages: [] },
          {
            fullName: "group it fails",
            status: "failed",
            failureMessages: ["\u001B[31mno\u001B[39m\n".repeat(30)],
          },
        ],
      },
      {
        name: join(process.cwd(), "lib/two.test.ts"),
        status: "failed",
        message: "no such file",
        assertionResults: [],
      },
    ],
  };
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: "three.spec.ts",
    line: 7,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  });
  const inner = { specs: [spec("is late", "unexpected", "too late"), spec("is fine", "expected")] };
  const browser = {
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    errors: [{ message: "no browser" }],
    suites: [{ specs: [spec("shakes", "flaky", "shook")], suites: [inner] }],
  };
  const [first, ...others] = failuresOf(unit, browser);
  expect(first).toEqual({ name: "lib/one.test.ts › group it fails", error: Array(12).fill("no").join("\n") });
  expect(others).toEqual([
    { name: "lib/two.test.ts", error: "no such file" },
    { name: "the browser tests", error: "no browser" },
    { name: "e2e/three.spec.ts:7 › shakes (passed at the second try)", error: "shook" },
    { name: "e2e/three.spec.ts:7 › is late", error: "too late" },
  ]);
  expect(failuresOf(null, null)).toEqual([]);
});

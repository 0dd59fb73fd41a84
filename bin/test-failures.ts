import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** What Vitest's JSON reporter writes, as far as it is read here. */
export type UnitReport = {
  numPassedTests: number;
  numFailedTests: number;
  success: boolean;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] | null }[];
  }[];
};

type Suite = {
  specs: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { errors: { message?: string }[] }[] }[];
  }[];
  suites?: Suite[];
};

/** What Playwright's JSON reporter writes, as far as it is read here. */
export type BrowserReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: { message?: string }[];
  suites: Suite[];
};

const linesShown = 12;

/** Every test that failed or needed a second try, by file and name, with the first lines of what it said. */
export function failuresOf(unit: UnitReport | null, browser: BrowserReport | null) {
  return [
    ...(unit?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
      const file = relative(process.cwd(), name);
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (status === "failed" && failed.length === 0) return [{ name: file, error: beginning(message) }];
      return failed.map(({ fullName, failureMessages }) => ({
        name: `${file} › ${fullName}`,
        error: beginning(failureMessages?.join("\n")),
      }));
    }),
    ...(browser?.errors ?? []).map(({ message }) => ({
      name: "the browser tests",
      error: beginning(message),
    })),
    ...specsOf(browser?.suites ?? []).flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ status, results }) => ({
          name: `e2e/${file}:${line} › ${title}${status === "flaky" ? " (passed at the second try)" : ""}`,
          error: beginning(results.flatMap(({ errors }) => errors.map(({ message }) => message)).at(0)),
        })),
    ),
  ];
}

function specsOf(suites: Suite[]): Suite["specs"] {
  return suites.flatMap(({ specs, suites = [] }) => [...specs, ...specsOf(suites)]);
}

function beginning(error = ""): string {
  return stripVTControlCharacters(error).trim().split("\n").slice(0, linesShown).join("\n");
}

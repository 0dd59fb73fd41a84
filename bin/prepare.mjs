import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
const pinnedNode = join(bin, "node");
/** What Node made of the sources, for every process that starts after the first: they start in two thirds of the time. */
const compiled = join(root, "node_modules", ".cache", "node");

/** Installs dependencies and generates the database client when either is missing or out of date. */
export function prepare() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    fail(`Kindroom needs Node 20 or later; this is ${process.versions.node}.`);
  }
  once("dependencies", "package-lock.json", "Installing dependencies", () =>
    run("npm", ["ci", "--no-audit", "--no-fund", "--include=dev", "--loglevel=error"]),
  );
  once("client", "prisma/schema.prisma", "Generating the database client", () =>
    run(pinnedNode, [join(bin, "prisma"), "generate", "--config", "prisma/prisma.config.ts"], {
      // Any file will do: generating needs no engine, but looks for one, and would fetch it from elsewhere.
      PRISMA_SCHEMA_ENGINE_BINARY: pinnedNode,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    }),
  );
}

/** Goes on in `script` on the pinned Node, passing signals on and ending as it ends. */
export function continueOnPinnedNode(script, args, environment = {}, flags = []) {
  const child = spawn(pinnedNode, [...flags, join(root, script), ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      NODE_COMPILE_CACHE: compiled,
      ...process.env,
      ...environment,
      PATH: `${bin}:${process.env.PATH ?? ""}`,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGKILL" ? 137 : 1)));
}

/** Does `work` unless it was done for the file as it is now. */
function once(what, file, words, work) {
  const stamp = join(root, "node_modules", `.kindroom-${what}`);
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, file)))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const began = Date.now();
  process.stdout.write(`${words} …`);
  work();
  writeFileSync(stamp, wanted);
  process.stdout.write(` done in ${Math.ceil((Date.now() - began) / 1000)} s\n`);
}

function run(command, args, environment = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  if (result.status === 0) return;
  process.stdout.write(" failed\n");
  fail(
    `${command} ${args[0]} did not succeed:\n${result.error?.message ?? `${result.stdout}${result.stderr}`.trim()}`,
  );
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

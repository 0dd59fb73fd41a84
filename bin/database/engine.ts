import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

let loaded: Promise<void> | undefined;

/**
 * Runs `work` with Prisma's own migration engine, as WebAssembly: it needs no binary from outside the npm
 * registry. Its connection is closed afterwards, and with it the lock under which migrations run.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
  datamodel?: string,
): Promise<T> {
  loaded ??= load();
  await loaded;
  const factory = new WholeScripts({ connectionString: databaseUrl });
  const engine = await bindings.SchemaEngine.new(
    { datamodels: datamodel ? [["schema.prisma", datamodel]] : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}

/** The package's entry expects a bundler to instantiate the module; its bindings can be filled once a process. */
async function load() {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * The stock adapter cuts a script at every semicolon, also inside a function's body. PostgreSQL itself takes
 * a whole script, and runs it as one transaction: a migration that fails leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  #connections: { dispose(): Promise<void> }[] = [];

  override async connect() {
    const connection = await super.connect();
    this.#connections.push(connection);
    connection.executeScript = async (script) => void (await connection.underlyingDriver().query(script));
    return connection;
  }

  async close() {
    await Promise.all(this.#connections.map((connection) => connection.dispose()));
  }
}

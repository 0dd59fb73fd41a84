import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { addProgram } from "#lib/programs/add.ts";
import { beginWithStarters } from "#lib/programs/begin-with-starters.ts";
import { mindfulSelfCompassion, withOrientation } from "#lib/programs/built-in.ts";

/** A clinic begins with the program that the groups are named for; from then on its programs are its own. */
export async function providePrograms(): Promise<void> {
  if ((await db.program.count()) > 0) return;
  await inTransaction(async (tx) => {
    for (const outline of [mindfulSelfCompassion, withOrientation])
      await beginWithStarters(tx, await addProgram(tx, outline));
  });
}

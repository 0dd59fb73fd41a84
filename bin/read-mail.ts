import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { readDamaged } from "#lib/reading/read-mail.ts";

// `npm run read-mail -- FILE…` prints what is read in each message, a JSON line a file, without a database.
// `npm run read-mail -- --again` reads every stored message again that could not be read.
const args = process.argv.slice(2);
try {
  if (args.includes("--again")) await again();
  else if (args.length === 0) console.error("Name the files to read, or --again.");
  else for (const file of args) console.log(JSON.stringify(await lineOf(file)));
  process.exit(args.length === 0 ? 2 : 0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function again() {
  // Reading files needs no database, nor the time that its client takes to load.
  const [{ provideSettings }, { provideDatabase }, { readAgain }] = await Promise.all([
    import("./provide-settings.ts"),
    import("./database/provide.ts"),
    import("#lib/inbox/read-again.ts"),
  ]);
  provideSettings();
  const database = await provideDatabase();
  const count = await readAgain().finally(() => database.release());
  console.log(
    `${count} ${count === 1 ? "message that could not be read is" : "messages that could not be read are"} read now.`,
  );
}

async function lineOf(path: string) {
  const file = basename(path);
  try {
    const { reading, text } = await readDamaged(createReadStream(path));
    const { intent, people, seats, mentions, confidence } = reading;
    return {
      file,
      intent: intent === "partnerReply" ? "partner-reply" : intent,
      people,
      seats,
      mentions: mentions ? mentions.split(", ") : [],
      text: text.replaceAll(/\s+/g, " ").trim().slice(0, 200).trim(),
      confidence,
    };
  } catch (error) {
    console.error(`${file}: ${(error as Error).message}`);
    return { file, intent: "question", people: [], seats: 0, mentions: [], text: "", confidence: 0 };
  }
}

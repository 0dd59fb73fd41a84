import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { readDamaged } from "#lib/reading/read-mail.ts";

// `npm run read-mail -- FILE…` prints what is read in each message, a JSON line a file, without a database.
// `npm run read-mail -- --again` reads again every stored message that could not be read.
const files = process.argv.slice(2);
for (const file of files) console.log(JSON.stringify(await lineOf(file)));

async function lineOf(file: string) {
  const name = basename(file);
  try {
    const { reading, text } = await readDamaged(createReadStream(file));
    const { intent, people, seats, mentions, confidence } = reading;
    return {
      file: name,
      intent: intent === "partnerReply" ? "partner-reply" : intent,
      people,
      seats,
      mentions: mentions ? mentions.split(", ") : [],
      text: text.replaceAll(/\s+/g, " ").trim().slice(0, 200).trim(),
      confidence,
    };
  } catch (error) {
    console.error(`${name}: ${(error as Error).message}`);
    return { file: name, intent: "question", people: [], seats: 0, mentions: [], text: "", confidence: 0 };
  }
}

import type { DecodeRefusal } from "#lib/imports/decode.ts";
import type { Field } from "#lib/imports/fields.ts";
import type { ImportRefusal } from "#lib/imports/import.ts";

export const words = {
  too_large: "That is more than 2 MB. Please split the list, or leave columns out that aren't needed.",
  workbook: "That is a whole workbook. In Excel choose File, Save as, “CSV UTF-8”, and bring that file.",
  not_text: "We could not read that file. Please save the spreadsheet as CSV, and bring that file.",
  empty: "There are no rows in it.",
  too_many_rows: "It has more than 2,000 rows. Please split it, and bring the parts one after the other.",
  not_there: "That group has begun, or is no longer there. Please choose where else it goes.",
  problems: "Please mend these rows in the spreadsheet and choose it again, or tick that they are left out.",
  nobody: "There is nobody in it to bring over: everyone is there already, or has to be looked at first.",
} satisfies Record<DecodeRefusal | ImportRefusal, string>;

export const fieldWords = {
  name: "Name, or names",
  familyName: "Family name",
  email: "E-mail address",
  partner: "Partner's name",
  partnerEmail: "Partner's e-mail address",
  since: "Waiting since",
  people: "Number of people",
  none: "Don't bring over",
} satisfies Record<Field, string>;

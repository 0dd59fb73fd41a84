/** The words of a message about a group or a time, as written, for a person to match with an open cohort. */
export function readMentions(text: string): string {
  const found = [...text.matchAll(pattern)].map(([words]) => words.replaceAll(/\s+/g, " "));
  return found
    .filter((words, index) => found.indexOf(words) === index)
    .slice(0, most)
    .join(", ");
}

const most = 6;

const days = [
  "(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
  "weekdays?|weekends?|weeknights?",
  "lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|fins? de semaine",
  "lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|fin(?:es)? de semana",
];
const times = [
  "mornings?|afternoons?|evenings?|nights?|daytime",
  "matins?|après-midis?|soirs?|soirées?",
  "(?:por|de) la (?:mañana|tarde|noche)|mañanas?|tardes?|noches?",
];
const day = `(?:${days.join("|")})`;
const time = `(?:${times.join("|")})`;
const hour = "(?:after|before|at|around) \\d{1,2}(?::\\d\\d)?(?: ?[ap]\\.?m\\b)?";
const group = "(?:group|one|course|circle)";
const pattern = new RegExp(
  [
    `(?<!\\p{L})${day}(?:\\s${time})?(?:\\s${hour})?(?:\\s${group})?(?!\\p{L})`,
    `(?<!\\p{L})${time}(?:\\s${hour})?\\s${group}(?!\\p{L})`,
    `(?<!\\p{L})(?:early |late )?(?:mornings|afternoons|evenings|nights)(?!\\p{L})`,
    `(?<!\\p{L})(?:online|in-person|hybrid|winter|spring|summer|fall|autumn)\\s${group}(?!\\p{L})`,
  ].join("|"),
  "giu",
);

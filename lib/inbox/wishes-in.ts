import { localOf } from "#lib/clock/convert.ts";

/** When and how a cohort meets; `starts` in its own zone's time. */
export type Meeting = { title: string; format: "inPerson" | "online" | "hybrid"; starts: Date[] };

/** Whether some words for a group or time, as "thursday evening group", fit a cohort; "unsaid" if they tell nothing of it. */
export function wishesIn(words: string, { title, format, starts }: Meeting): "fits" | "differs" | "unsaid" {
  const first = starts[0];
  if (!first) return "unsaid";
  const local = localOf(first);
  const tokens = words
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
  const day = tokens.map(dayOf).find((found) => found !== null);
  const month = months.findIndex((names) => tokens.some((token) => names.includes(token)));
  const season = seasons.findIndex((names) => tokens.some((token) => names.includes(token)));
  const time = times.find(({ names }) => names.test(words));
  const way = /\b(?:online|virtual|zoom)\b|en ligne|en línea/iu.test(words)
    ? "online"
    : /in[- ]person|en personne|presencial/iu.test(words)
      ? "inPerson"
      : null;
  const answers = [
    day === undefined ? null : day.includes(local.dayOfWeek),
    time ? local.hour >= time.from && local.hour < time.to : null,
    month === -1 ? null : local.month === month + 1,
    season === -1 ? null : Math.floor((local.month % 12) / 3) === season,
    way ? format === way || format === "hybrid" : null,
  ].filter((answer) => answer !== null);
  if (answers.length > 0) return answers.every(Boolean) ? "fits" : "differs";
  const ofTitle = title
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((token) => token.length > 3 && !common.has(token));
  return ofTitle.some((token) => tokens.includes(token)) ? "fits" : "unsaid";
}

const common = new Set(
  "group groups groupe grupo mindful self compassion course program autumn with from".split(" "),
);

function dayOf(token: string): number[] | null {
  const index = days.findIndex((names) => names.some((name) => token === name || token === `${name}s`));
  if (index !== -1) return [index + 1];
  if (/^week-?ends?$|^wochenende$/u.test(token)) return [6, 7];
  return /^week(?:day|night)s?$/u.test(token) ? [1, 2, 3, 4, 5] : null;
}

const days = [
  ["monday", "lundi", "lunes", "montag", "montagabend"],
  ["tuesday", "mardi", "martes", "dienstag", "dienstagabend"],
  ["wednesday", "mercredi", "miércoles", "mittwoch", "mittwochabend"],
  ["thursday", "jeudi", "jueves", "donnerstag", "donnerstagabend"],
  ["friday", "vendredi", "viernes", "freitag", "freitagabend"],
  ["saturday", "samedi", "sábado", "samstag"],
  ["sunday", "dimanche", "domingo", "sonntag"],
];

const months = [
  ["january", "janvier", "enero", "januar"],
  ["february", "février", "febrero", "februar"],
  ["march", "mars", "marzo", "märz"],
  ["april", "avril", "abril"],
  ["may", "mai", "mayo"],
  ["june", "juin", "junio", "juni"],
  ["july", "juillet", "julio", "juli"],
  ["august", "août", "agosto"],
  ["september", "septembre", "septiembre"],
  ["october", "octobre", "octubre", "oktober"],
  ["november", "novembre", "noviembre"],
  ["december", "décembre", "diciembre", "dezember"],
];

const seasons = [
  ["winter", "hiver", "invierno"],
  ["spring", "printemps", "primavera", "frühling"],
  ["summer", "été", "verano", "sommer"],
  ["autumn", "fall", "automne", "otoño", "herbst"],
];

const times = [
  { names: /morning|matin|mañana|vormittag/iu, from: 5, to: 12 },
  { names: /afternoon|après-midi|nachmittag/iu, from: 12, to: 17 },
  { names: /evening|night|soir|noche|abend/iu, from: 17, to: 24 },
  { names: /tardes?/iu, from: 12, to: 21 },
  { names: /daytime/iu, from: 5, to: 17 },
  { names: /lunch/iu, from: 11, to: 14 },
];

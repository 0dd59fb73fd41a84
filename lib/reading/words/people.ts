/** What somebody is to the writer, and may come with them. */
export const relations =
  "wife|husband|spouse|partners?|fianc[ée]+e?|boyfr(?:ie|ei)nd|girlfr(?:ie|ei)nd|better half|other half|sister|brother|mother|mom|mum|dad|father|sons?|daughters?|nephew|niece|aunt|uncle|cousin|friends?|housemate|roommate|flatmate|neighbou?r|ex(?:-\\p{L}+)?|co-?parent|metamour|mari|femme|conjointe?|compagn(?:on|e)|copine?|blonde|chum|épou(?:x|se)|partenaires?|sœur|soeur|frère|mère|père|fils|fille|amie?|espos[oa]|marido|mujer|parejas?|novi[oa]|herman[oa]|madre|padre|hij[oa]|amig[oa]|frau|mann|partnerin|freund(?:in)?|schwester|bruder|marid[oa]|namorad[oa]|companheir[oa]";

/** Whose they are. */
export const mine = "my|our|mon|ma|mes|notre|mi|mis|nuestr[oa]|mein|meine|meinen|meiner|meu|minha";

/** The writer, in a list with others. */
export const self = "i|me|myself|moi|moi-même|yo|mí|ich|mir|eu";

/** What comes between two who come. */
export const and = "and|&|\\+|et|y|e|und";

/** So many people, as they are counted without names. */
export const counts: { pattern: RegExp; count: number }[] = (
  [
    [2, "two|2|deux|dos|zwei|dois|duas"],
    [3, "three|3|trois|tres|drei|três"],
    [4, "four|4|quatre|cuatro|vier|quatro"],
    [5, "five|5|cinq|cinco|fünf"],
  ] as const
).map(([count, number]) => ({
  count,
  pattern: new RegExp(
    `(?<![\\p{L}\\d])(?:(?:the|all|us|we|party of|makes?(?: that)?|somos|seríamos|seremos|nous (?:sommes|serions|serons)|à|wir sind) (?:${number})(?![\\p{L}\\d:])(?! ?(?:pm|am|h\\b|o'clock|weeks?|months?|years?|days?|kids|children|winters))|(?:${number}) (?:of us|(?:\\p{L}+ )?(?:seats?|places?|spots?|chairs?|spaces?|people|persons|adults|participants|plazas?|lugares|personas?|personnes|plätze|vagas|pessoas)\\b))`,
    "u",
  ),
}));

/** Both: two, without a number. */
export const both =
  /(?<!\p{L})(?:both (?:of us|want|would|are|my)|we(?:'d| would| are|'re)? both|us both|for both|tous (?:les )?deux|toutes (?:les )?deux|nous deux|los dos|las dos|ambos|ambas|wir beide|nós dois)(?!\p{L})/u;

/** Who is named does not come. */
export const staysAway =
  /\b(?:won't|will not|isn't|is not|not (?:be )?(?:join|com|tak|part|up for|interested|his thing|her thing|their thing)|doesn't|does not|can't|cannot|rather not|stay(?:s|ing)? home|support(?:s|ive)|thinks? (?:it|this)|says? (?:it|this|i)|told me|encourag|recommend|suggest|sent me|passed away|died|haven't asked|might|may want|ne (?:viendra|participera|vient)|sans (?:elle|lui)|no (?:viene|vendrá|va a venir|participará)|kommt nicht)/u;

/** Only the writer. */
export const alone =
  /(?<!\p{L})(?:just|only) (?:me|myself|for me|one (?:seat|place|spot|person))(?!\p{L})|(?<!\p{L})(?:on my own|by myself|une seule place|one person|for one\b|solo (?:yo|para mí)|solamente yo|juste moi|seulement moi|nur ich|no partner)/u;

/** A place is asked for somebody else. */
export const forAnother = new RegExp(
  `(?<!\\p{L})(?:for|enrol+|register|sign(?:ing)? up|put down|book in|inscribir a|inscrire|para|pour|on behalf of|is for|be for|c'est pour|sería para|anmelden)\\b.{0,12}?(?:${mine}) (?:\\p{L}+[ -]){0,2}?(?:${relations})(?!\\p{L})(?! (?:${and}) (?:${self})(?!\\p{L}))`,
  "u",
);

/** The writer wants it too. */
export const selfToo = new RegExp(
  `(?<!\\p{L})(?:(?:${and}) (?:${self})|me (?:${and})|both of us|the (?:two|three|four) of us|us both|join me|with me|i(?:'d| would| want|'ll)? ?(?:also )?(?:like|love|want)? ?to (?:join|enrol|come|sign up|take part|do it)|as well as me|y yo|et moi|conmigo|avec moi)(?!\\p{L})`,
  "u",
);

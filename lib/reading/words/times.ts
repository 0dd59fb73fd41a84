const day =
  "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|weeknights?|week-ends?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|fins? de semaine|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|fin(?:es)? de semana|entre semana|en semaine|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)(?:abend|morgen|vormittag|nachmittag)s?";
const time =
  "mornings?|afternoons?|evenings?|nights?|nites?|daytime|lunch ?times?|matins?|après-midis?|soirs?|soirées?|(?:por|de|en) la (?:mañana|tarde|noche)|mañanas?|tardes?|noches?|abends?|vormittags?";
const hour =
  "(?:after|before|at|around|from|past|après|à|a partir de|después de|antes de|a) (?:las? )?(?:\\d{1,2}(?:[:.h]\\d\\d)?(?: ?[ap]\\.?m\\b\\.?| ?h\\b| o'clock\\b)?|noon|work|lunch|five|six|seven|cinco|seis|siete)";
const group = "(?:groups?|grp|one|course|circle|class|cohort|round|session|batch|intake|series|intensive)";
const season = "winter|spring|summer|fall|autumn|hiver|printemps|été|automne|invierno|primavera|verano|otoño";
const month =
  "january|february|march|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|septiembre|octubre|noviembre|diciembre|new year";
const online =
  "online|in-person|in person|hybrid|virtual|zoom|daytime|en ligne|en línea|en personne|presencial";

/** Words for a group or a time; the stretch with the most in it stands first. */
export const timeWords = new RegExp(
  // All begin a word: said once, it is asked only once at each letter.
  `(?<!\\p{L})(?:${[
    `(?:any (?:night|nite|day|evening|morning|weekday|weeknight|afternoon) (?:except|exept|but) )(?:${day})(?!\\p{L})`,
    `(?:any )?(?:early |late )?(?:${day})(?:['\\s]{1,2}(?:en |au |le |at )?(?:early |late )?(?:${time}))?(?: ${hour})?(?: ${group})?(?!\\p{L})`,
    `(?:any |all |early |late |weekday |weeknight |weekend |week-day ){1,2}(?:${time})(?: ${hour})?(?: ${group})?(?!\\p{L})`,
    `(?:early |earlier |late |later )?(?:${time}) (?:(?:${online}) )?${group}(?!\\p{L})`,
    `(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)\\.? (?:(?:${time})(?: ${group})?|${group})(?!\\p{L})`,
    `\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m\\.?|o'clock) ${group}(?!\\p{L})`,
    `(?:mornings|afternoons|evenings|nights|lunch ?times?|daytime|matins|soirs|après-midis?|soirées|en (?:soirée|matinée|journée)|(?:por|de|en) las? (?:mañanas?|tardes?|noches?)|tardes|noches|abends|vormittags)(?: ${hour})?(?!\\p{L})`,
    `(?:grupo|groupe|curso) (?:de|del|du|de la|de los|de las) (?:${day}|${time}|${season}|${month}|mañana|tarde|noche)(?: (?:${time}))?(?!\\p{L})`,
    `(?:grupo|groupe) (?:${online})(?!\\p{L})`,
    `(?:this |next )?(?:${online}|${season}|${month}|retreat) ${group}(?!\\p{L})`,
    `(?<=(?<!\\p{L})(?:for|au|en|(?:starts?|starting|begins?|beginning|join|course|group|programme?|place|seat|spot|course|one|it|me|us|do this|defer|up|down) (?:in|for|to)(?: the)?|until|till) (?:the )?)(?:early |late |mid-)?(?:${season}|${month})(?! (?:\\d|and i\\b)| ${group})(?!\\p{L})`,
    `(?:after (?:easter|christmas|new year|the (?:summer|holidays))|next year)(?!\\p{L})`,
    `(?:online|virtual|in-person|in person) (?:${time})(?!\\p{L})`,
    `(?:this|next|cet|este|this coming) (?:${season})(?!\\p{L})`,
    `(?:early |late )?(?:mornings?|afternoons?|evenings?|lunch ?times?)(?= only| please| or\\b| if possible| preferred)`,
    `(?<=\\b(?:the|my) )(?:mornings?|afternoons?|evenings?)(?= (?:is|are|would|suits?|works?|for me)\\b)`,
    `(?:any ?time )?(?:after|before|from|past) \\d{1,2}(?:(?:[:.]\\d\\d)? ?(?:am|pm)|[:.]\\d\\d)(?!\\p{L})`,
    `(?:after|from|past) \\d{1,2} in the (?:evening|afternoon|morning)(?!\\p{L})`,
    `(?<=\\b(?:prefer|meet|attend|come|group|be|rather|better|do it|only|please) )in person(?!\\p{L})`,
    `in person(?= this time| please| if (?:possible|i may))`,
    `(?:school hours|hours of school|office hours)(?!\\p{L})`,
    `(?<=\\b(?:free|available|can come|only|something|anything|somewhere|group|course|class|place|seat|spot) in the )(?:mornings?|afternoons?|evenings?)(?!\\p{L})`,
    `(?:mon|tues?|weds?|thurs?|fri|sat|sun) (?:am|pm|eves?|evenings?|mornings?|nights?|afternoons?)(?!\\p{L})`,
    `(?:one|group|session|slot) at (?:\\d{1,2}(?:[:.]\\d\\d)?|noon|five|six|seven|eight)(?!\\p{L})`,
    `(?:online|virtual|in-person|en ligne|en línea|presencial)(?!\\p{L})`,
  ].join("|")})`,
  "gu",
);

/** A season or a month alone: it says less than a day or a group, where one is named too. */
export const seasonAlone = new RegExp(`^(?:early |late |mid-)?(?:${season}|${month})$`, "iu");

/** Single words of time that mean no wish by themselves, unless something around says so. */
export const loneTimes = new RegExp(`^(?:${time}|online|in person|in-person|virtual)$`, "iu");

/** Before the words: what they can't do, or a time they tell of. */
export const notWished =
  /(?:\b(?:can't|cannot|can not|couldn't|won't|not|never|except|but not|no longer|impossible|avoid|busy|out on|away|work|works|worked|working|rules? out|ruled out|ruling out|excludes?|switching|swapping|changing|other than|rather than|anything but|in place of|from (?:the|my|our)|from|leave the|leaving the|out of the|instead of(?: the)?|off the|switch(?:ed)? from|move from|in the|last|since|ago|yesterday|tomorrow|every|each|most|good|(?:wrote|sent|read|said|asked)(?: (?:this|it|that|to you|you))?|read|saw|called|spoke|met|told|until|before|by|teach|lecture|coach|(?:have|has) (?!time|nothing|space|free|off|room|it|them|a (?:gap|slot|place|seat|group|space))(?:\p{L}+ ){1,2}on|train|rehearse|volunteer|sing|play|minding|on group|this|travaill(?:e|ons|ent)|trabaj(?:o|a|amos)|buen[oa]s|pas|sauf|jamais|no puedo|nunca|menos|excepto|nicht|quitter le|(?:passer|changer|sortir) du|del)(?:\s(?:do|make|come|on|the|any|be|attend|this|en|le|la|el|los|las|au|al|is|(?:mon|tues|wednes|thurs|fri|satur|sun)days? (?:and|or|&))){0,3}\s)$/u;

/** After the words: they can't, or it isn't about a wish. */
export const wontDo =
  /^(?:[\s,:'-]{0,3}trabaj|[\s,]{1,2}(?:i|we) (?:always |usually )?(?:visit|work|teach|sing|play|coach|study|swim|volunteer|rehearse|lecture|look after|take the)\b|[\s,:'-]{0,3}(?:(?:really|sadly|alas|night|group|one|evening|s|is|are|was|were|would|will|now|just|the|c'est|est|sont|es|son|me|kids|i)\s){0,4}?(?:impossible|imposible|a no\b|non\b|of (?:every|each) month|(?:her|his|my|our|their) (?!best|favou?rite|preferred|preference|first|only|free|day|choice)\p{L}+|(?:have|has) (?:always )?(?!time|free)\p{L}+|no more\b|for (?:the|my|our|family)\b|out\b|can't|cannot|won't|don't|doesn't|not|no good|difficult|hard|tricky|bad|taken|full|isn't|aren't|never|wouldn't|the one night that can't|unmöglich|ya no puedo|no puedo|trabajo|ne (?:me |nous )?(?:convient|va|vont) (?:pas|plus))(?<!^,\s?not))/u;

/** Words that show a wish for a time close by. */
export const wishes =
  /\b(?:prefer\w*|best|better|ideal\w*|would|works?|suits?|can|could|available|availability|free|fine|good|easiest|easier|dream|perfect|great|rather|'d|allows?|please|only|any|either|as long as|provided|join|like|love|group|groups|one|list|flexible|manage|hoping|want|wants|attend|move|switch|enrol\w*|sign|seats?|spots?|places?)\b|conviendr|convien|vienen? |idéal|mieux|dispo|préf|peux|pouvons|podemos|puedo|puede|mejor|vendr|prefier|passt|am liebsten|lieber|parfait|perfect|grupo|groupe|gruppe|tiene que ser|podr[ií]a|lugar|bien|\bis there\b|\bdo you have\b|\bposs(?:ible)?\b|\boption|\bif\b/u;

/** Before the words: a group that they have a place in. */
export const held =
  /(?<!\bbe )\b(?:(?:i|we|he|she) (?:did|took|attended|finished|completed)|signed up|registered|enrol+ed|booked(?: in)?|inscrite?|inscrit[oa]|(?:i'm|we're|i am|we are|im|is|am|are) (?:both )?(?:(?!free|available|interested|keen|happy|fine)\p{L}+ )?(?:in|down for|booked for)\b|(?:me|us|him|her|both of us) down for|you (?:gave (?:me|us)|(?:had |have )(?:given|put|placed) (?:me|us))|you'(?:d|ve) (?:given|put|placed) (?:me|us)|(?:me|nos) (?:(?:habíais|habían|habéis|han|había) (?:dado|asignado|puesto)|disteis|dieron|dio)|(?:m'|nous )(?:avez|aviez) (?:donné|mise?s?|placée?s?))(?:[^,.!?]{0,30}?)\b(?:the|your|au|el|le|for|in|on|on to) $/u;

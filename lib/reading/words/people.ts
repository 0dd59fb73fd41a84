/** Who somebody may come with, in five languages, misspelt as people do. */
const relations =
  "wife|husband|hubby|spouse|partners?|co-?parent|girlfriends?|boyfriends?|boyfreind|girlfreind|fianc[ée]e?s?|sisters?|brothers?|sibling|mother|mom|mum|mama|father|dad|sons?|daughters?|kids?|child|children|teen|friends?|best friend|roommate|flatmate|housemate|ex|ex-husband|ex-wife|cousins?|aunt|uncle|niece|nephew|colleagues?|coworker|neighbou?rs?|metamours?|parents|grandmother|grandson|(?:mother|father|sister|brother)-in-law|sweetheart|other half|better half|significant other|bestie|twin|" +
  "conjointe?|mari|femme|compagnon|compagne|copain|copine|époux|épouse|sœur|soeur|frère|mère|père|fils|fille|amie?s?|blonde|chum|partenaires?|" +
  "esposo|esposa|marido|mujer|pareja|novio|novia|hermano|hermana|madre|padre|hijos?|hijas?|amigo|amiga|" +
  "frau|mann|partnerin|freund|freundin|schwester|bruder|mutter|vater|sohn|tochter|" +
  "parceiro|parceira|namorado|namorada|irmão|irmã|mãe|pai|filho|filha";

/** "my wife", "both of my grown sons": possessive, adjectives, relation. */
export const relation = new RegExp(
  `(?<![\\p{L}])(?:my|our|his|her|their|mon|ma|mes|mi|mis|notre|nuestra?|meine?n?|meu|minha|nossa?)\\s(?:(?!and|et|y\\b|is|was|who|of)[\\p{L}'-]{1,14}\\s){0,3}?(?<kin>${relations})(?![\\p{L}'-])`,
  "giu",
);

/** Those who look after somebody, and don't come. */
export const carers =
  /(?:therapist|counsell?or|doctor|psychiatrist|psychologist|gp\b|physician|social worker|coach|case ?worker|nurse|thérapeute|psychologue|médecin|terapeuta|psicólog[oa]|médic[oa]|therapeutin|ärztin|arzt)/iu;

/** Addresses of a practice. */
export const practice = /(?:therap|counsel|clinic|psych|health|medic|hospital|mindful|wellness)/iu;

/** Letters and titles around the name of somebody at their work. */
export const credentials =
  /(?:^|[\s,(])(?:dr\.?|ph\.?d\.?|m\.?d\.?|msw|rsw|rp|lcsw|lmft|psy\.?d\.?|r\.?psych\.?|ccfp|rn|np|c\.oaccpp|m\.?ed\.?|rcc)(?=$|[\s,)])/iu;

/** Mailboxes of an office, which doesn't take part. */
export const desks = new Set(
  "accounts accueil admin administration billing bookings clinic contact enquiries hello help hr info intake mail marketing no-reply noreply office postmaster reception receptionist referrals sales secretary secretariat support team".split(
    " ",
  ),
);

/** Words with a capital that are nobody's name. */
export const notNames = new Set(
  (
    "a address adresse adress am an and any are as at best bonjour both but by can cc contact copy correo could courriel dear de dr e e-mail el email evening everyone fax for friday from fwd good group groups gracias hello her here hi his hola hope how i if in is it its just kind la le les mail many me merci mindful mindfulness mobile monday morning mr mrs ms msc my name names no not of on or our partner partners patient phone please preferred ps re reach referral regards saturday seats self self-compassion sent she so sorry spots sunday team tel telephone thank thanks that the their there they this thursday to tuesday two we wednesday what when wife husband will with write yes you your yours " +
    "january february march april may june july august september october november december spring summer fall autumn winter online zoom willowmere compassion compassionate client clients both three four cheers warmly sincerely love looking her him them who which while since after before because although our us also then where mon ma mi su sa son ses nous je j'ai il elle oui si sí yo nosotros una un los las also quick reason note age intake ich wir guten hallo liebe grüße danke olá obrigada"
  ).split(" "),
);

import { nameList } from "../names.ts";

/** Who somebody may come with, in five languages, misspelt as people do. */
export const relations =
  "wife|husband|bf|gf|hubby|hubs|missus|spouses?|wives|husbands|partners?|co-?parent|girlfriends?|boyfriends?|boyfreind|girlfreind|fianc[ée]e?s?|sisters?|brothers?|siblings?|mother|mom|mum|mama|father|dad|sons?|daughters?|girls|boys|lads|kids?|child|children|teen|friends?|best friend|roommates?|flatmates?|housemates?|lodger|tenant|nan|gran|grandma|grandad|stepson|stepdaughter|stepmother|stepmum|goddaughter|godson|lovers?|sweetie|mate|fella|bloke|old man|beloved|intended|granddaughter|stepfather|ex[- ](?:husband|wife|partner|girlfriend|boyfriend)|ex|cousins?|aunt|uncle|niece|nephew|colleague|companions?|coworker|neighbou?rs?|metamours?|parents|grandmother|grandson|(?:mother|father|sister|brother|son|daughter)-in-law|sweetheart|other half|better half|significant other|bestie|twin|" +
  "conjointe?|mari|femme|compagnon|compagne|copain|copine|époux|épouse|sœur|soeur|frère|mère|père|fils|fille|amie?s?|blonde|chum|partenaires?|" +
  "padres|papás|abuelos|suegros|esposo|esposa|marido|mujer|pareja|novio|novia|hermano|hermana|madre|padre|hijos?|hijas?|amigo|amiga|" +
  "frau|mann|partnerin|freund|freundin|schwester|bruder|mutter|vater|sohn|tochter|" +
  "parceiro|parceira|namorado|namorada|irmão|irmã|mãe|pai|filho|filha";

/** "my wife", "both of my grown sons", "the missus", "a friend of mine": possessive, adjectives, relation; in small letters. */
export const relation = new RegExp(
  `(?<![\\p{L}])(?:(?:my|our|his|her|their|(?!(?:so|it|that|let|what|who|here|there|he|she|how|where|today|everyone|somebody|someone)')[\\p{L}-]{2,20}'s|mon|ma|mes|mi|mis|notre|nos|nuestr[ao]s?|meine?n?|meu|minha|nossa?|mit|ur)\\s(?:(?!and|et|y\\b|is|was|who|of|with|that)[\\p{L}'-]{1,14}\\s){0,3}?(?<kin>${relations})|(?:wife|husband|hubby|partner|girlfriend|boyfriend|missus|mum|mom|dad)(?=\\s(?:and|&|n|\\+)\\s(?:i|me|myself)\\b)|(?<=(?<![\\p{L}])(?:me|i|myself) (?:and|&|n|\\+|plus) )(?:wife|husband|hubby|hubs|partner|girlfriend|boyfriend|missus|mum|mom|dad|gf|bf|bestie)|the (?:wife|hubby|husband|missus|mrs|kids|boyfriend|girlfriend|other half)|(?:an?|one|two|three|une?|un) (?:(?:good|close|dear|old|best|work|younger|older|female|male) ){0,2}(?:friends?|colleagues?|coworkers?|cousins?|neighbou?rs?|flatmates?|housemates?|amie?|amig[oa])(?: (?:of (?:mine|ours)|and neighbour|from work))?)(?![\\p{L}'-])(?!\\s(?:${relations})(?![\\p{L}]))`,
  "gu",
);

/** Those who look after somebody, and don't come. */
export const carers =
  /(?:therapist|counsell?or|\bdr\.|doctor|psychiatrist|psychologist|gp\b|physician|social worker|coach|case ?worker|nurse|thérapeute|psychologue|médecin|terapeuta|psicólog[oa]|médic[oa]|therapeutin|ärztin|arzt)/iu;

/** How those who look after people sign. */
export const profession =
  /\b(?:psychotherapist|psychologist|psychiatrist|counsell?or|therapist|social worker|general practitioner|physician|registered nurse|family doctor|clinical lead|RP|MSW|RSW|LMFT|LCSW|CCFP|RCC)\b/u;

/** Addresses of a practice. */
export const practice =
  /(?:therap|couns|clinic|psych|health|medic|hospital|mindful|wellness|surgery|doctors|praxis|physio)/iu;

/** Mailboxes of an office, which doesn't take part. */
export const desks = new Set(
  "accounts accueil admin administration billing bookings clinic contact enquiries hello help hr info intake mail marketing no-reply noreply office postmaster reception receptionist referrals sales secretary secretariat support team".split(
    " ",
  ),
);

/** A labelled line of a form that tells a name: "Partner's name: Kim Doe". */
export const nameField =
  /(?:^|\n)[^\S\n]{0,4}[-*•]?[^\S\n]{0,2}(?:(?:your |full |the |my )?(?:(?:patient|pt|client|participant|partner|spouse|applicant|referred person|person|attendee|second person|first person|person)(?:'s|’s)? ?)?(?:(?:full )?names?(?: of (?:patient|client|participants?|partner))?(?: \d)?)|participants?(?: \d)?|(?:patient|pt|client|person|attendee|applicant|partner|spouse|husband|wife)s?(?: \d| [ab])?|who|nom(?: complet)?|nombres?(?: completo)?|teilnehmer(?:in)?|attending|re) ?(?:\d )?[:=][^\S\n]{0,4}([^\n:@(]{2,80})/giu;

/** Before a name: how somebody is referred. */
export const referred = new RegExp(
  `(?:(?:[Pp]atients?|[Cc]lients?|[Ss]tudents?|[Cc]ouples?|[Rr]efer|[Rr]eferring|[Ii]ntroduce|[Ii]ntroducing|[Cc]opying(?: in)?|[Rr]ecommend|[Ss]ending you|(?:year|yr)s?-old (?:wo)?man|(?:young|older|lovely|middle-aged|gentle|retired) (?:(?:wo)?man|person|couple|client)|paciente|patiente?|cliente?|[Cc]ouple in my practice|[Rr]e:|[Mm]eet|[Ss]upport|I see|seeing|[Ww]ork(?:ing)? with|[Tt]his is|[Oo]ffer|(?<=\\b)(?:Mr|Ms|Mrs|Mx|Miss|Mme|Mlle)\\.?) ?(?: is| are|,|:|-)? ?(?:here )?(?:(?:[Mm]r|[Mm]s|[Mm]rs|[Mm]x|[Mm]me|[Mm]iss|M|Mlle|Sra?)\\.? )?)(?<names>${nameList})`,
  "gu",
);

/** Before an address: it is the writer's own. */
export const itsOwner =
  /\b(?:my (?:personal |other |own |private |home |work )?(?:e-?mail|address|mail)|reach me|contact me|write (?:back )?(?:to )?me|e-?mail me|reply to me|mi correo|mon (?:courriel|adresse)|me at)\b.{0,20}$/iu;

/** Before an address: it is an office's. */
export const officeLead =
  /\b(?:our (?:office|practice|clinic|front desk|reception|website)|invoices? to|receipts? to|pay(?:ments?)? to|bill to)\b.{0,20}$/iu;

/** Two others read the same mail: "their shared e-mail is …", "they share one address, …". */
export const theyShare =
  /\b(?:their (?:shared|joint|common|family|one)|they (?:both |all )?(?:share|use|have|read) (?:the|one|an|a|this|the same)(?: \p{L}+)?)[ -](?:e-?mail|address|mailbox|inbox|account)[^@]{0,24}?(?<email>[\p{L}\d.+_-]{1,64}@[\p{L}\d.-]{3,190})/u;

/** Two people say that they read the same mail. */
export const sharesMailbox =
  /\buses? (?:this|the)(?: same| one| very)* (?:inbox|mailbox|address|e-?mail|account)|\b(?:we )?(?:both )?shares? (?:this|the|my|one|an|a) (?:\p{L}+ ){0,2}?(?:mailbox|inbox|e-?mail|address|account)|\b(?:only )?(?:have|got|use) (?:only |just )?(?:the|this|one) (?:one |same |single )?(?:e-?mail|mailbox|address|account|inbox)(?: (?:between|address|account|for (?:us )?both|together))?\b(?! of (?:his|her|their))|\b(?:use|write to|send (?:it|them|everything) to|reach us (?:both )?(?:at|on)) (?:mine|my (?:e-?mail|address)|this (?:e-?mail|address|one)) for (?:us both|both|the (?:two|both)|him too|her too)\b|\bthis (?:mailbox|e-?mail|address|inbox|account) (?:is|belongs to|reaches|serves|goes to|works for|is for) (?:ours|both|us both|the both|the two|shared)|\bunder (?:this|the|one) (?:one |same |single )?(?:e-?mail|address|mailbox|account)\b|\b(?:only|one) (?:e-?mail|mail)?(?: ?address| ?account| ?mailbox)? (?:that )?we (?:own|have|use|share|possess)\b|\b(?:la seule adresse|l'unique adresse) que nous\b|\bla única dirección que tenemos\b|\b(?:joint|shared|family) (?:e-?mail|mailbox|address|account|inbox)|\b(?:same|one) (?:address|e-?mail|mailbox) for (?:both|the two|us)|\badresse commune|\bmême adresse|\bpartag(?:eons|e) (?:cette|la même|une) adresse|\bcompartimos (?:este |el |la )?(?:correo|buzón|dirección)|\bmismo correo/u;

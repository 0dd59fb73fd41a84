/** Letters and titles around the name of somebody at their work. */
export const credentials =
  /(?:^|[\s,(])(?:dr\.?|ph\.?d\.?|m\.?d\.?|msw|rsw|rp|lcsw|lmft|psy\.?d\.?|r\.?psych\.?|ccfp|rn|np|c\.oaccpp|m\.?ed\.?|rcc)(?=$|[\s,)])/iu;

/** Display names that tell no name: what a family calls somebody, and what a device is. */
export const kinNames = new Set(
  "mom mum mama mother dad papa father and me home owner user family info the grandma grandpa nana".split(
    " ",
  ),
);

/** Words in the display name of something that isn't a person. */
export const thingNames =
  /\b(?:forms?|websites?|web|groups|team|reception|office|bookings?|intake|desk|notifications?|clinic|admin|account|accounts|no-?reply|services?|centre|center|tablet|ipad|iphone|laptop|phone|galaxy|pixel|mailer)\b/iu;

/** Words with a capital that are nobody's name. */
export const notNames = new Set(
  (
    "a address adresse adress am an and any are as at best bonjour both but by can cc contact copy correo could courriel dear de dr e e-mail el email evening everyone fax for friday from fwd good group groups gracias hello her here hi his hola hope how i if in is it its just kind la le les mail many me merci mindful mindfulness mobile monday morning mr mrs ms msc my name names no not of on or our partner partners patient phone please preferred ps re reach referral regards saturday seats self self-compassion sent she so sorry spots sunday team tel telephone thank thanks that the their there they this thursday to mine yours ours moi yo ich myself mann frau freund freundin partnerin schwester bruder mutter vater sohn tochter mondays tuesdays wednesdays thursdays fridays saturdays sundays mornings afternoons evenings nights tuesday two we he she it its they them who that dob date note re: fwd: first last full wednesday what when wife husband will with write yes you your yours truly " +
    "january february march april may june july august september october november december spring summer fall autumn winter online zoom willowmere compassion compassionate client clients both three four cheers warmly sincerely love looking her him them who which while since after before because although our us also then where mon ma mi su sa son ses nous je j'ai il elle oui si sí yo nosotros una un los las also quick reason note age intake ich wir guten hallo liebe grüße danke olá obrigada"
  ).split(" "),
);

import type { Rule } from "./rule.ts";

/** What our own letters say when they ask somebody to answer for themselves. */
export const askedForYou =
  /(?:asked for a place for you|place was asked for|listed you|asked us to (?:keep|hold) a (?:place|seat)|has (?:asked|named|added|signed)\b.{0,40}\byou\b|named you|(?:would like|wants|hopes for|invited|asked) you to (?:join|come|take part)|nobody is enrol+ed until|would like to know whether you|a demandé une place pour vous|ha pedido (?:una plaza|un lugar) para (?:usted|ti))/iu;

/** What answers for oneself when somebody else asked for the place. */
export const partnerReplyRules: Rule[] = [
  // "My daughter Marisa has put my name down with you", "Kim tells me she signed me up"
  { pattern: /\b(?:my (?!therapist|doctor|gp|counsell?or)\p{L}+(?: \p{L}+)?|he|she|they)(?:'s| has| have|,? i (?:hear|gather|believe|understand),?)?(?: already| just| kindly| apparently)? (?:put (?:my name|me|both our names|our names) (?:down|forward|on (?:the|your|a)\b)|(?:signed|entered|listed|registered|enrol+ed|booked) (?:me|my name)\b|(?:gave|given) (?:you )?my name\b)(?!.{0,20}newsletter)/u, weight: 3 },
  // "Ana put me down without asking", "she spoke for both of us"
  { pattern: /\b(?:put|signed|entered|listed|registered|enrol+ed|booked|named) (?:me|my name)\b.{0,40}\bwithout (?:asking|telling|consulting|my)\b|\b(?:wrote|written|e-?mailed|asked|contacted|spoke|spoken|enquired|inquired|applied)\b.{0,24}\b(?:on my behalf|about (?:me|us|both of us|the two of us))\b|\bfor my part\b|\b(?:spoke|spoken|answered|written|wrote) for (?:both of us|the two of us|us both|me too|me as well)\b/u, weight: 3 },
  // "Thank you for asking me directly", "I will not be taking the seat"
  { pattern: /\bthank(?:s| you) for (?:asking|checking with|coming to|consulting) me\b|\b(?:will not|won't|shan't|not|don't) (?:be )?(?:taking|using|needing|wanting|need|want) (?:the|that|this|a) (?:seat|place|spot|chair)\b/u, weight: 2 },
  // "Kit gave you my address", "I do want the seat"
  { pattern: /(?<!\bdr\.? )\b(?!doctor|therapist|gp|counsell?or)\p{L}{2,} (?:gave|has given|passed on to|passed|sent) you my (?:name|address|e-?mail|details|number)\b|\bi (?:do want|will gladly take|would indeed like) (?:the|that|this) (?:seat|place|spot|chair)\b/u, weight: 3 },
  // "Ana forwarded me your note", "happy to come along with her"
  { pattern: /\b(?:forwarded|passed|showed|sent|read) (?:me|on to me|on) your (?:note|message|question|request|e-?mail to (?:her|him|them))\b|\b(?:come|join|take part|do (?:it|this)|go)(?: along)? (?:with|alongside) (?:him|her|them)\b/u, weight: 2 },
  { pattern: /(?:confirmo mi|je confirme ma) (?:plaza|participación|place|participation)/u, weight: 3 },
  // "I am willing", "I'm happy to be in"
  { pattern: /\b(?:i'm|i am) (?:quite |very |perfectly |entirely )?(?:willing|game|fine with (?:it|that)|happy with (?:it|that)|on board|in agreement)\b/u, weight: 1.5 },
  { pattern: /(?<!\b(?:please|to|you|kindly|just|then) )\b(?:listed|signed|put|named|entered|registered|enrol+ed|added|booked) (?:me|my name|us)\b/u, weight: 2 },
  { pattern: /\b(?:asked for|requested|reserved|booked|saved|held)\b.{0,24}?\b(?:for me|in my name|on my behalf)\b|\b(?:seat|place|spot|chair) (?:that )?(?:my )?\p{L}+(?: \p{L}+)? (?:asked for|requested|reserved|booked|saved|wanted|got|put|mentioned|held)\b/u, weight: 3 },
  { pattern: /\b(?:confirming|i confirm|confirm|i accept|accept|i'm happy to|say(?:ing)? yes) (?:for|on|my|that|the|as|myself|it|i)\b/u, weight: 2 },
  { pattern: /\byes,? (?:for me|from me|that's me|it's me|i'm|i am|i do|i would|i'd|i want|i will|please)\b|\b(?:that's|it is|it's) (?:right,? it's )?me\b/u, weight: 1.5 },
  { pattern: /\b(?:need(?:ed|s)?|want(?:ed)?|wait(?:ing|ed)? for|here's|here is|giv(?:e|ing)|asked for|have|got) (?:you )?my (?:own )?(?:ok|okay|yes|no|consent|confirmation|answer|reply|go-ahead|word)\b|\bhear (?:it )?from me\b|\bsay (?:so|it|yes|no) (?:for )?myself\b|\byou need (?:me to|a (?:word|yes|line|answer) from me)\b|\byou (?:wrote|asked|e-?mailed|wanted) (?:to (?:ask|know|check)|if|whether|me)\b/u, weight: 3 },
  { pattern: /\bgot (?:your|the|a) (?:message|e-?mail|mail|note|invitation|link|letter)\b/u, weight: 1 },
  { pattern: /\b(?:i'm not going to|i am not going to|i won't|i will not|i don't want to|i'd rather not|i would rather not|i must decline|i decline|not for me|a no from me|no from me|i'll pass|i'll sit this|no thank)\b/u, weight: 1 },
  { pattern: /\b\p{L}+'s (?:husband|wife|partner|boyfriend|girlfriend|daughter|son|mother|mum|sister|brother) (?:here\b|speaking)|\bi (?:did )?agreed? to (?:this|it)\b|(?:je confirme|j'accepte|je refuse|je ne (?:souhaite|veux) pas participer|m'a inscrite?)|(?:confirmo|acepto|me apuntó|me inscribió|no quiero participar)|(?:ich bestätige|hat mich angemeldet)/u, weight: 2 },
]; // biome-ignore format: a rule a line

/** What our letters say to everybody who might come. */
export const invitesYou =
  /(?:interested in enrol+ing|email us if|would you like (?:it|one|them|the place|me to)|shall i (?:put|hold|book|keep|save)|new groups? (?:begin|start)|will run soon)/iu;

/** An answer of a word or two. */
export const briefAnswer =
  /^[\s"]{0,3}(?:(?:ooh?|oh|ah|hi|hello|hey|well|hola|bonjour)[\s,.!]{1,3})?(?:yes|me\b(?= ?[,.!]|$)|yep|yeah|ok(?:ay)?|sure|of course|absolutely|gladly|happily|no|nope|oui|non|volontiers|sí|claro|por supuesto|ja|nein|gerne|sim|não|count me|i'm in|i am in|confirmed|with pleasure)(?![\p{L}'])/u;

/** Somebody says no to a place that was asked for them. */
export const declines =
  /(?:\b(?:a |answer is |it's |it is |say |saying |have to be |has to be |would be )(?:a )?no\b(?! problem)|\bafraid (?:not|no\b|i)|\bnot (?:going to|able to|planning to|interested|for me|taking part|joining|coming)|\bi (?:won't|will not|can't|cannot|don't want|do not want|don't think|didn't|did not|never)\b|\b(?:no thanks?|no thank you|decline|i'll pass|i will pass|pass on this|isn't for me|is not for me|rather not|sit this (?:one )?out|count me out|not me\b|give (?:it|my|the) .{0,20}?(?:to )?some(?:one|body) else)|\bno,|\bbut no\b|\blet (?:him|her|them) (?:go|do it|come) (?:alone|without|by)\b|\btoo much on\b|\bno (?:place|seat|spot|chair) (?:is )?(?:needed|required|for me)|\bdon't need\b|\b(?:he|she|they) should (?:go|have|do|take)\b|\bwouldn't (?:want|wish|care|come|join)|\bdecided (?:not|against)\b|\bnot (?:to (?:do|take|join|come)|my (?:thing|cup)|right for|the right|this time|this year|at this time|something i)\b|\b(?:skip|leave|miss|pass) (?:it|this)\b|\bleave me out\b|\bwithout me\b|\b(?:don't|do not|didn't|did not) (?:feel|wish|intend|want)\b|\bnever agreed\b|\bnot interested\b|\bmuch as i\b|\b(?:let|give|offer)(?: it to)? (?:somebody|someone|anyone) else\b|\b(?:prefer|rather) not\b|\b(?:take|remove|strike|cross) (?:me|my name)\b|\b(?:release|cancel|free up|let go of|give up) (?:my|the|mine)\b|\bi (?:don't|do not|dont)(?=[,.!]|$)|\bne (?:souhaite|veux|participerai|viendrai|vais) pas|je (?:refuse|décline)|\bno (?:voy a|quiero|participaré|puedo|gracias)|möchte nicht|nein\b|não (?:vou|quero))/u;

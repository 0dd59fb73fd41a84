import { relations } from "./people.ts";

/** After a person: "and I", "and me" close by. */
export const withAfter =
  /^[\s,)]{0,3}(?:(?:[\p{L}'@.()-]+[\s,]{1,2}){0,12}?)(?:and|&|et|y|und|e|plus)\s(?:also\s)?(?:i|me|myself|moi|yo|ich|eu|mich)(?![\p{L}'])/u;

/** Before a person: "me and my …", "with my …", "so would my …", "could my …". */
export const joinsBefore =
  /(?:\b(?:i|me|myself|moi|yo|ich|eu)(?:\s?\([^)]{1,30}\))?(?:\s(?:and|&|et|y|und|e|n|plus)|,)\s$|\b(?:and so do(?:es)?|so(?: (?:would|does|do|is|will)|'s|'d)|along with|together with|as well as|accompanied by|join(?:ed)? by|bring(?:ing)?|add(?:ing)?|include|(?:take|accept|squeeze|admit|welcome)(?: on| in)?|plus|enrol+|sign(?:ing)? up|register|for (?:me|myself|us),?(?: and)?(?: for)?|with|avec|con|mit|com|et|y|e)\s(?:both\s|a\s|o\s)?(?:of\s)?$)/u;

/** Before a person: what was done with them says nothing of what is to come ("I sat in the back row with my neighbour"). */
export const wasWith =
  /\b(?:live|living|share|shares|sharing|shared|work|working|sat|went|met|came|talked|spoke|lived|argued|was|were|been|walked|worked|read|watched|discussed|fought|split|broke|separated)\b[^.!?]{0,40}\bwith\s$/u;

const wishes =
  "(?:like|love|want|join|come|coming|joining|joins|interested|do (?:it|this)|be joining|be coming|wants? in|in(?=[.,!;]|$)|up for it|keen|sign|enrol|take part|taking part|attend|be there|tak(?:e|ing) (?:the|a|this|my|one)|have (?:a|my|the)|use my)";

/** After a person: they want to come. */
export const joinsAfter = new RegExp(
  `^(?:[^.!?]{0,70}\\band we(?:'d| would| both| want|'re| are both)\\b|[\\s,]{0,2}(?:\\p{L}+\\s){0,3}?(?:would|'d|wants?|wishes|intends?|plans?|wanted|has decided|have decided|decided|will|'ll|is|are|hopes?|asked|asks|has agreed|agreed|has asked)\\s(?:(?:both|also|really|all|too|now|very|much|so|dearly|been wanting|happy|keen|hoping|eager|ready)\\s){0,3}(?:to\\s)?${wishes}|\\sto (?:get|put|sign|have|book|enrol+|add|register) (?:him|her|them)\\b|,?\\s(?:as well\\b|too\\b|also\\b|(?:is|are) in(?=[,.!]|$)|(?:have (?:a|one|the|my)|take|join|come|attend|use|be added|come along)\\b)|,?\\s(?:wants?|asked|hopes|keeps asking|would like|'d like) (?:for )?us (?:both |all )?to (?:do|join|come|try|take|attend|sign|go|learn|start)\\b|,?\\s(?:voudrait|aimerait|souhaite|veut|viendra|quiere|quisiera|desea|también|möchte|will (?:auch|gern|mit|teil|kommen)\\p{L}*|auch|quer)(?![\\p{L}']))`,
  "u",
);

const own = "(?:my|our|mon|ma|mi|meine?n?|meu|minha)\\s";

/** A place for somebody else: "for my sister", "on behalf of my son", "add my mother to the list". */
export const beneficiary = new RegExp(
  `(?:\\b(?:on behalf of|(?:places?|seats?|spots?|sign|enrol+|enrol+ment|group|register|registration|space|room|chairs?|left|inscription|plaza|lugar|platz|une? place)\\b.{0,40}?\\b(?:for|pour|para|für)|(?:writing|enquiring|inquiring|e-?mailing|asking) (?:for|about)|(?:j'écris|j'appelle|escribo|inscrire|inscription) (?:pour|por|para|de)|inscri(?:re|bir)(?: a)?|asking for|(?:sign|enrol+|register|book)(?: up)?|(?:put|pencil|slot)(?=\\s(?:my|our)\\s(?!names?\\b|hand))|introduc(?:e|ing)|(?:(?<!\\b(?:carer?|caring|cook|cooking|gift|present|good|better|bad|time|sake|worried|afraid|responsible|look|looking|nurse|interpreter|driver|worse|hard|tough|work|worked) )for|pour|para))\\s${own}(?=(?:[\\p{L}'-]+\\s){0,3}?(?:${relations})(?![\\p{L}-]))|\\bfor (?:a|the) (?:[\\p{L}-]+\\s){0,2}?(?:friend|colleague|cousin|neighbou?r|wife|husband|missus|kids?)\\b|\\badd\\s${own}(?:[\\p{L}-]+\\s){0,2}?[\\p{L}-]+(?:$|,? (?:to|on|onto) (?:the|your) (?:\\p{L}+ )?list)|\\b(?:may|can|could|might) (?:he|she|they) (?:please )?(?:have|get|join|come|take)\\b(?!.{0,24}\\b(?:with me|too|as well|also)\\b)|\\bon (?:his|her|their) behalf|\\b(?:get|put|sign|have|book|enrol+|add|register) (?:him|her|them) (?:on|onto|into|in|up|down|for|to)\\b|\\b(?:seats?|places?|spots?|room|spaces?|chairs?|one|register|book|sign(?:ing)? up|enrol+(?:ing)?|something|this|writing|asking|list|down|only|it) for (?:him|her|them)\\b(?! and (?:i|me))|\\b(?:secure|get|find|save|book|reserve|keep|give|hold) (?:him|her|them) (?:a|one|the)\\b)`,
  "u",
);

/** The writer says that they don't come themselves. */
export const senderStays =
  /\b(?:(?:we are|we're) not (?:coming|joining|taking part|enrol+ing)\b(?! on)|(?:i am|i'm) (?:only |just )?(?:his|her|their) (?:typist|secretary|scribe|messenger|chauffeur|driver|interpreter)\b|(?:i'm|i am) not doing (?:it|this|the (?:course|group))\b|i am not myself\b|(?:i'll|i will|i shall) (?:(?:bring|drive|drop|fetch|collect) (?:him|her|them)\b(?! and)|be (?:in the car|outside|at home|waiting|minding|babysitting)|wait (?:outside|in the)|mind the)|(?:i am|i'm) (?:not (?:coming|joining|taking part|enrol+ing|attending|participating|the one|asking for (?:me|myself))|just (?:the|his|her|their) (?:[\p{L}-]+ )?(?:messenger|mother|father|mum|mom|dad|sister|brother|wife|husband|partner|friend|typist|secretary|scribe)|(?:only|merely|just|simply) (?:the|writing|asking|making|passing|his|her|their))|(?:i|myself)\b[^.!?]{0,40}\b(?:will not|won't|shan't) be (?:joining|coming|attending)|i (?:don't need|won't be (?:there|coming|joining|taking)|(?:will|would|shall) not be (?:coming|joining|attending)|(?:wouldn't|shan't) be (?:coming|joining|attending)|(?:only|just) drive\b)|(?:it's|it is|this is|that's)? ?not for me\b(?! alone| only)|not me\b|on (?:his|her|their) behalf|only (?:she|he|they) (?:would|will)|it's (?:only|just|all) for (?:him|her|them)|(?<!(?:phone|post|letters?|calls?|texts?|e-?mail) )(?:just|only) for (?:him|her|them)\b|not (?:coming|joining|taking part) myself|asked me to (?:write|e-?mail|ask|enquire|inquire|get in touch|contact you|do (?:it|this) for|sign (?:him|her|them)|secure|find|book|register|let you)|i(?:'ve| have) (?:already )?done (?:it|this|the course|your course|the group|your group)(?: myself| already)?(?=[.,;])|it's (?:his|her|their) turn\b|no need to (?:put|add|sign|count|include|book) me\b|i(?:'ve)? (?:had|took|did) (?:mine|my turn|it already)\b|i did (?:it|yours|(?:the|your) (?:\p{L}+ )?(?:course|group|class|programme?)) (?:myself )?(?:last|two|three|a|in)\b|[.!?] (?:just|only) (?:him|her|them)(?= this (?:time|round)|,? please|[.!;]|$)|ce n'est pas pour moi|pas pour moi|je ne (?:participe|viendrai|participerai|viens) pas|(?:juste|seulement) pour (?:elle|lui)|no es para mí|yo no (?:voy|participo|asistiré)|(?:solo|sólo) (?:es )?para (?:ella|él)|nicht für mich|nur für (?:sie|ihn))/u;

/** Words that count the writer in with others. */
export const withWriter =
  / (?:and (?:i|me|myself)(?! (?:am|'m) (?:not|just|only)|'m (?:not|just|only)| (?:have |had |'ve )?(?:promised|offered|told|said|agreed to (?:pay|write|drive)|pay|thought|know)\b|(?: will|'ll) (?:pay|drive|cover|bring (?:him|her|them)|take (?:him|her|them))\b|(?: am|'m) (?:paying|happy to pay|writing))|one for (?:me|myself)|(?:seat|place|spot|chair)s? for (?:me|myself)(?=,| and| plus| &)|with me|both of us|the (?:two|three|four) of us|us both|we both|we'd|we would|y yo|et moi|und ich|nous|nos|for us|for me and|for me too|goes for me|me too|so (?:do|would|am|will) i|as do i|myself|moi-même)\b|\b(?:me|i|myself) (?:and|&|plus) (?:my|our|the)\b|\b(?:she|he|they) and i\b/u;

/** Somebody else wants to come. */
export const othersWish =
  /\b(?:he|she|they|my \p{L}+(?: \p{L}+){0,3})(?:'d| would|'s| is| are|'re)? (?:also |really |very |much )?(?:like|love|want|wants|prefer|keen|eager|hoping|hopes|wishes|interested|willing|has agreed|agreed|ready)\b/u;

/** A place for somebody named, or a way to reach them. */
export const othersPlace =
  /(?:^|[,.] )(?!(?:i|we|you|both|who|it|that|one|anyone|somebody|someone)\b)\p{L}+(?: \p{L}+)? (?:would like|wants|wishes|hopes|is looking|is keen|is interested)\b|\b(?:seat|place|spot|chair|room|space) for (?!me\b|us\b|myself|the\b|an?\b|one\b|two\b|my\b|both|each|people|someone|somebody|next|this|your)\p{L}{2,} ?\p{L}*|\b(?:contact|reach|write to|call|ring|e-?mail) (?:him|her|them)\b|\bif (?!i\b|we\b|you\b|there\b|it\b|that\b|this\b|one\b)\p{L}+(?: \p{L}+)? (?:could|can|may|might) (?:join|have|come|attend|take part|be)\b|\b(?:his|her|their) (?:e-?mail|address|phone|number|mobile|telephone)\b/u;

/** The writer wants to come, alone or with others. */
export const ownWish =
  /\b(?:i|we)(?:'d| would|'ll| will| do|'m| am| are|'re)? (?:both |all |also |really |very |much |so |dearly |have |finally )*(?:like|love|want|wish|hope|hoping|keen|eager|interested|ready|decided|in\b|coming|joining|enrol|register|take|apply)(?! to (?:ask|book|sign|enrol+|register) (?:my|him|her|them|two seats for my))/u;

/** The writer asks for a place for themselves alone: "may I have a seat", "sign me up". */
export const asksForMe =
  /\b(?:(?:may|can|could) i (?:please |also )?(?:have|get|take|book|join|enrol|reserve|come|sign up|be (?:added|put))(?! (?:my|her|him|them))|(?:sign|put|count|book|enrol+|register|add|pencil) me (?:up|down|in|on|for|to)\b|i(?:'d| would) (?:very much |really |also |dearly )?(?:like|love) (?:to (?:join|enrol|come|sign up|take part|register|do (?:it|this)|go)|a (?:place|seat|spot)|one|in\b)|i(?:'m| am) (?:in(?=[.,!;]|$)|coming\b)|i(?:'ve| have)? said yes\b|me too\b|so (?:am|do|would) i\b|count me\b|i want (?:in\b|to (?:join|come|enrol|do)|a (?:place|seat|spot)))/u;

/** Words that count the writer in, alone or with others. */
export const countsWriter = /\b(?:me|us|myself|ourselves|we|both|our)\b(?! know)/u;

/** The writer gives their place to somebody else. */
export const handsOver =
  /(?<!\b(?:i|we|already|still|i'll|now) )\b(?:have|take|takes|use|taking over|take over|given|pass|transfer|give|swap|transferred) (?:over )?my (?:own )?(?:seat|place|spot|chair|registration|enrol+ment|booking)\b(?!.{0,12}\b(?:to (?:the|a)\b|off))|\bwithout me\b(?! \p{L}+ing\b)|\bcancel (?:only |just )?mine\b|\blet(?:ting)? (?:mine|my (?:own )?(?:seat|place|spot|chair)) go\b|\bin my (?:place|stead)\b|\binstead of me\b|\b(?:have|take|keep) (?:the|both|our) (?:seat|place|spot)s? (?:by (?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own|alone|to (?:him|her|them)sel)|\b(?:à|en) (?:ma place|mi lugar)\b/u;

/** Before a person: what takes them out of a registration. */
export const givesUp =
  /\b(?:remove|take|drop|without|instead of|leave|cancel|strike|cross|withdraw|minus|release)(?: (?:out|off))?\s$/u;

/** Somebody's place goes to another: "my cousin would like to take his seat". */
export const isReplaced =
  /\b(?:take|have|use|fill|get|taking|having|taken)(?: over| up)? (?:his|her|their) (?:seat|place|spot|chair)\b|\bin (?:his|her|their) (?:place|stead)\b|\b(?:instead of|replac(?:e|es|ing)) (?:him|her|them)\b/u;

/** Before a person: the writer has a place together with them. */
export const bookedWith =
  /\b(?:signed (?:us |both of us )?up|registered|enrol+ed|booked(?: in)?|put down|(?:places?|seats?|spots?|registration|booking)) (?:together )?(?:with|for me and|for myself and)\s$/u;

/** After "Kamal and I": what makes them two. */
export const cameApart =
  /^(?:'ve| have| had)?,? ?(?:recently |just |since )?(?:are |were |got |have )?(?:split|separated|divorced|broke|broken|parted|no longer|aren't together|are not together)/u;

/** What makes one of several people ("two of us: …"). */
export const groupWords =
  "have two|have three|got two|of us|of them|we are|we're|on your list|seats|places|spots|registered|all|people|(?:household|family|party|group) of (?:two|three|four|five)|triad|throuple|trio|quad|family|couple|polycule|pair|friends|somos|sommes|trois|tres|deux|dos|both|together|please(?: register| enrol| add| book)?|participants?|names?(?: are)?(?:,? for (?:your|the) (?:form|list|records|register))?";

/** What tells that the person before it doesn't come. */
export const notComing =
  /\b(?:some other time|another time|next time|in the (?:autumn|spring|summer|winter) perhaps)\b|\b(?:has|have|had|with) no (?:wish|desire|interest|intention|time|plans?)\b|\b(?:isn't|is not|won't|will not|can't|cannot|can not|wouldn't|not|aren't|never|hasn't|haven't|doesn't|does not|no longer|unable to)\b.{0,24}?\b(?:joins?|joining|come|coming|com(?:e|ing) along|tak(?:e|ing) part|part of|interested|attend|attending|want(?:s|ing)?(?: to)?(?: do)?|be there|doing (?:it|this|the)|do (?:it|this|the (?:group|course))|decided|asked (?:him|her|them)|sure|ready|enrol+(?:ing)?|sign(?:ing)?|able|for (?:him|her|them)\b|(?:his|her|their) thing|make it|make the|participate|participating|manage it)|^\s?(?:can't|cannot|won't|doesn't|isn't)(?:$|[\s,;](?:because|with|until|yet|due|as|this|anymore|any more|at)\b|,)|^\s?(?:declined|dropped out|backed out|has backed out|has dropped|has changed (?:his|her|their) mind(?! and (?:will|wants|would|is|now|'d))|has decided (?:against|not)|decided (?:against|not)|has to drop|is out\b|would rather (?:not|eat|have|stay|read|watch|go)|prefers not)|\b(?:sit(?:ting|s)? (?:this|it|that)(?: one| round| time)? out|might|may|maybe|perhaps|a chance|still deciding|undecided|will be minding|staying (?:at )?home|will (?:mind|watch|look after|stay home)|already (?:did|done)|went through it|ne (?:viendra|participe|participera|vient|peut|veut)|no (?:va|viene|participa|participará|quiere|puede|podrá|vendrá)|kommt nicht|não vai)(?![\p{L}'])/u;

/** Before a person: nobody knows yet whether they come. */
export const unsure =
  /\b(?:a chance|maybe|perhaps|possibly|probably|whether|unless|until|not sure (?:if|whether)|don't know (?:if|whether)|in case|wondering if|hoping|ask|asking|persuade|convince|talk(?:ed|ing)?)(?: that| about| to)? $/u;

/** After a person: they are gone, or there already. */
export const gone = /\b(?:moved out|left me|left in|died|passed away|is (?:already )?in (?:your|the|a)\b)/u;

/** After a person: they are only told of. */
export const onlyTold =
  /^[^,;]{0,20}\b(?:thinks?|suggested|recommended|says|told|said|found|sent|gave|heard|read|mentioned|pointed|knows|loves|is right|laughs|laughed)\b/u;

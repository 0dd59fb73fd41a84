import { number } from "./numbers.ts";
import { place, type Rule } from "./rule.ts";

const some = ".{0,60}?";
const join =
  "(?:join|enrol|sign(?:ing)?[- ]?(?:me |us |him |her |them )?up|sign-?up|register|take part|participat|coming\\b|attend\\b|come\\b(?! back| up\\b| from| out)|get (?:in|into|on)\\b|be (?:in|part of|included|added|put|on the (?:wait|list))|do (?:it|this|the|your|msc)\\b|start\\b|begin\\b|repeat\\b|redo\\b|tag along|slip in|be (?:on|one of)\\b|join(?:ing)?|enrolling|registering|partake|take (?:the|this|your) (?:course|group|program|class)|try\\b|grab|snag)";
const hope =
  "(?:would|'d|d|will|'ll|do|really|both|all|very much|so|also|would both|would all) ?(?:both |all |really |very much |so |also |dearly |absolutely )?(?:like|love|want|wish|hope|be (?:interested|keen|happy|grateful|glad|delighted|thrilled|up for))";

/** What asks for a place. */
export const enrolRules: Rule[] = [
  // "We would both love to join", "keen for the next course"
  { pattern: new RegExp(`\\b(?:i|we|he|she|they|me|us|both|him|her|\\p{L}+)(?: ?${hope})${some}(?:${join}|${place})`, "u"), weight: 3 },
  { pattern: new RegExp(`\\b(?:wants?|wanna|wanting|wanted|hoping|hope|hopes|wish|keen|eager|ready|looking|interested|wondering if|decided|asking|excited|happy|glad|up for|fancy|love|like|apply(?:ing)?|intend)(?: to| in| for| on)?\\b.{0,40}?(?:${join}|${place})`, "u"), weight: 3 },
  { pattern: /\b(?:i|we) (?:am |are |'m |'re )?(?:enrol+ing|signing up|registering|joining|apply(?:ing)?) (?:for|in|to|us|me|myself|with)?\b/u, weight: 2.5 },
  { pattern: /\b(?:be|to be|being|get) considered (?:for|as)\b|\b(?:like|want|wish|wishing|hoping|love|here|writing|going|decided) to apply\b(?!.{0,50}\b(?:role|position|job|team|post|vacancy|internship|as an?)\b)|\bbook(?:ed|ing)? (?:me |us )?(?:on ?to|in ?to|in on|on to)\b|\bbook (?:me|us|him|her|them|both)\b/u, weight: 3 },
  { pattern: /\binterested,? (?:yes|please)\b|\byes,? (?:i'm |i am |we're |we are |very |both )?interested\b|\b(?:it's|it is|they're|that's) (?:mine|ours),? please\b|^\W{0,3}(?:me|us|both of us|me and \p{L}+),? (?:too,? )?please\b|\bmake (?:that|it) (?:one|two|three|four|\d) (?:please|for us)\b/u, weight: 3 },
  { pattern: /\b(?:very |really |both |so )?interested(?: in|!|\.|$)/u, weight: 1.5 },
  { pattern: /\b(?:keen|ready|game|(?<!\b(?:me|us|him|her|signed|sign|follow|put|set)[ -])up|eager|excited|longing) (?:for|on|to (?:start|begin|do|join|come|try)) ?(?:the|your|this|it|next|a)?\b|\b(?:he|she|they|i|we)(?:'d| would) (?:want|prefer|need|choose|take|opt for|go for) the (?:\p{L}+ ){0,2}(?:group|one|course|round)\b|\bstart coming\b|\b(?:i|we|all of us|both of us|he|she|they)(?:'d| would|'ll| will| shall) (?:all |both |gladly |definitely |certainly |happily )?(?:come|join|attend|take part)\b|\b(?:talked|persuaded|convinced|roped|coaxed) (?:me|us|him|her) into\b|\b(?:give|grant|offer) (?:admission|entry)\b|\bset (?:my|our|his|her|their) hearts? on\b|\b(?:all right|alright|ok|okay|possible|fine) (?:if|for)\b.{0,30}?\b(?:join|come|attend|take part|enrol|sign up)|\bfancy (?:joining|coming|doing|giving|trying)\b/u, weight: 2.5 },
  // "Could you keep us two seats", "pop me on the list", "is there room for one more"
  { pattern: /\b(?:can|could|may|might) (?:i|we|he|she|they|my \p{L}+|the (?:two|three|four) of us)\b.{0,30}?\b(?:have|get|join|enrol|reserve|book|hold|save|put|sign|take|squeeze|fit|register|add|count|pencil|come|repeat|redo|slip in|tag along|be (?:on|in|added|included|considered|part))\b(?! (?:a |an |the |my |our |your |some |any |more )*(?:\p{L}+ )?(?:receipts?|invoice|copy|copies|link|recordings?|handouts?|information|info|details|dates|price|refund|word|chat|call|look|idea|certificate|workbook|letter|materials?)\b)/u, weight: 2.5 },
  { pattern: /\b(?:can|could|would|will|might) you\b.{0,30}?\b(?:reserve|book|hold|save|keep|put|sign|squeeze|fit|register|enrol+|count|pencil|include|find|offer|add|take|have|make)(?: on| in)? (?:(?:room|space) for|me|us|him|her|them|my|our|both|a|an|one|two|three|four|in|the (?:two|three|four|both)|\p{L}+ and)\b/u, weight: 2.5 },
  { pattern: /\b(?!keep|let|tell|interest|help|leave|bring)\p{L}{2,10} (?:me|us|him|her|them|both of us|my \p{L}+|our names?|\p{L}+ and (?:me|i)) (?:both |all |two |firmly )?(?:down|in(?=[\s.!,]{0,2}(?:$|please|for|on the))|on (?:to )?(?:the|your) (?:\p{L}+[ -]?){0,2}list)\b/u, weight: 3 },
  { pattern: /\b(?:sign|put|count|book|enrol+|register|add|pencil|note|include|enter|get|squeeze|fit|mark|list|write|slot|take)\s(?:\p{L}+\s){0,3}?(?:me|us|him|her|them|both|myself|ourselves|names?|the (?:two|three|four|five) of us)\b.{0,24}?\b(?:up|down|in|on|for|as|into|to)\b|\b(?:signing|putting|adding|registering|enrol+ing)(?: up)? (?:me|us|myself|ourselves|both)\b|\byes,? please\b|\b(?:go ahead|go for it)\b/u, weight: 3 },
  { pattern: /\b(?:enrol+|register|book) (?:me|us|both|him|her|them|the (?:two|three|four))\b/u, weight: 3 },
  { pattern: /\b(?:find|get|secure|keep|save|hold|squeeze|fit|put|slot|have) (?:me|us|him|her|them) (?:a |in\b|down\b|on\b|into\b)/u, weight: 3 },
  { pattern: /\b(?:put|add) (?:me|us|him|her|my \p{L}+|our names?|my name)\b.{0,20}\blist\b/u, weight: 3 },
  { pattern: /\b(?:register|enrol+|sign up|add|include) (?:my|our|these|both) (?:\p{L}+ ){0,2}\p{L}+/u, weight: 2.5 },
  { pattern: new RegExp(`\\b(?:register|enrol+|book|sign(?:ing)? up|add|reserve|include|accept|admit)\\b.{0,30}?\\b(?:following|${number} (?:persons?|people|participants|adults|names?))\\b`, "u"), weight: 3 },
  { pattern: /\b(?:(?:too late to|still time to|still possible to|how (?:do|can|would) (?:i|we) (?:go about )?|where do (?:i|we)|what do (?:i|we) (?:need to )?do to|how to) ?(?:get (?:a|in|on|us|my|our)|be (?:added|put|included)|add|put|secure|claim|join|enrol|sign|register|book|send|pay|reserve|apply|go about (?:it|this|joining|signing|enrol+ing|registering|booking)|get started|proceed)|what (?:is|are|'s) the next steps?|(?:seat|place|spot|chair|room|space)s? (?:left |still |open |available |free ){0,2}for (?:me|us|both|one more|two|three)\b|my application\b|(?:i|we) (?:hereby )?apply\b)/u, weight: 2 },
  { pattern: new RegExp(`\\b(?:is|are|do you have|have you got|would there be|any chance of|got|hope there's|if there's|if there is)\\b.{0,20}?\\b(?:room|space|a place|a spot|places|spots|seats|a seat)\\b.{0,20}?\\bfor (?:me|us|both|my|the (?:two|three)|${number})\\b`, "u"), weight: 2.5 },
  { pattern: new RegExp(`\\b(?:(?:is|are|might|would|could|will|if) there(?: be|'s)?|do you (?:still )?have|have you (?:got)?|any chance of|got|anything|any)\\b.{0,24}?\\b(?:(?<!\\b(?:the|your|a|which|what|waiting|chat|that|therapy) )room|space|(?<!-)free(?! (?:parking|of charge|trial|coffee|wi-?fi))|openings?|vacanc(?:y|ies)|availability|${place})(?! (?:to park|to leave|to lock|to wait|to store|for (?:a|my|our|the) (?:bike|car|pram|wheelchair|scooter|buggy|stroller|dog)|number))`, "u"), weight: 1.5 },
  { pattern: /\b(?:what (?:happens|comes|is|'s|do (?:i|we) do) next|what's next|next steps?|where (?:do|can|should) (?:i|we) (?:sign|pay|send|go)|what do you need from (?:me|us)|send (?:me|us|over|on|along) (?:the|your|a) (?:forms?|paperwork|link to (?:enrol|register|sign)))\b/u, weight: 1.5 },
  // "I'm your man", "some of that, please", "have I missed the boat?"
  { pattern: /\b(?:i'm|i am) your (?:man|woman|person)\b|\b(?:like|want|love|have|need|could do with) (?:some|a bit|more) of (?:that|what|it|this)\b|\bmissed the (?:boat|deadline|start|beginning|cut-?off)\b|\b(?:which|what) (?:\p{L}+ ){1,2}(?:is|are|has|have|still has) (?:still )?(?:open|free|available|room|space|gaps?|a gap)\b/u, weight: 2 },
  { pattern: /\b(?:is|are|would|might|could)\b.{2,50}?\b(?:an option|a possibility|possible|doable|open) for (?:me|us|my)\b/u, weight: 1.5 },
  // "I'd jump at it", "if so, book us", "may I?"
  { pattern: /\b(?:i|we)(?:'d| would|'ll)(?: \p{L}+){0,2} (?:jump|leap|pounce) (?:at|on) (?:it|the|that|any|a)\b|^\W{0,3}(?:please |then )?(?:may|can|could) (?:i|we)\?|\b(?:i|we)(?:'d| would) be there\b/u, weight: 2 },
  { pattern: new RegExp(`\\b(?:i|we)(?:'d| would) (?:both |all |really |very much )*(?:appreciate|welcome|value|be (?:grateful|glad|thankful) (?:of|for)) (?:a|an|one|two|three|the) (?:\\p{L}+ )?${place}`, "u"), weight: 2.5 },
  // "Send the details so that we can get going"
  { pattern: /\bso (?:that )?(?:i|we) (?:can|could) (?:get (?:going|started|on|in)|sign|start|begin|register|enrol|book|join|apply|pay)\b/u, weight: 2 },
  // "Is there anything I need to fill in", "tell me what to do next"
  { pattern: /\b(?:anything|what|something) (?:else )?(?:(?:do|should|must|shall|can) )?(?:i|we) (?:(?:need|have|should|must|ought)(?: to)? )?(?:do(?! if| when| with)|fill|send|sign|pay|complete|submit)\b|\b(?:fill (?:in|out)|sign|return|complete) (?:a|the|any|some) (?:forms?|paperwork)\b/u, weight: 1.5 },
  // "Two seats, please", "joking: two, please"
  { pattern: new RegExp(`(?:^|[.,:;!-] ?)${number},? please\\b`, "u"), weight: 2.5 },
  { pattern: new RegExp(`\\b(?:book|reserve|hold|save|keep|need|take|request|requesting|booking|reserving|like|love|want|offer|get|have|apply for|about|for|claim)\\b.{0,20}?\\b(?:${number}|a|an|the|our|my|some|any) (?:\\p{L}+ )?${place}`, "u"), weight: 2.5 },
  { pattern: new RegExp(`\\b${number} (?:\\p{L}+ )?${place}.{0,3}\\bplease`, "u"), weight: 3 },
  { pattern: /\b(?:both|all (?:two|three|four)?) ?(?:of )?us,? please\b|\b(?:consider (?:this|me|us)|here (?:is|are) (?:the|my|our) .{0,20}?(?:form|details)|we(?:'d| would) both|take us both|have us both|room for (?:me|us|one more|two|both))\b/u, weight: 2.5 },
  { pattern: new RegExp(`^\\W{0,3}(?:just |only |so |that's )?(?:a|${number}) (?:${place}|tickets?|people|persons|adults)(?: for (?:us|me|both))?\\b(?!.{0,30}(?:price|left|free|open|available|\\?))|\\b${number} (?:for|on) (?:the|your) list\\b|\\b(?:party|table) of (?:one|two|three|four|\\d)\\b`, "u"), weight: 2.5 },
  { pattern: /\b(?:enrol+(?:ment|ing)?|registration|sign[- ]?up|a place|place|seat|spot) (?:request|for \p{L}+|please|pls)\b/u, weight: 1 },
  // "I'm in", "we're taking the plunge", "the online one it is"
  { pattern: /\b(?:count (?:me|us) in|(?:i'?m|we're|we are|i am) in(?=\s?[.,!;)]|\s?$| for\b| too\b| as well)|(?:both|all) of us are in|like in\b|wants? in\b|sign me up|(?:both|all) in\b)/u, weight: 3 },
  { pattern: /\b(?:'d be|would be|am|are|'m|'re) (?:very |both |so |all |definitely )?(?:up for (?:this|it|that|the)|game\b)|\b(?:'d|would|'ll|will) (?:gladly |happily |be glad to |love to )?(?:grab|take|snap|have|bite) (?:it|one|that one|the \p{L}+ (?:one|group|seat|place|spot))\b|\btoo late (?:for|to (?:join|get|sign|enrol|register))\b/u, weight: 2.5 },
  { pattern: /\b(?:taking the plunge|take the plunge|(?:put|putting) (?:my|our|up) (?:hands? )?(?:hands? )?up|(?:throw|throwing) (?:my|our) hats?|giving in\b|let's do (?:it|this)|(?:give|giving) (?:it|this|you|msc|your \p{L}+|the \p{L}+) a (?:go|try|whirl|chance|shot)|(?:we've|i've|we have|i have) (?:now |finally |both )?(?:decided (?:to (?:do (?:it|this|the|your)|join|come|try|go|take|enrol|sign)|that we)|made up (?:my|our) minds?|agreed to (?:do|join|come|take))|i'm sold|you've convinced|on board|we're coming|i'm coming\b(?! from| to (?:the )?(?:terms|conclusion))|look(?:ing)? forward to (?:joining|starting|taking part|coming)|can't wait to (?:start|join|begin))\b|\b(?:one|group|\p{L}+days?|mornings?|evenings?) it is\b|\bwould you (?:think of|consider|remember|have|take) (?:me|us|him|her)\b|\b(?:be|get) (?:pencil+ed|slotted|squeezed|fitted|counted|put|written|added|included) (?:in|down|there|on)\b|\b(?:put|sign|book) (?:me|us|my \p{L}+|(?:me|him|her) and \p{L}+) (?:\p{L}+ )?(?:in|down|up)\b/u, weight: 2.5 },
  { pattern: /\b(?:just|only) (?:for )?me\b(?! (?:wondering|asking|being|or))|\bfor (?:me|myself) (?:alone|only|please)\b|\bfor (?:the|both|all) (?:two|three|four)? ?of us\b|\b(?:the|all) (?:two|three|four|five) of us\b(?=[.!,;:])/u, weight: 1 },
  // "Tuesdays would suit": nobody tells their free evenings who doesn't mean to come
  { pattern: /(?:days?|mornings?|afternoons?|evenings?|nights?|weekends?|weeknights?|lunch ?times?|one|group|online)\b.{0,12}?\b(?:would |'d |will |is |are |also )*(?:suits?|works?|be (?:perfect|ideal|best|great|fine|good|splendid|easiest|lovely|wonderful|convenient|the dream)|(?:best|better|perfect|ideal|preferred|possible|easiest|good|fine)(?: for (?:me|us|him|her|them))?(?=[.,;!]|$| for))\b|\b(?:i|we) (?:can|could|am|are|'m|'re)(?: only)? (?:do|make|manage|free|available|come) (?:on |in |any |most |the )?(?:\p{L}+day|days?|time|mornings?|evenings?|afternoons?|weekends?|weeknights?)/u, weight: 1 },
  // "Number of seats: 2"
  { pattern: /\bnames? (?:here |down )?(?:for|on) (?:the|your) (?:waiting |interest )?(?:list|group|course|programme?|spring|next)\b|(?:^|\n|\s)(?:number of (?:places|seats|people|participants)|(?:seats?|places?|spots?)(?: (?:needed|requested|wanted))?|participants?(?: names?)?|preferred (?:day|group|time|evening|slot)s?|(?:group|course) (?:requested|wanted|preferred)) ?: ?\S/u, weight: 2.5 },
  { pattern: /\b(?:my|our) (?:intake|registration|application|sign-?up|enrol+ment) form\b|filled (?:in|out) (?:the|your)\b/u, weight: 1.5 },
  // "I would be willing to try", "is it possible to start in the new year"
  { pattern: /\b(?:i|we|he|she|they)(?:'d| would|'m| am|'re| are|'s| is)? (?:also |quite |very |both )?(?:be )?(?:willing|prepared|game|minded|inclined|tempted|open) to (?:try|give|join|come|start|do|take|have a go|enrol|sign)\b/u, weight: 3 },
  { pattern: /\b(?:possible|feasible|all right|okay) (?:for (?:me|us) )?to (?:start|begin|join|come|enrol|take part)\b/u, weight: 1.5 },
  // "Just what I need", "exactly what we have been looking for"
  { pattern: /\b(?:just|exactly|precisely|very much) what (?:i|we|both of us)(?:'ve| have|'m| am|'re| are)? (?:need|needed|want|wanted|(?:been )?(?:looking|waiting|hoping|longing|searching) for|could do with)\b|\b(?:very|the) thing (?:i|we)(?:'ve| have)? (?:need|been looking for)\b/u, weight: 1.5 },
  // The same in French, Spanish, German, Portuguese, Chinese and Japanese
  { pattern: /(?:(?:pourriez|pouvez|voudriez|peux|pourrais)[- ](?:vous|tu) (?:m'|nous |me |l'|les )?(?:ajouter|inscrire|réserver|garder|mettre|compter)|(?:pourr(?:ions|ais)|puis-je|pouvons|peut-on|peux)(?:[- ](?:nous|je))? (?:avoir|venir|prendre|réserver|me joindre|nous joindre)|je me lance|(?:haría|hace) .{0,12}ilusión|(?:puedo|podemos|podría|podríamos) (?:apuntar|inscribir|anotar|participar|unir|entrar|ir\b)|gibt es .{0,24}pl(?:a|ä)tz|würde(?:n)? (?:mich|uns) .{0,12}freuen)/u, weight: 2.5 },
  { pattern: /(?:vouloir (?:participer|s'inscrire|venir|nous joindre)|reste-t-il .{0,24}place|(?:hay|queda|quedan|tienen|habría|habrá) .{0,24}(?:lugar|lugares|plazas?|sitio|cupo).{0,30}para (?:mí|mi|nosotr|los|las|dos|tres|una)|(?:me|nos) apunt(?:o|amos)\b|(?:me|nos) (?:inscribo|inscribimos)|nous nous inscrivons|comptez sur (?:moi|nous)|(?:me|nos) (?:pueden?|podrían?|puedes|podrías) (?:apuntar|inscribir|anotar|reservar|guardar|apartar|incluir|añadir)|(?:guarde|resérve|apárte)(?:n)?(?:me|nos) |cuenten? con(?:migo| nosotros)|contad conmigo|ich bin dabei|wir sind dabei|prenez-nous|deux places? (?:s'il|svp|pour nous)|dos plazas,? por favor)/u, weight: 3 },
  { pattern: /(?:souhait|aimer(?:ai|ion)|voudr(?:ai|ion)|désir|veux|voulons|intéress|possible de|pouvoir|pourr(?:ai|ion)|comment).{0,50}?(?:m'inscrire|nous inscrire|s'inscrire|inscrire|participer|rejoindre|place|joindre|inscription|faire partie|intégrer|suivre|commencer|faire (?:le|ce|votre|cette)|venir|assister|essayer)/u, weight: 3 },
  { pattern: /(?:inscri(?:vez|re)[- ](?:moi|nous)|m'inscris|je (?:m'inscris|prends)|réserver|(?:ça|cela|le groupe|ce groupe) (?:nous |m'|me )intéresse|à mon nom|je voudrais (?:une|deux) place|(?:est|suis|sommes) intéressée?s?)/u, weight: 2.5 },
  { pattern: /(?:gustaría|encantaría|quer(?:emos|ría|ríamos|íamos)|quiero|quisiera|quisiéramos|deseo|deseamos|interesa|para|podr(?:ía|íamos)|escribo).{0,40}?(?:inscrib|apuntar|participar|unirme|unirnos|me pueden? apuntar|nos pueden? apuntar|entrar|plaza|lugar|reserv|anotar|registrar|hacer (?:el|este|su|vuestro)|empezar|asistir|tomar (?:el|este)|seguir (?:el|este)|probar|ir (?:al|a los))/u, weight: 3 },
  { pattern: /(?:inscrib(?:irme|irnos|anos|ame)|apúnt(?:ame|anos|enme|ennos)|apuntar(?:me|nos)|inscripción de)/u, weight: 2.5 },
  { pattern: /(?:möchte|würde|wollen|will|möchten).{0,60}?(?:anmelden|teilnehmen|mitmachen|platz|plätze)|anmeldung|(?:hätte|hätten|nehme|brauche|brauchen|reservieren).{0,30}?(?:platz|plätze)|melde mich .{0,30}?an\b/u, weight: 3 },
  { pattern: /(?:gostaria|gostaríamos|quero|queremos|quer(?:ia|íamos)).{0,50}?(?:inscrever|participar|vaga|lugar|entrar)/u, weight: 3 },
  { pattern: /报名|我想参加|申し込|참가/u, weight: 2 },
]; // biome-ignore format: a rule a line

/** What says that nobody asks for a place yet. */
export const notYetRules: Rule[] = [
  { pattern: /\b(?:not|isn't|aren't|nobody is|no one is|never) (?:yet |quite |actually |really )?(?:ready|asking|registering|signing|enrolling|applying|committing|booking|sure (?:if|whether|about|yet|that|we|i)|looking to)\b/u, weight: 3 },
  { pattern: /\bbefore (?:i|we|she|he|they|my \p{L}+)\b.{0,20}?(?:decid|commit|sign|enrol|register|book|join|say|let|put|appl|ask|make)/u, weight: 3 },
  { pattern: /\b(?:hesitant|hesitating|i'm (?:\p{L}+ )?(?:sceptical|skeptical|doubtful|dubious|unconvinced)|undecided|not (?:yet )?(?:persuaded|convinced|decided|made up)|be persuaded|still (?:deciding|thinking|unsure)|(?:haven't|have not) (?:yet )?(?:discussed|mentioned|raised|talked|spoken|decided|told|asked (?:him|her|them))|hésit\p{L}*|(?<!said )(?:i'd|we'd|i'll|we'll) (?:decide|think|talk|see|discuss|let you know))\b/u, weight: 3 },
  { pattern: /\b(?:only|just|simply) (?:wanted |want |writing )?to (?:say )?(?:a )?(?:big |huge )?thank|\bnothing to (?:answer|sign)\b/u, weight: 3 },
  { pattern: /\bi (?:just |only |simply )?(?:wanted|want) (?:you to know|to (?:tell|say|share|thank))\b/u, weight: 1.5 },
  { pattern: /\b(?:donat(?:e|ion|ing)|sponsor(?:ing)? (?:a|someone|somebody)|gift (?:voucher|certificate)s?)\b/u, weight: 3 },
  { pattern: /\bbefore (?:i|we) (?:refer|send|recommend|suggest)|\bhow (?:do|can|could|would|should|might) (?:i|we|one|someone) (?:best )?(?:refer|send (?:people|clients|patients|someone))/u, weight: 3 },
  { pattern: /\bbefore (?:deciding|committing|signing|enrolling|registering|booking|joining|applying)\b/u, weight: 3 },
  { pattern: /\b(?:thinking (?:about|of)|considering|curious|toying with|on the fence|just (?:asking|wondering|checking|a (?:quick )?question|curious|want(?:ed)? to (?:know|ask|check)|looking into)|for now (?:i|we) (?:just|only)|only (?:asking|a question|collecting|gathering))\b/u, weight: 1.5 },
  { pattern: /\bif (?:i|we) (?:were to|did|do|decide|decided|sign|signed|join|joined|enrol+e?d?|register(?:ed)?|come|came)\b/u, weight: 1.5 },
  { pattern: /\b(?:avant de|pas encore|antes de|todavía no|aún no|noch nicht|bevor)\b/u, weight: 2 },
]; // biome-ignore format: a rule a line

/** What asks to know something, with a question mark or without. */
export const questionRules: Rule[] = [
  { pattern: /\?/u, weight: 1 },
  { pattern: /\b(?:send|give) (?:me|us) (?:some |more |the |any )?(?:information|details|info|prices?|dates)\b|\bwondered (?:if|whether|what|how)\b/u, weight: 1 },
  { pattern: /\b(?:wondering|wonder|could you (?:tell|let|send|explain|say|clarify)|can you (?:tell|let|send|explain|clarify)|do you (?:offer|allow|have|accept|take|provide|run|know|need|think)|what (?:is|are|does|do|if|happens|time|would)|how (?:much|long|many|does|do|is|are|big|late)|(?<=^\W{0,3}|[,;:-] ?|\b(?:and|but|so|or|also|where|when|how|what) )(?:is (?:it|there|this|the)|are (?:there|the|they|we|you)|does (?:the|it|this|your))|whereabouts|(?:where|how|what|when) do (?:you|we|i)|when (?:does|do|will)|where do|i(?:'d| would) like to know|more information|question|combien|est-ce que|quel(?:le)?s?|cuánto|cuándo|dónde|cuál|wie viel|wann|quanto custa)\b/u, weight: 1 },
]; // biome-ignore format: a rule a line

/** What the letter is about: said of nothing else, it is said to ask for it. */
export const programWords =
  /\b(?:groups?|courses?|programmes?|program|circle|compassion|msc|sessions?|class|cohort|batch|intake|groupe|grupo|gruppe|curso)\b/u;

import { number } from "./numbers.ts";

export type Rule = { pattern: RegExp; weight: number };

const some = ".{0,60}?";
const join =
  "(?:join|enrol|sign(?:ing)?[- ]?(?:me |us |him |her |them )?up|sign-?up|register|take part|participat|attend\\b|come\\b(?! back| up\\b| from| out)|get (?:in|into|on)\\b|be (?:in|part of|included|added|put|on the (?:wait|list))|do (?:it|this|the|your|msc)\\b|join(?:ing)?|enrolling|registering|partake|take (?:the|this|your) (?:course|group|program|class)|try (?:it|this|the)\\b|grab|snag)";
const place = "(?:places?|seats?|spots?|chairs?|spaces?|slots?|registrations?|enrol+ments?)\\b";
const hope =
  "(?:would|'d|d|will|'ll|do|really|both|all|very much|so|also|would both|would all) ?(?:both |all |really |very much |so |also |dearly |absolutely )?(?:like|love|want|wish|hope|be (?:interested|keen|happy|grateful|glad|delighted|thrilled|up for))";

/** What asks for a place. */
export const enrolRules: Rule[] = [
  { pattern: new RegExp(`\\b(?:i|we|he|she|they|me|us|both|him|her|\\p{L}+)(?: ?${hope})${some}(?:${join}|${place})`, "u"), weight: 3 },
  { pattern: new RegExp(`\\b(?:wants?|wanting|wanted|hoping|hope|hopes|wish|keen|eager|ready|looking|interested|wondering if|decided|asking|excited|happy|glad|up for|love|like|apply(?:ing)?|intend)(?: to| in| for| on)?\\b.{0,40}?(?:${join}|${place})`, "u"), weight: 3 },
  { pattern: /\b(?:can|could|may|might) (?:i|we|you|he|she|they|my \p{L}+|the (?:two|three|four) of us)\b.{0,30}?(?:have|get|join|enrol|reserve|book|hold|save|put|sign|take|squeeze|fit|register|add|count|pencil|come)\b/u, weight: 2.5 },
  { pattern: /\b(?:sign|put|count|book|enrol+|register|add|pencil|note|include|enter|get|squeeze|fit|mark|list|write|slot|take)\s(?:\p{L}+\s){0,3}?(?:me|us|him|her|them|both|myself|ourselves|names?|the (?:two|three|four|five) of us)\b.{0,24}?\b(?:up|down|in|on|for|as|into|to)\b|\b(?:signing|putting|adding|registering|enrol+ing)(?: up)? (?:me|us|myself|ourselves|both)\b|\byes,? please\b|\b(?:go ahead|go for it)\b/u, weight: 3 },
  { pattern: /\b(?:enrol+|register|book) (?:me|us|both|him|her|them|the (?:two|three|four))\b/u, weight: 3 },
  { pattern: new RegExp(`\\b(?:book|reserve|hold|save|keep|need|take|request|requesting|booking|reserving|like|love|want|offer|get|have|apply for|about|for|claim)\\b.{0,20}?\\b(?:${number}|a|an|the|our|my|some|any) (?:\\p{L}+ )?${place}`, "u"), weight: 2.5 },
  { pattern: new RegExp(`\\b${number} (?:\\p{L}+ )?${place}.{0,3}\\bplease`, "u"), weight: 3 },
  { pattern: /\b(?:find|get|squeeze|fit|put|slot|have) (?:me|us|him|her|them) (?:a |in\b|down\b|on\b|into\b)/u, weight: 3 },
  { pattern: /\b(?:both|all (?:two|three|four)?) ?(?:of )?us,? please\b|\b(?:consider (?:this|me|us)|here (?:is|are) (?:the|my|our) .{0,20}?(?:form|details)|we(?:'d| would) both|take us both|have us both|room for (?:me|us|one more|two|both))\b/u, weight: 2.5 },
  { pattern: /\b(?:(?:too late to|still time to|still possible to|how (?:do|can|would) (?:i|we) (?:go about )?|where do (?:i|we)|what do (?:i|we) (?:need to )?do to|how to) ?(?:get (?:a|in)|join|enrol|sign|register|book|send|pay|reserve|apply)|what (?:is|are|'s) the next steps?|(?:seat|place|spot|chair|room|space)s? (?:left |still |open |available |free ){0,2}for (?:me|us|both|one more|two|three)\b|my application\b|(?:i|we) (?:hereby )?apply\b)/u, weight: 2 },
  { pattern: /\b(?:i|we) (?:am |are |'m |'re )?(?:enrol+ing|signing up|registering|joining|apply(?:ing)?) (?:for|in|to|us|me|myself|with)?\b/u, weight: 2.5 },
  { pattern: /\b(?:count (?:me|us) in|i'm in|we're in|we are in|i am in|(?:both|all) of us are in|like in\b|want in\b|sign me up|(?:both|all) in\b)/u, weight: 3 },
  { pattern: new RegExp(`\\b(?:is|are|do you have|have you got|would there be|any chance of|got|hope there's|if there's|if there is)\\b.{0,20}?\\b(?:room|space|a place|a spot|places|spots|seats|a seat)\\b.{0,20}?\\bfor (?:me|us|both|my|the (?:two|three)|${number})\\b`, "u"), weight: 2.5 },
  { pattern: /\b(?:enrol+(?:ment|ing)?|registration|sign[- ]?up|a place|place|seat|spot) (?:request|for \p{L}+|please|pls)\b/u, weight: 1 },
  { pattern: /\b(?:very |really |both |so )?interested(?: in|!|\.|$)/u, weight: 1.5 },
  { pattern: /\b(?:wait(?:ing|list| list)?|interest) list\b/u, weight: 0.5 },
  { pattern: /\b(?:my|our) (?:intake|registration|application|sign-?up|enrol+ment) form\b|filled (?:in|out) (?:the|your)\b/u, weight: 1.5 },
  { pattern: /\b(?:put|add) (?:me|us|him|her|my \p{L}+|our names?|my name)\b.{0,20}\blist\b/u, weight: 3 },
  { pattern: /(?:souhait|aimer(?:ai|ion)|voudr(?:ai|ion)|désir|veux|voulons|intéress|possible de|pouvoir|pourr(?:ai|ion)|comment).{0,50}?(?:m'inscrire|nous inscrire|s'inscrire|inscrire|participer|rejoindre|place|joindre|inscription|faire partie|intégrer)/u, weight: 3 },
  { pattern: /(?:inscri(?:vez|re)[- ](?:moi|nous)|m'inscris|je (?:m'inscris|prends)|réserver|(?:ça|cela|le groupe|ce groupe) (?:nous |m'|me )intéresse|à mon nom|je voudrais (?:une|deux) place|(?:est|suis|sommes) intéressée?s?)/u, weight: 2.5 },
  { pattern: /(?:gustaría|quer(?:emos|ría|ríamos|íamos)|quiero|quisiera|quisiéramos|deseo|deseamos|interesa|para|podr(?:ía|íamos)|escribo).{0,40}?(?:inscrib|apuntar|participar|unirme|unirnos|entrar|plaza|lugar|reserv|anotar|registrar)/u, weight: 3 },
  { pattern: /(?:inscrib(?:irme|irnos|anos|ame)|apúnt(?:ame|anos|enme|ennos)|apuntar(?:me|nos)|inscripción de)/u, weight: 2.5 },
  { pattern: /(?:möchte|würde|wollen|will|möchten).{0,60}?(?:anmelden|teilnehmen|mitmachen|platz|plätze)|anmeldung|(?:hätte|hätten|nehme|brauche|brauchen|reservieren).{0,30}?(?:platz|plätze)|melde mich .{0,30}?an\b/u, weight: 3 },
  { pattern: /(?:gostaria|gostaríamos|quero|queremos|quer(?:ia|íamos)).{0,50}?(?:inscrever|participar|vaga|lugar|entrar)/u, weight: 3 },
  { pattern: /报名|我想参加|申し込|참가/u, weight: 2 },
]; // biome-ignore format: a rule a line

/** What says that nobody asks for a place yet. */
export const notYetRules: Rule[] = [
  { pattern: /\b(?:not|isn't|aren't|nobody is|no one is|never) (?:yet |quite |actually |really )?(?:ready|asking|registering|signing|enrolling|applying|committing|booking|sure (?:if|whether|about|yet|that|we|i)|looking to)\b/u, weight: 3 },
  { pattern: /\bbefore (?:i|we|she|he|they|my \p{L}+)\b.{0,20}?(?:decid|commit|sign|enrol|register|book|join|say|let|put|appl|ask|make)/u, weight: 3 },
  { pattern: /\bbefore (?:deciding|committing|signing|enrolling|registering|booking|joining|applying)\b/u, weight: 3 },
  { pattern: /\b(?:thinking (?:about|of)|considering|curious|toying with|on the fence|just (?:asking|wondering|checking|a (?:quick )?question|curious|want(?:ed)? to (?:know|ask|check)|looking into)|for now (?:i|we) (?:just|only)|only (?:asking|a question|collecting|gathering))\b/u, weight: 1.5 },
  { pattern: /\bif (?:i|we) (?:were to|did|do|decide|decided|sign|signed|join|joined|enrol+e?d?|register(?:ed)?|come|came)\b/u, weight: 1.5 },
  { pattern: /\b(?:avant de|pas encore|antes de|todavía no|aún no|noch nicht|bevor)\b/u, weight: 2 },
]; // biome-ignore format: a rule a line

/** What asks to know something. */
export const questionRules: Rule[] = [
  { pattern: /\?/u, weight: 1 },
  { pattern: /\b(?:wondering|wonder|could you (?:tell|let|send|explain|say|clarify)|can you (?:tell|let|send|explain|clarify)|do you (?:offer|allow|have|accept|take|provide|run|know|need|think)|what (?:is|are|does|do|if|happens|time|would)|how (?:much|long|many|does|do|is|are|big|late)|is (?:it|there|this|the)|are (?:there|the|they|we|you)|does (?:the|it|this|your)|when (?:is|does|do|are|will)|where (?:is|are|do)|i(?:'d| would) like to know|more information|question|combien|est-ce que|quel(?:le)?s?|cuánto|cuándo|dónde|cuál|wie viel|wann|quanto custa)\b/u, weight: 1 },
]; // biome-ignore format: a rule a line

const had = "(?:my|our|the|his|her|both|their|all|these|this|two|three|that|\\p{L}+'s)";

/** What gives up a place or leaves a list. */
export const withdrawRules: Rule[] = [
  { pattern: new RegExp(`\\b(?:cancel|cancelling|canceling|give up|giving up|give back|giving back|hand(?:ing)?|return(?:ing)?|let|letting|release|releasing|let go of|free up|give|drop|relinquish|surrender|withdraw)\\b.{0,24}?\\b(?:${had}|two)? ?(?:\\p{L}+ )?(?:${place}|booking|reservation|participation|application|place|names?)`, "u"), weight: 3 },
  { pattern: /\b(?:withdraw(?:ing)?|withdrawal from|(?:my|our|of) withdrawal|drop(?:ping)? out|pull(?:ing)? out|back(?:ing)? out|bow(?:ing)? out|step(?:ping)? back|opt(?:ing)? out|bail)\b/u, weight: 3 },
  { pattern: /\b(?:take|remove|delete|strike|cross|scratch) (?:me|us|my name|our names?|both of us|my \p{L}+ and (?:i|me)|\p{L}+ and (?:i|me))\b.{0,24}?(?:off|from|out)?\b/u, weight: 3 },
  { pattern: /\b(?:can't|cannot|can not|won't|will not|unable to|not able to|couldn't|not going to|no longer (?:able to|going to)|not be able to|neither of us (?:will|can|is)|not be) (?:be )?(?:able to )?(?:make it|come|coming|attend|attending|join|joining|take part|taking part|do the (?:group|course)|continue|participate|participating|start)\b/u, weight: 2 },
  { pattern: /\bno longer (?:need|want|interested|wish|require|looking)\b/u, weight: 2.5 },
  { pattern: /\b(?:please|need to|have to|want to|like to|must|going to) cancel\b|\bcancel(?:l?ing)? (?:please|both|everything|it|us|me|all|for)\b/u, weight: 3 },
  { pattern: /\bneither of us will\b|\bno longer interested\b|\bfound (?:a|another) (?:place|group|spot) (?:somewhere|elsewhere|nearer|closer)/u, weight: 2 },
  { pattern: /\boff (?:the|your) (?:waiting |wait ?|interest |mailing )?list\b|\bunsubscribe (?:me|us)\b/u, weight: 3 },
  { pattern: /(?:annuler|annulation|ne (?:pourrai|pourrons|peux|pouvons|viendrai|viendrons|participerai|participerons) (?:malheureusement |finalement )?(?:pas|plus)|me désinscri|nous désinscri|désister|désistement|me retire|nous retir|retirer (?:mon|notre|nos|ma|de la)|renonc|enlever (?:mon|notre|nos) nom|retirez)/u, weight: 3 },
  { pattern: /(?:cancelar|anular|dar(?:me|nos) de baja|dé(?:me|nme|nos) de baja|baja de la|quit(?:ar|en|e)(?:me|nos) de|borr(?:ar|en|e)(?:me|nos)|no (?:podré|podremos|vamos a poder|voy a poder) (?:asistir|ir|participar)|retirar(?:me|nos))/u, weight: 3 },
  { pattern: /(?:abmelden|absagen|stornieren|streichen|zurückziehen|bitte löschen|von der warteliste)|(?:cancelar|desistir|desistência|retirar meu)/u, weight: 3 },
]; // biome-ignore format: a rule a line

/** What changes a place that somebody has. */
export const changeRules: Rule[] = [
  { pattern: /\b(?:could|can|may|might|would|shall) (?:i|we)\b.{0,50}?\binstead\b|\b(?:defer|deferring|postpone|postponing|push back|put off|roll over|carry over|hold over)\b/u, weight: 3 },
  { pattern: /\b(?:move|moving|switch|switched|switching|transfer|transferred|transferring|moved|swap|swapped|swapping|change|changing|shift|shifted|go|join)\b.{0,40}?\b(?:from|out of)\b.{0,50}?\b(?:to|into|for)\b/u, weight: 4 },
  { pattern: /\b(?:move|moving|switch|switched|switching|transfer|transferred|transferring|moved|swap|swapped|change|bump|shift)\b.{0,30}?\b(?:to|into|onto|over to|for)\b.{0,30}?\b(?:groups?|one|rounds?|series|course|evenings?|mornings?|afternoons?|online|\p{L}+days?|spring|autumn|fall|winter|summer|january|april|september|next|later)\b/u, weight: 4 },
  { pattern: /\b(?:change|switch|swap|move|changing|switching) (?:of )?(?:my |our |the |to (?:a |another |the )?(?:different |other )?)?(?:groups?|evenings?|nights?|days?)\b|\b(?:different|another|other) (?:group|evening|night|day|time) instead\b|\b(?:on|in|to|for|with) (?:the |a )?(?:\p{L}+ ){0,3}?instead\b/u, weight: 3 },
  { pattern: /\b(?:our|my|the) (?:other |third |second )?(?:partner|husband|wife|girlfriend|boyfriend|spouse|sister|friend|\p{L}+)\b.{0,80}?\bjoin us (?:too|as well|after all)\b|\bafter all\b|\bone more person\b|\bother (?:two|three) of us\b|\b(?:two|three|one) of us (?:remain|are still|left)\b/u, weight: 2 },
  { pattern: /\b(?:move|switch|switched|transfer|transferred|moved|swap|swapped|change|shift|rebook|reschedule|bump)\b.{0,12}?\b(?:me|us|both|him|her|them|our|my|to|over|from|groups?|into|places?|seats?|the two|everyone)\b/u, weight: 2.5 },
  { pattern: /\b(?:add|adding|include|bring in|tack on)\b.{0,10}?\b(?:her|him|them|my|our|a|another|\p{L}+)\b.{0,50}?\b(?:to|onto|on) (?:my|our|the|his|her) (?:registration|booking|enrol+ment|place|spot|sign-?up|reservation|application|party)/u, weight: 4 },
  { pattern: /\b(?:add|adding) (?:her|him|them|my \p{L}+|one more|another|a (?:second|third)|\p{L}+)\b/u, weight: 1.5 },
  { pattern: /\b(?:take|remove|drop|strike|leave) (?:my|his|her|our|\p{L}+)\b.{0,40}?\b(?:off|from|out)\b/u, weight: 2 },
  { pattern: /\b(?:just|only) (?:me|one|the one|the two|two) (?:now|of us now|instead)|\b(?:one|two|1|2) (?:seat|place|spot)s? now\b|\binstead of (?:two|three|four|one|2|3|4)\b|\bdown to (?:one|two|1|2)\b|\bi'm still (?:coming|in)\b|\bi am still coming\b|\bi(?:'ll| will)? still (?:come|want|would like|plan|coming|be)\b|\bkeep (?:my|mine|my own|me)\b/u, weight: 3 },
  { pattern: /(?:changer de (?:groupe|soir|jour)|nous changer|me changer|changer (?:pour|mon|notre|le)|passer (?:du|de|au|dans|à)|transférer|déplacer|ajouter (?:mon|ma|notre)|changement de groupe)/u, weight: 3 },
  { pattern: /(?:cambiar(?:me|nos)? (?:al|de|a|del|mi|nuestr)|cambio de (?:grupo|horario)|(?:pasar|cambiar)(?:me|nos) (?:al|del|de)|añadir a mi|agregar a mi|sumar a mi|mover(?:me|nos))/u, weight: 3 },
  { pattern: /(?:gruppe wechseln|in die .{3,30} gruppe wechseln|wechseln|umbuchen|ummelden)|(?:mudar (?:de|para o|do) grupo|trocar de)/u, weight: 3 },
]; // biome-ignore format: a rule a line

/** What tells that they have a place already. */
export const alreadyRules: Rule[] = [
  { pattern: /\b(?:i|we|i'm|we're|i am|we are|i've|we've|have)\b.{0,12}?\b(?:signed up|registered|enrol+ed|booked|holding|confirmed|already have|on the list|down for)\b/u, weight: 1 },
  { pattern: /\b(?:my|our) (?:registration|booking|enrol+ment|seats?|places?|spots?|reservation|two seats|two places)\b/u, weight: 1 },
  { pattern: /\b(?:mon|notre|nos) (?:inscription|places?)|\b(?:mi|nuestra|nuestras) (?:inscripción|plazas?|reserva)|inscrita?o?s? (?:au|en el|para)|angemeldet/u, weight: 1 },
]; // biome-ignore format: a rule a line

/** What answers for oneself when somebody else asked for the place. */
export const partnerReplyRules: Rule[] = [
  { pattern: /\b(?:listed|signed|put|named|entered|registered|enrol+ed|added|booked) (?:me|my name|us)\b/u, weight: 2 },
  { pattern: /\b(?:asked for|requested|reserved|booked|saved|held)\b.{0,24}?\b(?:for me|in my name|on my behalf)\b|\b(?:seat|place|spot|chair) (?:that )?(?:my )?\p{L}+(?: \p{L}+)? (?:asked for|requested|reserved|booked|saved|wanted|got|put|mentioned|held)\b/u, weight: 3 },
  { pattern: /\b(?:confirming|i confirm|confirm|i accept|accept|i'm happy to|say(?:ing)? yes) (?:for|on|my|that|the|as|myself|it|i)\b/u, weight: 2 },
  { pattern: /\byes,? (?:for me|from me|that's me|it's me|i'm|i am|i do|i would|i'd|i want|i will|please)\b|\b(?:that's|it is|it's) (?:right,? it's )?me\b/u, weight: 1.5 },
  { pattern: /\bgot (?:your|the|a) (?:message|e-?mail|mail|note|invitation|link|letter)\b/u, weight: 1 },
  { pattern: /\b(?:i'm not going to|i am not going to|i won't|i will not|i don't want to|i'd rather not|i would rather not|i must decline|i decline|not for me|a no from me|no from me|i'll pass|i'll sit this|no thank)\b/u, weight: 1 },
  { pattern: /(?:je confirme|j'accepte|je refuse|je ne (?:souhaite|veux) pas participer|m'a inscrite?)|(?:confirmo|acepto|me apuntó|me inscribió|no quiero participar)|(?:ich bestätige|hat mich angemeldet)/u, weight: 2 },
]; // biome-ignore format: a rule a line

/** What our own letters say when they ask somebody to answer for themselves. */
export const askedForYou =
  /(?:asked for a place for you|place was asked for|listed you|asked us to (?:keep|hold) a (?:place|seat)|has (?:asked|named|added|signed)\b.{0,40}\byou\b|named you|nobody is enrol+ed until|would like to know whether you|a demandé une place pour vous|ha pedido (?:una plaza|un lugar) para (?:usted|ti))/iu;

/** What sends somebody whom the writer looks after in their work. */
export const referralRules: Rule[] = [
  { pattern: /\b(?:my|our|a|the following|this|this lovely|mutual) (?:\p{L}+ ){0,2}?(?:patients?|clients?|clientele|supervisee)\b/u, weight: 3 },
  { pattern: /\b(?:i am|i'm|i would like to|i'd like to|we are|we're|we would like to|happy to|writing to|asked me to|like to|wish to) (?:now )?(?:refer|referring|introduce|recommend|send(?:ing)? you)\b/u, weight: 3 },
  { pattern: /\b(?:in|from) my (?:practice|caseload|care|clinic|office)\b|\bunder my care\b|\bi (?:see|treat|work with) (?:\p{L}+ )?(?:weekly|individually|for|in|a couple)\b/u, weight: 2.5 },
  { pattern: /\b(?:(?:new )?referral|referring (?:provider|physician|clinician|doctor))\b|\bconsented to (?:this|the|my|me)\b/u, weight: 2 },
  { pattern: /(?:ma patiente?|mon patient|mes patients|ma cliente|mon client|référer|orienter|adresser (?:un|une|ma|mon))|(?:mi paciente|mis pacientes|derivar|derivo|remitir|remito)|(?:meine patientin|meinen? patienten|überweis)|(?:minha paciente|meu paciente|encaminh)/u, weight: 3 },
]; // biome-ignore format: a rule a line

/** What shows that a client speaks, not who sends one. */
export const referredRules: Rule[] = [
  { pattern: /\b(?:my|our|his|her|the) (?:\p{L}+[ -]){0,2}?(?:therapist|doctor|gp|counsell?or|psychiatrist|psychologist|physician|social worker|family doctor)\b/u, weight: 2 },
  { pattern: /\b(?:was|were|been|got|am) (?:referred|recommended|sent|told)\b|\b(?:referred|recommended|suggested) (?:me|us|it|you|by|this|that (?:i|we))\b/u, weight: 2 },
]; // biome-ignore format: a rule a line

/** What has nothing to do with a place in a group. */
export const unrelatedRules: Rule[] = [
  { pattern: /\b(?:seo|backlinks?|search engine|first page|page one|ranking|keywords|web ?site (?:design|traffic|audit|redesign)|link building|guest post|sponsored (?:post|article)|domain authority|lead generation|digital marketing|web developers?)\b/u, weight: 3 },
  { pattern: /\b(?:invoice|payment (?:is )?due|purchase order|remittance|overdue|statement of account|accounts (?:receivable|payable)|quote(?:s|d)? for|price list|our catalogue|free trial|demo of our|bulk order)\b/u, weight: 3 },
  { pattern: /\b(?:apply|applying|application) for (?:the|a|your|this)\b.{0,40}?\b(?:role|position|job|post|vacancy|internship|placement|practicum)\b|\b(?:résumé|resume|curriculum vitae|my cv|cover letter|hiring|careers? page|job opening|internship|practicum placement|vacancy)\b/u, weight: 3 },
  { pattern: /\b(?:crypto|bitcoin|casino|loan offer|lottery|inheritance|million (?:usd|dollars)|investment opportunity|pharmacy|viagra|verify your (?:account|mailbox|password)|mailbox (?:is )?(?:almost )?full|password (?:will )?expire|click (?:here|the link|below)|business proposal|wire transfer|beneficiary|gift cards?)\b/u, weight: 3 },
  { pattern: /\b(?:our (?:company|agency|platform|software|team of|product|services?|solution)|we (?:are a|offer|specialise|specialize|help|provide|supply|manufacture)\b.{0,60}?\b(?:clinics?|businesses|practices|companies|clients|therapists|services|solutions?))\b/u, weight: 2 },
  { pattern: /(?:% (?:off|de desc|discount|rabatt|de remise)|\bdiscounts?\b|\bdescuento|\bdesconto|\bremise\b|\borçamento\b|\bproposta\b|gostaríamos de oferecer|ofrecemos|nous proposons|wir bieten|selected for|you have (?:been selected|won)|congratulations?!|claim your|to claim\b)/u, weight: 3 },
  { pattern: /\b(?:factura|presupuesto|facture|candidature|offre d'emploi|curriculum|posicionamiento|bewerbung|rechnung|fatura)\b/u, weight: 3 },
  { pattern: /\b(?:your (?:domain|website)|renew now|per month|\$\d+|a month\b.{0,20}(?:plan|only)|directory of|our directory|looking for participants|dissertation|advertis|sponsorship|collaboration|partnership with|my services|offer (?:you )?(?:my|our)|newsletter swap|subscription|renewal)\b/u, weight: 2.5 },
  { pattern: /\b(?:journalist|reporter|podcast|interview|survey|research (?:study|project)|thesis|feature your|article about|press release|rent(?:al|ing)? (?:of )?(?:the|your|our|a) (?:room|space|hall)|delivery (?:of|attempt)|parcel|your order|appliance|window cleaning|parking permit|water shut|fire alarm|landlord|lease)\b/u, weight: 2 },
]; // biome-ignore format: a rule a line

/** What our own letters say to somebody who has a place. */
export const confirmedToYou =
  /(?:confirm your place|seats? (?:is|are) held for you|(?:you are|you're) (?:registered|enrol+ed|confirmed)|your (?:place|seats?|registration) (?:is|are|in)|this is to confirm|vous êtes inscrit|su plaza)/iu;

/** An answer of a word or two. */
export const briefAnswer =
  /^[\s"]{0,3}(?:yes|yep|yeah|ok(?:ay)?|sure|of course|absolutely|gladly|happily|no|nope|oui|non|volontiers|sí|claro|por supuesto|ja|nein|gerne|sim|não|count me|i'm in|i am in|confirmed|with pleasure)(?![\p{L}'])/u;

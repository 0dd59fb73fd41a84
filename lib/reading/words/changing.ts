import type { Rule } from "./rule.ts";

/** What changes a place that somebody has. */
export const changeRules: Rule[] = [
  // "Put me in the Saturday group rather than the Tuesday one", "have us on Mondays instead of Thursdays"
  { pattern: /\b(?:put|have|place|slot|fit|get|take) (?:me|us|him|her|them|both of us|the two of us) (?:in|into|on|with|down for|among)\b.{0,40}?\b(?:rather than|instead of|and not|in place of)\b/u, weight: 4 },
  // With a place already: "but would rather sit in a room with people", "my wife would like to come along as well"
  { pattern: /\bwould (?:much |far |really )?(?:rather|prefer)\b|(?:would|'d) (?:now |also |really )?(?:like|love) to (?:come|join|take part)(?: along| in)? (?:as well|too|with me)\b|\b(?:just|only) my (?:own )?(?:seat|place|spot|chair)\b|\bi(?:'ll| will) (?:come|attend|go|do (?:it|this)|be coming) (?:by myself|alone|on my own)\b/u, weight: 2.5 },
  // "But I'll keep my place", "I want to hold on to mine"
  { pattern: /\bi(?:'ll| will| would like to| want to|'d like to| am going to|'m going to)? (?:still |gladly )?(?:keep|hold on to|stick with|hang on to) (?:my (?:own )?(?:place|seat|spot|chair)|mine)\b/u, weight: 4 },
  // "Is there a seat on Thursdays in exchange", "I've been given a new timetable"
  { pattern: /\b(?:in exchange|in its place)\b|\bnew (?:timetable|schedule|rota|roster|shifts?|hours)\b|\b(?:timetable|schedule|shifts?|rota|roster|hours) (?:has |have |just |was |were )?(?:been )?(?:changed|moved|shifted)\b/u, weight: 2.5 },
  // "Could you drop her from the booking", "please take out his name", "quitar a mi marido de la reserva"
  { pattern: /\b(?:drop|remove|take|delete|strike|leave|cross) (?:him|her|them|(?:my|our) (?!names?\b|details|address|e-?mail|entry|data)(?:\p{L}+ ){1,2}?)(?: ?(?:off|out))? ?(?:from|of|off) (?:the|our|my) (?:booking|registration|reservation|enrol+ment|list|course|group)\b|\b(?:take|cross|strike|leave) (?:out|off) (?:his|her|their|\p{L}+'s) (?:name|seat|place|spot)\b|\b(?:retirer|enlever|retirez|enlevez) (?:mon|ma) (?:mari|femme|conjointe?|chum|blonde|copain|copine|compagne|compagnon|partenaire)\b|\b(?:quitar|quitad|borrar|borrad|quiten|borren) a mi \p{L}+/u, weight: 4 },
  // "I myself come as planned", "one place remains and one becomes free"
  { pattern: /\b(?:i|me)(?:'ll| will| shall|'m| am)?(?: \p{L}+)? (?:come|coming|attend|attending|there|join|joining) (?:as (?:planned|agreed|arranged|booked|before)|all the same|regardless)\b|\bone (?:of the )?(?:places?|seats?|spots?|chairs?) (?:remains?|stays?|becomes? (?:free|vacant)|is (?:now )?(?:free|vacant) now)\b|\bje viens (?:toujours|quand même)\b|\byo sí (?:voy|iré|sigo)\b/u, weight: 4 },
  { pattern: /\bmake (?:it|that|ours) (?:just |only )?one\b/u, weight: 2.5 },
  { pattern: /\b(?:isn't|is not|won't|will not|can't|cannot) (?:be )?(?:going to )?(?:do|doing|come|coming|join|joining|make it|take part)\b.{0,24}?\bafter all\b/u, weight: 2.5 },
  { pattern: /\b(?:will|is going to|'ll|would like to|wants to) (?:come|join)\b.{0,40}?\bafter all\b/u, weight: 4 },
  // "I'm still coming", "we said Mondays but meant Tuesdays", "the rest of the weeks from home"
  { pattern: /\bi(?:'m| am) staying (?:in|on|put)\b|\b(?:i'm|i am|we're|we are|and i are) still (?:coming|on\b|in\b(?! (?:the|your|two)))|\b(?:said|wrote|put|chose|ticked|picked|selected|clicked|asked for)\b.{1,40}?\b(?:but|and|when we|when i) (?:meant|mean|should have|wanted)\b/u, weight: 4.5 },
  { pattern: /\bthe rest (?:on(?:line)?|from|by|over|with) \p{L}+|\bfrom now on\b|\bi (?:know i |had )?said \p{L}+,? but (?:could|can|would|may|might)\b/u, weight: 4 },
  { pattern: /\bin (?:his|her|their|\p{L}+'s) (?:stead|place)\b|(?<!\b(?:start|begin|ahead|on) )\bwithout me\b(?! \p{L}+ing\b)|\bcancel (?:only |just )?mine\b|\b(?:can|could|may) (?:his|her|their) (?:seat|place|spot|chair) (?:go|be)\b/u, weight: 4 },
  { pattern: /\b(?:roll|carry|push|move|hold|transfer|shift|bump|defer|change|switch) (?:my|our) (?:\p{L}+ )?(?:registration|booking|places?|seats?|spots?|enrol+ment)(?! to (?:someone|somebody|another person|my|a friend))|\bplease (?:strike|remove|drop|take out|cross out|delete) (?!me\b|us\b|my\b|our\b|this\b|it\b|the\b|both\b|all\b|mine\b)\p{L}+(?=[.,;])/u, weight: 4 },
  { pattern: /\b(?:just |only )?one (?:will do|is enough|of us (?:will|is|wants|can))\b|\bon (?:to )?(?:late|night|early|evening|weekend) shifts\b|\b(?:rest of the|remaining) (?:weeks|sessions|course|evenings|meetings)\b|\bonline instead\b/u, weight: 3 },
  // "Reporter mon inscription au printemps", "aplazar mi plaza"
  { pattern: /(?:reporter|repousser|remettre|décaler) (?:mon|notre|ma|nos|l'inscription)|(?:aplazar|posponer|trasladar|mover) (?:mi|nuestra|nuestras|la inscripción|la plaza)/u, weight: 4 },
  // "Can he be added to my booking", "could she come on my registration", "join me on our reservation"
  { pattern: /\b(?:add(?:ed|ing)?|put|go|join|come|included?|tack(?:ed)?|squeezed?|fit) (?:\p{L}+ ){0,3}?(?:to|onto|on|under|in|with) (?:my|our) (?:registration|booking|enrol+ment|reservation|sign-?up|application)\b/u, weight: 4 },
  { pattern: /\b(?:ticked|chose|picked|selected|clicked) (?:the )?(?:wrong|\p{L}+days?)\b|(?<!\b(?:will|would|can|to|he|she|they) |'ll )\b(?:let|keep|hold) (?:his|her|their|\p{L}+'s) (?:place|chair|seat|spot)\b/u, weight: 4 },
  { pattern: /\b(?:in place of|instead of|rather than) (?:the )?(?:\p{L}+ )?(?:\p{L}+days?|groups?|evenings?|mornings?|online|in[- ]person)\b|\bhang on to (?:mine|my)\b|\bmine i(?:'d| would)\b/u, weight: 3 },
  { pattern: /\b(?:cancel|drop|release|remove|give up|give back|withdraw|delete|free)\b.{0,12}?\b(?:his|her|hers|their|my \p{L}+'s|\p{L}{3,}'s) (?:place|seat|spot|registration|name|chair|part)s?\b|\b(?:his|her|\p{L}+'s) (?:place|seat|spot) only\b|(?<!\b(?:else|hope to|hoping to|i|we) )\b(?:have|take|use|taking over|take over) my (?:place|seat|spot|chair)\b(?! off)|\b(?:carried|rolled|held|moved|pushed) (?:over|forward|back)\b|\b(?:turn|change|make|upgrade) (?:my|our|that|the) (?:\p{L}+ ){0,2}(?:seats?|places?|spots?|booking|registration) (?:in)?to\b|\b(?:have|take|keep) (?:the|both|our) (?:seat|place|spot)s? (?:by|on|for|to) (?:him|her|them|his|their)|\bmake (?:it|us|that|our booking) (?:two|three|four|a (?:party|table) of)\b(?! please)|\b(?:just|only) (?:his|hers|mine)\b/u, weight: 4 },
  { pattern: /\b(?:could|can|may|might|would|shall) (?:i|we)\b.{0,50}?\binstead\b|\b(?:won't|will not|isn't|not|can't) be? ?(?:joining|coming|able to join|join|come)(?: with)? (?:me|us)\b|\b(?:defer|deferring|postpone|postponing|push back|put off|roll over|carry over|hold over)\b/u, weight: 3 },
  { pattern: /\b(?:move|moving|switch|switched|switching|transfer|transferred|transferring|moved|swap|swapped|swapping|change|changing|shift|shifted|go|join)\b(?! (?:jobs?|house|home|flats?|schools?|careers?|towns?|cit(?:y|ies)|countr(?:y|ies)|doctors?)\b).{0,40}?\b(?:from|out of)\b.{0,50}?\b(?:to|into|for)\b/u, weight: 4 },
  { pattern: /\b(?:move|moving|switch|switched|switching|transfer|transferred|transferring|moved|swap|swapped|change|bump|shift)\b.{0,30}?\b(?:to|into|onto|over to|for)\b.{0,30}?\b(?:groups?|one|rounds?|series|course|evenings?|mornings?|afternoons?|online|\p{L}+days?|spring|autumn|fall|winter|summer|january|april|september|next|later)\b/u, weight: 4 },
  { pattern: /\b(?:change|switch|swap|move|changing|switching) (?:of )?(?:my |our |the |to (?:a |another |the )?(?:different |other )?)?(?:groups?|evenings?|nights?|days?)\b|\b(?:different|another|other) (?:group|evening|night|day|time) instead\b|\b(?:on|in|to|for|with) (?:the |a )?(?:\p{L}+ ){0,3}?instead\b/u, weight: 3 },
  { pattern: /\b(?:our|my|the) (?:other |third |second )?(?:partner|husband|wife|girlfriend|boyfriend|spouse|sister|friend|\p{L}+)\b.{0,80}?\bjoin us (?:too|as well|after all)\b|\bafter all\b|\bone more person\b|\bother (?:two|three) of us\b|\b(?:two|three|one) of us (?:remain|are still|left)\b/u, weight: 2 },
  { pattern: /\b(?:move|switch|switched|transfer|transferred|moved|swap|swapped|change|shift|rebook|reschedule|bump)\b.{0,12}?\b(?:me|us|both|him|her|them|our|my|to|over|from|groups?|into|places?|seats?|the two|everyone)\b/u, weight: 2.5 },
  { pattern: /\b(?:add|adding|include|bring in|tack on)\b.{0,10}?\b(?:her|him|them|my|our|a|another|\p{L}+)\b.{0,50}?\b(?:to|onto|on) (?:my|our|the|his|her) (?:registration|booking|enrol+ment|place|spot|sign-?up|reservation|application|party)/u, weight: 4 },
  { pattern: /\b(?:add|adding) (?:her|him|them|my \p{L}+|one more|another|a (?:second|third)|\p{L}+)\b/u, weight: 2.5 },
  { pattern: /\b(?:take|remove|drop|strike|leave) (?:my|his|her|our|\p{L}+)\b.{0,40}?\b(?:off|from|out)\b/u, weight: 2 },
  { pattern: /\b(?:just|only) (?:me|one|the one|the two|two) (?:now|of us now|instead)|\b(?:one|two|1|2) (?:seat|place|spot)s? now\b|\binstead of (?:two|three|four|one|2|3|4)\b|\bdown to (?:one|two|1|2)\b|\bi(?:'ll|'d| will| would| do)? still (?:come|like|want|would like|plan|coming|be)\b|\bkeep (?:only |just )?(?:my|mine|my own|me|the one|one)\b|\b(?:in|take) my (?:place|stead)\b|\binstead of me\b/u, weight: 3 },
  { pattern: /(?:changer de (?:groupe|soir|jour)|nous changer|me changer|changer (?:pour|mon|notre|le)|passer (?:du|de|au|dans|à)|transférer|déplacer|ajouter (?:mon|ma|notre)|changement de groupe)/u, weight: 4 },
  { pattern: /(?:cambiar(?:me|nos)? (?:al|de|a|del|mi|nuestr)|cambio de (?:grupo|horario)|(?:pasar|cambiar)(?:me|nos) (?:al|del|de)|añadir a mi|agregar a mi|sumar a mi|mover(?:me|nos))/u, weight: 4 },
  { pattern: /(?:gruppe wechseln|in die .{3,30} gruppe wechseln|wechseln|umbuchen|ummelden)|(?:mudar (?:de|para o|do) grupo|trocar de)/u, weight: 4 },
]; // biome-ignore format: a rule a line

/** What tells that they have a place already. */
export const alreadyRules: Rule[] = [
  // "I have a place in the January group", "we've got two seats for Mondays"
  { pattern: /(?<!\b(?:can|could|may|might|if|should|would|shall|that|once|when|hope|do|know|must|whether) )\b(?:i|we)(?:'ve got|'ve| have| had| have got| already have| hold| currently have| both have) (?:already |now |currently )?(?:got )?(?:(?:a|one|two|three|our|my|the) (?:\p{L}+ )?)?(?:seats?|places?|spots?|chairs?) (?:in|for|with|booked|reserved|already)\b/u, weight: 3 },
  { pattern: /\b(?:(?:it'?s|it is|this is|i'?m|i am) (?:\p{L}+ ){1,3}from|(?:i'?m|i am|we'?re|we are) (?:now |both |currently |already |all )*in) (?:the|your) (?!same )(?:\p{L}+ ){1,3}(?:group|course|circle|class)\b/u, weight: 3 },
  { pattern: /(?<!\b(?:would|could|can|will|if|should|hope|please|may) )\byou(?:'ve| have) (?:got )?(?:me|us)\b.{0,30}\b(?:booked|down|registered)\b|(?<!\b(?:would|could|can|will|if|should|hope|please|may) )\byou(?:'ve| have)? (?:put|placed|booked|signed) (?:me|us|both of us) (?:(?:in|down|up) )?(?:for|on|in|into)\b/u, weight: 3 },
  // "We're already booked", "there are two of us registered"
  { pattern: /\b(?<!\b(?:if|once|when|that|as) )(?:i'm|i am|we're|we are|and i are|(?:two|three) of us(?: are)?) (?:already |both |all |currently )*(?:booked|registered|enrol+ed|signed up|down)(?: already\b| in\b| on\b| for\b|[.,;])/u, weight: 3 },
  { pattern: /\b(?:i|we|he|she|you)(?:'d|'ve| had| have)? (?:booked|reserved|signed up for|registered for|enrol+ed (?:in|for)) (?:a|two|one|my|our|for|three|the|us|me|in)\b/u, weight: 1 },
  { pattern: /\b(?:i|we|i'm|we're|i am|we are|i've|we've|have)\b.{0,12}?\b(?:signed up|registered(?! (?:psycho|nurse|social|counsel|clinical|therap|massage))|enrol+ed|booked|holding|confirmed|already have|on the list|down for)\b|\byou(?:'ve| have|'ve got) (?:me|us|both of us|(?:me|\p{L}+) and (?:me|\p{L}+)) (?:down|booked|registered|listed)\b|\b(?:been |am |i'm |we're |are )on (?:the|your) (?:waiting|wait|interest) ?-?list\b|\b(?:i'm|we're|i am|we are|im|am) (?:(?!interested|keen)\p{L}+ )?in (?:the|your) (?:\p{L}+ ){1,3}group\b/u, weight: 1 },
  { pattern: /\byou (?:very |so )?(?:kindly )?(?:gave|have given|assigned|found|kept) (?:me|us) (?:a|two|three|our|the|one|my) (?:seat|place|spot|chair)|\b(?:i|we) (?:was|were) (?:going|supposed|meant|due|booked|down) to (?:start|begin|join|come)\b/u, weight: 3 },
  { pattern: /\b(?:asked for|requested|reserved) (?:two|three|four|one|a) (?:seat|place|spot|chair)|\b(?:i|we) (?:was|were|have been|got) (?:given|assigned|allotted|placed)\b/u, weight: 1 },
  { pattern: /\bthe (?:booking|registration|places?|seats?|two|reservation) (?:is |are )?(?:in my name|in our names?|i made|we made|i have|we have)\b/u, weight: 1 },
  { pattern: /\b(?:my|our) (?:registration|booking|enrol+ment|seats?|places?|spots?|reservation|two seats|two places)\b/u, weight: 1 },
  { pattern: /\b(?:je suis|nous sommes) (?:déjà |tous |toutes |les deux )*inscrite?s?\b|\b(?:estoy|estamos) (?:ya )?(?:inscrit|apuntad)|\b(?:tengo|tenemos) (?:ya )?(?:una |dos |nuestra |mi )?plazas?\b|\b(?:bin|sind) (?:\p{L}+ ){0,4}angemeldet/u, weight: 3 },
  { pattern: /\b(?:mon|notre|nos) (?:inscription|places?)|\b(?:mi|nuestra|nuestras) (?:inscripción|plazas?|reserva)|inscrita?o?s? (?:au|en el|para)|angemeldet/u, weight: 1 },
]; // biome-ignore format: a rule a line

/** Subjects of letters about a place that somebody has. */
export const placeInSubject =
  /\byour (?:seats?|places?|registration)\b|\b(?:my|our) (?:two |three )?(?:places?|seats?|chairs?|registration|booking)\b/iu;

/** What our own letters say to somebody who has a place. */
export const confirmedToYou =
  /(?:confirm your place|seats? (?:is|are) held for you|(?:you are|you're) (?:registered|enrol+ed|confirmed)|your (?:place|seats?|registration) (?:is|are|in)|this is to confirm|vous êtes inscrit|su plaza)/iu;

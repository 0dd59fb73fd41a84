import { place, type Rule } from "./rule.ts";

const had = "(?:my|our|the|his|her|both|their|all|these|this|two|three|that|\\p{L}+'s)";

/** What gives up a place or leaves a list. */
export const withdrawRules: Rule[] = [
  // "We're going to sit this one out", "I'll give it a miss", "I'd better skip this round"
  { pattern: /\b(?:i|we|both of us)(?:'m|'re|'ll|'d|'ve| am| are| will| would| have)?(?: \p{L}+){0,3}? (?:sit(?:ting)? (?:this|it|the)(?: one| time| round| group)? out|(?:give|giving) (?:this|it)(?: one| round| time)? a miss|skip(?:ping)? (?:this|it)|pass(?:ing)? on (?:this|it)\b|not going ahead|not go ahead)/u, weight: 3 },
  { pattern: new RegExp(`\\b(?:cancel|cancelling|canceling|give up|giving up|give back|giving back|hand(?:ing)?|return(?:ing)?|let|letting|release|releasing|let go of|free up|give|drop|relinquish|surrender|withdraw)\\b.{0,24}?\\b(?:${had}|two)? ?(?:\\p{L}+ )?(?:${place}|booking|reservation|participation|application|place|names?)`, "u"), weight: 3 },
  { pattern: /\b(?:withdraw(?:ing)?|withdrawal from|(?:my|our|of) withdrawal|drop(?:ping)? out|pull(?:ing)? out|(?<!\b(?:his|her|my|their|your) )back(?:ing)? out|bow(?:ing)? out|step(?:ping)? back|opt(?:ing)? out|bail)\b/u, weight: 3 },
  { pattern: /\b(?:take|remove|delete|strike|cross|scratch) (?:me|us|my (?:name|entry|details|data)|(?:both |all )?(?:of )?our (?:names?|entry|details)|both of us|my \p{L}+ and (?:i|me)|\p{L}+ and (?:i|me))\b.{0,24}?(?:off|from|out)?\b/u, weight: 3 },
  { pattern: /\b(?:can'?t|cannot|can not|won'?t|will not|shan't|shall not|unable to|not able to|couldn't|not going to|no longer (?:able to|going to)|not be able to|neither of us (?:will|can|is)|not be) (?:be )?(?:able to )?(?:make it|come|coming|attend|attending|join|joining|take part|taking part|do (?:it|this|the (?:\p{L}+ ){0,2}(?:group|course|class|one))|continue|participate|participating|start)\b/u, weight: 2 },
  { pattern: /\bno longer (?:need|want|interested|wish|require|looking|in a position|free|able|possible|feasible)\b/u, weight: 2.5 },
  // "Neither Ana nor I will be coming", "no need to keep me on it", "second thoughts, and would like my money back"
  { pattern: /\bneither\b.{1,30}? nor (?:i|me|myself)\b.{0,12}\b(?:will|can|is|are|am|'ll)\b|\b(?:don't|do not|stop|needn't) keep(?:ing)? (?:me|us|my|our)\b|\bfound (?:what|something|someone|a \p{L}+|another)\b.{0,24}\b(?:elsewhere|somewhere|else)\b|\bno need to (?:keep|hold|save|reserve)\b|\b(?:like|want|request)(?: to have| to get)? (?:my|our|the) (?:money|deposit|fee|payment) back\b/u, weight: 2.5 },
  // "Thank you for the offer; perhaps another year", "something's come up", "I hope somebody else can use it"
  { pattern: /\bthank(?:s| you) for (?:the|your) (?:kind )?offer\b|\b(?:perhaps|maybe|possibly|another|some other|better) (?:another |some other |next )?(?:year|time|day|round)\b(?=[.!,;]|$)|\b(?:i|we)(?:'ve| have) since (?:joined|found|signed|started|enrol+ed|moved|decided|taken)\b|\b(?:do |please )?pass it on\b|\blost heart\b|\bmade other (?:plans|arrangements)\b|\bsomething(?:'s| has)? (?:has )?(?:come|came) up\b|\b(?:someone|somebody) else (?:can|could|will|may|might|gets?|makes?) (?:use|have|take|enjoy|benefit|good use|it|the)\b/u, weight: 2 },
  // "I'm out, sorry", "I don't think I'll be back"
  { pattern: /\b(?:i'?m|we're|i am|we are|count (?:me|us)) out(?=\s?[.,!;]|\s*$)|\b(?:don't think|doubt)(?: that)? (?:i|we)(?:'ll| will) (?:be (?:back|there|coming|able)|come|continue|return|carry on|make it)\b|\b(?:isn't|wasn't|not) (?:quite |really )?what (?:i|we) (?:expected|hoped|wanted|needed|need)\b/u, weight: 2.5 },
  { pattern: /\b(?:i|we)(?:'d| had| would) (?:best|better|rather) not (?:come|join|attend|do|start|take)\b|\b(?:advises|advised) (?:me |us )?against\b/u, weight: 2.5 },
  // "I think I'll leave it for now", "thanks for holding the seat for me"
  { pattern: /\b(?:leave|leaving) it (?:for now|there|at that|for this|for the (?:moment|time|present)|until|this time)\b|(?<!\b(?:been|kept|keep) )\b(?:put|putting) (?:it|this|things|our plans?) (?:off|on hold|on ice|aside)\b/u, weight: 2.5 },
  { pattern: /\b(?:thanks?|thank you|grateful|sorry|kind)\b.{0,20}\b(?:holding|keeping|saving|reserving|hold|kept) (?:it|the|my|our|a|one|two|us|me)\b|\b(?:you )?(?:so )?(?:kindly|generously) (?:kept|held|saved|offered|reserved)\b/u, weight: 1.5 },
  { pattern: /\b(?:please|pls|plz|kindly|need to|have to|want to|like to|must|going to) cancel\b|\bcancel(?:l?ing)? (?:please|both|everything|it|us|me|all|for)\b/u, weight: 3 },
  { pattern: /\b(?:take|have) (?:back )?(?:the|my|our) (?:place|seat|spot)s? (?:back|you were|you are|you've|you have)|\b(?:isn't|is not|wasn't|not) (?:right |really |the right (?:one|thing|time) )?for (?:me|us)\b|\b(?:won't|will not) be needing\b|\b(?:decided|chosen|opted) (?:against|not to (?:go|do|join|come|take|continue|proceed|attend))|\b(?:please )?(?:give|offer|pass|let) (?:it|mine|ours|them)\b.{0,20}\b(?:to|go to) (?:the next|someone|somebody|whoever|another|the person|a )/u, weight: 2 },
  { pattern: /\b(?:let|give|offer|pass)\b.{0,16}?\b(?:someone|somebody|anyone|another)\b.{0,24}?\b(?:my|our|the|it) ?(?:chair|seat|place|spot)?/u, weight: 4 },
  { pattern: /\bneither of us (?:will|wants?|wishes|feels?|has|needs?|can)\b|\bno longer interested\b|\bfound (?:a|another) (?:place|group|spot) (?:somewhere|elsewhere|nearer|closer)/u, weight: 2 },
  { pattern: /\boff (?:the|your) (?:waiting |wait ?|interest |mailing )?list\b|\bunsubscribe (?:me|us)\b/u, weight: 3 },
  { pattern: /(?:annuler|annulation|ne (?:pourrai|pourrons|peux|pouvons|viendrai|viendrons|participerai|participerons) (?:malheureusement |finalement )?(?:pas|plus)|me désinscri|nous désinscri|désister|désistement|me retire|nous retir|retirer (?:mon|notre|nos|ma|de la)|renonc|enlever (?:mon|notre|nos) nom|retirez)/u, weight: 3 },
  { pattern: /(?:cancelar|anular|dar(?:me|nos) de baja|dé(?:me|nme|nos) de baja|baja de la|quit(?:ar|en|e)(?:me|nos) de|borr(?:ar|en|e)(?:me|nos)|no (?:podré|podremos|vamos a poder|voy a poder) (?:asistir|ir|participar)|retirar(?:me|nos))/u, weight: 3 },
  { pattern: /(?:abmelden|absagen|stornieren|streichen|zurückziehen|bitte löschen|von der warteliste)|(?:cancelar|desistir|desistência|retirar meu)/u, weight: 3 },
]; // biome-ignore format: a rule a line

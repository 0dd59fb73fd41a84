import { number } from "./numbers.ts";

/** What tells a number of seats; the higher rank speaks when several do. */
export const seatRules: { pattern: RegExp; says?: number; rank: number }[] = [
  { pattern: new RegExp(`\\b(?:other|remaining|still|seats wanted ?:|places wanted ?:|number of (?:seats|places|people) ?:|now) (?<n>${number})(?: of us| seats?| places?)?\\b(?! (?:week|time|day|month|year))`, "gu"), rank: 8 },
  { pattern: /\b(?:just (?:for )?me\b(?! and)|only (?:for )?me\b|(?:just|only) myself|on my own\b|by myself|for myself (?:only|alone)|me alone|for one person|as an individual|just the one|(?:it's|it is|it would be) (?:just|only) (?:me|one)|i'm single|only one of us|only my (?:seat|place|spot)|keep (?:only |just )?(?:my|mine)\b|party of one|coming alone|come alone|nobody else|just one (?:seat|place|spot)|only (?:she|he) (?:would|will)|"individual")\b/gu, says: 1, rank: 7 },
  { pattern: /\b(?:one|1) (?:seat|place|spot)\b/gu, says: 1, rank: 6.5 },
  { pattern: /(?:une seule (?:place|inscription|personne)|je suis seule?\b|seulement moi|juste (?:pour )?moi|que pour moi|moi seule?|toute seule|tout seul|solo (?:para mí|yo|para una|una persona|una plaza)|sólo (?:yo|para mí)|para mí (?:sola|solo)|yo (?:solo|sola)|nur (?:ich|für mich)|allein(?:e)?\b|só eu|sozinh[oa])/gu, says: 1, rank: 7 },
  { pattern: new RegExp(`\\b(?<n>${number}) (?:seats?|places?|spots?|chairs?|spaces?|slots?|people|persons|adults|participants|places?|personnes|adultes|plazas?|lugares|personas|plätze|personen|vagas|pessoas)\\b(?! (?:left|remaining))`, "gu"), rank: 6 },
  { pattern: new RegExp(`\\b(?:that makes|makes it|we are|we're|we'd be|we would be|there (?:are|would be|will be)|seríamos|somos|seremos|nous sommes|nous serions|on est|on serait|wir sind|wir wären|somos em) (?<n>${number})\\b(?! (?:years|weeks|kids|children|minutes|hours|days|of the|retired))`, "gu"), rank: 5 },
  { pattern: new RegExp(`\\b(?:if there(?:'s|s|'re| are| is)|is there|are there|do you have|have you got|any chance of|got) (?:still )?(?<n>${number}) (?:seats?|places?|spots?|chairs?|spaces?) (?:left|free|open|going|available)\\b|\\b(?:room|space|sitio|lugar|place|plaza|plazas|lugares) (?:for|para|pour) (?<m>${number})\\b(?! (?:more|years|weeks))|\\b(?<k>${number}) for (?:the|your) list\\b|\\bmake (?:it|that|us) (?<j>two|three|four|\\d)\\b|\\b(?:fit|squeeze|take|have|add)(?: in)? (?<h>two|three|four|[2-4])(?: more)?(?: of us| people)?(?= (?:in|into|to|on|from)\\b|\\?)`, "gu"), rank: 6 },
  { pattern: new RegExp(`\\b(?<n>${number}) of us (?:would|want|wish|hope|are in|'d|are (?:keen|coming|interested))\\b`, "gu"), rank: 5.5 },
  { pattern: /\b(?:the|all|for the|for all) (?<n>two|three|four|five|six|2|3|4|5|6) of us\b/gu, rank: 5 },
  { pattern: /\b(?<n>two|three|four|five|six|2|3|4|5|6) of us\b|\ball (?<m>three|four|five)(?=[,:;.!]| of us)/gu, rank: 4 },
  { pattern: /\b(?:both of us|us both|we both|we're both|we are both|the both of us|both (?:want|would|like|wish|hope|of them)|them both|as a couple|a couple|us two|we two|couple's|the pair of us|each of them)\b/gu, says: 2, rank: 4 },
  { pattern: /(?:tou(?:te)?s les deux|nous deux|à deux|en couple|los dos|las dos|ambos|ambas|nosotros dos|en pareja|wir beide|uns beide|zu zweit|nós dois|nós duas|os dois|as duas)/gu, says: 2, rank: 4 },
  { pattern: /(?:tou(?:te)?s les trois|nous trois|à trois|los tres|las tres|wir drei|zu dritt|os três)/gu, says: 3, rank: 4 },
]; // biome-ignore format: a rule a line

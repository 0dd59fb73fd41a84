import type { Rule } from "./rule.ts";

/** What sends somebody whom the writer looks after in their work. */
export const referralRules: Rule[] = [
  // "Kindly contact her directly", "in my view she is ready"
  { pattern: /\b(?:please|kindly|you (?:may|can|could)) (?:contact|write to|reach|call|ring|e-?mail|get in touch with) (?:her|him|them)\b/u, weight: 0.9 },
  { pattern: /\bin my (?:view|opinion|judge?ment|clinical)\b/u, weight: 2 },
  // "I have two patients who would like to join", "handing over a client"
  { pattern: /\b(?:i|we)(?:'ve| also|'ve got)? (?:have )?(?:got )?(?:a|an|one|two|three|another|several) (?:\p{L}+ )?(?:patients?|clients?|couples?|students?) (?:who|that|whom|i|looking|ready|for (?:you|your))\b|\bhanding over\b/u, weight: 3 },
  // "He'd get a lot out of your group", "she is happy for you to write to her"
  { pattern: /\b(?:he|she|they|both|each of them)(?:'d| would|'ll| will| might| could)? (?:both |really |greatly |surely )?(?:benefit (?:from|greatly)|get (?:a lot|a great deal|so much|much|plenty) (?:out of|from)|profit from|be (?:a )?(?:very |really )?(?:good|great|lovely|perfect|excellent|ideal|suitable) (?:fit|candidate|addition|match))|\b(?:he|she|they)(?:'s| is|'re| are|'ve| have| has)? (?:both )?(?:happy|fine|content|glad|okay|ok|expecting|given (?:me |their |his |her )?(?:consent|permission|leave)|agreed) (?:for|with|to) (?:you(?:r)? (?:to |contacting|writing|calling|call)|be(?:ing)? contacted|my )/u, weight: 0.9 },
  // "I have suggested MSC to them", "I've mentioned your group to her"
  { pattern: /\bi(?:'ve| have)?(?: \p{L}+)? (?:suggested|recommended|mentioned|proposed|described|brought up) (?:msc|it|this|(?:your|the) (?:\p{L}+ ){0,3}?(?:groups?|course|programme?|eight weeks)) (?:to|with) (?:them|him|her|\p{L}+)\b/u, weight: 3 },
  // "Thank you for considering Mrs Hanna Weiss", "Hanna, meet the team", "over to you both"
  { pattern: /\bthank you for (?:considering|seeing|taking(?: on)?|accepting|having|receiving|including|offering) (?:mrs?|ms|mx|miss|dr|him|her|them|this)\b|\bover to you (?:both|two)\b|, meet (?:the team|\p{L}+)\b|\b(?:he|she|they) (?:can|may) be (?:contacted|reached) (?:at|on|under|by|via)\b/u, weight: 2 },
  { pattern: /^\s*(?:new |a )?(?:patients?|clients?|couple) for (?:your|the)\b/u, weight: 3 },
  // "May I point a couple in your direction", "they have worked hard with me", "if you could see him in your group"
  { pattern: /\b(?:point|send|steer)\b.{1,40}?\b(?:in your direction|your way|to your (?:group|program|course))\b|\b(?:this is to|i write to|writing to|allow me to) (?:introduce|refer|recommend)\b|\b(?:you (?:could|would|can|might)|to) (?:see|take|admit|accept|include|consider|place) (?:him|her|them) (?:in|into|on|for|as)\b/u, weight: 2.5 },
  { pattern: /\b(?:worked|working|works?|course of \p{L}+|sessions|treatment)\b.{0,40}?\bwith me\b/u, weight: 2 },
  { pattern: /\bin (?:\p{L}+ ){0,2}(?:therapy|treatment|counsell?ing|analysis) with me\b/u, weight: 3 },
  // "He and I finish our work together in May", "we've been in therapy together since spring"
  { pattern: /\b(?:(?:finish|end|complete|conclude|wrap(?:ping)? up|finishing|ending|wind(?:ing)? down) (?:our|my|the) (?:individual |couples? )?(?:work|sessions|therapy|treatment)|(?:our|my) (?:individual |couples? )?(?:work|sessions|therapy) (?:together|with (?:him|her|them))|i work with \p{L}+.{0,40}?\b(?:as a couple|individually|in therapy|one to one|weekly|on (?:self|shame|anxiety)))\b/u, weight: 2.5 },
  // "Meet Marcus (in cc)", "let me introduce Ana, copied here", "I'll let you two take it from here"
  { pattern: /\b(?:meet|this is|please meet|say hello to) \p{L}+(?: \p{L}+)?,? ?\(?(?:who is |who's )?(?:in cc|cc'd|cc'ed|copied|in copy|on cc)|\b(?:leave|let) (?:the two of you|you two|you both|you and \p{L}+|the three of you) (?:to|take|sort|find|arrange|connect)\b|\bconnect(?:ing)? you (?:two|both|with)\b/u, weight: 2 },
  { pattern: /\b(?:my|our|a|the following|this|this lovely|mutual) (?:\p{L}+ ){0,2}?(?:patients?|clients?|clientele|supervisees?|couple i)\b(?! (?:keep|often|sometimes|always|regularly|ask|are asking|have asked|might|may|could)\b)|\b(?:above|below|under)[- ](?:named|mentioned) (?:patient|client|couple)|\bthe (?:pt|patient|client) (?:above|below|named|in copy)|\b(?:an?|one|two) (?:of my )?(?:\p{L}+ )?(?:patients?|clients?|students) of mine\b|\bone of my (?:\p{L}+ )?(?:students|patients|clients|couples)\b/u, weight: 3 },
  { pattern: /\b(?:i am|i'm|i would like to|i'd like to|we are|we're|we would like to|happy to|writing to|asked me to|like to|wish to) (?:now )?(?:refer|referring|introduce|recommend|send(?:ing)? you)\b/u, weight: 3 },
  { pattern: /\b(?:in|from) my (?:practice|caseload|care|clinic|office)\b|\bunder my care\b|\b(?:i've|i have) seen (?:him|her|them)\b|\b(?:i have been|i've been|and i have been|have been) (?:seeing|working (?:together|with)|treating|supporting)\b|\b(?:i see|i'm seeing|i am seeing|i have been seeing|i've been seeing)\b.{2,50}?\bfor (?:couples?|individual|therapy|counsell?ing|sessions|weekly|treatment|anxiety|depression|trauma|burn-?out|grief|ocd|stress|shame|self-|low mood|insomnia)|(?<!\p{L}, )\bwhom i(?:'ve been| have been| am|'m)? (?:see|seeing|treating?|work(?:ing)? with)\b|\b(?:pleasure|privilege|joy) of working with\b|\b(?:working|work|worked) with \p{L}+ (?:and \p{L}+ )?(?:since|for (?:a|some|the|two|three|\d|several))|\bi (?:see|treat|work with) (?:\p{L}+ )?(?:weekly|individually|for|in|a couple)\b/u, weight: 2.5 },
  { pattern: /\breferral (?:form|letter|to your|for your)\b|\b(?:referred by|referrer|referring (?:doctor|clinician|provider|physician)) ?:|(?:^|\s)(?:patient|client|pt)(?:'s)?(?: name)? ?:/u, weight: 3 },
  { pattern: /\b(?:(?:new )?referral|referring (?:provider|physician|clinician|doctor))\b|\bconsented to (?:this|the|my|me)\b/u, weight: 2 },
  { pattern: /(?:ma patiente?|mon patient|une? (?:de mes )?(?:patiente?|cliente?)s?\b|une? (?:de mis )?(?:paciente|cliente?)\b|mes patients|ma cliente|mon client|référer|orienter|adresser (?:un|une|ma|mon))|(?:mi paciente|mis pacientes|derivar|derivo|remitir|remito)|(?:meine patientin|meinen? patienten|überweis)|(?:minha paciente|meu paciente|encaminh)/u, weight: 3 },
]; // biome-ignore format: a rule a line

/** What shows that a client speaks, not who sends one. */
export const referredRules: Rule[] = [
  { pattern: /\b(?:my|our|his|her|the) (?:\p{L}+[ -]){0,2}?(?:therapist|doctor|gp|counsell?or|psychiatrist|psychologist|physician|social worker|family doctor)\b/u, weight: 2 },
  { pattern: /\b(?:was|were|been|got|am) (?:referred|recommended|sent|told)\b|\b(?:referred|recommended|suggested) (?:me|us|it|you|by(?! ?:)|this|that (?:i|we))\b/u, weight: 2 },
]; // biome-ignore format: a rule a line

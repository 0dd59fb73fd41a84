/** After a person: "and I", "and me" close by. */
export const withAfter =
  /^[\s,)]{0,3}(?:(?:[\p{L}'@.()-]+[\s,]{1,2}){0,12}?)(?:and|&|et|y|und|e|plus)\s(?:also\s)?(?:i|me|myself|moi|yo|ich|eu|mich)(?![\p{L}'])/u;

/** Before a person: "me and my …", "with my …", "add my …". */
export const joinsBefore =
  /(?:\b(?:i|me|myself|moi|yo|ich|eu)(?:\s(?:and|&|et|y|und|e)|,)\s$|\b(?:and so do(?:es)?|along with|together with|as well as|join(?:ed)? by|bring(?:ing)?|add(?:ing)?|include|plus|enrol+|sign(?:ing)? up|register|for (?:me|myself|us),?(?: and)?(?: for)?|with|avec|con|mit|com|et|y)\s(?:both\s)?(?:of\s)?$)/u;

/** After a person: they want to come. */
export const joinsAfter =
  /^[\s,]{0,2}(?:\p{L}+\s){0,2}?(?:would|'d|wants?|wanted|has decided|have decided|will|is|are|is keen|hopes?|asked)\s(?:both\s|also\s|really\s|all\s|too\s|now\s)?(?:to\s)?(?:like|love|want|join|come|coming|joining|interested|do (?:it|this)|be joining|be coming|wants? in|in\b|keen|sign|enrol|take part|attend)/u;

/** A place for somebody else: "for my sister", "on behalf of my son". */
export const beneficiary =
  /(?:\b(?:on behalf of|(?:place|seat|spot|sign|enrol|enrol+ment|group|register|registration|space|chair|inscription|plaza|lugar|platz)\b.{0,40}?\b(?:for|pour|para|für)|writing (?:for|about)|asking for|sign|enrol|register|book)\s(?:my|our|mon|ma|mi|meine?n?|meu|minha)\s|\bon (?:his|her|their) behalf|\bfor (?:him|her)\b)/u;

/** The writer says that they don't come themselves. */
export const senderStays =
  /\b(?:i (?:am|'m) (?:not (?:coming|joining|taking part|enrol+ing|the one)|just the \p{L}+|only (?:the messenger|writing|asking))|i'm not (?:coming|joining|taking part|the one)|i (?:don't need|won't be (?:coming|joining|taking)|will not be (?:coming|joining))|not for me\b|not me\b|on (?:his|her|their) behalf|only (?:she|he|they) (?:would|will)|i'm (?:only|just) (?:the|writing|asking|his|her)|ce n'est pas pour moi|no es para mí|yo no (?:voy|participo)|nicht für mich)/u;

/** What tells that the person before it doesn't come, or isn't sure to. */
export const notComing =
  /\b(?:isn't|is not|won't|will not|doesn't|does not|can't|cannot|wouldn't|not|aren't|never|hasn't|haven't)\b.{0,30}?\b(?:join|joining|come|coming|tak(?:e|ing) part|part of|interested|attend|attending|need|want|be there|doing|do it|decided|asked|sure|ready|enrol|sign|able|for (?:him|her|them)|(?:his|her|their) thing)|\b(?:might|may|maybe|perhaps|a chance|is thinking|still deciding|will be minding|is supportive|is fully behind|supports|will (?:mind|watch|look after|drive)|thinks?|suggested|recommended|says|told|said|moved out|left|died|passed|ne (?:viendra|participe|vient)|no (?:va|viene|participa|quiere|puede)|kommt nicht|não vai)\b/u;

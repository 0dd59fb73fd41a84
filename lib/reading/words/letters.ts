/** How programs in several languages begin an older letter ("On Tuesday, Ana wrote:"), on one line or joined from several. */
export const attributions = [
  /^on .{6,250}\bwrote ?:?$/iu,
  /^\S.{6,200} wrote on .{6,80}:$/iu,
  /^le .{6,250} (?:a|à) écrit ?:?$/iu,
  /^el .{6,250}\bescribió ?:?$/iu,
  /^(?:am|on) .{6,250}\bschrieb\b.{0,120}:?$/iu,
  /^(?:em|a|no dia) .{6,250}\bescreveu ?:?$/iu,
  /^(?:il|in data) .{6,250} ha scritto ?:?$/iu,
  /^(?:w dniu|dnia) .{6,250}\b(?:pisze|napisał\S{0,4}) ?:?$/iu,
  /^(?:den|on|man|tir|tis|ons|tor|fre|lør|lör|søn|sön)\.? .{6,250}\bskrev\b.{0,120}:?$/iu,
  /^\S.{2,200} (?:skrev|schrieb|kirjoitti|pisze|napisał\S{0,4}|scrisse|schreef)\b.{0,120}:$/iu,
  /^.{4,200} г\. в .{4,200}:$/u,
  /^在.{4,250}写道[:：]$/u,
  /^20\d\d.{4,250}(?:작성|のメッセージ) ?[:：]$/u,
  /^op .{6,250}\bschreef\b.{0,120}:?$/iu,
  /^\d{4}[-/]\d\d[-/]\d\d.{4,200}<\S+@\S+>:?$/u,
  /^\S.{2,120} <\S+@\S+> (?:wrote|a écrit|escribió|schrieb|escreveu) ?:$/iu,
];

/** The first line of a header that an older letter is shown with. */
export const headerLabel =
  /^\s{0,3}\*?(?:from|sent|to|cc|subject|date|reply-to|de|envoyé|date d'envoi|à|objet|enviado(?: el)?|para|asunto|fecha|assunto|von|gesendet|datum|an|betreff|da|inviato|data|a|oggetto) ?:/iu;

export const fromLabel = /^\W{0,3}(?:from|de|von|da) ?\W/iu;

/** The line above a letter that is passed on. */
export const forwardMarks = [
  /^-{3,20} ?(?:forwarded message|message transféré|mensaje reenviado|weitergeleitete nachricht|mensagem encaminhada|forwarded by.{0,80}) ?-{3,20}$/iu,
  /^(?:begin forwarded message|début du message réexpédié|début du message transféré|inicio del mensaje reenviado|anfang der weitergeleiteten nachricht|início da mensagem encaminhada) ?:$/iu,
];

/** What a telephone or a program writes below a letter. */
export const sentFrom = [
  /^\W{0,3}sent (?:from|via|with|using) .{2,80}$/iu,
  /^\W{0,3}(?:envoyé (?:de|depuis|à partir|avec)|envoyée? de) .{2,80}$/iu,
  /^\W{0,3}enviado (?:desde|con|do|a partir|de) .{2,80}$/iu,
  /^\W{0,3}(?:sendt fra|skickat från|verzonden (?:vanaf|met)|verstuurd vanaf|inviato (?:da|dal)|lähetetty|wysłane z|发自我的|iphoneから送信|나의 iphone) ?.{0,80}$/iu,
  /^\W{0,3}(?:von meinem|gesendet (?:von|mit)) .{2,80}$/iu,
  /^\W{0,3}(?:get outlook for|obtenir outlook|obtener outlook|téléchargez outlook|outlook für|yahoo mail:|télécharger outlook|obtenez outlook|obtenga outlook|descarga(?:r)? outlook|holen sie sich outlook|outlook para|outlook pour) ?.{2,80}$/iu,
  /^\W{0,3}(?:please )?excuse (?:my |the )?(?:brevity|typos|any typos).{0,80}$/iu,
];

/** How a notice begins that a firm writes below every letter. */
export const noticeBegins =
  /^\W{0,4}(?:confidential(?:ity)?\b(?: notice)? ?[:.\-–]|confidentiality\b|notice ?:|disclaimer\b|avis (?:de confidentialité|important)? ?:|aviso (?:legal|de confidencialidad)|confidencialidad|privileged\b|(?:this|the information in this|the contents of this) (?:e-?mail|message|communication|transmission)\b.{0,120}(?:confidential|privileged|intended)|(?:ce|le présent) (?:courriel|message)\b.{0,120}confidentiel|este (?:correo|mensaje)\b.{0,120}confidencial|diese e-?mail\b.{0,120}vertraulich|please consider the environment|(?:you (?:are receiving|received) this|to unsubscribe|unsubscribe\b))/iu;

/** How people close a letter: the name comes next. */
export const closings =
  /^(?:(?:with |many |kind |kindest |warm |warmest |best |all |my |sincere )*(?:regards|wishes|thanks|thank you|thx|cheers|sincerely|best|warmly|love|gratefully|respectfully|cordially|take care|talk soon|yours|looking forward|ta|xo+x?|peace|hugs|appreciatively|blessings|kindly|in gratitude|gratitude)(?: (?:so much|very much|again|truly|sincerely|faithfully|in advance|kindly|a lot|all|for reading|for everything|for your time|for your help|everyone|you|and take care|to you|and best wishes|and best|and regards|to all|and warm wishes|regards|muchly|a million|a bunch))*|cordialement|bien cordialement|bien à vous|merci(?: (?:beaucoup|d'avance|bien|à vous|infiniment|encore))*|au plaisir(?: de vous lire)?|salutations(?: distinguées)?|amicalement|chaleureusement|bonne journée|à bientôt|(?:muchas )?gracias(?: (?:de antemano|por todo))?|(?:un )?(?:cordial )?(?:saludos?|abrazo)(?: cordial(?:es)?)?|atentamente|(?:mit freundlichen|viele|liebe|herzliche|beste) grü(?:ß|ss)en?|danke|mfg|lg|obrigad[oa]|atenciosamente|abraços?|cumprimentos|grazie)\s?[,.!–—-]{0,3}$/iu;

/** A line of an address card: a number, an address, a site, letters after a name, a firm. */
export const contactLine =
  /(?:\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|\b\d{3}[-.]\d{4}\b|\+\d[\d ().-]{6,18}\d|\(\d{2,4}\) ?\d|\b\d{2}(?:[ .]\d{2}){4}\b|\b\d{7,}\b|\S+@\S+\.\S+|https?:\/\/|\bwww\.|\s[|•·]\s|,\s?(?:ph\.?d|m\.?d|msw|rsw|rp|ma|mba|cpa|p\.?eng|lcsw|lmft|psy\.?d|rn|ccfp|r\.?psych|med|jd|llb|bsc|msc|np|dds)\b|\b(?:ltd|inc|llp|llc|gmbh|s\.?a\.?r\.?l|pty)\b\.?|\b(?:tel|phone|mobile|cell|fax|direct|ext)\b\.?:?\s?\+?\d|\bpronouns\b|\b\d{1,5} \p{Lu}\p{L}+ (?:street|st|avenue|ave|road|rd|lane|drive|blvd)\b)/iu;

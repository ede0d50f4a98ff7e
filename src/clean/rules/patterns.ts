import { withoutUnicodeMode } from "../../regexp.ts";

/** Pieces that the line rules are built of. */

/** News and photo agencies, and what stands in their place in credits. */
export const AGENCY = String.raw`(?:AP|AFP|A[.]P[.]|Reuters|REUTERS|Yonhap|YONHAP|KCNA|Xinhua|XINHUA|TASS|Tass|ITAR-TASS|Interfax|Getty(?: Images)?|GETTY(?: IMAGES)?|EPA(?:-EFE|-Yonhap)?|EFE|Kyodo(?: News)?|Jiji|UPI|ANI|PTI|IANS|Bloomberg|NurPhoto|Shutterstock|Alamy|iStock(?:photo)?|Zuma(?: Press)?|ZUMA(?: Press)?|SIPA|Sipa(?: USA)?|Anadolu(?: Agency)?|Sputnik|RIA Novosti|dpa|DPA|Newsis|NEWSIS|News1|Newscom|Associated Press|Agence France-Presse|Press Association|PA(?: Wire| Media| Images)?|CNA|VCG|Imaginechina|Unsplash|Pexels|Pixabay|Adobe Stock|Depositphotos|Wikimedia(?: Commons)?|Wikipedia|Flickr|Handout|HANDOUT|Pool|POOL|WireImage|FilmMagic|Everett Collection|Rex(?: Features)?|Polaris|Magnum(?: Photos)?|Belga|ANP|ANSA|LaPresse|Canadian Press|CP|AAP|NTB|TT|Lehtikuva|Maxar(?: Technologies)?|NASA|NOAA|AFPTV|Twitter|Facebook|Instagram|YouTube|Screenshot|File|Courtesy)`;

/** A word that begins with a capital, initials included. */
export const CAPITAL = String.raw`\p{Lu}[\p{L}\p{M}'’.\-‐‑]*`;

const NAME_PART = String.raw`(?:${CAPITAL}|de|del|da|dos|di|du|la|le|van|der|den|von|zu|bin|al|el|ibn|ter|y)`;

/** A person's name: two to six capitalised words, particles between them. */
export const NAME = String.raw`${CAPITAL}(?: ${NAME_PART}){1,5}`;

/** The same of one word or more: also most agencies. */
export const NAME_OR_WORD = String.raw`${CAPITAL}(?: ${NAME_PART}){0,5}`;

/** An English month, in full or short. */
export const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`;

export const WEEKDAY = String.raw`(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?`;

/** Builds a pattern from named pieces, white space in the template kept as it stands. */
export function rx(flags = "u") {
  return (parts: TemplateStringsArray, ...pieces: readonly string[]): RegExp =>
    withoutUnicodeMode(new RegExp(String.raw({ raw: parts.raw }, ...pieces), flags));
}
